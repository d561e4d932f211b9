"""Days told by others: "the day after Boxing Day", "the Friday before 12 May", "3 May for 5 days"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.when import Fault, Precision, When
from illuminate.engines.dates.words import NUMBERS, WEEKDAY, WEEKDAYS, any_of

_BESIDE = re.compile(
    rf"(?:the\s+)?(?:(?P<many>\d{{1,2}}|{any_of(NUMBERS)})(?:\s*(?:-|to|or)\s*(?P<most>\d{{1,2}}|{any_of(NUMBERS)}))?\s+)?"
    rf"(?P<unit>days?|weeks?|weekend|{WEEKDAY})\s+(?P<side>before|after|following|preceding|prior\s+to)\s+"
)
_LASTING = re.compile(
    rf"(?:from\s+)?(?P<rest>\S.*?)(?:\s+for|\s*\(|\s*,)\s*(?:for\s+)?(?P<many>\d{{1,2}}|{any_of(NUMBERS)})\s+"
    r"(?P<unit>days|nights|weeks)\)?"
)


def read_beside(
    text: str, context: Context, read: Callable[[str, Context], When | Fault | None]
) -> When | Fault | None:
    """Read "the day after Boxing Day 2018", "3 days before 5 May 2018", "the week before Christmas 2018"."""
    match = _BESIDE.match(text)
    if match is None:
        return _lasting(text, context, read)
    found = read(text[match.end() :], context)
    if not isinstance(found, When) or found.start is None or found.end is None:
        return found
    before, many = match["side"] != "after" and match["side"] != "following", _number(match["many"] or "1")
    if match["unit"] in WEEKDAYS or match["unit"] == "weekend":
        return _nearest(match["unit"], before, found, text)
    if match["most"] or (many > 1 and found.precision == "range"):
        return _counted(match, found, before) if match["unit"].startswith("day") else None
    if match["unit"].startswith("week"):
        if match["many"]:
            return _weeks(many, found, before)
        if found.precision not in ("day", "range"):
            return None
        first = found.start - timedelta(days=7) if before else found.end + timedelta(days=1)
        return When(
            first, first + timedelta(days=6), "range", uncertain=found.uncertain, decided=found.decided
        )
    day = found.start - timedelta(days=many) if before else found.end + timedelta(days=many)
    if found.precision != "day" and not found.turned and "christmas" not in text and "easter" not in text:
        return None
    return When(day, day, "day", uncertain=found.uncertain, decided=found.decided)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS[words]


def _counted(match: re.Match[str], found: When, before: bool) -> When | None:
    """ "3-4 days after 12 May" and "10 days before Easter": as wide as the count and the days that it counts from."""
    first, last = sorted((_number(match["many"]), _number(match["most"] or match["many"])))
    if found.start is None or found.end is None:
        return None
    start = found.start - timedelta(days=last) if before else found.start + timedelta(days=first)
    end = found.end - timedelta(days=first) if before else found.end + timedelta(days=last)
    return When(start, end, "range", uncertain=found.uncertain, decided=found.decided)


def _weeks(many: int, found: When, before: bool) -> When | None:
    """ "Two weeks after 12 May" is the 26th, in doubt: weeks are counted by those who don't count days."""
    if found.precision != "day" or found.start is None:
        return None
    day = found.start + timedelta(weeks=-many if before else many)
    return When(day, day, "day", uncertain=True, decided=found.decided)


def _nearest(unit: str, before: bool, found: When, text: str) -> When | None:
    """ "the Friday before 12 May", "the weekend after Christmas": the nearest one that is wholly on that side."""
    day = found.start if before else found.end
    if "christmas" in text or "xmas" in text:
        day = day.replace(day=25) if day and day.month == 12 else day
    elif found.precision != "day":
        return None
    if day is None:
        return None
    length = 2 if unit == "weekend" else 1
    weekday = WEEKDAYS.get(unit, 5)
    if before:
        start = day - timedelta(days=(day.weekday() - weekday - length) % 7 + length)
    else:
        start = day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
    end = start + timedelta(days=length - 1)
    precision: Precision = "day" if start == end else "range"
    return When(start, end, precision, uncertain=found.uncertain, decided=found.decided)


def _lasting(
    text: str, context: Context, read: Callable[[str, Context], When | Fault | None]
) -> When | Fault | None:
    """Read "3 May for 5 days" and "3 May (3 days)", the first day counted; nights end on the morning after."""
    match = _LASTING.fullmatch(text)
    found = read(match["rest"], context) if match else None
    if match is None or not isinstance(found, When) or found.start is None or found.precision != "day":
        return None
    many = _number(match["many"])
    days = {"days": many - 1, "nights": many, "weeks": 7 * many}[match["unit"]]
    end = found.start + timedelta(days=days)
    return replace(found, end=end, precision="range" if days else "day")
