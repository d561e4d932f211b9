"""Weeks and weekends: "w/c 4/6/18", "week ending 10 June 2018", "weekend of 5 May 2018"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.when import Fault, When
from illuminate.engines.dates.words import DATA, any_of

_OPENERS = tuple(
    (kind, re.compile(rf"^(?:the\s+)?{any_of(words)}(?![a-z])[:.]?\s*(?:the\s+)?(?=[\da-z])"))
    for kind, words in DATA["weeks"].items()
)
_SATURDAY = 5


def read_week(
    text: str, context: Context, read: Callable[[str, Context], When | Fault | None]
) -> When | Fault | None:
    """Read the days of a week or weekend that is named by a day of it; ``read`` reads that day."""
    for kind, pattern in _OPENERS:
        match = pattern.match(text)
        if not match:
            continue
        found = read(text[match.end() :], context)
        if isinstance(found, Fault):
            return found
        if found is None or found.start is None or found.end is None:
            continue
        if found.precision == "day":
            start, end, note = _around(kind, found.start)
            decided = (*found.decided, note) if note else found.decided
            return replace(found, start=start, end=end, precision="range", decided=decided)
        if found.precision == "range":
            return _over(kind, found.start, found.end, text, found)
    return None


def _over(kind: str, start: date, end: date, text: str, found: When) -> When | None:
    """A week or weekend with its own days written out, or several weeks by the days they begin on."""
    if kind == "from" and re.search(r",|&|\band\b", text):
        return replace(found, end=end + timedelta(days=6))
    return found if (end - start).days < 7 else None


def _around(kind: str, day: date) -> tuple[date, date, str | None]:
    """First and last day that the words allow, and what had to be decided."""
    if kind == "from":
        return day, day + timedelta(days=6), None
    if kind == "to":
        return day - timedelta(days=6), day, None
    if kind == "of":
        # The week that the day stands in, or the seven days from it.
        return day - timedelta(days=day.weekday()), day + timedelta(days=6), None
    if day.weekday() >= _SATURDAY:
        saturday = day - timedelta(days=day.weekday() - _SATURDAY)
        return saturday, saturday + timedelta(days=1), None
    if day.weekday() == _SATURDAY - 1:
        return day, day + timedelta(days=2), None
    saturday = day - timedelta(days=day.weekday() + 2)
    return (
        saturday,
        saturday + timedelta(days=8),
        f"{day:%d/%m/%Y} was no weekend, so the ones on both sides are allowed",
    )
