"""The parts of the program that act by themselves. Each is an account without a password, made by a migration.

The database lets them act only through the worker's login, and only where a policy names them.
"""

from uuid import UUID

MAILROOM = UUID("00000000-0000-4000-8000-00000000a001")
CLOCK = UUID("00000000-0000-4000-8000-00000000a002")
NAMES = {MAILROOM: "The mailroom", CLOCK: "The clock"}
