"""How far an address goes: the flat, the floor or the house before its heart, the town and the postcode behind."""

import re

from ..hits import before
from .shapes import LISTS, NUMBER, POSTCODE, TOWN

_UNITS = LISTS.either("units.all")
_FLOOR = (
    rf"(?:(?i:{LISTS.either_phrase('units.floors')}|\d{{1,2}}(?:st|nd|rd|th))[ -](?i:floor)"
    r"(?: (?i:flat|left|right|front|rear))?)"
)
_WELSH = "|".join(sorted(word.capitalize() for word in LISTS.words("welsh.houses", "welsh.bodies")))
# What may stand before the street, in the order in which it is tried.
_SEGMENTS = (
    _FLOOR,
    rf"(?i:\b{_UNITS}\.?(?= \Z))",
    rf"(?i:\b{LISTS.either('units.parts')} (?:flat|apartment|annexe?))",
    rf"(?i:\b{_UNITS})\.? ?(?:\d{{1,4}}(?:[./]\d{{1,3}})?[A-Za-z]?|[A-Z]\d{{0,3}})",
    r"(?<![\w/.-])\d{1,2}/\d{1,2}",
    r"\b[Tt]he Annexe?",
    r"\b(?:[Cc]/[Oo]|[Cc]are of)(?: (?:[A-Z][\w'.-]*,? ?){1,4}?)?",
    rf"(?:{NUMBER} )?(?:[A-Z][\w'.&]* ){{1,4}}(?i:{LISTS.either('houses.segments', 'houses.bodies')})",
    rf"\b(?:{_WELSH})(?:[ -](?:[A-Z][\w'-]+|y|yr|a|[a-z]+(?=,))){{1,4}}(?=, \Z)",
    r"\b[Tt]he [A-Z]\w+(?: (?:and |& )?[A-Z]\w+){0,2}(?=,? \Z|,?\n\Z)",
    r"(?<=, )[A-Z][a-z]{3,}(?:-[\w']+){0,3}(?=, \Z)|(?<=\b[Oo]f )[A-Z][a-z]{3,}(?=, \Z)",
    r"\b(?i:the )?(?:\w+ )?(?i:caravan|flat|annexe?|bungalow|chalet)(?= (?:at|on|in|of|above|behind))",
)
_SEGMENT_BEFORE = re.compile(
    rf"(?:{'|'.join(_SEGMENTS)})(?:, *|,? ?\n| (?:at|on|in|of|above|behind) (?:the )?| +)$"
)
# Before a number, whatever has capitals and stands behind a word of place.
_NAME_BEFORE = re.compile(
    r"(?:(?<=\bat )|(?<=\bto )|(?<=\bof )|(?<=\bin )|(?<=\bis )|(?<=\bfrom )|(?<=: ))"
    r"(?!(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DCI|Rev)\b)[A-Z][\w'&-]+(?: (?:[A-Z&][\w'&-]*|y|yr|of|and|the)){0,3}, ?$"
)
# Before a postcode's own street every line of a letter's head belongs to it: "The Annexe, County Offices, ", "41 ".
_NO_TITLE = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DCI|Rev|Dear)\b)"
_HEAD_BEFORE = re.compile(
    rf"(?:(?<=\b(?:at|to|of|in|is) )|(?<=\bfrom )|(?<=: )|(?<=, )|(?<=\n)|^)"
    r"(?:P\.?O\.? ?[Bb]ox \d{1,5}|"
    rf"(?:{NUMBER} )?{_NO_TITLE}[A-Z][\w'.&-]*(?: (?:[A-Z&][\w'.&-]*|y|yr|of|and|the)){{0,3}})"
    rf"(?:, ?|,? ?\n)$|(?<![\w./-]){NUMBER} $"
)
_CODED = re.compile(rf"{POSTCODE}$")
_POSTCODE_NEAR = re.compile(rf"(?:,?\s*{TOWN}){{0,3}},?\s*{POSTCODE}")
_TOWN_ENDS = LISTS.either_phrase("around.town_ends")
_BEHIND = re.compile(
    rf"(?: (?:East|West|North|South|Upper|Lower)\b)?"
    rf"(?:(?:,| in|,? near|,? off|,? ?\n) ?{TOWN}(?=(?:,?\s*{TOWN}){{0,3}},?\s*{POSTCODE}|, {TOWN},? *{POSTCODE}"
    rf"|[^\w\s,'-]|\s*$|\n| {_TOWN_ENDS}\b|, [a-z\d]"
    rf"|,\s?{TOWN}(?:[^\w\s,'-]|, [a-z\d]|\s*$))){{0,4}}(?:,?\s*{POSTCODE})?"
)
_FLAT_BEHIND = re.compile(
    rf",? (?:(?i:{LISTS.either('units.homes')})\.? (?:\d{{1,4}}[A-Za-z]?|[A-H])\b(?:, )?|{_FLOOR})"
)


def whole(words: str, start: int, end: int) -> tuple[int, int]:
    """From the flat to the postcode, round the heart of an address."""
    behind = _FLAT_BEHIND.match(words, end)
    end = behind.end() if behind else end
    behind = _BEHIND.match(words, end)
    end = behind.end() if behind else end
    start = _from(words, start)
    if _CODED.search(words, start, end):
        start = _head(words, start)
    return start, end - (words[end - 1] == ".")


def has_unit(words: str, start: int) -> bool:
    """Whether a flat, a floor or a house's name stands right before."""
    return _SEGMENT_BEFORE.search(before(words, start, 80)) is not None


def has_postcode(words: str, end: int) -> bool:
    """Whether a postcode follows, with at most towns between."""
    return _POSTCODE_NEAR.match(words, end) is not None


def _from(words: str, start: int) -> int:
    has_number = words[start].isdigit()
    for _ in range(3):
        lead = before(words, start, 80)
        segment = _SEGMENT_BEFORE.search(lead) or (_NAME_BEFORE.search(lead) if has_number else None)
        if segment is None:
            break
        has_number = words[start - len(segment[0])].isdigit()
        start -= len(segment[0])
    return start


def _head(words: str, start: int) -> int:
    """Where the address begins whose postcode is known; three lines of a letter's head are the most."""
    for _ in range(3):
        if words[start].isdigit():
            break
        found = _HEAD_BEFORE.search(before(words, start, 80))
        if found is None:
            break
        start -= len(found[0])
    return start
