"""Plain text and Markdown: a paragraph is a line."""

import binascii
import re
from collections.abc import Iterator

from ..places import Part, Reading
from .marks import without_marks

_BODY = "body"
_INLINE = re.compile(r"data:[\w/+.-]*(?:;[^\s,;]*)*;base64,([A-Za-z0-9+/=]{16,})")


def read(data: bytes, reading: Reading) -> None:
    """UTF-8, UTF-16 with its mark, or Windows' own letters; bytes that are no text are unread."""
    text = decoded(data)
    if "\0" in text:
        reading.skip(_BODY, "It is not a text file.")
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    reading.parts[_BODY] = Part(_BODY, lines, is_wrapped=True, plain=without_marks("\n".join(lines)))
    _read_inline(text, reading)


def _read_inline(text: str, reading: Reading) -> None:
    """Files that are written into the text as letters."""
    from .inside import read_inside

    for found in inline_files(text):
        try:
            data = binascii.a2b_base64(found[1])
        except binascii.Error:
            reading.skip(reading.number("attachment"), "A file written into the text is damaged.")
            continue
        read_inside(data, reading)


def inline_files(text: str) -> Iterator[re.Match[str]]:
    """Where files are written into a text (data: links), in their order: "attachment 1" is the first."""
    return _INLINE.finditer(text)


def decoded(data: bytes) -> str:
    """The text, by its mark or by what its bytes can be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
