"""The parts of the program that act here by themselves: accounts without a password, made by migrations.

The database lets them act only through the worker's login, and only where a policy names them.
"""

from uuid import UUID

COMPARER = UUID("00000000-0000-4000-8000-00000000a003")
NAME = "The comparison of chronologies"
READER = UUID("00000000-0000-4000-8000-00000000a004")
READER_NAME = "The reading of chronologies"
