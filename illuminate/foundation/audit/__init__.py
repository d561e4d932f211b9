"""One append-only, hash-chained table of everything that was done and read."""
