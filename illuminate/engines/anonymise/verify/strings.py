"""Strings and names in the bytes of a PDF, as the file writes them."""

import re
from collections.abc import Iterator

from .pdf_words import NAMES

_LITERAL = rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\))*\)"
_HEX = rb"<[0-9A-Fa-f\s]{2,}>"
_STRING = re.compile(rb"%b|%b" % (_LITERAL, _HEX), re.DOTALL)
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E|Contents|T)\s*(%b|%b)" % (_LITERAL, _HEX), re.DOTALL)
_DRAWN = re.compile(
    rb"(%b|%b)|(-?\d+(?:\.\d+)?)|(T\*|Td|TD|Tm|ET|['\"\]\[]|T[jJ])" % (_LITERAL, _HEX), re.DOTALL
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r?\n|(.))", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME = re.compile(rb"/([A-Za-z0-9_.+#-]{2,127})")
_BLANK = -180  # thousandths of a letter's size: farther apart than this are words


def strings_of(body: bytes) -> Iterator[str]:
    """Every string written in brackets or as hex."""
    for found in _STRING.finditer(body):
        yield from _read(found[0])


def spoken_in(body: bytes) -> Iterator[str]:
    """What a drawing says to those who don't see it."""
    for found in _SPOKEN.finditer(body):
        yield from _read(found[1])


def names_in(body: bytes) -> Iterator[str]:
    """Names, with their escapes resolved."""
    for found in _NAME.finditer(body):
        name = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), found[1])
        yield name.decode("utf-8", errors="replace")


def text_of(body: bytes) -> str:
    """What a drawing writes: pieces of a word that are moved together, words that are moved apart."""
    pieces: list[str] = []
    is_row = False
    for string, number, order in _DRAWN.findall(body):
        if string:
            word = next(_read(string), "")
            pieces.append(word if word not in NAMES else "\n")
        elif number:
            pieces.append(" " if is_row and float(number) < _BLANK else "")
        elif order in (b"[", b"]"):
            is_row = order == b"["
        elif order not in (b"Tj", b"TJ"):
            pieces.append("\n")
    return re.sub(r"\n{2,}", "\n", "".join(pieces))


def _read(written: bytes) -> Iterator[str]:
    """One string as text; hex may be two bytes a letter without saying so."""
    if written.startswith(b"("):
        raw = _ESCAPE.sub(_unescaped, written[1:-1])
    else:
        digits = re.sub(rb"\s", b"", written[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if raw.startswith(b"\xfe\xff"):
        yield raw[2:].decode("utf-16-be", errors="replace")
    elif raw.startswith(b"\xff\xfe"):
        yield raw[2:].decode("utf-16-le", errors="replace")
    else:
        try:
            yield raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        except UnicodeDecodeError:
            yield raw.decode("cp1252", errors="replace")
        if b"\0" in raw:
            yield raw.decode("utf-16-be", errors="replace")


def _unescaped(found: "re.Match[bytes]") -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    return _SHORT.get(found[2], found[2]) if found[2] else b""
