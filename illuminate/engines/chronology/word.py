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
from dataclasses import dataclass, field, replace
from io import BytesIO

from lxml import etree

from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.tables import Contents, Paragraph, Row, Table
from illuminate.engines.chronology.word_pieces import (
    SPACE,
    TBL,
    TC,
    TR,
    VAL,
    Element,
    P,
    W,
    bold_lead,
    merged,
    outermost,
    taken_out,
    text_of,
    value_of,
)

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (*(f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText")), _FALLBACK)
_BOX = f"{W}txbxContent"
_DEEPEST = 30


def read_word(data: bytes, name: str) -> Contents:
    """Give the tables and paragraphs of a .docx in their order, tables numbered from 1 in the order they begin."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            main = _main_part(archive)
            root = _parse(archive.read(main))
            lists, headings = _styles(archive, main)
            margins = _margins(archive, main)
        body = root.find(f"{W}body")
        if body is None:
            raise KeyError("body")
        return replace(_Walk(lists, headings).contents(body), margins=margins)
    except (KeyError, etree.XMLSyntaxError, RecursionError, ValueError) as error:
        raise UnreadableFile(
            f"{name} is not a Word file that can be read: save it again as .docx."
        ) from error


def _parse(xml: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(xml.replace(_STRICT.encode(), SPACE.encode()), parser)


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
    return list(dict.fromkeys(text for part in parts for line in part.iter(P) if (text := text_of(line))))


def _styles(archive: zipfile.ZipFile, main: str) -> tuple[dict[str, int], set[str]]:
    """The styles that make a list, with their level, and those that make a heading."""
    path = posixpath.join(posixpath.dirname(main), "styles.xml")
    lists: dict[str, int] = {}
    headings: set[str] = set()
    if path not in archive.namelist():
        return lists, headings
    for style in _parse(archive.read(path)).iter(f"{W}style"):
        named = style.find(f"{W}name")
        key, name = (
            style.get(f"{W}styleId", ""),
            (named.get(VAL, "") if named is not None else "").casefold(),
        )
        level = re.search(r"(\d)$", name)
        if style.find(f"{W}pPr/{W}numPr") is not None and "heading" not in name:
            lists[key] = int(level[1]) - 1 if level and name.startswith("list") else 0
        if re.match(r"heading \d|title$|subtitle$", name) or style.find(f"{W}pPr/{W}outlineLvl") is not None:
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
        self.nesting = next(body.iterfind(f".//{TC}//{TBL}"), None) is not None
        self.marked = next(body.iter(f"{W}vanish"), None) is not None
        for element in outermost(body, P, TBL):
            if element.tag == P:
                self._paragraph(element)
            else:
                self._table(element, None)
        notes = ["hidden text was left out"] if self.left_out else []
        return Contents(self.blocks, notes)

    def _paragraph(self, element: Element) -> None:
        self.paragraphs += 1
        boxes = taken_out(element, _BOX)
        text, hidden = self._words(element)
        self.blocks.append(self._described(element, text, hidden))
        self.counting = False
        for box in boxes:
            for inner in outermost(box, P, TBL):
                if inner.tag == TBL:
                    self._table(inner, None)
                elif words := self._words(inner)[0]:
                    self.blocks.append(self._described(inner, words, False))
        self.counting = True

    def _described(self, element: Element, text: str, hidden: bool) -> Paragraph:
        properties = element.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        key = style.get(VAL, "") if style is not None else ""
        level = self.lists.get(key)
        numbered = properties.find(f"{W}numPr") if properties is not None else None
        if numbered is not None:
            found = numbered.find(f"{W}numId")
            depth = numbered.find(f"{W}ilvl")
            off = found is not None and found.get(VAL) == "0"
            level = None if off else value_of(depth, 0)
        heading = key in self.headings
        bold = "" if heading else bold_lead(element)
        if (mark := re.match(r"[•·▪◦‣*\-–—]\s+(?=\S)", text)) and level is None:
            text, level = text[mark.end() :], 0
        return Paragraph(self.paragraphs, text, heading, None if heading else level, bold, hidden)

    def _words(self, element: Element) -> tuple[str, bool]:
        """The words of an element that are shown; if none is, those that are hidden, and True."""
        if not self.marked or next(element.iter(f"{W}vanish"), None) is None:
            return text_of(element), False
        everything = text_of(element)
        shown = text_of(element, hidden=False)
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
        for number, row in enumerate(outermost(table, TR), start=1):
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
            boxed = sum(1 for box in table.iter(_BOX) for _ in box.iter(P))
            self.paragraphs += sum(1 for _ in table.iter(P)) - boxed

    def _row(
        self, row: Element, number: int, above: Row | None, nested: list[tuple[Element, int, int]]
    ) -> Row:
        """One row with every column in its place; a cell merged downwards shows what stands above it."""
        properties = row.find(f"{W}trPr")
        before = properties.find(f"{W}gridBefore") if properties is not None else None
        deleted = properties is not None and properties.find(f"{W}del") is not None
        cells: list[str] = [""] * value_of(before, 0)
        covered: set[int] = set()
        carried: set[int] = set()
        seen, unseen = False, properties is not None and properties.find(f"{W}hidden") is not None
        all_hidden = unseen
        for cell in outermost(row, TC):
            column = len(cells)
            width, goes_on = merged(cell)
            if self.nesting:
                nested.extend((inner, number, column) for inner in taken_out(cell, TBL))
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
    return bool(parent.tag == f"{W}trPr")
