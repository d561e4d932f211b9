"""Anonymising: the register of a case, every part of a file, and what in it still identifies someone.

`check(data, name, register)` is the way in. It needs no database and no network, and fails closed.
"""

from .check import Finding, Report, Where, check
from .errors import FileRefused, RegisterError, UnsafeFile, UnsupportedFile
from .places import Part, Unread
from .register import Entry, Register, read_register
from .variants import Variant

__all__ = [
    "Entry",
    "FileRefused",
    "Finding",
    "Part",
    "Register",
    "RegisterError",
    "Report",
    "Unread",
    "UnsafeFile",
    "UnsupportedFile",
    "Variant",
    "Where",
    "check",
    "read_register",
]
