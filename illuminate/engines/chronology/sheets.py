"""Sheets out of .xlsx, .xls and .ods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from illuminate.engines.chronology.hidden import Hidden, hidden_in
from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.tables import Contents, Row, Table

_NONE: frozenset[int] = frozenset()


def read_sheets(data: bytes, name: str) -> Contents:
    """Give every sheet of a workbook as a table, what is hidden marked; rows are the sheet's own."""
    hidden = hidden_in(data, name)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            metadata = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            tables = [
                _table(
                    book.get_sheet_by_name(one.name),
                    one.visible != SheetVisibleEnum.Visible,
                    hidden.get(one.name, Hidden()),
                )
                for one in metadata
            ]
    except PasswordError as error:
        raise UnreadableFile(
            f"{name} is protected by a password: save it without one and send it again."
        ) from error
    except (CalamineError, OSError, ValueError, MemoryError) as error:
        raise UnreadableFile(f"{name} can't be opened as a spreadsheet: save it again as .xlsx.") from error
    except BaseException as error:
        # A fault inside the Rust library arrives as its own kind of exception, outside Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableFile(
            f"{name} is damaged: open it, save it again as .xlsx and send it anew."
        ) from error
    printed = dict.fromkeys(line for one in hidden.values() for line in one.margins)
    return Contents(tables, margins=tuple(printed))


def _table(sheet: CalamineSheet, is_hidden: bool, hidden: Hidden) -> Table:
    cells: list[list[Any]] = list(sheet.to_python(skip_empty_area=False))
    merged = _merged(cells, sheet.merged_cell_ranges or hidden.merged)
    rows = [
        Row(number, row, *merged.get(number - 1, (_NONE, _NONE)), number in hidden.rows)
        for number, row in enumerate(cells, start=1)
    ]
    return Table(sheet.name, rows, is_hidden, hidden.columns)


def _merged(
    grid: list[list[Any]], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> Mapping[int, tuple[frozenset[int], frozenset[int]]]:
    """Fill cells merged downwards with the value above them, as the reader of the sheet sees it.

    Gives for each row that it touches the columns covered from the left and those carried from above.
    """
    covered: dict[int, set[int]] = {}
    carried: dict[int, set[int]] = {}
    for (top, left), (bottom, right) in ranges:
        for place in range(top, min(bottom + 1, len(grid))):
            last = min(right + 1, len(grid[place]))
            covered.setdefault(place, set()).update(range(left + 1, last))
            if place > top and left < last and grid[place][left] == "":
                grid[place][left] = grid[top][left]
                carried.setdefault(place, set()).add(left)
    return {
        place: (frozenset(covered.get(place, ())), frozenset(carried.get(place, ())))
        for place in covered.keys() | carried.keys()
    }
