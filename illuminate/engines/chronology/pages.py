"""Tables out of a web page. Many systems export one and name it .xls, because Excel opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.separated import decoded
from illuminate.engines.chronology.tables import Contents, Paragraph, Row, Table

_BREAKS = {"br", "p", "div", "li", "tr"}
_SILENT = {"script", "style", "head", "title"}
_MOST_COLUMNS = 500
_MOST_ROWS = 100_000


@dataclass(slots=True)
class _Cell:
    across: int
    down: int
    text: list[str] = field(default_factory=list)


class _Page(HTMLParser):
    """Gathers rows of cells, tables numbered in the order in which they begin, and the words outside them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[_Cell]]] = []
        self.outside: list[str] = []
        self._open: list[int] = []
        self._cells: list[_Cell | None] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and tag != "title":
            self._silent += tag != "head"
        if tag == "table":
            self.tables.append([])
            self._open.append(len(self.tables) - 1)
            self._cells.append(None)
        elif tag == "tr" and self._open:
            self.tables[self._open[-1]].append([])
            self._cells[-1] = None
        elif tag in ("td", "th") and self._open:
            self._cell(dict(attrs))
        elif tag in _BREAKS:
            self._say("\n")

    def _cell(self, attrs: dict[str, str | None]) -> None:
        rows = self.tables[self._open[-1]]
        if not rows:
            rows.append([])
        cell = _Cell(_number(attrs.get("colspan"), _MOST_COLUMNS), _number(attrs.get("rowspan"), _MOST_ROWS))
        rows[-1].append(cell)
        self._cells[-1] = cell

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and tag not in ("title", "head"):
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self._open.pop()
            self._cells.pop()
        elif tag in ("td", "th", "tr") and self._cells:
            self._cells[-1] = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._say(re.sub(r"\s+", " ", data))

    def _say(self, words: str) -> None:
        if self._cells and self._cells[-1] is not None:
            self._cells[-1].text.append(words)
        elif not self._open and words.strip():
            self.outside.append(words.strip())


def read_page(data: bytes, name: str) -> Contents:
    """Give the tables of a web page, each "table N" in the order in which they begin."""
    page = _Page()
    page.feed(decoded(data))
    page.close()
    tables = [Table(f"table {number}", _rows(rows)) for number, rows in enumerate(page.tables, start=1)]
    if not tables:
        raise UnreadableFile(f"{name} is a web page without a table: save the table as .xlsx or .docx.")
    lines = [Paragraph(0, words) for words in page.outside]
    return Contents([*lines, *tables])


def _rows(rows: list[list[_Cell]]) -> list[Row]:
    """Put every cell in its column; one that runs down fills the rows below it."""
    found: list[Row] = []
    running: dict[int, tuple[int, str]] = {}
    for number, cells in enumerate(rows, start=1):
        words: dict[int, str] = {}
        covered: set[int] = set()
        carried = {column for column, (left, _) in running.items() if left > 0}
        words |= {column: running[column][1] for column in carried}
        running = {column: (left - 1, text) for column, (left, text) in running.items() if left > 1}
        column = 0
        for cell in cells:
            while column in carried:
                column += 1
            text = "\n".join(line.strip() for line in "".join(cell.text).split("\n") if line.strip())
            words[column] = text
            covered |= set(range(column + 1, min(column + cell.across, _MOST_COLUMNS)))
            if cell.down > 1:
                running[column] = (cell.down - 1, text)
            column = min(column + cell.across, _MOST_COLUMNS)
        width = max([*words, *covered], default=-1) + 1
        texts = [words.get(place, "") for place in range(width)]
        found.append(Row(number, texts, frozenset(covered), frozenset(carried)))
    return found


def _number(value: str | None, most: int) -> int:
    return (
        min(max(int(value), 1), most)
        if value and value.isascii() and value.isdecimal() and len(value) < 6
        else 1
    )
