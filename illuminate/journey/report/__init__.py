"""Drafts, lessons, recommendations and the plan."""
