"""The last look at a copy: the final bytes, opened as somebody would who wants to know the names.

It knows nothing of how the copy was made, and shares with what reads and writes files only the folding of letters
and the register's forms: a fault there must not hide itself here.
"""

from pathlib import PurePath

from ..check import Report
from ..match import Matcher
from ..register import Register
from .bare import look_at
from .judge import findings_in
from .sight import Sight

__all__ = ["verify"]


def verify(data: bytes, name: str, register: Register) -> Report:
    """Everything of the register that can be got out of a file's bytes and its name. Changes nothing.

    What nobody can read is in `unread`, and then the report isn't clean. Raises UnsafeFile for a file built to do
    harm: XML with a DTD or an entity, or a size that can't be unpacked.
    """
    sight = Sight()
    sight.name("file name", PurePath(name).name)
    look_at(data, "body", sight)
    findings = tuple(findings_in(sight, Matcher(register)))
    return Report(file=name, findings=findings, unread=tuple(sight.unread))
