"""Days and times of the year that have a name: feasts, school terms, nth weekdays of a month."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter

from illuminate.engines.dates.words import DATA


@dataclass(frozen=True, slots=True)
class Feast:
    """A named stretch of each year; ``halves``: the end of its first half, the start of its second."""

    offsets: tuple[int, int] | None
    days: tuple[str, str] | None
    years: tuple[int, int]
    nth: tuple[int, int, int] | None
    around: tuple[int, int]
    halves: tuple[str, str] | None
    spans_two_years: bool
    moved: dict[int, str]

    def within(self, year: int) -> tuple[date, date]:
        """First and last day in a year, both included."""
        if self.offsets:
            sunday = easter(year)
            return sunday + timedelta(days=self.offsets[0]), sunday + timedelta(days=self.offsets[1])
        if year in self.moved:
            one = _day(year, self.moved[year])
            return one, one
        if self.nth:
            day = nth_weekday(year, *self.nth)
            return day + timedelta(days=self.around[0]), day + timedelta(days=self.around[1])
        first, last = self.days or ("01-01", "12-31")
        return _day(year + self.years[0], first), _day(year + self.years[1], last)

    def half(self, year: int, second: bool) -> tuple[date, date] | None:
        """One half of a school term; None for what has no halves."""
        if not self.halves:
            return None
        start, end = self.within(year)
        return (_day(year, self.halves[1]), end) if second else (start, _day(year, self.halves[0]))


def _day(year: int, month_and_day: str) -> date:
    month, day = map(int, month_and_day.split("-"))
    return date(year, month, day)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth weekday (Monday is 0) of a month, -1 for the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _feast(data: dict[str, Any]) -> Feast:
    def pair(key: str) -> Any:
        return tuple(data[key]) if key in data else None

    return Feast(
        pair("easter"),
        pair("days"),
        pair("years") or (0, 0),
        pair("nth"),
        pair("around") or (0, 0),
        pair("halves"),
        bool(data.get("second_year")),
        {int(year): day for year, day in data.get("moved", {}).items()},
    )


FEASTS = {word: feast for data in DATA["feast"] for feast in [_feast(data)] for word in data["words"]}
MOVING = frozenset(DATA["moving"]["words"])
