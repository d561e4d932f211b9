"""Places on the map and machines on a network: grid references, coordinates, what3words, IP and MAC addresses."""

import re
from collections.abc import Iterator

from .hits import Hit, before, hit_at
from .sheet import Sheet

_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_IPV4 = re.compile(rf"(?<![\w.]){_OCTET}(?:\.{_OCTET}){{3}}(?![\w]|\.\d)")
_IPV6 = re.compile(
    r"(?<![\w:])(?=[\da-f:]*[a-f]|[\da-f]+::)(?:[\da-f]{1,4}:{1,2}){2,7}[\da-f]{1,4}(?![\w:])", re.I
)
_MAC = re.compile(r"(?<![\w:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\w:-])", re.I)
_IP_WORD = re.compile(r"\bip(?:v[46])?\b[^.\n]{0,30}$", re.I)
_NUMBERED = re.compile(
    r"\b(?:section|paragraph|para|appendix|version|annex|table|figure|chapter|v)s?\.? ?$", re.I
)
# Great Britain and Northern Ireland lie between these degrees.
_DECIMAL = re.compile(
    r"(?<![\w.])(?:49|5\d|60)\.\d{3,}(?:\u00b0| ?N)?[,;]? {0,2}[-+]?[0-8]\.\d{3,}(?:\u00b0| ?[EW])?(?![\w.])"
)
_DEGREES = re.compile(
    r"\d{2} ?[\u00b0o] ?\d{1,2}(?:\.\d+)? ?['\u2032](?: ?\d{1,2}(?:\.\d+)? ?(?:[\"\u2033]|''))? ?N[,;]? {0,2}"
    r"\d{1,3} ?[\u00b0o] ?\d{1,2}(?:\.\d+)? ?['\u2032](?: ?\d{1,2}(?:\.\d+)? ?(?:[\"\u2033]|''))? ?[EW]\b"
)
# Ordnance Survey: a square of two letters, and as many figures east as north.
_GRID = re.compile(
    r"(?<![\w/-])[HNOST][A-HJ-Z] ?(?:(\d{3}) ?(\d{3})|(\d{4}) ?(\d{4})|(\d{5}) ?(\d{5}))(?![\w/-])"
)
_GRID_WORD = re.compile(r"\b(?:grid|map|os|ref(?:erence)?|ngr|at|near)\b[^.\n]{0,20}$", re.I)
_WORDS3 = re.compile(
    r"(?:what3words|w3w)[^a-z/.]{0,4}(?:(?:is|was|location|address)[ :]+)?(?P<all>(?:///)?[a-z]{3,15}(?:\.[a-z]{3,15}){2})(?![\w.]\w)",
    re.I,
)
_SLASHES = re.compile(r"(?<![:/\w])///[a-z]{3,15}(?:\.[a-z]{3,15}){2}(?!\w)", re.I)


def found_in(sheet: Sheet) -> Iterator[Hit]:
    """Every code that leads to a spot or to a machine."""
    words = sheet.text
    for pattern, kind, sure in (
        (_IPV6, "ip_address", 0.9),
        (_MAC, "ip_address", 0.9),
        (_DECIMAL, "coordinates", 0.9),
        (_DEGREES, "coordinates", 0.95),
        (_SLASHES, "coordinates", 0.9),
    ):
        for match in pattern.finditer(words):
            yield hit_at(sheet, *match.span(), kind, sure)
    for match in _IPV4.finditer(words) if "." in words else ():
        lead = before(words, match.start(), 40)
        is_long = any(len(octet) > 1 for octet in match[0].split("."))
        if _IP_WORD.search(lead) or (is_long and not _NUMBERED.search(lead)):
            yield hit_at(sheet, *match.span(), "ip_address", 0.85)
    for match in _GRID.finditer(words):
        is_spaced = " " in match[0]
        if is_spaced or _GRID_WORD.search(before(words, match.start(), 40)):
            yield hit_at(sheet, *match.span(), "coordinates", 0.8)
    for at in sheet.of(frozenset(["what3words", "w3w"])):
        found = _WORDS3.match(words, at)
        if found:
            yield hit_at(sheet, *found.span("all"), "coordinates", 0.95)
