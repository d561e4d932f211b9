"""Days spoken of inside an entry's text, told against the entry's own day."""

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
    r"(?<![\d/.:£])(?<!\bat )(?<!\baround )(?<!\babout )(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?"
    r"(?(3)(?![\d/]|\.\d)|(?![\d/.]))(?!\s?(?:am|pm|hrs|%))"
)
# "on the 14th" of this month or the last; "the 4th visit" and "his 7th birthday" are no days
_BARE = re.compile(
    rf"\b(?:on|of|since|from|attended|seen|hours of|hrs of|(?:mon|tues?|wed(?:nes)?|"
    rf"thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?)(?: the)? (\d{{1,2}})(?:st|nd|rd|"
    rf"th)\b"
    rf"(?! (?:of )?(?:{_NAMES})\b)(?=\s*(?:[.,;:)]|$|and\b|at\b|for\b|with\b|by\b|after\b))",
    re.I,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    rf"\b(yesterday|last night|the night before|the previous (?:day|night|evening)|the day before|overnight|"
    rf"(?<!next )(?<!every )(?<!other )(?<!each )(?<!until )(?<!till )(?<!by )(?<!for )(?<!to )"
    rf"({'|'.join(_WEEKDAYS)}))\b(?!'s)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_UNTIL = re.compile(
    r"(?:expir\w+|until|till|ends?|ending|runs? (?:to|out)|valid to|lasts? to|in force to|bail(?:ed)? (?:\w+ ){0,3}to|"
    r"extended to|planned(?: for)?|booked(?: for)?|arranged(?: for)?|listed(?: for)?|return date|due|next|review|by)"
    r"(?: date)?(?: on| is| of)?:?\s*$", re.I
)  # fmt: skip
_MEASURE = re.compile(
    r"\b(?:bms?|glucose|sugars?|temp\w*|hba1c|inr|wt|weight|bwt|ph|score\w*|levels?|lactate|hb|crp|bmi|version|v|section|s|"
    r"clause|para|part|item|room|flat|no|number)\b(?: of| was| is|:)?\s*$",
    re.I,
)
_BOOKED = re.compile(r"\b(?:booked|arranged|planned|listed)(?: on| for)?:?\s*$", re.I)


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
    if (
        not year
        and "." in match.group(0)
        and _MEASURE.search(text[max(0, match.start() - 16) : match.start()])
    ):
        return None
    number = _MONTHS[month.lower()] if month.lower() in _MONTHS else int(month)
    until = bool(_UNTIL.search(text[max(0, match.start() - 40) : match.start()]))
    day = _ordinal(int(written), number, year, own, until)
    if (
        day
        and own
        and until
        and day <= own
        and _BOOKED.search(text[max(0, match.start() - 20) : match.start()])
    ):
        until = False  # an appointment in the past is a day on which something was
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
