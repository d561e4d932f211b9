"""The tables of a .docx export, out of the document again as words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, iterparse

from illuminate.engines.chronology.writers import tables as ours
from illuminate.engines.chronology.writers.columns import NEEDED
from illuminate.engines.chronology.writers.document import BESIDE, HEADINGS, OTHER
from illuminate.engines.chronology.writers.escapes import as_it_was, from_lines, to_lines
from illuminate.engines.chronology.writers.word_xml import NAMESPACE

_W = f"{{{NAMESPACE}}}"
# Words that a person has struck out with changes tracked are still in the file, and are not read.
_STRUCK = frozenset({f"{_W}del", f"{_W}moveFrom"})
Record = tuple[int, Sequence[str]]


@dataclass
class Tables:
    """The three tables that merging again needs, headings first, as a sheet would hold them."""

    entries: list[Record] = field(default_factory=list)
    not_read: list[Record] = field(default_factory=list)
    decisions: list[Record] = field(default_factory=list)


def tables(data: bytes) -> Tables:
    """Find our tables by their headings."""
    found = Tables()
    for rows in _tables(data):
        headings = tuple(rows[0]) if rows else ()
        if headings == HEADINGS:
            cells = [dict(zip(headings, row, strict=False)) for row in rows[1:]]
            found.entries = _as_sheet([_spread(row) for row in cells if row.get("Id") != "Id"])
        elif headings == ours.NOT_READ:
            found.not_read = list(enumerate(rows, start=1))
        elif headings == ours.DECISIONS:
            found.decisions = list(enumerate(rows, start=1))
    return found


def _tables(data: bytes) -> Iterator[list[list[str]]]:
    """Each table of the document as its rows, read one row at a time.

    The file has been through ``check_zip``, which refuses any XML that declares a DTD or an entity; the parser
    that does so too takes eight times as long.
    """
    rows: list[list[str]] = []
    with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("word/document.xml") as stream:
        for _, element in iterparse(stream, events=("end",)):  # noqa: S314  # see above
            if element.tag == f"{_W}tr":
                rows.append([_words(cell) for cell in element.iterfind(f"{_W}tc")])
                element.clear()
            elif element.tag == f"{_W}tbl":
                yield rows
                rows = []
                element.clear()


def _words(cell: Element) -> str:
    paragraphs = ("".join(_pieces(paragraph)) for paragraph in cell.iterfind(f"{_W}p"))
    return as_it_was("\n".join(paragraphs))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield "\t"
        elif child.tag not in _STRUCK:
            yield from _pieces(child)


def _spread(row: dict[str, str]) -> dict[str, str]:
    """The columns of a sheet, out of the fewer ones of the document."""
    behind = from_lines(row.get("Source", ""))
    behind["Source file"] = behind.pop("File", "")
    beside = from_lines(row.get("Other columns", ""))
    told = {name: beside.pop(name) for name in BESIDE if name in beside}
    rest = {
        name.removeprefix(OTHER) if name.startswith(OTHER) else name: text for name, text in beside.items()
    }
    return {**row, **told, **behind, "Other columns": to_lines(rest), "Id": row.get("Id", "").split("\n")[0]}


def _as_sheet(rows: list[dict[str, str]]) -> list[Record]:
    headings = sorted(NEEDED | {name for row in rows for name in row})
    records: list[Sequence[str]] = [headings, *([row.get(name, "") for name in headings] for row in rows)]
    return list(enumerate(records, start=1))
