"""Spreadsheets and separated text: xlsx by openpyxl, xls by xlwt, ods by hand, csv by the standard library."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.styles import Font

from benchmarks.chronologies.book import Book, Cell, Line, Part

FORMATS = ["dd/mm/yyyy", "d-mmm-yy", "dd.mm.yyyy", "yyyy-mm-dd"]


def write_xlsx(book: Book, path: Path, rng: random.Random) -> list[Line]:
    """Write a workbook; gives back the lines of its cover sheet, if it has one."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    cover = _cover(book)
    if cover:
        sheet = workbook.create_sheet("Cover")
        for line in cover:
            sheet.append([str(cell) for cell in line.cells])
    shown = rng.choice(FORMATS)
    for part in book.parts:
        sheet = workbook.create_sheet(part.name)
        dates = book.columns.index("date")
        run = 0
        for number, line in enumerate(part.lines, start=1):
            for column, value in enumerate(line.cells, start=1):
                if value == "":
                    continue
                cell = sheet.cell(number, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # "#REF!" as the words that an export leaves, not as a fault
                elif isinstance(value, datetime):
                    cell.number_format = f"{shown} hh:mm"
                elif isinstance(value, date):
                    cell.number_format = shown
                if line.kind == "header":
                    cell.font = Font(bold=True)
            merged = (
                book.options.get("ditto") == "merged" and line.written and line.written.extra.get("ditto")
            )
            if not merged and run < number - 1 and run and book.options.get("ditto") == "merged":
                sheet.merge_cells(
                    start_row=run, end_row=number - 1, start_column=dates + 1, end_column=dates + 1
                )
            run = run if merged else number
            if book.options.get("hidden") and line.kind == "row" and rng.random() < 0.05:
                sheet.row_dimensions[number].hidden = True
        sheet.freeze_panes = "A2"
    workbook.save(path)
    return cover


def _cover(book: Book) -> list[Line]:
    if not book.options.get("cover"):
        return []
    words = [
        "Chronology",
        f"Agency: {book.agency}",
        "Completed by: Named lead",
        "Please read with the report",
    ]
    return [Line("cover", [one]) for one in words]


def write_xls(book: Book, path: Path, rng: random.Random) -> list[Line]:
    """Write the old Excel form (needs xlwt, of the bench group)."""
    import xlwt

    workbook = xlwt.Workbook()
    shown = xlwt.easyxf(num_format_str=rng.choice(["DD/MM/YYYY", "D-MMM-YY"]))
    shown_time = xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM")
    for part in book.parts:
        sheet = workbook.add_sheet(part.name[:31])
        for row, line in enumerate(part.lines):
            for column, value in enumerate(line.cells):
                if isinstance(value, datetime):
                    sheet.write(row, column, value, shown_time)
                elif isinstance(value, date):
                    sheet.write(row, column, value, shown)
                elif value != "":
                    sheet.write(row, column, value)
    workbook.save(str(path))
    return []


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
_ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(book: Book, path: Path, rng: random.Random) -> list[Line]:
    """Write an OpenDocument sheet."""
    cover = _cover(book)
    parts = [Part("Cover", cover), *book.parts] if cover else book.parts
    content = io.StringIO()
    content.write(_ODS_HEAD)
    for part in parts:
        content.write(f"<table:table table:name={quoteattr(part.name)}>")
        for line in part.lines:
            cells = "".join(_ods_cell(value) for value in line.cells) or "<table:table-cell/>"
            content.write(f"<table:table-row>{cells}</table:table-row>")
        content.write("</table:table>")
    content.write("</office:spreadsheet></office:body></office:document-content>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        archive.writestr("content.xml", content.getvalue())
    return cover


def _ods_cell(value: Cell) -> str:
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):  # a datetime too
        iso = value.isoformat()
        start = f'<table:table-cell office:value-type="date" office:date-value="{iso}">'
        return f"{start}<text:p>{iso}</text:p></table:table-cell>"
    words = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'


def write_csv(book: Book, path: Path, rng: random.Random) -> list[Line]:
    """Write separated text in one of the encodings and separators that exports come in."""
    separator = rng.choice([",", ",", ";", "\t", "|"])
    encoding = rng.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    text = io.StringIO()
    writer = csv.writer(
        text,
        delimiter=separator,
        quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
        lineterminator="\r\n",
    )
    for line in book.parts[0].lines:
        cells = [str(cell) for cell in line.cells]
        if line.kind == "row" and rng.random() < 0.06:
            cells = [cell.replace(". ", ".\n", 1) for cell in cells]
        writer.writerow(cells)
    path.write_bytes(text.getvalue().encode(encoding, errors="replace"))
    return []
