"""Blocks of columns on one sheet, parted by an empty column, each with headings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from illuminate.engines.chronology.tables import Row, Table, width_of, words_of


def runs_of(table: Table) -> list[tuple[int, int]]:
    """The first column of each run of filled columns, and the one behind its last; one run in most tables."""
    found: list[tuple[int, int]] = []
    width = width_of(table.rows)
    empty = _empty_columns(table.rows, width)
    for column in (one for one in range(width) if one not in empty):
        if found and found[-1][1] == column:
            found[-1] = (found[-1][0], column + 1)
        else:
            found.append((column, column + 1))
    return found


def cut_out(table: Table, first: int, end: int) -> Table:
    """The table with nothing but these columns, each in its own place."""
    return replace(table, rows=list(_rows(table.rows, first, end)))


def letters_of(first: int, end: int) -> str:
    """How a spreadsheet calls columns: "F to H"."""
    return f"{_letters(first)} to {_letters(end - 1)}" if end - first > 1 else _letters(first)


def _rows(rows: Sequence[Row], first: int, end: int) -> Iterator[Row]:
    columns = frozenset(range(first, end))
    for row in rows:
        cells = [*[""] * min(first, len(row.cells)), *row.cells[first:end]]
        yield replace(row, cells=cells, covered=row.covered & columns, carried=row.carried & columns)


def _empty_columns(rows: Sequence[Row], width: int) -> set[int]:
    """The columns in which no row has anything; what a title runs over has nothing of its own."""
    empty = set(range(width))
    for row in rows:
        if not empty:
            break
        empty -= {column for column in empty if column < len(row.cells) and words_of(row.cells[column])}
    return empty


def _letters(column: int) -> str:
    """ "A" for 0, "AA" for 26."""
    name, left = "", column + 1
    while left:
        left, place = divmod(left - 1, 26)
        name = chr(ord("A") + place) + name
    return name
