"""Small pictures with words written beside their points."""

import base64
import struct
import zlib

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def png(words: str = "") -> bytes:
    """One point, and words as a program for pictures writes them."""
    if not words:
        return _PIXEL
    body = b"tEXtAuthor\0" + words.encode("latin-1")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return _PIXEL[:33] + chunk + _PIXEL[33:]


def jpeg(words: str) -> bytes:
    """A photo's file as a camera writes it: the owner in an Exif block. Its points are none."""
    owner = words.encode() + b"\0"
    entry = struct.pack("<HHHHII", 1, 0x9C9D & 0x013B, 2, 0, len(owner), 26)
    exif = b"Exif\0\0II*\0\x08\0\0\0" + entry + b"\0" * 4 + owner
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xda\0\x02points\xff\xd9"


def svg(words: str) -> bytes:
    """A drawing with words in it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">'
        f"<text x='1' y='12'>{words}</text></svg>"
    ).encode()
