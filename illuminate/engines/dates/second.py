"""Dates that their writer took up again in the same breath: "5th July, or the Wednesday", "end of May, the 28th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.feasts import FEASTS
from illuminate.engines.dates.when import Fault, When
from illuminate.engines.dates.words import (
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    without_doubt,
)

Reader = Callable[[str, Context], When | Fault | None]

_PERHAPS = (
    r"(?:(?:(?:it|this|that)\s+)?(?:may|might|could)\s+(?:well\s+)?(?:have\s+been|be)"
    r"|possibly|perhaps|maybe|probably)"
)
_NEXT = r"(?:next|following)\s+day|day\s+after"
_BEFORE = r"previous\s+day|day\s+before"
_OTHER = re.compile(
    rf"(?P<one>.*\S)[\s,;(-]+\bor(?:\s+else)?\s+(?:{_PERHAPS}\s+)?(?:on\s+)?(?:the\s+)?"
    rf"(?P<two>(?P<weekday>{WEEKDAY})|(?P<next>{_NEXT})|(?P<before>{_BEFORE}))(?:\s+(?:instead|perhaps|maybe|possibly))?\)?"
)
_DAY = rf"(?:(?P<figures>\d{{1,2}})(?:st|nd|rd|th)|(?P<words>{any_of(ORDINALS)}))"
_NARROWED = re.compile(
    rf"(?P<wide>.*[a-z].*?\S)\s*[,;(-]+\s*(?:(?P<perhaps>{_PERHAPS})\s+|it\s+was\s+)?"
    rf"(?:on\s+)?(?:the\s+)?{_DAY}(?P<rest>[\s,(]+[a-z ]+)?\)?"
)
_HALF_TERM = re.compile(
    rf"\bhalf[\s-]term(?:\s+holidays?)?[\s,(]+(?:in\s+|of\s+)?(?P<month>{any_of(MONTHS)})\b\.?(?P<rest>.*)"
)
# The half term that a month has, whole or in part.
_TERMS = {2: "february", 5: "may", 6: "may", 10: "october", 11: "october"}


def read_either(text: str, context: Context, reader: Reader) -> When | None:
    """Read a day with another that it may have been: all days from the one to the other, in doubt; else None."""
    other = _OTHER.fullmatch(text) if "or " in text else None
    return _either(other, context, reader) if other else None


def read_narrowed(text: str, context: Context, reader: Reader) -> When | None:
    """Read a part of a month that the writer then narrowed to one day, or a half term by its month; else None."""
    narrowed = _NARROWED.fullmatch(text)
    if narrowed:
        return _narrowed(narrowed, context, reader)
    moved = _HALF_TERM.search(text)
    return _half_term(text, moved, context, reader) if moved else None


def _either(match: re.Match[str], context: Context, reader: Reader) -> When | None:
    first = reader(match["one"].strip(" ,;(-"), context)
    if not isinstance(first, When) or first.precision not in ("day", "minute") or first.start is None:
        return None
    step = 1 if match["next"] else -1
    if match["weekday"]:
        # The nearest such weekday; a date is hardly a whole week out.
        step = (WEEKDAYS[match["weekday"]] - first.start.weekday() + 3) % 7 - 3
    if step == 0:
        return replace(first, uncertain=True)
    second = first.start + timedelta(days=step)
    start, end = sorted((first.start, second))
    note = f"{match['two']} was read as {second:%d/%m/%Y}"
    return When(start, end, "range", uncertain=True, decided=(*first.decided, note))


def _narrowed(match: re.Match[str], context: Context, reader: Reader) -> When | None:
    """A day inside a part of one month. A day outside of what was said first is no answer."""
    wide = reader(match["wide"], context)
    if (
        not isinstance(wide, When)
        or wide.precision not in ("month", "range")
        or not wide.start
        or not wide.end
    ):
        return None
    rest, doubted = without_doubt(f"the day {(match['rest'] or '').strip(' ,(')}".strip())
    doubted = doubted or match["perhaps"] is not None or wide.uncertain
    if rest != "the day" or (wide.start.year, wide.start.month) != (wide.end.year, wide.end.month):
        return None
    number = int(match["figures"] or ORDINALS[match["words"]])
    if not wide.start.day <= number <= wide.end.day:
        return None
    day = date(wide.start.year, wide.start.month, number)
    return When(day, day, "day", uncertain=doubted, decided=wide.decided)


def _half_term(text: str, match: re.Match[str], context: Context, reader: Reader) -> When | None:
    """The half term of a month that is named behind it: "before half term, February 2018"."""
    number = MONTHS[match["month"]]
    named = f"{_TERMS.get(number, '')} half term"
    words = named if named in FEASTS else MONTH_NAMES[number - 1].casefold()
    found = reader(f"{text[: match.start()]}{words}{match['rest']}", context)
    note = f"{match[0]} was read as {words}{match['rest']}"
    return replace(found, decided=(*found.decided, note)) if isinstance(found, When) else None
