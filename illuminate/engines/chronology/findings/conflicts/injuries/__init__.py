"""Who was hurt where, and how it came about."""
