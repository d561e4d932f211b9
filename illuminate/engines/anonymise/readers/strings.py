"""Words out of bytes that are no text: runs of letters, and what stands beside the points in a picture's file."""

import re
import struct
import zlib
from collections.abc import Iterator

_NARROW = re.compile(rb"[\x20-\x7e\x80-\xff]{5,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa1-\xff]\x00){5,}|(?:\x00[\x20-\x7e\xa1-\xff]){5,}")
_LETTERS = re.compile(r"[^\W\d_]{3}|\d{5}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_MOST = 1_000_000  # bytes of a picture whose words and points lie together
_SCAN = 0xDA


def words_in(data: bytes) -> Iterator[str]:
    """Runs of letters of one byte each, in UTF-8 or Windows' letters, and of two bytes in either order."""
    for run in _NARROW.finditer(data):
        try:
            text = run[0].decode("utf-8")
        except UnicodeDecodeError:
            text = run[0].decode("cp1252", errors="replace")
        if _LETTERS.search(text):
            yield text
    for run in _WIDE.finditer(data):
        yield run[0].decode("utf-16-le" if run[0][0] else "utf-16-be")


def remarks_in(data: bytes) -> Iterator[str]:
    """The words in a picture's file: owner, place, program, remarks. Of a drawing (EMF) also what it shows."""
    for piece in _beside(data):
        yield from words_in(piece)


def _beside(data: bytes) -> Iterator[bytes]:
    try:
        if data.startswith(_PNG):
            yield from _png(data)
        elif data.startswith(_JPEG):
            yield from _jpeg(data)
        else:
            yield data[:_MOST]
    except struct.error:
        yield data[:_MOST]


def _png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        at += size + 12
        if kind == b"IDAT":
            continue
        yield body
        yield from _unpacked(body)
        if kind == b"IEND":
            break
    yield data[at:]


def _unpacked(body: bytes) -> Iterator[bytes]:
    for found in _PACKED.finditer(body):
        try:
            yield zlib.decompressobj().decompress(body[found.start() :], _MOST)
        except zlib.error:
            continue


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        (size,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield data[at + 4 : at + 2 + size]
        at += 2 + size
    end = data.rfind(b"\xff\xd9")
    yield data[end + 2 :] if end >= 0 else b""
