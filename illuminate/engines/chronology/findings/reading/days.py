"""Days and times of day spoken of inside an entry's text, told against the entry's own day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WORDED = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({_NAMES})\b\.?,?(?:[ -](\d{{4}}|\d{{2}})\b(?!:|\.\d))?", re.I
)
_FIGURES = re.compile(
    r"(?<![\d/.:£])(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?(3)(?![\d/]|\.\d)|(?![\d/.]))(?!\s?(?:am|pm|hrs|%))"
)
# "on the 14th" of this month or the last; "the 4th visit" and "his 7th birthday" are no days
_BARE = re.compile(
    rf"\b(?:on|of|since|from|attended|seen|hours of|hrs of|(?:mon|tues?|wed(?:nes)?|"
    rf"thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?)(?: the)? (\d{{1,2}})(?:st|nd|rd|"
    rf"th)\b"
    rf"(?! (?:of )?(?:{_NAMES})\b)(?=\s*(?:[.,;:)]|$|and\b|at\b|for\b|with\b|by\b|after\b))",
    re.I,
)
_CLOCK = re.compile(
    r"\b(?:(\d{1,2})[:.](\d{2})\s?(am|pm)?|(\d{1,2})\s?(am|pm)|(?<![\d/£#.,-])([01]\d|"
    r"2[0-3])([0-5]\d)(?:\s?(?:hrs|hours|h))?\b(?![/%]))",
    re.I,
)
_HOURS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_SAID = re.compile(rf"\bat ({'|'.join(_HOURS)})\b(?! o| or| to|-)", re.I)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    rf"\b(yesterday|last night|the night before|the previous (?:day|night|evening)|the day before|overnight"
    rf"|(?<!next )(?<!every )(?<!each )(?<!until )(?<!till )(?<!by )(?<!for )(?<!to )({'|'.join(_WEEKDAYS)}))\b(?!'s)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_UNTIL = re.compile(
    r"(?:expir\w+|until|till|ends?|ending|runs? (?:to|out)|valid to|lasts? to|in force to|bail(?:ed)? (?:\w+ ){0,3}to|"
    r"extended to|planned(?: for)?|booked(?: for)?|arranged(?: for)?|listed(?: for)?|return date|due|next|review|by)"
    r"(?: date)?(?: on| is| of)?:?\s*$", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """One day in the text. ``exact`` is False for "yesterday"; ``until`` marks an end or an appointment."""

    day: int
    exact: bool
    until: bool
    start: int
    words: str


def days_in(text: str, own: int | None) -> list[Spoken]:
    """Give the days that a text names, as ordinals; a day without a year is the one nearest to ``own``."""
    rows: list[Spoken] = []
    if _DIGIT.search(text):
        found = [_spoken(match, text, own) for match in _WORDED.finditer(text)]
        found += [_spoken(match, text, own) for match in _FIGURES.finditer(text)]
        found += [_bare(match, own) for match in _BARE.finditer(text) if own is not None]
        rows = [one for one in found if one]
    if own is not None and ("day" in text or "night" in text or "DAY" in text):
        rows += [_relative(match, own) for match in _RELATIVE.finditer(text)]
    return sorted(rows, key=lambda one: one.start)


def _spoken(match: re.Match[str], text: str, own: int | None) -> Spoken | None:
    written, month, year = match.groups()
    number = _MONTHS[month.lower()] if month.lower() in _MONTHS else int(month)
    until = bool(_UNTIL.search(text[max(0, match.start() - 40) : match.start()]))
    day = _ordinal(int(written), number, year, own, until)
    return Spoken(day, True, until, match.start(), match.group(0).strip(" ,.")) if day else None


def _bare(match: re.Match[str], own: int) -> Spoken | None:
    """The last such day of a month: a letter that says "seen on the 14th" was written after it."""
    for back in range(31):
        if date.fromordinal(own - back).day == int(match.group(1)):
            return Spoken(own - back, True, False, match.start(), match.group(0))
    return None


def _ordinal(day: int, month: int, year: str | None, own: int | None, until: bool) -> int | None:
    try:
        if year:
            full = int(year) + (2000 if len(year) == 2 else 0)
            return date(full, month, day).toordinal() if 1950 <= full <= 2100 else None
        if own is None:
            return None
        base = date.fromordinal(own).year
        near = [date(base + shift, month, day).toordinal() for shift in (-1, 0, 1)]
    except ValueError:
        return None
    late = 0 if not until else 330  # an end lies ahead, a past event behind
    return min(near, key=lambda one: abs(one - own - late // 2) + (0 if one <= own + 45 or until else 200))


def _relative(match: re.Match[str], own: int) -> Spoken:
    weekday = match.group(2)
    back = 1
    if weekday:
        back = (date.fromordinal(own).weekday() - _WEEKDAYS.index(weekday.lower())) % 7
    return Spoken(own - back, False, False, match.start(), match.group(0))


def clocks_in(text: str) -> list[tuple[int, int]]:
    """Give the times of day in a text as (minutes after midnight, place)."""
    found: list[tuple[int, int]] = []
    for match in _SAID.finditer(text) if " at " in text else ():
        found += [(_HOURS[match[1].lower()] % 12 * 60 + half, match.start()) for half in (0, 720)]
    if not _DIGIT.search(text):
        return found
    for match in _CLOCK.finditer(text):
        minutes = _minutes(match)
        if minutes is not None:
            found.append((minutes, match.start()))
    return found


def _minutes(match: re.Match[str]) -> int | None:
    hour, minute, half, bare, bare_half, plain_hour, plain_minute = match.groups()
    if bare:
        hour, minute, half = bare, "0", bare_half
    elif plain_hour:
        if (
            plain_hour in ("19", "20")
            and not match.group(0)[-1].isalpha()
            and 1980 <= int(match.group(0)) <= 2035
        ):
            return None
        hour, minute, half = plain_hour, plain_minute, None
    number, past = int(hour), int(minute)
    if half:
        number = number % 12 + (12 if half.lower() == "pm" else 0)
    elif match.group(0).count(".") and len(hour) < 2:
        return None
    return number * 60 + past if number < 24 and past < 60 else None
