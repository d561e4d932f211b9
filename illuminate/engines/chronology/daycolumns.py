"""Which columns hold the day: where the one that is called so does not, is parted in three, or has an end beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from illuminate.engines.chronology.besides import is_end
from illuminate.engines.chronology.guessing import Column, describe, is_date_column
from illuminate.engines.chronology.headings import Headings, is_elsewhere, is_late
from illuminate.engines.chronology.lines import is_ditto
from illuminate.engines.chronology.tables import Row, words_of
from illuminate.engines.dates import Refusal, When, read

_SAMPLE, _ENOUGH = 60, 3
_LAST_DAY, _LAST_MONTH = 31, 12


@dataclass(frozen=True, slots=True)
class _Looked:
    """A table's rows below headings, and what was said of the columns."""

    headings: Headings
    rows: Sequence[Row]
    given: Mapping[str, str]

    def cells(self, place: int) -> list[object]:
        """The filled cells of a column in the first rows."""
        sample = (row.cells[place] for row in self.rows[:_SAMPLE] if place < len(row.cells))
        return [cell for cell in sample if words_of(cell)]

    def columns(self) -> list[Column]:
        """What stands in each column of the first rows."""
        return describe(self.rows, max((len(row.cells) for row in self.rows[:_SAMPLE]), default=0))

    def is_open(self, place: int) -> bool:
        """Whether nobody said what a column is."""
        return self.headings.name(place) not in self.given


def with_days(
    headings: Headings, rows: Sequence[Row], given: Mapping[str, str]
) -> tuple[Headings, list[str]]:
    """The headings, with the day where it stands; a note for each column that was taken otherwise.

    "Day" over weekdays beside a column of dates, and "Date" merged over a day, a month and a year, mislead. What a
    person said of a heading is never changed.
    """
    looked = _Looked(headings, rows, given)
    notes: list[str] = []
    date = next(iter(headings.columns("date")), None)
    if date is not None and looked.is_open(date) and not _holds_days(looked.cells(date)):
        found = _in_three(looked, date) or _elsewhere(looked, date)
        if found:
            headings = replace(headings, fields=found)
            names = ", ".join(headings.name(place) for place in sorted(found) if found[place] in _DAYS)
            notes.append(f"{headings.name(date)} holds no dates by itself; they were read from {names}")
    return headings, notes


def with_end(headings: Headings, rows: Sequence[Row], given: Mapping[str, str]) -> tuple[Headings, list[str]]:
    """The headings, with the day on which something ended, where "To" or "Finish" stands over days; and a note."""
    end = _end(_Looked(headings, rows, given))
    if end is None:
        return headings, []
    fields = {**headings.fields, end: "date_end"}
    return replace(headings, fields=fields), [f"{headings.name(end)} was taken for the day on which it ended"]


_DAYS = ("date", "day", "month", "year")


def _holds_days(cells: Sequence[object]) -> bool:
    """Whether any of a column's cells is a date, if only with a year or month from elsewhere."""
    for cell in cells[:10]:
        found = read(cell, year_hint=2000)
        if isinstance(found, When) or (isinstance(cell, str) and is_ditto(cell)):
            return True
    return any(isinstance(read(cell, year_hint=2000), When) for cell in cells[10:])


def _in_three(looked: _Looked, date: int) -> dict[int, str] | None:
    """ "Date" over a day, a month and a year in columns of their own, of which two have no heading."""
    beside = (date + 1, date + 2)
    if any(
        looked.headings.names.get(place, looked.headings.name(date)) != looked.headings.name(date)
        for place in beside
    ):
        return None
    days, months, years = (looked.cells(place) for place in (date, *beside))
    if len(days) < 2 or not _are_numbers(days, 1, _LAST_DAY) or not years or not months:
        return None
    named = all(isinstance(read(f"1 {words_of(cell)} 2000"), When) for cell in months)
    if not (named or _are_numbers(months, 1, _LAST_MONTH)):
        return None
    if not (_are_numbers(years, 1900, 2100) or _are_numbers(years, 0, 99)):
        return None
    return {**looked.headings.fields, date: "day", date + 1: "month", date + 2: "year"}


def _are_numbers(cells: Sequence[object], least: int, most: int) -> bool:
    words = [words_of(cell) for cell in cells]
    return all(one.isdecimal() and least <= int(one) <= most for one in words)


def _elsewhere(looked: _Looked, date: int) -> dict[int, str] | None:
    """Another column of dates, under no heading or one that is not of births, deadlines and the like."""
    cells = looked.cells(date)
    if cells and (len(cells) < _ENOUGH or _may_lean(cells)):
        return None
    fields, columns = looked.headings.fields, looked.columns()
    free = [
        place
        for place, column in enumerate(columns)
        if place not in fields
        and looked.is_open(place)
        and is_date_column(column)
        and column.filled >= len(cells)
    ]
    names = looked.headings.names
    places = [
        place for place in free if not (is_elsewhere(names.get(place, "")) or is_late(names.get(place, "")))
    ]
    places = places or [place for place in free if is_late(names.get(place, ""))]
    if not places:
        return None
    rest = {place: meant for place, meant in fields.items() if place != date}
    return {**rest, min(places, key=lambda place: abs(place - date)): "date"}


def _may_lean(cells: Sequence[object]) -> bool:
    """Whether days without a month stand there, which a heading above may complete, or times."""
    kinds = [found.kind for cell in cells if isinstance(found := read(cell, year_hint=2000), Refusal)]
    return any(any(map(str.isdigit, words_of(cell))) for cell in cells) or kinds.count("no_date") * 2 > len(
        kinds
    )


def _end(looked: _Looked) -> int | None:
    """A column right of the date that is called "To" or "Finish" and holds days."""
    fields, names = looked.headings.fields, looked.headings.names
    date = next(iter(looked.headings.columns("date")), None)
    if date is None or "date_end" in fields.values():
        return None
    places = [
        place
        for place, name in names.items()
        if place > date and place not in fields and looked.is_open(place) and is_end(name)
    ]
    columns = looked.columns() if places else []
    return next(
        (place for place in sorted(places) if place < len(columns) and is_date_column(columns[place])), None
    )
