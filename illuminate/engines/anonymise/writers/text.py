"""Plain text and Markdown: the same lines, line ends and letters' coding, with other words in them."""

import codecs
import re
from collections import defaultdict
from collections.abc import Sequence

from ..readers.marks import joined, marks_left
from ..readers.text import inline_files
from ..replacing import CannotReplace, Replacement, Written

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def write(data: bytes, name: str, replacements: Sequence[Replacement]) -> Written:
    """The text with its replacements. Raises CannotReplace when a line does not say what it should.

    A copy whose new words the old coding has no letters for is written as UTF-8.
    """
    mark, coding, text = _decoded(data)
    files = {one.where.part for one in replacements if one.where.part.startswith("attachment ")}
    text = _without_files(text, {part.removesuffix(" (settings)") for part in files})
    pieces = _LINE_END.split(text)
    by_line: dict[int, list[Replacement]] = defaultdict(list)
    for one in replacements:
        if one.where.part in files:
            continue
        by_line[one.where.paragraph].append(one)
    for number, wanted in by_line.items():
        at = 2 * (number - 1)  # between two lines stands a line end
        if not 0 <= at < len(pieces):
            raise CannotReplace(wanted[0].where)
        pieces[at] = _replaced(pieces[at], wanted)
    removed = ("Files that were written into the text.",) if files else ()
    return Written(mark + _encoded("".join(pieces), coding), removed)


def _without_files(text: str, files: set[str]) -> str:
    """A file that names someone goes from the text that it is written into; its link leads nowhere."""
    for number, found in reversed([*enumerate(inline_files(text), 1)]):
        if f"attachment {number}" in files:
            text = f"{text[: found.start()]}data:,{text[found.end() :]}"
    return text


def _replaced(line: str, wanted: list[Replacement]) -> str:
    before = len(line)
    for one in sorted(wanted, key=lambda one: one.where.start, reverse=True):
        where = one.where
        if where.part != "body" or where.end > before or line[where.start : where.end] != one.text:
            raise CannotReplace(where)
        line = _with(line[: where.start], one.new, marks_left(one.text), line[where.end :])
        before = where.start
    return line


def _with(before: str, new: str, marks: str, after: str) -> str:
    """New words in a line, with the marks that stood among the old ones; one that opens stands before a word."""
    opens = bool(marks) and marks[0] in "*_~`" and before.count(marks) % 2 == 0
    if opens and after.startswith(" "):
        return f"{before}{new} {marks}{after[1:]}"
    return joined(before + new + marks, after)


def _decoded(data: bytes) -> tuple[bytes, str, str]:
    """The mark in front, the coding, and the text behind the mark."""
    for mark, coding in _MARKED:
        if data.startswith(mark):
            return mark, coding, data.removeprefix(mark).decode(coding, errors="replace")
    try:
        return b"", "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252", data.decode("cp1252", errors="replace")


def _encoded(text: str, coding: str) -> bytes:
    try:
        return text.encode(coding)
    except UnicodeEncodeError:
        return text.encode("utf-8", errors="replace")
