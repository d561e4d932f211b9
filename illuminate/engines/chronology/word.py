"""Tables and paragraphs out of a Word file.

Read from the file's own XML, not through python-docx, because that leaves out what stands in tracked
insertions and content controls, and a chronology that comes back from its reviewers is full of both; and it
takes minutes for a table of thousands of rows. What is shown is read: insertions in, deletions and hidden
text out. A row or paragraph of which all is hidden is read and marked.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from lxml import etree

from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.tables import Contents, Paragraph, Row, Table

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_SPACE}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (*(f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText")), _FALLBACK)
_P, _R, _T, _TBL, _TR, _TC = (f"{_W}{tag}" for tag in ("p", "r", "t", "tbl", "tr", "tc"))
_TAB, _BR, _CR, _HYPHEN, _BOX = (f"{_W}{tag}" for tag in ("tab", "br", "cr", "noBreakHyphen", "txbxContent"))
_TC_PROPERTIES, _SPAN, _MERGE = (f"{_W}{tag}" for tag in ("tcPr", "gridSpan", "vMerge"))
_VAL = f"{_W}val"
_PIECES = {_TAB: "\t", _BR: "\n", _CR: "\n", _HYPHEN: "-"}
_MOST_COLUMNS = 63  # Word's own limit
_DEEPEST = 30
_OFF = ("0", "false", "off")

Element = Any  # lxml has no types of its own


def read_word(data: bytes, name: str) -> Contents:
    """Give the tables and paragraphs of a .docx in their order, tables numbered from 1 in the order they begin."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            main = _main_part(archive)
            root = _parse(archive.read(main))
            lists, headings = _styles(archive, main)
            margins = _margins(archive, main)
        body = root.find(f"{_W}body")
        if body is None:
            raise KeyError("body")
        return replace(_Walk(lists, headings).contents(body), margins=margins)
    except (KeyError, etree.XMLSyntaxError, RecursionError, ValueError) as error:
        raise UnreadableFile(
            f"{name} is not a Word file that can be read: save it again as .docx."
        ) from error


def _parse(xml: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(xml.replace(_STRICT.encode(), _SPACE.encode()), parser)


def _main_part(archive: zipfile.ZipFile) -> str:
    """The document's own name inside the file; most are word/document.xml, not all."""
    for relation in _parse(archive.read("_rels/.rels")):
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(str(relation.get("Target", "")).lstrip("/"))
    return "word/document.xml"


def _margins(archive: zipfile.ZipFile, main: str) -> list[str]:
    """The lines of the pages' headers and footers, each once."""
    beside = re.compile(rf"{re.escape(posixpath.dirname(main))}/(?:header|footer)\d*\.xml")
    parts = [_parse(archive.read(name)) for name in sorted(archive.namelist()) if beside.fullmatch(name)]
    return list(dict.fromkeys(text for part in parts for line in part.iter(_P) if (text := _text(line))))


def _styles(archive: zipfile.ZipFile, main: str) -> tuple[dict[str, int], set[str]]:
    """The styles that make a list, with their level, and those that make a heading."""
    path = posixpath.join(posixpath.dirname(main), "styles.xml")
    lists: dict[str, int] = {}
    headings: set[str] = set()
    if path not in archive.namelist():
        return lists, headings
    for style in _parse(archive.read(path)).iter(f"{_W}style"):
        named = style.find(f"{_W}name")
        key, name = (
            style.get(f"{_W}styleId", ""),
            (named.get(_VAL, "") if named is not None else "").casefold(),
        )
        level = re.search(r"(\d)$", name)
        if style.find(f"{_W}pPr/{_W}numPr") is not None and "heading" not in name:
            lists[key] = int(level[1]) - 1 if level and name.startswith("list") else 0
        if (
            re.match(r"heading \d|title$|subtitle$", name)
            or style.find(f"{_W}pPr/{_W}outlineLvl") is not None
        ):
            headings.add(key)
    return lists, headings


@dataclass(slots=True)
class _Walk:
    """Goes through a body once, counting paragraphs and tables as they come."""

    lists: dict[str, int]
    headings: set[str]
    blocks: list[Table | Paragraph] = field(default_factory=list)
    tables: int = 0
    paragraphs: int = 0
    left_out: int = 0
    marked: bool = False
    counting: bool = True
    nesting: bool = True

    def contents(self, body: Element) -> Contents:
        """Everything in the body."""
        for element in list(body.iter(*_GONE)):
            parent = element.getparent()
            if parent is not None and not _is_of_row(parent):
                parent.remove(element)
        self.nesting = next(body.iterfind(f".//{_TC}//{_TBL}"), None) is not None
        self.marked = next(body.iter(f"{_W}vanish"), None) is not None
        for element in _outermost(body, _P, _TBL):
            if element.tag == _P:
                self._paragraph(element)
            else:
                self._table(element, None)
        notes = ["hidden text was left out"] if self.left_out else []
        return Contents(self.blocks, notes)

    def _paragraph(self, element: Element) -> None:
        self.paragraphs += 1
        boxes = _taken_out(element, _BOX)
        text, hidden = self._words(element)
        self.blocks.append(self._described(element, text, hidden))
        self.counting = False
        for box in boxes:
            for inner in _outermost(box, _P, _TBL):
                if inner.tag == _TBL:
                    self._table(inner, None)
                elif words := self._words(inner)[0]:
                    self.blocks.append(self._described(inner, words, False))
        self.counting = True

    def _described(self, element: Element, text: str, hidden: bool) -> Paragraph:
        properties = element.find(f"{_W}pPr")
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        key = style.get(_VAL, "") if style is not None else ""
        level = self.lists.get(key)
        numbered = properties.find(f"{_W}numPr") if properties is not None else None
        if numbered is not None:
            found = numbered.find(f"{_W}numId")
            depth = numbered.find(f"{_W}ilvl")
            off = found is not None and found.get(_VAL) == "0"
            level = None if off else _value(depth, 0)
        heading = key in self.headings
        bold = "" if heading else _bold_lead(element)
        if (mark := re.match(r"[•·▪◦‣*\-–—]\s+(?=\S)", text)) and level is None:
            text, level = text[mark.end() :], 0
        return Paragraph(self.paragraphs, text, heading, None if heading else level, bold, hidden)

    def _words(self, element: Element) -> tuple[str, bool]:
        """The words of an element that are shown; if none is, those that are hidden, and True."""
        if not self.marked or next(element.iter(f"{_W}vanish"), None) is None:
            return _text(element), False
        everything = _text(element)
        shown = _text(element, hidden=False)
        if not shown and everything:
            return everything, True
        self.left_out += shown != everything
        return shown, False

    def _table(self, table: Element, inside: tuple[str, int, int] | None, depth: int = 0) -> None:
        self.tables += 1
        self._count(table)
        part = f"table {self.tables}"
        rows: list[Row] = []
        place = len(self.blocks)
        nested: list[tuple[Element, int, int]] = []
        for number, row in enumerate(_outermost(table, _TR), start=1):
            rows.append(self._row(row, number, rows[-1] if rows else None, nested))
        self.blocks.insert(place, Table(part, rows, inside=inside))
        counting, self.counting = self.counting, False
        for element, number, column in nested:
            if depth < _DEEPEST:
                self._table(element, (part, number, column), depth + 1)
        self.counting = counting

    def _count(self, table: Element) -> None:
        """Paragraphs in a table count where they stand, those of nested tables too, those of text boxes not."""
        if self.counting:
            boxed = sum(1 for box in table.iter(_BOX) for _ in box.iter(_P))
            self.paragraphs += sum(1 for _ in table.iter(_P)) - boxed

    def _row(
        self, row: Element, number: int, above: Row | None, nested: list[tuple[Element, int, int]]
    ) -> Row:
        """One row with every column in its place; a cell merged downwards shows what stands above it."""
        properties = row.find(f"{_W}trPr")
        before = properties.find(f"{_W}gridBefore") if properties is not None else None
        deleted = properties is not None and properties.find(f"{_W}del") is not None
        cells: list[str] = [""] * _value(before, 0)
        covered: set[int] = set()
        carried: set[int] = set()
        seen, unseen = False, properties is not None and properties.find(f"{_W}hidden") is not None
        all_hidden = unseen
        for cell in _outermost(row, _TC):
            column = len(cells)
            width, goes_on = _merged(cell)
            if self.nesting:
                nested.extend((inner, number, column) for inner in _taken_out(cell, _TBL))
            text, hidden = self._words(cell)
            seen, unseen = seen or bool(text and not hidden), unseen or hidden
            if goes_on and not text and above and column < len(above.cells):
                text = str(above.cells[column])
                carried.add(column)
            cells += ["" if deleted else text] + [""] * (width - 1)
            covered |= set(range(column + 1, column + width))
        return Row(number, cells, frozenset(covered), frozenset(carried), all_hidden or (unseen and not seen))


def _is_of_row(parent: Element) -> bool:
    """Whether a mark of deletion is that of a whole row, kept to know it by."""
    return bool(parent.tag == f"{_W}trPr")


def _outermost(element: Element, *names: str) -> Iterator[Element]:
    """Elements of these names that stand in no other one of them, in document order."""
    for child in element:
        if child.tag in names:
            yield child
        elif len(child):
            yield from _outermost(child, *names)


def _taken_out(element: Element, name: str) -> list[Element]:
    """Elements of a name inside another one, outermost first, cut out of it."""
    if next(element.iter(name), None) is None:
        return []
    found = list(_outermost(element, name))
    for one in found:
        one.getparent().remove(one)
    return found


def _merged(cell: Element) -> tuple[int, bool]:
    """How many columns a cell runs over, and whether it goes on from the cell above."""
    width, goes_on = 1, False
    properties = cell[0] if len(cell) else None
    if properties is not None and properties.tag == _TC_PROPERTIES:
        for one in properties:
            if one.tag == _SPAN:
                width = max(_value(one, 1), 1)
            elif one.tag == _MERGE:
                goes_on = one.get(_VAL, "continue") == "continue"
    return width, goes_on


def _text(element: Element, hidden: bool = True) -> str:
    """The words in a paragraph or cell; a line break for each paragraph's end."""
    pieces: list[str] = []
    for child in element.iter(_T, _TAB, _BR, _CR, _HYPHEN, _P):
        tag = child.tag
        if tag == _T:
            if child.text and (hidden or not _is_hidden(child)):
                pieces.append(child.text)
        elif tag == _P:
            if pieces and pieces[-1] != "\n":
                pieces.append("\n")
        elif child.getparent().tag == _R:
            pieces.append(_PIECES[tag])
    return "".join(pieces).strip()


def _is_hidden(text: Element) -> bool:
    vanish = text.getparent().find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(_VAL, "1") not in _OFF


def _bold_lead(paragraph: Element) -> str:
    """The bold words that a paragraph begins with."""
    words: list[str] = []
    for run in paragraph.iter(_R):
        text = _text(run)
        bold = run.find(f"{_W}rPr/{_W}b")
        if text and (bold is None or bold.get(_VAL, "1") in _OFF):
            break
        words.append("".join(child.text or "" for child in run.iter(_T)))
    return "".join(words).strip()


def _value(element: Element | None, otherwise: int) -> int:
    value = element.get(_VAL, "") if element is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdecimal() else otherwise
