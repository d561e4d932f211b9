"""The part of the program that acts here by itself: an account without a password, made by a migration.

The database lets it act only through the worker's login, and only where a policy names it.
"""

from uuid import UUID

MACHINE = UUID("00000000-0000-4000-8000-00000000a007")
NAME = "The machine's check of files"
