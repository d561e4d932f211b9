"""Which entries of different agencies tell of the same event: pairs, what speaks for each, the groups they make."""
