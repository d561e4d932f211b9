"""The part of the program that compares entries by itself: an account without a password, made by a migration.

The database lets it act only through the worker's login, and only where a policy names it.
"""

from uuid import UUID

COMPARER = UUID("00000000-0000-4000-8000-00000000a003")
NAME = "The comparison of chronologies"
