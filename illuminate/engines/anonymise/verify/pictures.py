"""Pictures: what they show can't be read, what is written beside the points can."""

import re
import struct
import zlib
from collections.abc import Iterator

from .letters import strings_in
from .markup import look_at_xml
from .sight import Sight

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SIGNS = (
    _PNG,
    _JPEG,
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"\x01\0\0\0",
    b"\xd7\xcd\xc6\x9a",
    b"\0\0\1\0",
    b"II\xbc",
)
_SCAN = "A picture: its words can't be read."


def look_at_picture(data: bytes, part: str, sight: Sight) -> bool:
    """Read what is written in a picture's file, and say that the picture is unread. False for other bytes."""
    is_drawing = b"<svg" in data[:1000]
    if not data.startswith(_SIGNS) and not is_drawing:
        return False
    if not part.startswith(("thumbnail", "picture")):
        part = sight.number("picture")
    if is_drawing:
        look_at_xml(data, part, sight)
    for beside in _beside(data):
        for text in strings_in(beside):
            sight.add(part, text, "bytes")
    sight.skip(part, _SCAN)
    return True


def _beside(data: bytes) -> Iterator[bytes]:
    """Everything but the points of the picture, unpacked where it is packed."""
    if data.startswith(_PNG):
        yield from _png(data)
    elif data.startswith(_JPEG):
        yield from _jpeg(data)
    else:
        yield data


def _png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        at += size + 12
        if kind == b"IDAT":
            continue
        yield body
        for packed in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body):
            try:
                yield zlib.decompressobj().decompress(body[packed.start() :], 1_000_000)
            except zlib.error:
                continue
        if kind == b"IEND":
            break
    yield data[at:]


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        (size,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield data[at + 4 : at + 2 + size]
        at += 2 + size
    yield data[data.rfind(b"\xff\xd9") + 2 :]
