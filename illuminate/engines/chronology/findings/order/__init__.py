"""What can't have happened in the order in which it is written, and ages that don't fit."""
