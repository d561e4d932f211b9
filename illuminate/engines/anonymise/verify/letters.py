"""Letters out of bytes, and the other ways in which the same letters may be read."""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_RUN = re.compile(rb"[\x20-\x7e\xc0-\xff\x80-\xbf\t\r\n]{5,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\x00){4,}")
_WIDE_BIG = re.compile(rb"(?:\x00[\x20-\x7e\xc0-\xff]){4,}")
_TAG = re.compile(r"<!--|-->|</?[A-Za-z][^<>]{0,500}>")
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKUP = re.compile(r"[*_~`\\]")
_APART = re.compile(r"\b(?:[^\W\d_][ .\u00a0\u2009_-]){3,}[^\W\d_]\b")
_OVERRIDE = re.compile("\u202e([^\u202c\n]*)")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff \\-]*"
)
_INLINE = re.compile(r"data:[\w/+.-]*;base64,([A-Za-z0-9+/=\s]{16,})")


def decoded(data: bytes) -> str:
    """Text by its mark, else UTF-8, else UTF-16 where every other byte is nothing, else Windows' own letters."""
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(coding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if text.count("\0") < len(text) // 4:
        return text
    is_big = data[0::2].count(0) > data[1::2].count(0)
    return data.decode("utf-16-be" if is_big else "utf-16-le", errors="replace")


def strings_in(data: bytes) -> Iterator[str]:
    """Runs of letters in bytes, of one byte each in UTF-8 or Windows' letters, and of two in either order."""
    for run in _RUN.finditer(data):
        try:
            yield run[0].decode("utf-8")
        except UnicodeDecodeError:
            yield run[0].decode("utf-8", errors="ignore")
            yield run[0].decode("cp1252", errors="replace")
    for run in _WIDE.finditer(data):
        yield run[0].decode("utf-16-le")
    for run in _WIDE_BIG.finditer(data):
        yield run[0].decode("utf-16-be")


def readings(text: str) -> Iterator[str]:
    """The text with entities and escapes resolved, without markup, letters apart joined, and turned round."""
    for other in (html.unescape(text), unquote(text) if "%" in text else text):
        if other != text:
            yield other
    plain = _TAG.sub("", html.unescape(text))
    if plain != text:
        yield plain
    bare = _MARKUP.sub("", plain)
    if bare != plain:
        yield bare
    said = _TAG.sub("", _REMARK.sub("", text))
    if said not in (text, plain, bare):
        yield said
    joined = _APART.sub(lambda found: re.sub(r"[\W_]", "", found[0]), text)
    if joined != text:
        yield joined
    yield from (found[1][::-1] for found in _OVERRIDE.finditer(text))
    yield from (found[0][::-1] for found in _RIGHT_TO_LEFT.finditer(text))


def inline_files(text: str) -> Iterator[str]:
    """Files written into a text as letters (data: links)."""
    yield from (found[1] for found in _INLINE.finditer(text))
