"""A look into web pages, which many systems export under the name of an Excel file."""

import re

from illuminate.foundation.documents.refusals import RUNS, NotAccepted

BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?:html|!doctype html|table|meta|head|body|style|div)\b", re.IGNORECASE
)
ACTIVE = re.compile(
    rb"<(?:script|iframe|frame|object|embed|applet|form|svg)\b|<[a-z][^<>]{0,1000}?\son[a-z]{3,20}\s*=|javascript:",
    re.IGNORECASE,
)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def look(data: bytes) -> str:
    """.html, or nothing known; refuses a page that does anything but show words."""
    plain = _plain(data)
    if not BEGINS.match(plain):
        return ""
    if ACTIVE.search(plain):
        raise NotAccepted(RUNS)
    return ".html"


def _plain(data: bytes) -> bytes:
    """Its letters one byte each, so that UTF-16 hides nothing."""
    for mark in MARKS:
        data = data.removeprefix(mark)
    return data.replace(b"\0", b"")
