"""Receives agencies' chronologies and shows them as one, every entry traced to its row."""
