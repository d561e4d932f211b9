"""The pages of what agencies are asked and what they answer."""
