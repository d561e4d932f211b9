"""Bytes of which nothing is taken for granted: a zip, a PDF, text in some coding, or letters among other bytes."""

import binascii
import re

from .letters import decoded, inline_files, readings, strings_in
from .pictures import look_at_picture
from .sight import Sight

FONT = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf", b"%!PS-AdobeFont", b"%!FontType1", b"\x01\x00\x04")
_PRINTER = "printer settings"  # numbers for a printer, and its name: its letters are all its words
_SHARE = 0.02  # of characters that no text has


def look_at(data: bytes, part: str, sight: Sight) -> None:
    """See what is in some bytes, whatever they are; what can't be read is said to be unread."""
    from .pdf import look_at_pdf
    from .zipped import look_at_zip

    if not sight.may_go_deeper():
        sight.skip(part, "A file in a file in a file: it was not opened.")
        return
    sight.depth += 1
    try:
        if data.startswith(b"PK") or b"PK\x05\x06" in data[-70_000:]:
            look_at_zip(data, part, sight)
        elif b"%PDF-" in data[:1024]:
            look_at_pdf(data, part, sight)
        elif not look_at_picture(data, part, sight):
            _look_at_rest(data, part, sight)
    finally:
        sight.depth -= 1


def _look_at_rest(data: bytes, part: str, sight: Sight) -> None:
    if data.startswith(FONT):
        for text in strings_in(data):
            sight.add(part, text, "font")
        return
    text = decoded(data)
    if _is_text(text):
        look_at_text(text, part, sight)
        return
    for piece in strings_in(data):
        sight.add(part, piece, "bytes")
    if part != _PRINTER:
        sight.skip(part, "It is not text: what is in it can't be read.")


def look_at_text(text: str, part: str, sight: Sight) -> None:
    """Text as it stands, line by line together, and as a program would show it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sight.prose(part, text, by_line=True)
    for number, letters in enumerate(inline_files(text), 1):
        look_at(binascii.a2b_base64(letters), f"attachment {number}", sight)
    for other in readings(text):
        sight.add(part, other, "joined")


def _is_text(text: str) -> bool:
    strange = len(re.findall(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]", text))
    return strange <= _SHARE * len(text)
