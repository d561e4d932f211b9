"""Anonymising: the register of a case, every part of a file, and what in it still identifies someone.

Ways in, none of which needs a database or a network, and which fail closed: `check(data, name, register)` finds,
`apply(data, name, register)` makes the pseudonymised copy, `verify(data, name, register)` looks at final bytes as an
attacker would; `require_sound(data, name)` refuses what none of them can work on.
"""

from .apply import Applied, StillThere, apply, suggested_name
from .check import check
from .errors import FileRefused, RegisterError, UnsafeFile, UnsupportedFile
from .openly import Standing
from .places import Part, Unread, Where
from .register import Entry, Register, read_register
from .replacing import CannotReplace
from .report import Finding, Report
from .soundness import ENDINGS, MOST_BYTES, require_sound
from .variants import Variant
from .verify import verify

__all__ = [
    "ENDINGS",
    "MOST_BYTES",
    "Applied",
    "CannotReplace",
    "Entry",
    "FileRefused",
    "Finding",
    "Part",
    "Register",
    "RegisterError",
    "Report",
    "Standing",
    "StillThere",
    "Unread",
    "UnsafeFile",
    "UnsupportedFile",
    "Variant",
    "Where",
    "apply",
    "check",
    "read_register",
    "require_sound",
    "suggested_name",
    "verify",
]
