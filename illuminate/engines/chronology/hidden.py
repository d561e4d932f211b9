"""Which rows and columns of a workbook are not shown. The fast reader of cells does not say."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import olefile
from lxml import etree

from illuminate.engines.chronology import margins
from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.safe import is_ole

_MOST_CELLS = 5_000_000
_MOST_COLUMNS = 16_384
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>')
_COLUMN = re.compile(rb'<(?:\w+:)?col\b[^>]*\bhidden="(?:1|true)"[^>]*>')
_NOT_SHOWN = re.compile(rb"""visibility=["'](?!visible)""")
_SPANNED = re.compile(rb"""number-rows-spanned=["'](?!1["'])""")
_REPEATED = re.compile(rb"""number-(rows|columns)-repeated=["'](\d{1,9})""")
# Filled cells repeated within these bounds stay below five million; beyond them the sheet is walked through.
_MOST_ROWS_ALIKE, _MOST_CELLS_ALIKE, _MOST_REPEATS = 10, 50, 10_000
_NUMBER = re.compile(rb'\br="(\d+)"')
_FIRST, _LAST = re.compile(rb'\bmin="(\d+)"'), re.compile(rb'\bmax="(\d+)"')
# Records of an .xls stream, from Microsoft's [MS-XLS]: BoundSheet8, Row, ColInfo, BOF, MergeCells.
_BOUND_SHEET, _ROW_RECORD, _COLUMN_RECORD, _BEGIN, _MERGED = 0x85, 0x208, 0x7D, 0x809, 0xE5


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows from 1 and columns from 0 that are not shown; ``merged`` cells as first and last row and column, from 0,
    where the reader of cells does not give them; ``margins`` the words of page headers and footers."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    margins: tuple[str, ...] = ()


def hidden_in(data: bytes, name: str) -> Mapping[str, Hidden]:
    """What each sheet hides, by the sheet's name. An .ods of too many repeated cells is refused."""
    if is_ole(data):
        return _in_xls(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "content.xml" in names:
            return _in_ods(archive, name)
        return _in_xlsx(archive, names) if "xl/workbook.xml" in names else {}


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _in_xlsx(archive: zipfile.ZipFile, names: set[str]) -> dict[str, Hidden]:
    targets = {}
    if "xl/_rels/workbook.xml.rels" in names:
        for one in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), _parser()):
            targets[one.get("Id")] = one.get("Target", "")
    found = {}
    for sheet in etree.fromstring(archive.read("xl/workbook.xml"), _parser()).iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if path in names:
            xml = archive.read(path)
            printed = margins.of_sheet(xml)
            if printed or b' hidden="' in xml:
                found[sheet.get("name", "")] = replace(_of_sheet(xml), margins=printed)
    return found


def _of_sheet(xml: bytes) -> Hidden:
    rows = {int(number[1]) for one in _ROW.findall(xml) if (number := _NUMBER.search(one))}
    columns: set[int] = set()
    for one in _COLUMN.findall(xml):
        first, last = _FIRST.search(one), _LAST.search(one)
        if first and last:
            columns |= set(range(int(first[1]) - 1, min(int(last[1]), _MOST_COLUMNS)))
    return Hidden(frozenset(rows), frozenset(columns))


def _in_ods(archive: zipfile.ZipFile, name: str) -> dict[str, Hidden]:
    """Walk through the sheets once, counting repeats, so that a bomb of a few bytes is never opened."""
    found: dict[str, Hidden] = {}
    printed = margins.of_styles(archive.read("styles.xml")) if "styles.xml" in archive.namelist() else ()
    if printed:
        found[""] = Hidden(margins=printed)
    if not _worth_walking(archive.read("content.xml")):
        return found
    try:
        with archive.open("content.xml") as stream:
            for key, hidden in _sheets_of(stream, name):
                found[key] = hidden
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"{name} is damaged: open it, save it again and send it anew.") from error
    return found


def _worth_walking(xml: bytes) -> bool:
    """Whether a sheet hides something, merges cells downwards, or repeats filled cells beyond what a person does."""
    if _NOT_SHOWN.search(xml) or _SPANNED.search(xml) or b"<table:table-row" not in xml:
        return True
    filled = 0
    for found in _REPEATED.finditer(xml):
        rows, count = found[1] == b"rows", int(found[2])
        end = xml.find(b"</table:table-row", found.end()) if rows else xml.find(b">", found.end())
        if count > 1 and b"value-type" in xml[xml.rfind(b"<", 0, found.start()) : end]:
            filled += 1
            if count > (_MOST_ROWS_ALIKE if rows else _MOST_CELLS_ALIKE) or filled > _MOST_REPEATS:
                return True
    return False


def _sheets_of(stream: Any, name: str) -> Iterator[tuple[str, Hidden]]:
    tags = [
        f"{_TABLE}{tag}" for tag in ("table", "table-row", "table-column", "table-cell", "covered-table-cell")
    ]
    place = _Place()
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    for event, element in etree.iterparse(stream, events=("start", "end"), tag=tags, **options):
        kind = element.tag.removeprefix(_TABLE)
        if event == "start":
            if kind == "table":
                place = _Place()
            continue
        place.passed(kind, element)
        if place.last_row * place.last_column > _MOST_CELLS:
            raise UnreadableFile(
                f"{name} has a sheet of more than five million cells: delete what is not the table."
            )
        if kind == "table":
            hides = Hidden(frozenset(place.rows), frozenset(place.columns), tuple(place.merged))
            yield element.get(f"{_TABLE}name", ""), hides
        if kind in ("table", "table-row"):
            element.clear()


class _Place:
    """How far a walk through an .ods sheet has come."""

    def __init__(self) -> None:
        self.row = self.cell = self.column = self.last_row = self.last_column = 0
        self.rows: set[int] = set()
        self.columns: set[int] = set()
        self.merged: list[tuple[tuple[int, int], tuple[int, int]]] = []

    def passed(self, kind: str, element: Any) -> None:
        """Count an element that has ended."""
        if kind in ("table-cell", "covered-table-cell"):
            if (down := int(element.get(f"{_TABLE}number-rows-spanned", "1"))) > 1:
                across = int(element.get(f"{_TABLE}number-columns-spanned", "1"))
                self.merged.append(((self.row, self.cell), (self.row + down - 1, self.cell + across - 1)))
            self.cell += _repeated(element, "columns")
            if element.get(f"{_OFFICE}value-type"):
                self.last_column = max(self.last_column, self.cell)
                self.last_row = self.row + 1
        elif kind == "table-column":
            count = _repeated(element, "columns")
            if _is_hidden(element):
                self.columns |= set(range(self.column, min(self.column + count, _MOST_COLUMNS)))
            self.column += count
        elif kind == "table-row":
            count = _repeated(element, "rows")
            filled = self.last_row == self.row + 1
            if _is_hidden(element) and filled:
                self.rows |= set(range(self.row + 1, self.row + 1 + min(count, _MOST_CELLS)))
            self.row += count
            self.last_row = self.row if filled else self.last_row
            self.cell = 0


def _repeated(element: Any, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _is_hidden(element: Any) -> bool:
    return bool(element.get(f"{_TABLE}visibility", "visible") != "visible")


def _in_xls(data: bytes) -> dict[str, Hidden]:
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            stream = next((name for name in ("Workbook", "Book") if file.exists(name)), None)
            book = file.openstream(stream).read() if stream else b""
        starts = {
            struct.unpack_from("<I", body)[0]: _sheet_name(body)
            for kind, body, _ in _records(book, 0)
            if kind == _BOUND_SHEET and len(body) > 8
        }
        return {name: _of_stream(book, start) for start, name in starts.items()}
    except (OSError, struct.error, IndexError, ValueError, TypeError):
        # What is hidden can't be told; whether the cells can be read is for their own reader to say.
        return {}


def _sheet_name(body: bytes) -> str:
    length, wide = body[6], body[7] & 1
    return body[8 : 8 + length * 2].decode("utf-16-le") if wide else body[8 : 8 + length].decode("latin-1")


def _records(book: bytes, place: int) -> Iterator[tuple[int, bytes, int]]:
    """The records of a stream from a place to its end."""
    while place + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, place)
        yield kind, book[place + 4 : place + 4 + size], place
        place += 4 + size


def _of_stream(book: bytes, start: int) -> Hidden:
    rows: set[int] = set()
    columns: set[int] = set()
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
    printed: tuple[str, ...] = ()
    for kind, body, place in _records(book, start):
        if kind == 0x0A or (kind == _BEGIN and place > start):
            break
        if kind == _ROW_RECORD and len(body) >= 16 and struct.unpack_from("<H", body, 12)[0] & 0x20:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMN_RECORD and len(body) >= 10 and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", body)
            columns |= set(range(first, min(last + 1, _MOST_COLUMNS)))
        elif kind in (margins.HEADER, margins.FOOTER):
            printed += margins.of_record(body)
        elif kind == _MERGED and len(body) >= 2:
            for at in range(2, min(2 + 8 * struct.unpack_from("<H", body)[0], len(body) - 7), 8):
                top, bottom, left, right = struct.unpack_from("<4H", body, at)
                merged.append(((top, left), (bottom, right)))
    return Hidden(frozenset(rows), frozenset(columns), tuple(merged), printed)
