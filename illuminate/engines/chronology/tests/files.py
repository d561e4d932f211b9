"""Files as different hands write them, for the stories beside this."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import Workbook

from illuminate.engines.chronology import Reading, read_file


class Document:
    """A Word file, built in the order of its lines."""

    def __init__(self) -> None:
        self.word = docx.Document()

    def line(self, text: str, style: str | None = None, bold: str = "") -> Document:
        paragraph = self.word.add_paragraph(style=style)
        if bold:
            paragraph.add_run(bold).bold = True
        paragraph.add_run(text)
        return self

    def table(self, *rows: list[str]) -> Any:
        """A table; a row of one cell is merged over the whole width."""
        width = max(map(len, rows))
        table = self.word.add_table(rows=len(rows), cols=width)
        for row, cells in zip(table.rows, rows, strict=True):
            if len(cells) == 1 and width > 1:
                row.cells[0].merge(row.cells[-1]).text = cells[0]
                continue
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text
        return table

    def read(self, name: str = "a.docx", **options: Any) -> Reading:
        stream = BytesIO()
        self.word.save(stream)
        return read_file(stream.getvalue(), name, **options)


def wrapped(element: Any, tag: str) -> None:
    """Put an element inside a tracked change or a content control."""
    mark = OxmlElement(f"w:{tag}")
    if tag in ("ins", "del", "moveFrom", "moveTo"):
        mark.set(qn("w:id"), "1")
        mark.set(qn("w:author"), "A")
    element.addprevious(mark)
    if tag == "sdt":
        content = OxmlElement("w:sdtContent")
        mark.append(content)
        content.append(element)
    else:
        mark.append(element)


def text_box(paragraph: Any, *lines: str) -> None:
    """A text box at a paragraph, in the new form and in the old one that other programs fall back to."""
    inner = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def workbook(**named: list[list[object]]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, rows in named.items():
        sheet = book.create_sheet(name.removeprefix("y").replace("_", " "))
        for row in rows:
            sheet.append(row)
    return book


def read_book(book: Workbook, name: str = "a.xlsx", **options: Any) -> Reading:
    stream = BytesIO()
    book.save(stream)
    return read_file(stream.getvalue(), name, **options)


ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def open_sheet(*rows: str, columns: str = "") -> bytes:
    """An .ods of one sheet; each row is its own XML."""
    content = (
        f'<?xml version="1.0"?><office:document-content {ODS} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Contacts">{columns}{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return stream.getvalue()


def open_row(*cells: str, more: str = "") -> str:
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f"<table:table-row {more}>{inside}</table:table-row>"


def rows_of(reading: Reading) -> list[tuple[str, int]]:
    """Where every row read stands, entries and refused together, each once."""
    return sorted({(one.source.part, one.source.row) for one in (*reading.entries, *reading.refused)})


def numbers(reading: Reading) -> list[int]:
    return [row for _, row in rows_of(reading)]


def days(reading: Reading) -> list[str]:
    """The day of each entry as it would be spoken, with its time."""
    return [
        f"{one.when.start}" + (f" {one.when.time:%H:%M}" if one.when.time else "") for one in reading.entries
    ]


def refused(reading: Reading) -> list[tuple[int, str]]:
    return [(one.source.row, one.why) for one in reading.refused]


def told(reading: Reading) -> str:
    return " / ".join(decision.words for decision in reading.decided)
