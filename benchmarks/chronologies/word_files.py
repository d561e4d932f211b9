"""Word files, by python-docx with the habits that it has no words for written in XML."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from benchmarks.chronologies.book import Book, Line, Part


def write_docx(book: Book, path: Path, rng: random.Random) -> None:
    """Write a book as a Word file."""
    document = Document()
    if book.form == "list":
        _list(document, book)
    else:
        for number, words in enumerate(book.preface):
            document.add_paragraph(words, style="Heading 1" if number == 0 else None)
        tracked = rng.random() < 0.2
        for part in book.parts:
            if part.heading:
                document.add_paragraph(part.heading, style="Heading 2")
            _table(document, book, part, rng if tracked else None)
            document.add_paragraph("")
        if rng.random() < 0.12:
            _nest(document.tables[-1])
    document.save(str(path))


def _list(document: WordDocument, book: Book) -> None:
    styles = {"title": "Heading 1", "band": "Heading 2", "row": "List Bullet"}
    for number, line in enumerate(book.parts[0].lines):
        paragraph = document.add_paragraph(
            style=styles[line.kind] if line.kind != "title" or number == 0 else None
        )
        if line.kind == "row":
            paragraph.add_run(str(line.cells[0])).bold = True
            paragraph.add_run(f"{book.options['separator']}{line.cells[1]}")
        else:
            paragraph.add_run(str(line.cells[0]))


def _table(document: WordDocument, book: Book, part: Part, tracked: random.Random | None) -> None:
    width = len(book.columns)
    table = document.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    dates = book.columns.index("date") if "date" in book.columns else -1
    first: _Cell | None = None  # of a run of merged date cells
    for line in part.lines:
        cells = table.add_row().cells
        if line.kind == "band":
            cells[0].merge(cells[-1]).text = str(line.cells[0])
            continue
        for number, value in enumerate(line.cells):
            if number == dates and _merged(book, line) and first is not None:
                first.merge(cells[dates])
            elif (
                tracked and line.kind == "row" and book.columns[number] == "event" and tracked.random() < 0.15
            ):
                _track(cells[number].paragraphs[0], str(value))
            elif value:
                cells[number].text = str(value)
        if dates >= 0 and not _merged(book, line):
            first = cells[dates]


def _merged(book: Book, line: Line) -> bool:
    return book.options.get("ditto") == "merged" and bool(line.written and line.written.extra.get("ditto"))


def _track(paragraph: Paragraph, words: str) -> None:
    """The words with their last sentence inserted and another struck out, both still marked as changes."""
    cut = words.rfind(". ") + 1
    paragraph.add_run(words[:cut])
    inserted, deleted = OxmlElement("w:ins"), OxmlElement("w:del")
    for number, change in enumerate((deleted, inserted)):
        change.set(qn("w:id"), str(900 + number))
        change.set(qn("w:author"), "Author")
        paragraph._p.append(change)
    inserted.append(deepcopy(paragraph.add_run(words[cut:])._r))
    paragraph._p.remove(paragraph.runs[-1]._r)
    run, text = OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = " Withdrawn on checking."
    run.append(text)
    deleted.append(run)


def _nest(table: Table) -> None:
    """A small table inside the last row's widest cell."""
    cell = max(table.rows[-1].cells, key=lambda one: len(one.text))
    inner = cell.add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Checked", "Yes"
    cell.add_paragraph("")
