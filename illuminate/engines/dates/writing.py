"""A date written back in plain words, such that ``read`` gives the same interval again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from illuminate.engines.dates.when import When
from illuminate.engines.dates.words import MONTH_NAMES

_SEASON_OF = {3: "spring", 6: "summer", 9: "autumn"}


def in_words(when: When) -> str:
    """Write a date for people: "about 22 May 2016 at 14:30", "June 2019", "before 1 January 2010"."""
    return ("about " if when.uncertain else "") + _plain(when)


def _plain(when: When) -> str:
    if when.precision == "before" and when.end:
        return f"before {_day(when.end + timedelta(days=1))}"
    if when.precision == "after" and when.start:
        return f"after {_day(when.start - timedelta(days=1))}"
    if when.start is None or when.end is None:
        return "unknown"
    if when.precision == "month":
        return f"{MONTH_NAMES[when.start.month - 1]} {when.start.year}"
    if when.precision == "year":
        return str(when.start.year)
    if when.precision == "season":
        return _season(when.start, when.end)
    if when.precision == "range":
        return f"{_day(when.start)} to {_day(when.end)}"
    return _day(when.start) + (f" at {when.time:%H:%M}" if when.time else _part(when))


def _part(when: When) -> str:
    return f", {when.part_of_day}" if when.part_of_day else ""


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _season(start: date, end: date) -> str:
    if start.month in _SEASON_OF:
        return f"{_SEASON_OF[start.month]} {start.year}"
    one_winter = end == date(start.year + 1, 2, monthrange(start.year + 1, 2)[1])
    return f"winter {start.year}/{(start.year + 1) % 100:02d}" if one_winter else f"winter {start.year + 1}"
