"""The one shape that every kind of file is brought into before its rows are understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

BODY = "body"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the file; ``number`` counts from 1 as its users do.

    ``covered`` are the columns that a cell to the left runs over: a merged title, a year band. ``carried``
    are those that a cell above runs down into; they hold that cell's value. ``hidden``: not shown in the file.
    """

    number: int
    cells: Sequence[object]
    covered: frozenset[int] = frozenset()
    carried: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, one table of a document, or one csv file. ``part`` names it as in ``source.part``.

    ``inside`` is the part, row number and column of the cell that a nested table stands in.
    """

    part: str
    rows: Sequence[Row]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    inside: tuple[str, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables. ``level`` is that of a list, from 0, and None for what is in no list.

    ``bold`` is the bold text that it begins with.
    """

    number: int
    text: str
    heading: bool = False
    level: int | None = None
    bold: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, in its order, and what had to be chosen to read it.

    ``margins`` are the words of its pages' headers and footers.
    """

    blocks: Sequence[Table | Paragraph]
    decided: Sequence[str] = ()
    margins: Sequence[str] = ()

    @property
    def tables(self) -> list[Table]:
        """The tables alone."""
        return [block for block in self.blocks if isinstance(block, Table)]


def words_of(cell: object) -> str:
    """A cell as text, without the spaces around it. A whole number shows without ".0", a day as ISO 8601."""
    if type(cell) is str:
        if "\r" in cell:
            cell = cell.replace("\r\n", "\n").replace("\r", "\n")
        if "\xa0" in cell:
            cell = cell.replace("\xa0", " ")
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date, time)):
        return str(cell)
    return str(cell).strip()


def filled_of(row: Row) -> dict[int, str]:
    """The words of every cell that has some, by column."""
    return {column: text for column, cell in enumerate(row.cells) if cell != "" and (text := words_of(cell))}


def everything_said(contents: Contents) -> Iterator[str]:
    """The words of every paragraph and cell."""
    for block in contents.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell for row in block.rows for cell in row.cells if type(cell) is str and cell)


_DAY = re.compile(
    r"\d{1,4}[/\-. ]\d|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} (?:19|20)\d\d\b"
)


def begins_as_date(words: str) -> bool:
    """A quick look whether words begin with two figures of a date: then they are no heading, note or total."""
    return bool(_DAY.match(words))


def row_of(names: Mapping[int, str]) -> Row:
    """A row of these words, by column."""
    return Row(0, [names.get(column, "") for column in range(max(names) + 1)])


def width_of(rows: Sequence[Row]) -> int:
    """How many columns the widest row has."""
    return max((len(row.cells) for row in rows), default=0)
