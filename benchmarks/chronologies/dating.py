"""Days and times as people write them, with what the words allow."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

MONTHS = list(calendar.month_name)[1:]
SHORT = list(calendar.month_abbr)[1:]
DAYS = list(calendar.day_name)
EPOCH = date(1899, 12, 30)  # day 0 of Excel's numbers


@dataclass
class Written:
    """What stands in the date cell, and the truth of it. ``kind`` is the habit, for counting what is hard."""

    words: str
    start: date | None
    end: date | None
    precision: str = "day"
    uncertain: bool = False
    kind: str = "plain"
    native: date | None = None  # the cell holds a real date
    extra: dict[str, Any] = field(default_factory=dict)


def ordinal(day: int) -> str:
    suffix = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


FULL: dict[str, Callable[[date], str]] = {
    "slash": lambda d: f"{d:%d/%m/%Y}",
    "slash_short": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "slash_two": lambda d: f"{d:%d/%m/%y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "dots_short": lambda d: f"{d.day}.{d.month}.{d:%y}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "iso": lambda d: d.isoformat(),
    "mon": lambda d: f"{d.day:02d}-{SHORT[d.month - 1]}-{d:%y}",
    "mon_long": lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}",
    "mon_caps": lambda d: f"{d.day:02d} {SHORT[d.month - 1].upper()} {d.year}",
    "words": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "ordinal": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "weekday": lambda d: f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    "weekday_short": lambda d: f"{DAYS[d.weekday()][:3]} {d:%d/%m/%Y}",
    "weekday_ordinal": lambda d: f"{DAYS[d.weekday()][:3]} {ordinal(d.day)} {SHORT[d.month - 1]} {d:%y}",
    "apostrophe": lambda d: f"{d.day} {SHORT[d.month - 1]} '{d:%y}",
    "of": lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "month_first": lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    "year_slash": lambda d: f"{d:%Y/%m/%d}",
}
NO_YEAR: dict[str, Callable[[date], str]] = {
    "slash": lambda d: f"{d:%d/%m}",
    "mon": lambda d: f"{d.day} {SHORT[d.month - 1]}",
    "words": lambda d: f"{d.day} {MONTHS[d.month - 1]}",
    "ordinal": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]}",
    "weekday": lambda d: f"{DAYS[d.weekday()][:3]} {d.day} {SHORT[d.month - 1]}",
    "dash": lambda d: f"{d.day:02d}-{SHORT[d.month - 1]}",
}
DAY_ONLY: dict[str, Callable[[date], str]] = {
    "bare": lambda d: str(d.day),
    "ordinal": lambda d: ordinal(d.day),
    "weekday": lambda d: f"{DAYS[d.weekday()][:3]} {d.day}",
    "weekday_ordinal": lambda d: f"{DAYS[d.weekday()]} {ordinal(d.day)}",
}
TIMES: dict[str, Callable[[time], str]] = {
    "colon": lambda t: f"{t:%H:%M}",
    "dot": lambda t: f"{t:%H.%M}",
    "hrs": lambda t: f"{t:%H%M}hrs",
    "hours": lambda t: f"{t:%H:%M} hrs",
    "four": lambda t: f"{t:%H%M}",
    "twelve": lambda t: f"{t.hour % 12 or 12}.{t.minute:02d}{'am' if t.hour < 12 else 'pm'}",
    "twelve_colon": lambda t: f"{t.hour % 12 or 12}:{t.minute:02d} {'am' if t.hour < 12 else 'pm'}",
    "seconds": lambda t: f"{t:%H:%M:%S}",
}
