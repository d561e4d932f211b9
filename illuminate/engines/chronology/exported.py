"""Our own exports, read back: each entry returns to the file and row that it came from first.

What a person has changed in an export counts. A file is ours when it has the export's own columns, so one
that was saved again by Word or Excel is still known.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import PurePath
from xml.etree.ElementTree import ParseError

from illuminate.engines.chronology.model import (
    Decision,
    Entry,
    Reading,
    Refused,
    Source,
    UnreadableFile,
)
from illuminate.engines.chronology.safe import check_size, check_zip
from illuminate.engines.chronology.writers.columns import NEEDED, entry_of, is_row, plain_cell

SEVERAL = "several agencies"
_CONTINUED = re.compile(r" \(continued \d+\)$")
_MOST = 1_000_000
Record = tuple[int, Sequence[str]]


def recognise(data: bytes, name: str) -> Reading | None:
    """Read a file that this program wrote as a combined chronology; None when it is any other file.

    Raises UnreadableFile when the file is ours and has been damaged.
    """
    reader = _READERS.get(PurePath(name).suffix.casefold())
    return reader(data, name) if reader else None


def _from_xlsx(data: bytes, name: str) -> Reading | None:
    if b'name="Combined"' not in _member(data, "xl/workbook.xml"):
        return None
    check_size(data, name)
    check_zip(data, name)
    sheets = _sheets(data)
    entries = sheets.get("Combined", [])
    if not entries or not set(entries[0][1]) >= NEEDED:
        return None
    return _reading(
        name,
        _rows(entries, Source(name, "Combined", 0)),
        [_refused(cells) for _, cells in _labelled(sheets.get("Not read", []))],
        [_decision(cells) for _, cells in _labelled(sheets.get("Decisions", []))],
    )


def _sheets(data: bytes) -> dict[str, list[Record]]:
    """The words of the sheets that we write; none when the workbook can't be opened."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            return {
                name: [
                    (number, [plain_cell(cell) for cell in row])
                    for number, row in enumerate(
                        book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1
                    )
                ]
                for name in ("Combined", "Not read", "Decisions")
                if name in book.sheet_names
            }
    except (CalamineError, OSError, ValueError):
        return {}
    except BaseException as error:
        # A fault inside the Rust library arrives outside Exception; the ordinary reader says so in words.
        if type(error).__name__ != "PanicException":
            raise
        return {}


def _from_csv(data: bytes, name: str) -> Reading | None:
    if b"Date as written" not in data[:4000] or len(data) > _LARGEST:
        return None
    from illuminate.engines.chronology.writers.separated import records

    found = records(data)
    if not found or not set(found[0][1]) >= NEEDED:
        return None
    return _reading(name, _rows(found, Source(name, "", 0)), [], [])


def _from_docx(data: bytes, name: str) -> Reading | None:
    if b"Combined chronology" not in _member(data, "docProps/core.xml"):
        return None
    check_size(data, name)
    check_zip(data, name)
    from illuminate.engines.chronology.writers.document_back import tables

    try:
        found = tables(data)
    except (ParseError, KeyError):
        return None  # the ordinary reader says what is wrong with it
    if not found.entries:
        return None
    return _reading(
        name,
        _rows(found.entries, Source(name, "table 1", 0)),
        [_refused(cells) for _, cells in _labelled(found.not_read)],
        [_decision(cells) for _, cells in _labelled(found.decisions)],
    )


def _from_json(data: bytes, name: str) -> Reading | None:
    check_size(data, name)
    from illuminate.engines.chronology.writers.as_json_back import from_json

    entries, refused, decided = from_json(data, name)
    return _reading(name, entries, refused, decided)


_LARGEST = 200 * 1024 * 1024
_READERS: Mapping[str, Callable[[bytes, str], Reading | None]] = {
    ".xlsx": _from_xlsx,
    ".csv": _from_csv,
    ".docx": _from_docx,
    ".json": _from_json,
}


def _member(data: bytes, member: str) -> bytes:
    """The start of one member of a zip; nothing when it can't be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(member) as stream:
            return stream.read(_MOST)
    except Exception:
        # zipfile, zlib and lzma each have their own faults; the ordinary reader says what is wrong.
        return b""


def _labelled(records: Sequence[Record]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row under its headings, what a long text runs over into put together again; empty rows left out."""
    if not records:
        return
    headings = [_CONTINUED.sub("", heading) for heading in records[0][1]]
    empty = dict.fromkeys(headings, "")
    is_plain = len(empty) == len(headings)
    for number, row in records[1:]:
        if not any(row):
            continue
        cells = {**empty, **dict(zip(headings, row, strict=False))}
        if not is_plain:
            cells = dict(empty)
            for heading, words in zip(headings, row, strict=False):
                cells[heading] += words
        yield number, cells


def _rows(records: Sequence[Record], sheet: Source) -> Iterator[Entry | Refused]:
    for number, cells in _labelled(records):
        yield entry_of(cells, Source(sheet.file, sheet.part, number))


def _refused(cells: Mapping[str, str]) -> Refused:
    return Refused(_source(cells), cells.get("Why", ""), cells.get("Words of the row", ""))


def _decision(cells: Mapping[str, str]) -> Decision:
    return Decision(cells.get("What was decided", ""), _source(cells))


def _source(cells: Mapping[str, str]) -> Source:
    row = cells.get("Row", "")
    return Source(cells.get("Source file", ""), cells.get("Part", ""), int(row) if is_row(row) else 0)


def _reading(
    name: str, rows: Iterable[Entry | Refused], refused: list[Refused], decided: list[Decision]
) -> Reading:
    entries: list[Entry] = []
    not_read = list(refused)
    for row in rows:
        if isinstance(row, Entry):
            entries.append(row)
        else:
            not_read.append(row)
    agencies = {entry.agency for entry in entries}
    if not entries and not not_read:
        raise UnreadableFile(f"{name} is a combined chronology with nothing in it: give the agencies' files.")
    return Reading(
        file=name,
        agency=agencies.pop() if len(agencies) == 1 else SEVERAL,
        entries=tuple(entries),
        refused=tuple(not_read),
        decided=tuple(decided),
    )
