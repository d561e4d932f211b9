"""A look at a picture: is it one, and is it all there."""

from illuminate.foundation.documents.refusals import DAMAGED, NotAccepted

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
JPEG_END = b"\xff\xd9"
TAIL = 64 * 1024


def look(data: bytes) -> str:
    """.png, .jpg, or nothing known; refuses one that is cut off."""
    if data.startswith(PNG):
        whole, ending = _png_is_whole(data), ".png"
    elif data.startswith(JPEG):
        whole, ending = JPEG_END in data[-TAIL:], ".jpg"
    else:
        return ""
    if not whole:
        raise NotAccepted(DAMAGED)
    return ending


def _png_is_whole(data: bytes) -> bool:
    """Walk the chunks to the one that ends the picture."""
    at = len(PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if kind == b"IEND":
            return True
        at += 12 + length
    return False
