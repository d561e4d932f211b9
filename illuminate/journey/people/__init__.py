"""Subjects and family: who they are, locked, and the names they are given."""
