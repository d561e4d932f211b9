"""Follows the plan: owners, progress, evidence, public statements, closure."""
