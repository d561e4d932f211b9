"""The date of a row: its own, or the one that it leans on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from illuminate.engines.chronology.dating import Dating, could_be_dated, day_alone, is_midnight
from illuminate.engines.chronology.lines import is_ditto, of_month_above
from illuminate.engines.chronology.making import Cells
from illuminate.engines.chronology.tables import Row, words_of
from illuminate.engines.dates import ClockTime, Refusal, When, at_time, could_be_clock, read_time

_TITLE = 80


@dataclass(slots=True)
class RowDates:
    """Finds the date of each row. ``day`` is that of a heading above the rows; ``taken`` a date out of an event.

    ``decide`` is told of every choice.
    """

    cells: Cells
    dating: Dating
    decide: Callable[[Row, str], None]
    day: When | None = None
    taken: tuple[When, str, str] | None = None

    def of(self, row: Row) -> When | str:
        """The date of a row with its time, or why there is none."""
        value = self.cells.date(row)
        words = words_of(value)
        if not words:
            return self._undated(row)
        if is_ditto(words):
            above = self.dating.above
            if above is None:
                return f"the date can't be read: {words} stands for a date above it, and there is none"
            self.decide(row, "a ditto mark was read as the date above it")
            return self._timed(row, day_alone(above))
        if self.cells.times_in_date and self.day is not None and could_be_clock(words):
            clock = read_time(words)
            if isinstance(clock, ClockTime):
                return at_time(day_alone(self.day), clock)
        day = None if words[0].isdigit() else of_month_above(words)
        if day and self.dating.above and self.dating.above.start:
            start = self.dating.above.start
            when = self.dating.read(day, start.year, start.month)
            if isinstance(when, When):
                self.decide(row, "a ditto mark before a day was read as the month above it")
                return self._timed(row, when)
        year, month = self.cells.year_and_month(row, self.dating)
        when = self.dating.read(value, year, month)
        if isinstance(when, When):
            return self._timed(row, when)
        return self._otherwise(row, value, words, when)

    def _otherwise(self, row: Row, value: object, words: str, refusal: Refusal) -> When | str:
        """A date cell that is no date: only a time, or a date and more words."""
        above = self.dating.above or self.day
        if above is not None and (is_midnight(value) or refusal.kind == "unreadable"):
            clock = read_time(value)
            if isinstance(clock, ClockTime) and clock.time and not words.isdigit():
                self.decide(row, "a row with only a time was read with the date above it")
                return at_time(day_alone(above), clock)
        found = self.dating.within(words) if refusal.kind == "unreadable" else None
        if found is not None:
            self.decide(row, f"the date was read out of: {words[:_TITLE]}")
            return self._timed(row, found)
        return refusal.why

    def _undated(self, row: Row) -> When | str:
        """An empty date cell: the date of the heading above, of the row above if there is a time, or none."""
        if self.day is not None:
            return self._timed(row, day_alone(self.day))
        event = self.cells.text(row, "event")
        taken = self.dating.take(event) if could_be_dated(event[:40]) else None
        alone = not self.cells.columns("date")
        exact = taken is not None and taken[0].precision in ("day", "minute") and _is_sure(taken[1])
        if taken and len(taken[2]) > 3 and (alone or exact):
            self.decide(row, "the date was read from the start of the event")
            self.taken = taken
            return self._timed(row, taken[0])
        above = self.dating.above
        clock = self.cells.clock(row)
        if (
            above is not None
            and isinstance(clock, ClockTime)
            and clock.time
            and above.precision in ("day", "minute")
        ):
            self.decide(row, "a row with only a time was read with the date above it")
            return self._timed(row, day_alone(above))
        return "no date"

    def _timed(self, row: Row, when: When) -> When:
        """Add the time column. A time that can't be read is no reason to lose the day."""
        clock = self.cells.clock(row)
        if clock is None:
            return when
        if isinstance(clock, Refusal):
            if clock.kind != "no_date":
                self.decide(row, f"{clock.why}; the day was kept without it")
            return when
        if when.precision == "minute" and clock.time is None:
            return when
        return at_time(when, clock)


def _is_sure(words: str) -> bool:
    """Whether words at the start of an event are a date, or a time that can be nothing else: "14:30", not "000h"."""
    return ":" in words or not could_be_clock(words)
