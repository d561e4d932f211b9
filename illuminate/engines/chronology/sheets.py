"""Sheets out of .xlsx, .xls and .ods."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.safe import MOST_BYTES, check_ole, check_zip, is_ole
from illuminate.engines.chronology.tables import Contents, Row, Table

_MOST_CELLS = 5_000_000
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_sheets(data: bytes, name: str) -> Contents:
    """Give every sheet of a workbook as a table, the hidden ones marked; rows are the sheet's own."""
    if is_ole(data):
        check_ole(data, name)
    else:
        check_zip(data, name)
        _check_repeats(data, name)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            metadata = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            tables = [
                _table(book.get_sheet_by_name(one.name), one.visible != SheetVisibleEnum.Visible)
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
    return Contents(tables)


def _table(sheet: CalamineSheet, hidden: bool) -> Table:
    cells = sheet.to_python(skip_empty_area=False)
    rows = [Row(number, row, frozenset()) for number, row in enumerate(cells, start=1)]
    return Table(sheet.name, _with_merged(rows, sheet.merged_cell_ranges or []), hidden)


def _with_merged(rows: list[Row], ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> list[Row]:
    """Fill cells merged downwards with the value above them, as the reader of the sheet sees it."""
    grid = [list(row.cells) for row in rows]
    covered: list[set[int]] = [set() for _ in rows]
    for (top, left), (bottom, right) in ranges:
        for place in range(top, min(bottom + 1, len(grid))):
            last = min(right + 1, len(grid[place]))
            covered[place] |= set(range(left + 1, last))
            if place > top and left < last and grid[place][left] == "":
                grid[place][left] = grid[top][left]
    return [
        Row(row.number, cells, frozenset(over)) for row, cells, over in zip(rows, grid, covered, strict=True)
    ]


def _check_repeats(data: bytes, name: str) -> None:
    """Refuse an .ods whose repeated cells would fill millions: to say "a million times" takes 30 bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "content.xml" not in archive.namelist():
            return
        try:
            with archive.open("content.xml") as stream:
                _count_cells(stream.read(MOST_BYTES), name)
        except (DefusedXmlException, SyntaxError, ValueError) as error:
            raise UnreadableFile(f"{name} is damaged: open it, save it again and send it anew.") from error


def _count_cells(xml: bytes, name: str) -> None:
    """Rows and columns up to the last cell with a value, sheet by sheet."""
    rows = last_row = last_column = column = 0
    for event, element in iterparse(BytesIO(xml), events=("start", "end"), forbid_dtd=True):
        if event == "start" and element.tag == f"{_ODS}table":
            rows = last_row = last_column = 0
        elif event == "start" and element.tag == f"{_ODS}table-row":
            column = 0
        elif event == "end" and element.tag in (f"{_ODS}table-cell", f"{_ODS}covered-table-cell"):
            column += int(element.get(f"{_ODS}number-columns-repeated", "1"))
            if element.get(f"{_OFFICE}value-type"):
                last_column = max(last_column, column)
                last_row = rows + 1
        elif event == "end" and element.tag == f"{_ODS}table-row":
            repeated = int(element.get(f"{_ODS}number-rows-repeated", "1"))
            last_row = rows + repeated if last_row == rows + 1 else last_row
            rows += repeated
            element.clear()
        if last_row * last_column > _MOST_CELLS:
            raise UnreadableFile(
                f"{name} has a sheet of more than five million cells: delete what is not the table."
            )
