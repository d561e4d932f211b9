"""The last look at a copy: the final bytes, opened as somebody would who wants to know the names.

It knows nothing of how the copy was made, and shares with what reads and writes files only the folding of letters,
the register's forms and the knowledge of which names are printed openly, which it asks of the words that it has read
itself: a fault elsewhere must not hide itself here.
"""

from collections.abc import Iterable
from pathlib import PurePath

from ..register import Register
from ..report import Report
from .bare import look_at
from .judge import judged
from .sight import Sight

__all__ = ["verify"]


def verify(data: bytes, name: str, register: Register, *, published: Iterable[str] = ()) -> Report:
    """Everything of the register that can be got out of a file's bytes and its name. Changes nothing.

    `published`: names that the review prints openly. A word of the register in one of them stays, and is said.

    What nobody can read is in `unread`, and then the report isn't clean. Raises UnsafeFile for a file built to do
    harm: XML with a DTD or an entity, or a size that can't be unpacked.
    """
    sight = Sight()
    sight.name("file name", PurePath(name).name)
    look_at(data, "body", sight)
    findings, standing = judged(sight, register, published)
    return Report(name, tuple(findings), tuple(sight.unread), standing=tuple(standing))
