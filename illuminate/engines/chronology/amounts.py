"""Tables of amounts, readings and shifts, which stand below chronologies and beside them and are none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from illuminate.engines.chronology.headings import could_be, meaning, plain
from illuminate.engines.chronology.ledgers import FEWEST_TOLD, PROSE, Held, words_for
from illuminate.engines.chronology.looking import holds_a_date, worth_a_look
from illuminate.engines.chronology.tables import Row, Table, begins_as_date, filled_of
from illuminate.engines.dates import When, read

_LONGEST_NAME = 60
_SAMPLE, _ENOUGH = 20, 5
_DATES = ("date", "month", "year", "either:day", "either:days")
_WEEKLY = re.compile(r"\b(?:week|wk|w[/. ]?[ce]|period|quarter|wythnos|cyfnod)\b", re.I)


def without_amounts(table: Table, given: Mapping[str, str]) -> tuple[Table, list[str]]:
    """A table without the blocks of rows that are amounts, readings or shifts under headings of their own.

    The notes say which rows were left out, and why. A block whose amounts a person gave a meaning stays.
    """
    begins = [place for place in range(len(table.rows)) if _may_begin(table.rows, place)]
    out: list[tuple[int, int, str]] = []
    for place in begins:
        if not (out and place < out[-1][1]) and (block := _block(table.rows, place, begins, given)):
            out.append((place, *block))
    if not out:
        return table, []
    gone = {number for first, end, _ in out for number in range(first, end)}
    rows = [row for place, row in enumerate(table.rows) if place not in gone]
    said = [
        f"rows {table.rows[first].number} to {_last(table.rows, end)} were left out: {why}"
        for first, end, why in out
    ]
    return replace(table, rows=rows), said


def _last(rows: Sequence[Row], end: int) -> int:
    """The number of the last row before a place that holds anything."""
    return next(row.number for row in reversed(rows[:end]) if filled_of(row))


def _may_begin(rows: Sequence[Row], place: int) -> bool:
    """Whether a row may be headings: a few short names, one of them over days, or right below a gap; or days alone."""
    row = rows[place]
    for cell in row.cells:
        if cell and (type(cell) is not str or len(cell) > _LONGEST_NAME or cell[0].isdigit()):
            return _are_days(row) and _is_parted(rows, place)
    parted = _is_parted(rows, place)
    weekly = any(_WEEKLY.search(cell) for cell in row.cells if type(cell) is str)
    if not parted and not weekly and not worth_a_look(row, {}):
        return False
    names = _names_of(row)
    return len(names) > 1 and (parted or _date_among(names) is not None) and not holds_a_date(row)


def _names_of(row: Row) -> dict[int, str]:
    return {column: words for column, words in filled_of(row).items() if column not in row.covered}


def _is_parted(rows: Sequence[Row], place: int) -> bool:
    """Whether a row stands on top, or below a gap or a title."""
    return place == 0 or len(filled_of(rows[place - 1])) < 2


def _are_days(row: Row) -> bool:
    """Whether a row holds days and nothing else but a word over the labels at its left."""
    cells = [cell for cell in row.cells if cell not in ("", None)]
    days = [cell for cell in cells if _is_day(cell)]
    return len(days) > 1 and len(cells) - len(days) < 2


def _is_day(cell: object) -> bool:
    if isinstance(cell, str) and begins_as_date(cell.strip()):
        found = read(cell, year_hint=2000)
        return isinstance(found, When) and found.precision != "unknown"
    return isinstance(cell, date)


def _date_among(names: Mapping[int, str]) -> int | None:
    """The column over days, months or weeks."""
    for column, name in names.items():
        if meaning(name) in _DATES or plain(name) in words_for("week"):
            return column
    return None


def _date_below(names: Mapping[int, str], row: Row) -> int | None:
    """The column that holds a day in the row below, whatever its heading is."""
    for column in names:
        cell = row.cells[column] if column < len(row.cells) else ""
        if _is_day(cell):
            return column
    return None


def _block(
    rows: Sequence[Row], place: int, begins: Sequence[int], given: Mapping[str, str]
) -> tuple[int, str] | None:
    """Where a block of amounts that begins at a place ends, and why it is none; else None.

    Headings that could be a chronology's stand over all rows up to the next ones; others over those to the next gap.
    """
    last = next((other for other in begins if other > place), len(rows))
    whole = could_be(rows[place], {})
    end, why = place + 1, ""
    while end < last:
        first = end
        end = last if whole else _gap_below(rows, first, last)
        found = _why(rows[place], rows[first:end], given)
        if not found:
            return (first, why) if why else None
        why = found
        while end < last and not filled_of(rows[end]):
            end += 1
    return (end, why) if why else None


def _why(heading: Row, rows: Sequence[Row], given: Mapping[str, str]) -> str:
    """Why rows under a heading are no chronology; empty when they may be one."""
    if not rows or _tells_at_once(rows):
        return ""
    if _are_days(heading):
        return Held({}, None, rows).of_days_across()
    names = _names_of(heading)
    dated = _date_among(names)
    return Held(names, _date_below(names, rows[0]) if dated is None else dated, rows).why(given)


def _gap_below(rows: Sequence[Row], first: int, last: int) -> int:
    return next((place for place in range(first, last) if not filled_of(rows[place])), last)


def _tells_at_once(rows: Sequence[Row]) -> bool:
    """Whether the first rows tell enough to look no further, as those of nearly all chronologies do."""
    told = {
        cell
        for row in rows[:_SAMPLE]
        for cell in row.cells
        if type(cell) is str and len(cell) > PROSE and len(cell.split()) >= FEWEST_TOLD
    }
    return len(told) >= _ENOUGH
