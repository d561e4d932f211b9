"""Times of day in a text in whatever form: in figures, in words, as a part of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import has_any

_NAMES = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_UNITS = {word: number for number, word in enumerate(_NAMES, 1)} | {
    "twenty five": 25,
    "twenty-five": 25,
    "quarter": 15,
    "a quarter": 15,
    "half": 30,
}
_HOURS = "|".join(_NAMES[:12])
_HALF = r"(?: ?(am|pm|a\.m|p\.m)\b\.?)?"
_FIGURES = re.compile(
    r"(?<![\d/£.:,#-])(?:(\d{1,2})[:.]([0-5]\d)(?![\d/]|[.:]\d|\s?(?:kg|g|mg|mcg|ml|"
    r"cm|mm|m|l|lb|miles?|%|stone|pints?)\b)(?:hrs?|h)?"
    rf"{_HALF}|([01]\d|2[0-3])([0-5]\d)(?: ?(?:hrs|hours|h|hr)\b|(?![\d/%]|[.:]\d)\b)|(\d{{1,2}}) ?(am|pm)\b)"
)
_PAST = re.compile(
    rf"\b({'|'.join(sorted(_UNITS, key=len, reverse=True))}|\d{{1,2}})(?: minutes?)? (past|"
    rf"to|after|before) ({_HOURS}|\d{{1,2}}|midnight|noon)\b(?! (?:the|her|his|"
    rf"be|days|weeks|months|years))"
)
_HALF_PAST = re.compile(rf"\bhalf(?:-past)?[ -]({_HOURS}|\d{{1,2}})\b(?! (?:hours?|days|weeks|of))")
_CLOCK = re.compile(rf"\b({_HOURS}|\d{{1,2}}) ?o'? ?clock\b")
_AT = re.compile(
    rf"\b(?:at|about|around|by|until|till|from|gone|just after|just before|shortly after|"
    rf"before|after|since|nearly) (?:about )?({_HOURS}|\d{{1,2}})(?= (?:in the|"
    rf"this|at night|that|tonight)|[.,;)](?!\d)|$| and\b|-?ish)"
)
_IN_WORDS = ("half", "past", "clock", "at ", "about ", "around ", "by ", "til", "from ", "gone ",
             "after ", "before ", "since ", "nearly ", "quarter", "ten to", "five to", "twenty to")  # fmt: skip
_PAST_WORDS = (" past ", " to ", " after ", " before ")
_DIGIT = re.compile(r"\d")
_YEARS = re.compile(r"^(?:19|20)\d\d$")
NOON, DAY = 720, 1440
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hour:
    """``spans``: what it can be, as first and last minute of the day; two where morning or evening is not said."""

    spans: tuple[Span, ...]
    start: int
    end: int
    words: str
    loose: bool = False


def clocks_in(words: str) -> list[tuple[int, int]]:
    """Give the exact times of day in a text (lower case) as (minutes after midnight, place)."""
    return [(first, one.start) for one in _told(words) for first, _ in one.spans]


def hours_in(words: str) -> list[Hour]:
    """Give the times told in a text (plain, lower case), in order; what lies inside a longer telling is left out."""
    found = sorted([*_told(words), *_parts(words)], key=lambda one: (one.start, -one.end))
    rows: list[Hour] = []
    for one in found:
        if not rows or one.start >= rows[-1].end:
            rows.append(one)
    exact = [one for one in rows if not one.loose]
    return [
        one
        for one in rows
        if not one.loose
        or not any(abs(one.start - other.end) < 14 or 0 <= other.start - one.end < 6 for other in exact)
    ]


def own_hour(minute: int) -> Hour:
    """The time in an entry's own column, in the same form."""
    return Hour(((minute, minute),), 0, 0, f"{minute // 60:02}:{minute % 60:02}")


def _told(words: str) -> Iterator[Hour]:
    if _DIGIT.search(words):
        yield from _in_figures(words)
    if not has_any(words, _IN_WORDS):
        return
    for match in _PAST.finditer(words) if has_any(words, _PAST_WORDS) else ():
        past = _UNITS.get(match[1]) or int(match[1])
        hour = {"midnight": 0, "noon": 12}.get(match[3]) if not match[3].isdigit() else int(match[3])
        hour = _UNITS.get(match[3], 0) if hour is None else hour
        if past < 60 and hour < 13 and not (past == 30 and match[2] != "past"):
            at = hour * 60 + (past if match[2] in ("past", "after") else -past)
            yield _hour(words, match, at // 60 % 24, at % 60, None, match[3] in ("midnight", "noon"))
    for pattern, minute, needle in ((_HALF_PAST, 30, "half"), (_CLOCK, 0, "clock"), (_AT, 0, "")):
        for match in pattern.finditer(words) if needle in words else ():
            hour = _UNITS.get(match[1]) or int(match[1])
            if 0 < hour <= 12:
                yield _hour(words, match, hour, minute, None, False)


def _in_figures(words: str) -> Iterator[Hour]:
    for match in _FIGURES.finditer(words):
        hour, minute = match[1] or match[4] or match[6], match[2] or match[5] or "0"
        plain = match[4] and not match.group(0)[-1].isalpha()
        if int(hour) > 23 or (plain and _YEARS.match(match.group(0)) and _year(words, match)):
            continue
        certain = bool(match[4]) or (len(hour) == 2 and (hour[0] == "0" or int(hour) > 12))
        yield _hour(words, match, int(hour), int(minute), match[3] or match[7], certain)


def _year(words: str, match: re.Match[str]) -> bool:
    """2015 is a year unless the words say that it is a time."""
    return not re.search(r"\b(?:at|around|approx|hrs|-) $", words[: match.start()][-8:])


def _hour(words: str, match: re.Match[str], hour: int, minute: int, half: str | None, certain: bool) -> Hour:
    near = words[max(0, match.start() - 26) : match.start()], words[match.end() : match.end() + 26]
    half = half or ("am" if _halves()[0].search(near[1]) else "pm" if _halves()[1].search(near[1]) else None)
    if not half and not certain:
        half = "am" if _halves()[0].search(near[0]) else "pm" if _halves()[1].search(near[0]) else None
    if half and hour <= 12:
        night = half[0] == "p" and "night" in near[1] and hour in (12, 1, 2, 3, 4)
        at = (hour % 12 + (12 if half[0] == "p" and not night else 0)) * 60 + minute
        spans: tuple[Span, ...] = ((at, at),)
    elif certain or hour > 12:
        spans = ((hour * 60 + minute,) * 2,)
    else:
        at = hour % 12 * 60 + minute
        spans = ((at, at), (at + NOON, at + NOON))
    return Hour(spans, match.start(), match.end(), match.group(0))


@cache
def _halves() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = words_of("scenes")["spoken"]["halves"]
    return re.compile(rf"\b(?:{'|'.join(rows['morning'])})"), re.compile(rf"\b(?:{'|'.join(rows['late'])})")


@cache
def _named() -> tuple[re.Pattern[str], Sequence[tuple[Span, ...]]]:
    """All hours that have a name in one pattern, and for each of its groups the first and last minutes."""
    rows = words_of("scenes")["spoken"]
    named = {**rows["hours"], **rows["parts"]}
    spans = [tuple(zip(known[::2], known[1::2], strict=True)) for known in named.values()]
    return re.compile(rf"\b(?:{'|'.join(f'({known})' for known in named)})\b"), spans


def _parts(words: str) -> Iterator[Hour]:
    pattern, spans = _named()
    for match in pattern.finditer(words):
        known = spans[(match.lastindex or 1) - 1]
        loose = any(first != last for first, last in known)
        yield Hour(known, match.start(), match.end(), match.group(0), loose)


def apart(one: Hour, other: Hour) -> int:
    """Minutes between the two, by the nearest of what they can be, round the clock."""
    turns = (-DAY, 0, DAY)
    return min(_between(a, b, turn) for a in one.spans for b in other.spans for turn in turns)


def _between(a: Span, b: Span, turn: int) -> int:
    first, last = b[0] + turn, b[1] + turn
    return 0 if first <= a[1] and a[0] <= last else min(abs(first - a[1]), abs(a[0] - last))
