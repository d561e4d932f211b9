"""Pictures without what a camera or a program wrote beside the points: owners, places, days, words."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_PNG_REMARKS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
_SCAN = 0xDA
# JFIF, colours, and Adobe's way with colours: without these a picture looks different.
_LOOKS = (0xE0, 0xE2, 0xEE)


def without_remarks(data: bytes) -> bytes:
    """A PNG or JPEG with its points alone; any other bytes, and a damaged picture, as they are."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        return _jpeg(data) if data.startswith(_JPEG) else data
    except struct.error:
        return data


def _png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + size
        if kind not in _PNG_REMARKS:
            kept.append(data[at:end])
        at = end
        if kind == b"IEND":
            break
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes:
    kept, at = [_JPEG], len(_JPEG)
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        mark, size = struct.unpack(">xBH", data[at : at + 4])
        is_remark = mark == 0xFE or (0xE0 <= mark <= 0xEF and mark not in _LOOKS)
        if not is_remark:
            kept.append(data[at : at + 2 + size])
        at += 2 + size
    end = data.rfind(b"\xff\xd9")
    return b"".join((*kept, data[at : end + 2] if end > at else data[at:]))
