"""One date phrase without its time: a day, a month, a season, a year, or a part of one.

A piece may lack its month or year: "24" in "24 to 28 July 2017" takes them from its neighbour.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from illuminate.engines.dates.century import EARLIEST, LATEST, Context, full_year
from illuminate.engines.dates.when import Precision
from illuminate.engines.dates.words import MONTH, MONTH_NAMES, MONTHS, QUALIFIERS, SEASONS

NO_YEAR, NO_MONTH = "it has no year", "it has no month"
_SEP = r"\s*[./\-, ]\s*"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"'?(?P<year>\d{4}|\d{2})"
_QUALIFIER = re.compile(r"^(" + "|".join(sorted(QUALIFIERS, key=len, reverse=True)) + r")(?:\s+|-\s*|(?=\d))")

_PATTERNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?P<year>\d{{4}}){_SEP}(?P<number>\d{{1,2}}){_SEP}(?P<day>\d{{1,2}})",
        rf"{_DAY}{_SEP}(?P<number>\d{{1,2}}){_SEP}{_YEAR}",
        rf"{_DAY}(?:\s+day)?(?:\s+of)?(?:{_SEP})?{MONTH}(?:{_SEP})?{_YEAR}",
        rf"{MONTH}(?:{_SEP})?{_DAY}\s*[, ]\s*(?P<year>\d{{4}})",
        rf"{MONTH}(?:{_SEP}|\s+of\s+)?(?P<year>\d{{4}})",
        rf"{MONTH}\s*(?:[./\-]\s*'?|\s')(?P<year>\d{{2}})",
        rf"{MONTH}\s+(?P<year>00|3[2-9]|[4-9]\d)",
        r"(?P<number>\d{1,2})\s*[./\-]\s*(?P<year>\d{4})",
        r"(?P<year>\d{4})[.\-/](?P<number>0[1-9]|1[0-2])",
        r"(?P<season>spring|summer|autumn|winter)(?:\s+of)?\s+(?P<year>\d{4})(?:\s*[/\-]\s*(?P<second>\d{2}|\d{4}))?",
        r"(?:the\s+)?(?P<decade>\d{3})0'?s",
        r"(?:year\s+)?(?P<year>\d{4})",
        rf"{_DAY}(?:\s+of)?(?:{_SEP})?{MONTH}",
        rf"{_DAY}\s*[./\-]\s*(?P<number>0?[1-9]|1[0-2])",
        r"(?P<number>0?[1-9]|1[0-2])\s*[./\-]\s*(?P<year>1[3-9]|[2-9]\d)",
        MONTH,
        _DAY,
        r"(?P<year>(?:19|20)\d{2})(?P<number>0[1-9]|1[0-2])(?P<day>\d{2})",
        r"(?P<day>\d{2})(?P<number>\d{2})(?P<year>(?:19|20)\d{2})",
        r"(?P<day>\d{2})(?P<number>\d{2})(?P<year>\d{2})",
    )
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one phrase names. ``year`` is as written until ``resolve`` gives a short one its century."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    short_year: bool = False
    season: str | None = None
    second_year: bool = False
    decade: int | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """A resolved piece: first and last day, and the precision of the words."""

    start: date
    end: date
    precision: Precision
    decided: tuple[str, ...] = ()


def parse_piece(text: str) -> Piece | None:
    """Read one phrase; None when it is no such phrase. Whether its day exists is left to ``resolve``."""
    qualified = _QUALIFIER.match(text)
    if qualified:
        inner = parse_piece(text[qualified.end() :])
        if inner is None or inner.day is not None or inner.season or inner.qualifier:
            return None
        return Piece(
            None,
            inner.month,
            inner.year,
            inner.short_year,
            None,
            False,
            inner.decade,
            QUALIFIERS[qualified[1]],
        )
    for pattern in _PATTERNS:
        match = pattern.fullmatch(text)
        if match:
            return _from_match(match.groupdict())
    return None


def _from_match(found: dict[str, str | None]) -> Piece | None:
    """Turn the named groups of a pattern into a piece."""
    month_name, number, year = found.get("month"), found.get("number"), found.get("year")
    month = MONTHS[month_name] if month_name else int(number) if number else None
    day, decade, second = found.get("day"), found.get("decade"), found.get("second")
    if second and year and int(second[-2:]) != (int(year) + 1) % 100:
        return None
    return Piece(
        day=int(day) if day else None,
        month=month,
        year=int(year) if year else None,
        short_year=bool(year) and len(year or "") == 2,
        season=found.get("season"),
        second_year=bool(second),
        decade=int(decade) * 10 if decade else None,
    )


def resolve(piece: Piece, context: Context) -> Days | str:
    """Give the days that a complete piece names, or one sentence that says why there are none."""
    decided: tuple[str, ...] = ()
    year = piece.year if piece.year is not None else piece.decade
    if year is None:
        return NO_YEAR
    if piece.short_year:
        year = full_year(year, context)
        decided = (f"the year {year % 100:02d} was read as {year}",)
    if not EARLIEST <= year < LATEST:
        return f"the year {year} is not between {EARLIEST} and {LATEST - 1}"
    days = _days(piece, year)
    if isinstance(days, str):
        return days
    return Days(days.start, days.end, days.precision, decided + days.decided)


def _days(piece: Piece, year: int) -> Days | str:
    """The days of a piece whose year is known."""
    if piece.season:
        return _season(piece, year)
    if piece.decade is not None:
        start, end = year, year + 9
        third = {"early": (0, 3), "mid": (3, 6), "late": (6, 9), "first half": (0, 4), "second half": (5, 9)}
        if piece.qualifier:
            start, end = year + third[piece.qualifier][0], year + third[piece.qualifier][1]
        return Days(date(start, 1, 1), date(end, 12, 31), "range")
    if piece.month is None:
        return NO_MONTH if piece.day is not None else _part_of_year(piece, year)
    if not 1 <= piece.month <= 12:
        return f"there is no month {piece.month} (dates are read as day, month, year)"
    last = monthrange(year, piece.month)[1]
    if piece.day is None:
        return _part_of_month(piece, year, last)
    if not 1 <= piece.day <= last:
        return f"{MONTH_NAMES[piece.month - 1]} {year} has no day {piece.day}"
    one = date(year, piece.month, piece.day)
    return Days(one, one, "day")


def _part_of_year(piece: Piece, year: int) -> Days:
    """A year, or early, mid or late in it (thirds of four months)."""
    if piece.qualifier is None:
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12)}
    first, last = months[piece.qualifier]
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]), "range")


def _part_of_month(piece: Piece, year: int, last: int) -> Days:
    """A month, or early, mid or late in it (thirds of ten days, the last with what is left)."""
    month = piece.month or 1
    if piece.qualifier is None:
        return Days(date(year, month, 1), date(year, month, last), "month")
    days = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, last),
        "first half": (1, 15),
        "second half": (15, last),
    }
    first, final = days[piece.qualifier]
    return Days(date(year, month, first), date(year, month, final), "range")


def _season(piece: Piece, year: int) -> Days | str:
    """Spring is March to May and so on. "Winter 2019" may be either winter of that year, so it is both."""
    month = SEASONS[piece.season or "spring"]
    if piece.season != "winter":
        if piece.second_year:
            return f"{piece.season} {year}/{(year + 1) % 100:02d} names two years"
        return Days(date(year, month, 1), _last_day(year, month + 2), "season")
    if piece.second_year:
        return Days(date(year, 12, 1), _last_day(year + 1, 2), "season")
    note = f"winter {year} may begin or end that year, so both winters are allowed"
    return Days(date(year - 1, 12, 1), _last_day(year + 1, 2), "season", (note,))


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def week_of(days: Days) -> Days:
    """The week that a day stands in, and the seven days from it: the words allow both."""
    return Days(
        days.start - timedelta(days=days.start.weekday()),
        days.start + timedelta(days=6),
        "range",
        days.decided,
    )


def week_from(days: Days) -> Days:
    """The seven days that begin on a day."""
    return Days(days.start, days.start + timedelta(days=6), "range", days.decided)


def week_to(days: Days) -> Days:
    """The seven days that end on a day."""
    return Days(days.start - timedelta(days=6), days.start, "range", days.decided)


WEEKS: tuple[tuple[re.Pattern[str], Callable[[Days], Days]], ...] = (
    (re.compile(r"^(?:w/c|w\.c\.|wc|week (?:commencing|beginning|starting|from))[:.]?\s*"), week_from),
    (re.compile(r"^(?:week ending|week to)[:.]?\s*"), week_to),
    (re.compile(r"^(?:week of|week)[:.]?\s*"), week_of),
)
