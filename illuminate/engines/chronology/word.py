"""Tables out of a Word file.

Read from the file's own XML, not through python-docx, because that leaves out what stands in tracked
insertions and content controls, and a chronology that comes back from its reviewers is full of both.
What is shown is read: insertions in, deletions out.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.safe import check_zip, is_ole
from illuminate.engines.chronology.tables import Contents, Row, Table

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = {f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tcPr")} | {
    _FALLBACK
}
_MOST_COLUMNS = 63  # Word's own limit


def read_word(data: bytes, name: str) -> Contents:
    """Give the tables of a .docx, numbered from 1 in the order of the body, and the lines outside them."""
    if is_ole(data) and "WordDocument".encode("utf-16-le") in data:
        raise UnreadableFile(f"{name} is in Word's old form: open it in Word and save it as .docx.")
    check_zip(data, name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            body = _parse(archive.read(_main_part(archive))).find(f"{_W}body")
            if body is None:
                raise KeyError("body")
            tables = [_table(table, number) for number, table in enumerate(_outermost(body, "tbl"), start=1)]
            lines = [
                text
                for each in _outermost(body, "p", "tbl")
                if each.tag == f"{_W}p" and (text := _text(each))
            ]
    except (KeyError, ParseError, DefusedXmlException, RecursionError, ValueError) as error:
        raise UnreadableFile(
            f"{name} is not a Word file that can be read: save it again as .docx."
        ) from error
    return Contents(tables, lines)


def _parse(xml: bytes) -> Element:
    root = fromstring(xml.replace(_STRICT.encode(), _W[1:-1].encode()), forbid_dtd=True)
    assert isinstance(root, Element)
    return root


def _main_part(archive: zipfile.ZipFile) -> str:
    """The document's own name inside the file; most are word/document.xml, not all."""
    for relation in _parse(archive.read("_rels/.rels")):
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    return "word/document.xml"


def _outermost(element: Element, *tags: str) -> Iterator[Element]:
    """Elements of these names that stand in no other one of them, in document order, deletions left out."""
    names = {f"{_W}{tag}" for tag in tags}
    for child in element:
        if child.tag in names:
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _outermost(child, *tags)


def _text(element: Element) -> str:
    """The words that a reader sees in a paragraph or cell; a line break for each paragraph's end."""
    return "".join(_pieces(element)).strip()


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _NOT_SHOWN:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)
            if child.tag == f"{_W}p":
                yield "\n"


def _table(table: Element, number: int) -> Table:
    rows: list[Row] = []
    for place, row in enumerate(_outermost(table, "tr"), start=1):
        rows.append(_row(row, place, rows[-1] if rows else None))
    return Table(f"table {number}", rows)


def _row(row: Element, number: int, above: Row | None) -> Row:
    """One row with every column in its place; a cell merged downwards shows what stands above it."""
    cells: list[str] = [""] * _value(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
    covered: set[int] = set()
    deleted = row.find(f"{_W}trPr/{_W}del") is not None
    for cell in _outermost(row, "tc"):
        place = len(cells)
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        text = _text(cell)
        if goes_on and not text and above and place < len(above.cells):
            text = str(above.cells[place])
        width = min(_value(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1), _MOST_COLUMNS)
        cells += ["" if deleted else text] + [""] * (width - 1)
        covered |= set(range(place + 1, place + width))
    return Row(number, cells, frozenset(covered))


def _value(element: Element | None, otherwise: int) -> int:
    value = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() else otherwise
