"""Accounts, organisations, roles, compartments, row-level security and keys: who may see what."""
