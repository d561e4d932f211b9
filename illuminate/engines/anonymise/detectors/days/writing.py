"""Every writing of a day: in figures, words, other tongues, by feasts, with weekday and clock time."""

import re
from collections.abc import Iterator

from ..hits import before
from ..lists import Lists, beside
from ..sheet import Sheet

LISTS: Lists = beside(__file__, "days")

_NAMES = LISTS.words("writing.months")
_MONTH = rf"(?:{LISTS.either('writing.months')}(?![a-z])\.?)"
_ORDINAL = rf"(?:(?:(?:twenty|thirty)[- ])?{LISTS.either('writing.days')}|{LISTS.either('writing.tens')})"
_SPOKEN_YEAR = rf"(?:nineteen|twenty|two thousand(?: and)?)(?:[ -]{LISTS.either('writing.years')}){{1,2}}"
_YEAR = r"(?:[ .,-]{0,2}(?:of |in )?(?:(?:19|20)\d\d|'?\d\d)\b(?!:|\.\d))?"
# All on lower case, and each with a fixed beginning: a text is long, and days are few.
_NUMBERED = re.compile(
    rf"\d(?<![\w.-]\d)(?<!\d/\d/\d)(?<!\w\w/\d)(?<!/\d\d/\d)"
    rf"(?:\d?(?:st|nd|rd|th)?(?: day)?(?: of)?[ .-]{{0,2}}{_MONTH}{_YEAR}"
    rf"|\d?([./-]) ?\d{{1,2}}\1 ?(?:(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)|\d{{3}}([./-])\d\d\2\d\d(?!\d)"
    rf"|\d? \d{{1,2}} (?:19|20)\d\d(?!\w)|\d?[./-][ivx]{{1,4}}[./-](?:(?:19|20)\d\d|\d\d)(?!\w)"
    rf"|\d? [ivx]{{1,4}} (?:19|20)\d\d)"
)
_TOGETHER = re.compile(
    r"(?:born|birth|dob|d\.o\.b\.?|died|death)[a-z :.]{0,16}(?P<day>[0-3]\d[01]\d(?:19|20)\d\d)(?!\d)"
)
_OF_MONTH = re.compile(rf"(?:of|t?h|st|d) {_MONTH}(?:,? (?:in )?{_SPOKEN_YEAR}|{_YEAR})")
_ORDINAL_END = re.compile(rf"\b{_ORDINAL}(?: day)? ?$")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WITH_YEAR = r"(?:,? (?:of |in )?(?:19|20)\d\d)?"
_FEAST = re.compile(
    rf"(?<!\w)(?:{LISTS.either_phrase('writing.feasts')}|the (?:{_WEEKDAY}|day|night|week) (?:before|after|of) "
    rf"(?:new year|{LISTS.either('writing.anchors')})){_WITH_YEAR}(?!\w)"
)
_FEAST_WORDS = LISTS.words("writing.anchors") | frozenset(
    word
    for feast in LISTS.phrases("writing.feasts")
    for word in feast.split()
    if word.isalpha() or "'" in word
)
_BARE = re.compile(r"(?:on|of) the \d{1,2}(?:st|nd|rd|th)(?=[,.;]| at| in the| he| she|$)")
_AFTER_MONTH = re.compile(
    rf"[a-z]+\.? (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])|{_ORDINAL})(?:,? (?:(?:19|20)\d\d|'\d\d)\b)?"
)
_LEAD = re.compile(
    r"(?:\b\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?|hrs)?,? (?:on )?)?"
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:\bthe )?"
    r"(?:\b\d{1,2}(?:st|nd|rd|th)? ?(?:/|-|and|to|or) ?(?:the )?)?$"
)
_CLOCK = re.compile(r"(?:,| at) (?:about |around |approximately )?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\b\.?| ?hrs)?")


def days(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Every day in a text, with its weekday and clock time."""
    lower = sheet.lower
    for start, end in _bare_days(sheet):
        lead = _LEAD.search(before(lower, start, 40))
        clock = _CLOCK.match(lower, end)
        first = start - len(lead[0]) if lead else start
        yield first, clock.end() if clock else end - (lower[end - 1] in " ,")


def _bare_days(sheet: Sheet) -> Iterator[tuple[int, int]]:
    lower = sheet.lower
    meant = sheet.digits_meant.lower()
    for first, last in sheet.scanned(12):
        yield from (match.span() for match in _NUMBERED.finditer(meant, first, last))
    for pattern in (_NUMBERED, *([_FEAST] if _FEAST_WORDS & sheet.words.keys() else [])):
        yield from (match.span() for match in pattern.finditer(lower))
    yield from (match.span("day") for match in _TOGETHER.finditer(lower))
    yield from ((match.start() + 3, match.end()) for match in _BARE.finditer(lower))
    for at in sheet.of(_NAMES):
        match = _AFTER_MONTH.match(lower, at)
        if match:
            yield match.span()
    for match in _OF_MONTH.finditer(lower):
        stop = lower.index(" ", match.start()) if lower[match.start()] != "o" else match.start()
        ordinal = _ORDINAL_END.search(before(lower, stop, 26))
        if ordinal:
            yield stop - len(ordinal[0]), match.end()
