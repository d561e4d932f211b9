"""Homes known by a number only: flats, rooms, caravans, cells and wings, "number 31"."""

import re
from collections.abc import Iterator

from ..hits import before
from ..sheet import Sheet
from .shapes import LISTS

_HOMES = LISTS.words("units.homes")
_HOME = re.compile(r"[a-z0-9]+\.? ?(?:no\.? ?)?(?:\d{1,4}[a-z]?|[a-h])\b(?![%]|\.\d)(?:/\d)?", re.I)
_ROOM = re.compile(r"(?:room|rm)\.? ?(?:no\.? ?)?\d{1,3}(?:\.\d{1,3})?[a-z]?\b(?!/)", re.I)
_ROOM_CUE = re.compile(
    r"\b(?:hostel|hotel|guest ?house|bed and breakfast|b&b|live[sd]|living|staying|stayed|placed|accommodat\w+|"
    r"papers are|address|given|slept)\b[^.\n]{0,50}$",
    re.I,
)
_ROOM_BEHIND = re.compile(
    r"(?:,| of| at| in)+ (?:the |an? )?"
    r"(?P<name>(?:[\w']+ ){0,3}(?:hostel|hotel|guest ?house|refuge|b&b|inn|house|lodge))\b",
    re.I,
)
_WARD = re.compile(
    r"(?:ward|wing) [A-Z]?\d{1,2}[A-Z]?\b(?:, (?:[A-Z][\w']+ ){0,3}(?:Hospital|Infirmary))?", re.I
)
_NAMED_WARD = re.compile(r"(?:[A-Z][\w']+ ){1,2}$")
_WING = re.compile(
    r"\b(?:[A-H]\d?|[A-H]-|(?:[A-Z][a-z]+ )|[Hh]ealth ?care |[Ss]egregation )[ -]?[Ww]ing\b"
    r"(?:(?:,| at) HMP(?: [A-Z]\w+){1,2})?"
)
_CELL = re.compile(r"cell (?:number |no\.? ?)?[A-Z]?\d{1,3}[A-Z]?\b(?:,? (?:on )?[A-H] ?[Ww]ing)?", re.I)
_WARD_CUE = re.compile(r"\b(?:on|to|from|of|in|at|detained|admitted)(?: the)? $", re.I)
_NO_WARD = LISTS.words("around.lead_words") | frozenset(
    ["hospital", "acute", "medical", "surgical", "children's", "maternity", "psychiatric", "mental", "health"]
)
_HOUSE_NUMBER = re.compile(
    r"\b(?:at|from|to|outside|of|opposite|into|near|next door,?|in|house|lives at|and|beside|behind|door)\s+"
    r"(?P<unit>(?:house )?(?:numbers?|nos?\.?) ?\d{1,4}[A-Za-z]?(?: and \d{1,4}[A-Za-z]?)?)\b"
    r"(?![/.]\d| \w+ (?:of|on) the list| of\b| on the\b|-\d)",
    re.I,
)


def hearts(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """Flats, caravans, rooms where somebody lived, wards, cells and wings."""
    words = sheet.text
    for at in sheet.of(_HOMES):
        match = _HOME.match(words, at)
        if match and (match[0][0].isupper() or match[0][-1].isdigit()):
            yield *match.span(), 0.85
    for at in sheet.of(frozenset(["room", "rm"])):
        yield from _room(words, at)
    for at in sheet.of(frozenset(["cell"])):
        match = _CELL.match(words, at)
        if match:
            yield *match.span(), 0.6
    for at in sheet.of(frozenset(["ward"])):
        yield from _ward(words, at)
    for match in _WING.finditer(words) if "ing" in words else ():
        if not match[0].startswith(("Left", "Right", "The", "A wing")):
            yield *match.span(), 0.6


def numbers(sheet: Sheet) -> Iterator[tuple[int, int, float]]:
    """ "number 31", whose street the sentence before names."""
    for match in _HOUSE_NUMBER.finditer(sheet.text):
        yield *match.span("unit"), 0.8


def _room(words: str, at: int) -> Iterator[tuple[int, int, float]]:
    match = _ROOM.match(words, at)
    if match is None:
        return
    behind = _ROOM_BEHIND.match(words, match.end())
    if behind:
        yield at, behind.end() if behind["name"][0].isupper() else match.end(), 0.7
    elif _ROOM_CUE.search(before(words, at, 80)):
        yield *match.span(), 0.7


def _ward(words: str, at: int) -> Iterator[tuple[int, int, float]]:
    number = _WARD.match(words, at)
    lead = before(words, at, 40)
    name = _NAMED_WARD.search(lead)
    if number:
        yield *number.span(), 0.6
    elif name and words[at] == "W":
        start = at - len(name[0])
        first = name[0].split()[0].lower()
        if first not in _NO_WARD and _WARD_CUE.search(before(words, start, 16)):
            yield start, at + 4, 0.6
