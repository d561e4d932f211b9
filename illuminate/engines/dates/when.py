"""What a date means once it is read: an interval of days, and how exact the words were."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, NamedTuple, TypedDict

Precision = Literal["minute", "day", "month", "season", "year", "range", "before", "after", "unknown"]
RefusalKind = Literal["no_date", "unreadable", "impossible", "ambiguous"]


class WhenJson(TypedDict):
    """The shape of ``when`` in the files that the command line writes."""

    start: str | None
    end: str | None
    time: str | None
    precision: Precision
    uncertain: bool


@dataclass(frozen=True, slots=True)
class When:
    """The earliest and the latest day that the words allow, both included.

    ``start`` is None for "before", ``end`` for "after", both for "unknown". ``time`` is there only with
    precision "minute". ``uncertain`` means that the writer doubted it ("?", "about") or that the weekday
    written is another than the date's. ``part_of_day`` keeps "am" or "evening" as written. ``turned`` means
    that the end was written before the start; the interval still holds both. ``decided`` holds one sentence for
    each choice that reading needed; it takes no part in comparison.

    Raises ValueError when the parts contradict each other: that is a fault in the program, not in a file.
    """

    start: date | None
    end: date | None
    precision: Precision
    time: time | None = None
    uncertain: bool = False
    part_of_day: str | None = None
    turned: bool = False
    decided: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        open_start = self.precision in ("before", "unknown")
        open_end = self.precision in ("after", "unknown")
        if (self.start is None) != open_start or (self.end is None) != open_end:
            raise ValueError(f"precision {self.precision} does not fit {self.start} to {self.end}")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"the interval ends before it starts: {self.start} to {self.end}")
        if (self.time is not None) != (self.precision == "minute"):
            raise ValueError("a time of day needs precision minute, and minute needs a time")
        if self.precision in ("minute", "day") and self.start != self.end:
            raise ValueError(f"precision {self.precision} needs one day")

    def as_json(self) -> WhenJson:
        """Give the five fields of the file format, days as ISO 8601 and the time as HH:MM."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "time": self.time.strftime("%H:%M") if self.time else None,
            "precision": self.precision,
            "uncertain": self.uncertain,
        }


class Fault(NamedTuple):
    """Why words that look like a date name no day."""

    why: str
    kind: RefusalKind


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a date was not read: one plain sentence, with what was written."""

    why: str
    original: str
    kind: RefusalKind = "unreadable"
