"""The forms that one entry of the register takes in a text (design: anonymisation.md, "One register")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from .fold import fold
from .words import MONTHS, TITLES

if TYPE_CHECKING:
    from .register import Entry

_MONTH_NAMES = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Variant:
    """One form to look for. `listed` forms stand in the register; the rest are worked out."""

    text: str
    entry: "Entry"
    rule: str
    confidence: float
    listed: bool = False
    tokens: tuple[str, ...] = field(default=(), compare=False)


def tokens_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded and in lower case."""
    return tuple(_TOKEN.findall(fold(text).lower))


def derive(entry: "Entry") -> list[Variant]:
    """Every form of an entry, the surest first; forms without a letter or digit are left out."""
    found: dict[tuple[str, str], Variant] = {}
    for text, rule, confidence, listed in _forms(entry):
        tokens = tokens_of(text)
        if tokens:
            found.setdefault((text, rule), Variant(text, entry, rule, confidence, listed, tokens))
    return list(found.values())


def _forms(entry: "Entry") -> Iterator[tuple[str, str, float, bool]]:
    for text in (entry.real, *entry.aliases):
        rule = "name" if text == entry.real else "alias"
        if entry.kind in ("person", "organisation") and _is_initials(text):
            letters = [char for char in text if char.isalpha()]
            yield text, "initials", 0.95, True
            yield "".join(letters), "initials", 0.9, False
            yield ".".join(letters) + ".", "initials", 0.9, False
            continue
        yield text, "date" if entry.kind == "date" else rule, 1.0, True
        if len(tokens_of(text)) > 1 and entry.kind != "date":
            glued = "".join(tokens_of(text))
            if len(glued) >= 7 or any(char.isdigit() for char in glued):
                yield glued, "run_together", 0.9, False
    if entry.kind == "person":
        yield from _person(entry.real)
    if entry.kind == "date":
        yield from _dates(entry)


def _is_initials(text: str) -> bool:
    return _INITIALS.fullmatch(text.strip()) is not None


def bare_name(real: str) -> list[str]:
    """First names and surname, without titles and collar numbers: "PC 4471 Daniel Oyelaran"."""
    parts = [part.strip(",") for part in real.split()]
    names = [p for p in parts if not any(c.isdigit() for c in p) and p.strip(".").lower() not in TITLES]
    return [name for name in names if name]


def _person(real: str) -> Iterator[tuple[str, str, float, bool]]:
    """Forms of a personal name. With a title and one word only the surname is known ("Dr Qureshi")."""
    names = bare_name(real)
    if not names:
        return
    first, last = names[0], names[-1]
    if len(names) > 1:
        yield " ".join(names), "name", 1.0, False
        yield f"{first} {last}", "first_last", 0.98, False
        yield f"{last}, {' '.join(names[:-1])}", "surname_first", 0.95, False
        yield f"{last}, {first}", "surname_first", 0.95, False
        yield f"{first}{last}", "run_together", 0.9, False
        if len(first) > 1:
            yield first, "first_name", 0.85, False
    if len(last) > 1:
        yield last, "last_name", 0.9, False
        yield f"{last}s", "last_name", 0.8, False


def _dates(entry: "Entry") -> Iterator[tuple[str, str, float, bool]]:
    for text in (entry.real, *entry.aliases):
        day = parse_date(text)
        if day:
            for form in written_forms(day):
                yield form, "date", 1.0, False


def parse_date(text: str) -> date | None:
    """A whole date in British order, or ISO; None when it isn't one."""
    tokens = [t for t in tokens_of(text) if t not in ("st", "nd", "rd", "th", "of")]
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
    if word in MONTHS or len(word) in (3, 4):
        for number, name in enumerate(_MONTH_NAMES, 1):
            if name.lower().startswith(word):
                return number
    raise ValueError(word)


def written_forms(day: date) -> Iterator[str]:
    """The usual ways to write a date here; separators don't matter to the matcher."""
    name = _MONTH_NAMES[day.month - 1]
    suffix = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    months = {name, name[:3], "Sept" if day.month == 9 else name[:3]}
    years = (f"{day.year}", f"{day.year % 100:02d}")
    days = {f"{day.day}", f"{day.day:02d}"}
    for number in sorted(days):
        for month in sorted({f"{day.month}", f"{day.month:02d}"}):
            yield from (f"{number}/{month}/{year}" for year in years)
        yield from (f"{number} {month} {year}" for month in sorted(months) for year in years)
    yield f"{day.year}-{day.month:02d}-{day.day:02d}"
    yield f"{day.year}{day.month:02d}{day.day:02d}"
    for month in sorted(months):
        yield f"{day.day}{suffix} {month} {day.year}"
        yield f"{day.day}{suffix} of {month} {day.year}"
        yield f"{month} {day.day}, {day.year}"
        yield f"{month} {day.day}{suffix}, {day.year}"
