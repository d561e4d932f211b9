"""The pages of intake, one module a part of the story."""
