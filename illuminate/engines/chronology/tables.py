"""The one shape that every kind of file is brought into before its rows are understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the file; ``number`` counts from 1 as its users do.

    ``covered`` are the columns that a cell to the left runs over: a merged title, a year band.
    """

    number: int
    cells: Sequence[object]
    covered: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, one table of a document, or one csv file. ``part`` names it as in ``source.part``."""

    part: str
    rows: Sequence[Row]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: its tables, the lines of text outside them, and what had to be chosen to read it."""

    tables: Sequence[Table]
    lines: Sequence[str] = ()
    decided: Sequence[str] = field(default_factory=tuple)


def words_of(cell: object) -> str:
    """A cell as text, without the spaces around it. A whole number shows without ".0", a day as ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date, time)):
        return str(cell)
    return str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()
