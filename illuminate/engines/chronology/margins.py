"""The words of a workbook's page headers and footers, which often name whose it is. They are printed, not shown."""

from __future__ import annotations

import re
import struct
from html import unescape

_PART = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>(.*?)</", re.S)
_OPEN_PART = re.compile(
    rb"<style:(?:header|footer)(?:-left|-first)?\b[^>]*>(.*?)</style:(?:header|footer)", re.S
)
_OPEN_LINE = re.compile(rb"<text:p\b[^>]*>(.*?)</text:p>", re.S)
_TAG = re.compile(rb"<[^>]*>")
# Codes of a header, from Microsoft's description of oddHeader: places, fonts, sizes, colours, page numbers, names.
_CODE = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-JM-Za-z]')
_PLACE = re.compile(r"&[LCR]|\n")
HEADER, FOOTER = 0x14, 0x15
"""Records of an .xls stream, from Microsoft's [MS-XLS]."""


def of_sheet(xml: bytes) -> tuple[str, ...]:
    """The lines of the headers and footers in the XML of an .xlsx sheet."""
    if b"eaderFooter" not in xml[-20_000:]:
        return ()
    parts = (unescape(found[1].decode("utf-8", "replace")) for found in _PART.finditer(xml[-20_000:]))
    return tuple(line for part in parts for line in _lines(part))


def of_record(body: bytes) -> tuple[str, ...]:
    """The lines of one header or footer record of an .xls sheet."""
    if len(body) < 3:
        return ()
    (length,) = struct.unpack_from("<H", body)
    wide = body[2] & 1
    words = (
        body[3 : 3 + length * 2].decode("utf-16-le", "replace")
        if wide
        else body[3 : 3 + length].decode("latin-1")
    )
    return _lines(words)


def of_styles(xml: bytes) -> tuple[str, ...]:
    """The lines of the headers and footers in the styles.xml of an .ods file."""
    parts = (part[1] for part in _OPEN_PART.finditer(xml))
    lines = (
        _TAG.sub(b"", line[1]).decode("utf-8", "replace")
        for part in parts
        for line in _OPEN_LINE.finditer(part)
    )
    return tuple(
        dict.fromkeys(words for line in lines if (words := unescape(line).strip()) and words != "???")
    )


def _lines(part: str) -> tuple[str, ...]:
    """What a header says at its left, in its middle and at its right, without its codes."""
    pieces = (
        _CODE.sub("", piece.replace("&&", "\0")).replace("\0", "&").strip() for piece in _PLACE.split(part)
    )
    return tuple(piece for piece in pieces if piece)
