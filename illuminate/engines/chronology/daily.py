"""Day books: each day on a row of its own, and below it rows with a time and no date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from illuminate.engines.chronology.headings import TOLD, Headings, of_rows
from illuminate.engines.chronology.tables import Row, Table, filled_of
from illuminate.engines.dates import When, read

_NEAR_TOP, _FEWEST = 60, 2


def under_days(table: Table, given: Mapping[str, str]) -> tuple[Headings, Sequence[Row]] | None:
    """Headings with a time and an event but no date, and the rows from the first day on; None for other tables."""
    days = [place for place, row in enumerate(table.rows) if day_alone(row)]
    if len(days) < _FEWEST:
        return None
    for place, row in enumerate(table.rows[:_NEAR_TOP]):
        headings = of_rows([row], place, place, given)
        meant = set(headings.fields.values())
        if len(headings.fields) > 1 and "time" in meant and meant & {*TOLD} and "date" not in meant:
            first = min(days[0], place + 1)
            return headings, [one for one in table.rows[first:] if one is not row]
    return None


def day_alone(row: Row) -> bool:
    """Whether a row holds a day and nothing else."""
    filled = filled_of(row)
    if len(set(filled.values())) != 1:
        return False
    cell = row.cells[next(iter(filled))]
    if isinstance(cell, (int, float)):
        return False
    found = read(cell, year_hint=2000)
    return isinstance(found, When) and found.precision == "day"


def stand_alone(rows: Sequence[Row], dates: set[int]) -> bool:
    """Whether it is a table's habit to put a date on a row of its own, above the rows that it is for."""
    if not dates:
        return sum(map(day_alone, rows)) >= _FEWEST
    filled = [cells for row in rows if (cells := filled_of(row))]
    above = sum(len(one) == 1 and dates >= set(one) and not dates & set(two) for one, two in pairwise(filled))
    beside = sum(len(one) > 1 and bool(dates & set(one)) for one in filled)
    return above >= _FEWEST and above > beside
