"""One agency's file in, everything that it says out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path, PurePath

from illuminate.engines.chronology.agency import find_agency
from illuminate.engines.chronology.headings import Headings, find_headings
from illuminate.engines.chronology.model import Decision, Reading, Source, UnreadableFile
from illuminate.engines.chronology.rows import TableReader, read_table
from illuminate.engines.chronology.safe import check_size
from illuminate.engines.chronology.separated import read_separated
from illuminate.engines.chronology.sheets import read_sheets
from illuminate.engines.chronology.tables import Contents, Table, words_of
from illuminate.engines.chronology.word import read_word
from illuminate.engines.dates import When, read, year_of

_READERS: Mapping[str, Callable[[bytes, str], Contents]] = {
    ".docx": read_word,
    ".xlsx": read_sheets,
    ".xls": read_sheets,
    ".ods": read_sheets,
    ".csv": read_separated,
}
ENDINGS = tuple(_READERS)
_CENTURY = re.compile(r"^the year \d\d was read as (\d{4})$")
_SERIAL = "was read as Excel's day number"


def read_file(path_or_bytes: str | PathLike[str] | bytes, name: str | None = None) -> Reading:
    """Read one agency's chronology.

    ``name`` is the file's name as its sender gave it; it is needed with bytes, and is what ``source.file``
    says. Raises UnreadableFile, whose message is a plain sentence, when the whole file can't be read; a row
    that can't be read never raises, it is in ``refused``.
    """
    if isinstance(path_or_bytes, bytes):
        data, file = path_or_bytes, PurePath(name or "file").name
    else:
        file = PurePath(name or path_or_bytes).name
        data = _bytes_of(path_or_bytes, file)
    reader = _READERS.get(PurePath(file).suffix.casefold())
    if reader is None:
        raise UnreadableFile(f"{file} is not a kind of file that is read: save it as {', '.join(ENDINGS)}.")
    check_size(data, file)
    contents = reader(data, file)
    return _read_contents(contents, file)


def _bytes_of(path: str | PathLike[str], file: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{file} can't be opened: {(error.strerror or 'unknown fault').lower()}."
        ) from error


def _read_contents(contents: Contents, file: str) -> Reading:
    headings, notes = _all_headings(contents)
    if not headings:
        raise UnreadableFile(
            f"{file} has no table with headings such as Date and Event: put each contact on a row of "
            "one table, with a heading over each column. Lists of dated paragraphs are not read."
        )
    agency, found_in = find_agency(contents, headings, file)
    years = _years(contents, headings)
    readers = [
        read_table(table, headings[table.part], file=file, agency=agency, years=years)
        for table in contents.tables
        if table.part in headings
    ]
    whole = [*contents.decided, f"the agency, {agency}, comes from {found_in}", *notes]
    return _reading(file, agency, readers, [Decision(words) for words in whole])


def _reading(file: str, agency: str, readers: list[TableReader], whole: list[Decision]) -> Reading:
    entries = tuple(entry for reader in readers for entry in reader.entries)
    named = {entry.agency for entry in entries}
    return Reading(
        file=file,
        agency=named.pop() if len(named) == 1 else agency,
        entries=entries,
        refused=tuple(refused for reader in readers for refused in reader.refused),
        decided=tuple(_folded(whole, [decision for reader in readers for decision in reader.decided])),
    )


def _all_headings(contents: Contents) -> tuple[dict[str, Headings], list[str]]:
    """The headings of each table. One without, and as wide as the one before, goes on from that."""
    found: dict[str, Headings] = {}
    notes: list[str] = []
    before: tuple[Table, Headings] | None = None
    for table in contents.tables:
        headings = find_headings(table)
        if headings is None and before and _goes_on(table, *before):
            headings = replace(before[1], first=0, last=-1)
            notes.append(f"{table.part} has no headings and was read with those of {before[0].part}")
        if headings is None:
            if any(words_of(cell) for row in table.rows for cell in row.cells):
                notes.append(f"{table.part or 'the table'} has no headings of a chronology and was left out")
            continue
        found[table.part] = _with_event(table, headings, notes)
        before = (table, headings)
        if table.hidden:
            notes.append(f"the sheet {table.part} is hidden; its rows were read")
    return found, notes


def _goes_on(table: Table, before: Table, headings: Headings) -> bool:
    """Whether a table without headings goes on from the one before: same width, and dates in their place."""
    width = max((len(row.cells) for row in before.rows), default=0)
    column = headings.columns("date")[0]
    filled = [row for row in table.rows if len(row.cells) > column and words_of(row.cells[column])]
    fits = bool(filled) and all(len(row.cells) == width for row in table.rows)
    dated = sum(isinstance(read(row.cells[column], year_hint=2000), When) for row in filled[:10])
    return fits and dated * 2 > len(filled[:10])


def _with_event(table: Table, headings: Headings, notes: list[str]) -> Headings:
    """With no heading for what happened, the unknown column with the most words is it."""
    if headings.columns("event"):
        return headings
    width = {
        column: sum(
            len(words_of(row.cells[column]))
            for row in table.rows[headings.last + 1 :]
            if column < len(row.cells)
        )
        for column in headings.names
        if column not in headings.fields
    }
    if not width:
        return headings
    column = max(width, key=lambda one: (width[one], -one))
    notes.append(
        f"{table.part or 'the table'} has no heading for the event; {headings.names[column]} was taken for it"
    )
    return replace(headings, fields={**headings.fields, column: "event"})


def _years(contents: Contents, headings: Mapping[str, Headings]) -> tuple[int, ...]:
    """Every year of four figures in date cells and sheet names: they choose the century of "16"."""
    years: set[int] = set()
    for table in contents.tables:
        if table.part in headings:
            column = headings[table.part].columns("date")[0]
            cells = [
                row.cells[column]
                for row in table.rows[headings[table.part].last + 1 :]
                if column < len(row.cells)
            ]
            years |= {year for cell in [*cells, table.part] if (year := year_of(cell))}
    return tuple(sorted(years))


def _folded(whole: list[Decision], rows: list[Decision]) -> list[Decision]:
    """Choices of the same kind on many rows, said once."""
    centuries = sorted({int(match[1]) for one in rows if (match := _CENTURY.match(one.words))})
    serials = [one for one in rows if one.words.endswith(_SERIAL)]
    if centuries:
        whole.append(Decision(f"years of two figures were read as {centuries[0]} to {centuries[-1]}"))
    if serials:
        first: Source | None = serials[0].source
        whole.append(
            Decision(
                f"numbers in the date column were read as Excel's day numbers ({len(serials)} rows)", first
            )
        )
    return whole + [one for one in rows if not _CENTURY.match(one.words) and not one.words.endswith(_SERIAL)]
