"""A combined chronology as .xlsx: the entries, and beside them the findings, rows not read and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import IO, Any

import xlsxwriter

from illuminate.engines.chronology.model import Entry
from illuminate.engines.chronology.writers import tables
from illuminate.engines.chronology.writers.columns import Column, columns_for
from illuminate.engines.chronology.writers.combined import Combined
from illuminate.engines.chronology.writers.escapes import LONGEST_CELL, is_like_formula, pieces, printable
from illuminate.engines.chronology.writers.rows import Cell, RowsSheet
from illuminate.engines.chronology.writers.tints import tints

SHEET = "Combined"
MARKING = "OFFICIAL-SENSITIVE"
CONTINUED = "(continued"
_LAST_ON_PAPER = "Comment"  # where each row comes from can't be read at that width, and the Word file has it
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_DAYS_FROM = date(1899, 12, 30)
_WIDTHS = {
    "Why": 60,
    "Entries": 60,
    "Words of the row": 80,
    "What was decided": 80,
    "Source file": 34,
    "Part": 22,
}


class Formats:
    """The looks of cells, made when first asked for: ``of(bold=True, bg_color="#cfe2f3")``."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **looks: Any) -> Any:
        """The format with these looks."""
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", "text_wrap": True, **looks})
        return self._made[key]

    def number(self, **looks: Any) -> int:
        """Its number in the workbook, for rows that are written as they are."""
        return int(self.of(**looks)._get_xf_index())

    def heading(self) -> dict[str, Any]:
        """How a heading looks: white on black."""
        return {"bold": True, "bg_color": "#0b0c0c", "font_color": "#ffffff"}


def write_xlsx(target: str | IO[bytes], combined: Combined) -> None:
    """Write a workbook: the entries, and a sheet each for findings, rows not read, sources and decisions."""
    book = xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Combined chronology", "status": MARKING, "author": ""})
    formats = Formats(book)
    colours = {agency: f"#{tint}" for agency, tint in tints(combined.agencies).items()}
    _entries(book, formats, combined, colours)
    _sheet(book, formats, "Findings", tables.FINDINGS, tables.findings(combined))
    _sheet(book, formats, "Not read", tables.NOT_READ, tables.not_read(combined))
    _sheet(book, formats, "Sources", tables.SOURCES, tables.sources(combined))
    _sheet(book, formats, "Decisions", tables.DECISIONS, tables.decisions(combined))
    _legend(book, formats, combined, colours)
    book.close()


def _entries(book: Any, formats: Formats, combined: Combined, colours: dict[str, str]) -> None:
    columns = columns_for(combined.entries)
    spans = [_span(column, combined.entries) for column in columns]
    headings = [name for column, span in zip(columns, spans, strict=True) for name in _names(column, span)]
    widths = [column.width for column, span in zip(columns, spans, strict=True) for _ in range(span)]
    sheet = book.add_worksheet(SHEET, worksheet_class=RowsSheet)
    _set_up(sheet, widths)
    sheet.autofilter(0, 0, max(len(combined.entries), 1), len(headings) - 1)
    sheet.print_area(0, 0, max(len(combined.entries), 1), headings.index(_LAST_ON_PAPER))
    style = formats.number(**formats.heading())
    first: list[Cell] = [(style, style, heading) for heading in headings]
    rows = _rows(formats, combined, list(zip(columns, spans, strict=True)), colours)
    sheet.set_rows(chain([first], rows), height=len(combined.entries) + 1, width=len(headings))


def _rows(
    formats: Formats, combined: Combined, columns: list[tuple[Column, int]], colours: dict[str, str]
) -> Iterator[list[Cell]]:
    """The cells of each entry; formats are made before the first, for the workbook counts them early."""
    plain = _styles(formats)
    tinted = {agency: _styles(formats, bg_color=colour) for agency, colour in colours.items()}
    day = formats.number(num_format="d mmmm yyyy", align="left")
    numbers = tables.numbers(combined)
    return (
        [
            cell
            for column, span in columns
            for cell in _cells(
                column,
                numbers.get(entry.id, "") if column.heading == "Findings" else column.words(entry),
                span,
                tinted[entry.agency] if column.heading in ("Date", "Agency") else plain,
                day,
            )
        ]
        for entry in combined.entries
    )


def _styles(formats: Formats, **looks: Any) -> tuple[int, int]:
    """A look, and the same for words that look like a formula: they stay words when the cell is edited."""
    return formats.number(**looks), formats.number(**looks, quote_prefix=True)


def _cells(column: Column, words: str, span: int, style: tuple[int, int], day: int) -> list[Cell]:
    if column.heading == "Row":
        return [(*style, int(words))]
    if words and column.heading in ("From", "To"):
        given = date.fromisoformat(words)
        # Excel has no days before 1900, and one too many in it: those stay in words.
        return [(*style, words) if given < _FIRST_DAY else (day, day, (given - _DAYS_FROM).days)]
    if span == 1:
        return [(*style, printable(words))]
    found: list[Cell] = [(*style, piece) for piece in pieces(printable(words))]
    return found + [(*style, "")] * (span - len(found))


def _span(column: Column, entries: Sequence[Entry]) -> int:
    """How many cells the longest text of a column needs."""
    long = (words for entry in entries if len(words := column.words(entry)) > LONGEST_CELL // 10)
    return max((sum(1 for _ in pieces(printable(words))) for words in long), default=1)


def _names(column: Column, span: int) -> list[str]:
    more = [f"{column.heading} {CONTINUED} {number})" for number in range(2, span + 1)]
    return [column.heading, *more]


def _write_words(sheet: Any, row: int, at: int, text: str, formats: Formats, **looks: Any) -> None:
    """Words as words, never as a formula."""
    quoted = {"quote_prefix": True} if is_like_formula(text) else {}
    sheet.write_string(row, at, text, formats.of(**looks, **quoted))


def _new_sheet(book: Any, formats: Formats, name: str, headings: Sequence[str], widths: Sequence[int]) -> Any:
    sheet = book.add_worksheet(name)
    _set_up(sheet, widths)
    for at, heading in enumerate(headings):
        sheet.write_string(0, at, heading, formats.of(**formats.heading()))
    return sheet


def _set_up(sheet: Any, widths: Sequence[int]) -> None:
    """Frozen headings; on paper landscape A4, headings on each page, the marking above and below."""
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C{MARKING}")
    sheet.set_footer(f"&L&A&C{MARKING}&RPage &P of &N")
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)


def _sheet(
    book: Any, formats: Formats, name: str, headings: Sequence[str], rows: Iterable[tuple[str, ...]]
) -> None:
    """A sheet of words. A text too long for a cell goes on in columns of its own beside it."""
    records = [[list(pieces(printable(text))) for text in record] for record in rows]
    spans = [max([len(record[at]) for record in records] or [1]) for at in range(len(headings))]
    names = [
        f"{heading} {CONTINUED} {more + 1})" if more else heading
        for heading, span in zip(headings, spans, strict=True)
        for more in range(span)
    ]
    widths = [_WIDTHS.get(heading.split(" (")[0], 18) for heading in names]
    sheet = _new_sheet(book, formats, name, names, widths)
    sheet.autofilter(0, 0, max(len(records), 1), len(names) - 1)
    for row, record in enumerate(records, start=1):
        at = 0
        for cell, span in zip(record, spans, strict=True):
            for further, piece in enumerate(cell):
                _write_words(sheet, row, at + further, piece, formats)
            at += span


def _legend(book: Any, formats: Formats, combined: Combined, colours: dict[str, str]) -> None:
    """Which colour is which agency's, and how many entries it has."""
    sheet = _new_sheet(book, formats, "Agencies", ("Agency", "Entries"), (50, 12))
    counts = Counter(entry.agency for entry in combined.entries)
    for row, agency in enumerate(combined.agencies, start=1):
        _write_words(sheet, row, 0, printable(agency), formats, bg_color=colours[agency])
        sheet.write_number(row, 1, counts[agency], formats.of())
