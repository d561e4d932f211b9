"""Dates: the ways a day is written here, in numbers, words and other languages."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from ..words import MONTHS
from .form import Form, data, tokens_of

_MONTH_NAMES = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))
_LAST_PLAIN_DAY = 12  # a day up to here may be read as a month
_SHORT = (3, 4)


def days(real: str, aliases: tuple[str, ...]) -> Iterator[Form]:
    """Every way to write the day; without its year it counts only where something says which year."""
    for text in (real, *aliases):
        day = parse_date(text)
        if day is None:
            continue
        for form in written_forms(day):
            yield Form(form, "date", 1.0)
        for form in _elsewhere(day):
            yield Form(form, "date", 0.95)
        name = _MONTH_NAMES[day.month - 1]
        for number in (f"{day.day}", f"{day.day}{_suffix(day.day)}", _ordinal(day.day)):
            for form in (
                f"{number} {name}",
                f"{number} of {name}",
                f"{name} {number}",
                f"{name} the {number}",
            ):
                yield Form(form, "day_and_month", 0.6)


def parse_date(text: str) -> date | None:
    """A whole date in British order, or ISO; None when it isn't one."""
    tokens = [t for t in tokens_of(text) if t not in ("st", "nd", "rd", "th", "of", "the")]
    if len(tokens) != 3:
        return None
    if len(tokens[0]) == 4:
        tokens.reverse()
    day, month, year = tokens
    if not (day.isdecimal() and year.isdecimal() and day.isascii() and year.isascii()):
        return None
    try:
        full = int(year) if len(year) == 4 else _century(int(year))
        return date(full, _month_number(month), int(day))
    except ValueError:
        return None


def _century(year: int) -> int:
    return 2000 + year if year < 40 else 1900 + year


def _month_number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    if word in MONTHS or len(word) in _SHORT:
        for number, name in enumerate(_MONTH_NAMES, 1):
            if name.lower().startswith(word):
                return number
    raise ValueError(word)


def written_forms(day: date) -> Iterator[str]:
    """The usual ways to write a date here; separators don't matter to the matcher."""
    name = _MONTH_NAMES[day.month - 1]
    months = sorted({name, name[:3], "Sept" if day.month == 9 else name[:3]})
    years = (f"{day.year}", f"{day.year % 100:02d}")
    numbers = sorted({f"{day.day}", f"{day.day:02d}"})
    for number in numbers:
        for month in sorted({f"{day.month}", f"{day.month:02d}"}):
            yield from (f"{number}/{month}/{year}" for year in years)
        yield from (f"{number} {month} {year}" for month in months for year in years)
    yield f"{day.year}-{day.month:02d}-{day.day:02d}"
    yield f"{day.year}{day.month:02d}{day.day:02d}"
    yield f"{day.day:02d}{day.month:02d}{day.year}"
    for number in (f"{day.day}{_suffix(day.day)}", _ordinal(day.day)):
        for month in months:
            yield f"{number} {month} {years[0]}"
            yield f"{number} {month} {years[1]}"
            yield f"{number} of {month} {years[0]}"
            yield f"{number} day of {month} {years[0]}"
    for month in months:
        yield f"{month} {day.day}, {day.year}"
        yield f"{month} {day.day}{_suffix(day.day)}, {day.year}"
        yield f"{month} the {day.day}{_suffix(day.day)}, {day.year}"


def _elsewhere(day: date) -> Iterator[str]:
    """The order of other countries, where it can't be misread, and months in other languages."""
    if day.day > _LAST_PLAIN_DAY:
        yield f"{day.month}/{day.day}/{day.year}"
        yield f"{day.month:02d}/{day.day}/{day.year}"
    yield f"{day.day:02d}{_MONTH_NAMES[day.month - 1][:3]}{day.year}"
    for month in sorted({words[day.month - 1] for words in _months()}):
        yield f"{day.day} {month} {day.year}"
        yield f"{day.day} de {month} de {day.year}"
    yield f"{day.day:02d} {data('terms')['months']['roman'].split()[day.month - 1]} {day.year}"


@cache
def _months() -> tuple[list[str], ...]:
    return tuple(names.split() for names in data("terms")["months"].values())


def _suffix(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _ordinal(day: int) -> str:
    words: list[str] = data("terms")["numbers"]["ordinals"].split()
    return words[day - 1]
