"""Files inside the file: an Office file, a PDF, a zip, a page of the web or a text is read like the file itself."""

import html
import io
import re
from collections.abc import Callable

import olefile

from ..errors import FileRefused
from ..places import Part, Piece, Reading
from .package import Package
from .strings import remarks_in, words_in
from .text import decoded

_DEEPEST = 5
_TOO_DEEP = "A file in a file in a file: it was not opened."
_DAMAGED = "A file inside the file: it is damaged, or locked with a password."
_UNKNOWN = "A file inside the file: it is of a kind that can't be read."
_PICTURE = "A picture: its words can't be read."
_SIGNS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"\xd7\xcd\xc6\x9a",
    b"\1\0\0\0",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INNER = re.compile(rb"PK\x03\x04|%PDF-")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_VALUE = re.compile(r"""=\s*(?:"([^"<>]+)"|'([^'<>]+)')""")
_RTF = re.compile(
    r"\\'([0-9a-f]{2})|\\u(-?\d+) ?\??|\\(par|line|tab|cell)\b ?|\\[a-z]+-?\d* ?|\\\*|[{}]|\r?\n"
)
_SHARE = 0.02  # of characters that no text has
_Read = Callable[[bytes, Reading], None]


def read_inside(data: bytes, reading: Reading) -> None:
    """Read one file inside the file as "attachment N"; what of it can't be read is said to be unread.

    Raises FileRefused for one that is built to do harm.
    """
    part = reading.number("attachment")
    reader = _reader_of(data)
    if reading.depth >= _DEEPEST:
        reading.skip(part, _TOO_DEEP)
        return
    if reader is None:
        _read_bytes(data, part, reading)
        return
    inner = Reading(depth=reading.depth + 1, spent=reading.spent)
    try:
        reader(data, inner)
    except FileRefused:
        raise
    except Exception:
        # Whatever the reason: what was not read can't pass.
        reading.skip(part, _DAMAGED)
        for words in words_in(data):
            reading.add_machine(f"{part} (settings)", Piece(words, None))
    reading.spent = inner.spent
    for one in inner.parts.values():
        _tell(one, part, reading)
    if inner.unread:
        reading.skip(part, f"A file inside the file: {inner.unread[0].part} in it was not read.")


def _tell(one: Part, part: str, reading: Reading) -> None:
    texts = ["\n".join(one.paragraphs)] if one.is_wrapped else one.paragraphs
    for text in texts:
        if one.is_machine:
            reading.add_machine(f"{part} (settings)", Piece(text, None))
        else:
            reading.add_words(part, Piece(text, None))


def _reader_of(data: bytes) -> _Read | None:
    """By its bytes: nobody keeps the names of such files."""
    from . import excel, pdf, word

    if data.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in data:
            return word.read
        return excel.read if b"xl/workbook.xml" in data else _read_zip
    if b"%PDF-" in data[:1024]:
        return pdf.read
    if data.startswith(_OLE):
        return _read_ole
    return None if data.startswith(_SIGNS) or not _is_text(decoded(data)) else _read_text


def _is_text(text: str) -> bool:
    strange = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]", text))
    return strange <= _SHARE * len(text)


def _read_zip(data: bytes, reading: Reading) -> None:
    package = Package(data, reading)
    for name in package.names():
        reading.add_machine("part name", Piece(name, None))
        read_inside(package.take(name) or b"", reading)
    reading.add_words("properties", Piece(package.comment, None))


def _read_ole(data: bytes, reading: Reading) -> None:
    """The streams of an older Office file or of an object: files in them, and otherwise their letters."""
    with olefile.OleFileIO(io.BytesIO(data)) as store:
        for path in store.listdir():
            reading.add_machine("part name", Piece("/".join(path), None))
            with store.openstream(path) as stream:
                body = stream.read()
            inner = _INNER.search(body)
            if inner:
                read_inside(body[inner.start() :], reading)
                body = body[: inner.start()]
            for words in words_in(body):
                reading.add_machine("object", Piece(words, None))
    reading.skip("object", "An older kind of file: only its letters were read.")


def _read_text(data: bytes, reading: Reading) -> None:
    """A text, a page of the web, rich text: line by line, without its marks; values in marks for the register."""
    text = decoded(data)
    if text.lstrip().startswith("{\\rtf"):
        text = _RTF.sub(_unmarked, text)
    elif "<" in text:
        for found in _VALUE.finditer(text):
            reading.add_machine("settings", Piece(html.unescape(found[1] or found[2]), None))
        text = html.unescape(_TAG.sub("", text))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reading.parts["body"] = Part("body", lines, is_wrapped=True)


def _unmarked(found: re.Match[str]) -> str:
    if found[1]:
        return bytes([int(found[1], 16)]).decode("cp1252", errors="replace")
    if found[2]:
        return chr(int(found[2]) % 65536)
    return "\n" if found[3] else ""


def _read_bytes(data: bytes, part: str, reading: Reading) -> None:
    is_picture = data.startswith(_SIGNS)
    for words in remarks_in(data) if is_picture else words_in(data):
        reading.add_machine(f"{part} (settings)", Piece(words, None))
    reading.skip(part, _PICTURE if is_picture else _UNKNOWN)
