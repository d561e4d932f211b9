"""The pages of a review's people and names, one module a part of the work."""
