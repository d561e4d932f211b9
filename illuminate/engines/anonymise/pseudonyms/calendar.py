"""Days become months and years, births years, ages bands: enough to follow a story, too little to find somebody by."""

import re
from collections.abc import Iterator
from datetime import date

from ..register import Entry
from ..variants import parse_date, tokens_of

SEASONS = ("winter", "spring", "summer", "autumn")
_AGE = re.compile(r"(?:aged? )?(\d{1,3})(?: years?(?: old)?)?", re.IGNORECASE)
TENS = ("", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def of_day(entry: Entry) -> Iterator[str]:
    """Month and year, season and year, part of the year, year; of a birth only the year and the decade."""
    day = parse_date(entry.real)
    if day is None:
        return
    if {"birth", "born"} & set(tokens_of(entry.role)):
        yield from (
            str(day.year),
            f"the {_part(day.year % 10, 10)} {day.year // 10 * 10}s",
            f"the {day.year // 10 * 10}s",
        )
        return
    yield f"{day:%B %Y}"
    yield f"{SEASONS[day.month % 12 // 3]} {_year_of_season(day)}"
    yield f"{_part(day.month - 1, 12)} {day.year}"
    yield str(day.year)


def _year_of_season(day: date) -> str:
    """A winter lies in two years: December 2019 and January 2020 are "2019 to 2020"."""
    if day.month == 12:
        return f"{day.year} to {day.year + 1}"
    return f"{day.year - 1} to {day.year}" if day.month < 3 else str(day.year)


def of_age(entry: Entry) -> Iterator[str]:
    """A band of an age; nothing for any other number, which is taken out."""
    found = _AGE.fullmatch(entry.real.strip())
    if not found or not ({"age", "aged"} & set(tokens_of(f"{entry.role} {entry.real}"))):
        return
    age = int(found[1])
    if age < 18:
        yield from ("a child", "of primary school age") if 5 <= age < 11 else ("a child",)
    elif age < 20:
        yield from ("a teenager", "a young adult")
    elif age < 100:
        yield from (
            f"in their {_part(age % 10, 10)} {TENS[age // 10]}",
            f"in their {TENS[age // 10]}",
            "an adult",
        )
    else:
        yield "of great age"


def _part(number: int, of: int) -> str:
    return ("early", "mid", "late")[number * 3 // of]
