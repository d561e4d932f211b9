"""A combined chronology as .csv: one table, entries first, then the rows that could not be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TextIO

from illuminate.engines.chronology.writers import tables
from illuminate.engines.chronology.writers.columns import UNREAD, columns_for
from illuminate.engines.chronology.writers.combined import Combined
from illuminate.engines.chronology.writers.escapes import as_it_was, as_written, neutral, printable

_LONGEST = 10_000_000


def write_csv(stream: TextIO, combined: Combined) -> None:
    """Write records parted by commas. Excel knows UTF-8 by the mark in front, which the stream adds."""
    writer = csv.writer(stream)
    for record in _records(combined):
        writer.writerow([neutral(printable(text)) for text in record])


def _records(combined: Combined) -> Iterator[list[str]]:
    columns = columns_for(combined.entries)
    headings = [column.heading for column in columns]
    last = [UNREAD] if combined.refused else []
    yield headings + last
    numbers = tables.numbers(combined)
    at = headings.index("Findings")
    for entry in combined.entries:
        record = [column.words(entry) for column in columns]
        record[at] = numbers.get(entry.id, "")
        yield record + [""] * len(last)
    for one in combined.refused:
        source = one.source
        cells = {"Source file": source.file, "Part": source.part, "Row": str(source.row), "Event": one.text}
        yield [cells.get(heading, "") for heading in headings] + [one.why]


def records(data: bytes) -> list[tuple[int, Sequence[str]]]:
    """The records of such a file again, headings first; saved by Excel it may have other bytes and separators."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    csv.field_size_limit(_LONGEST)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return [
            (number, [as_it_was(as_written(cell)) for cell in row])
            for number, row in enumerate(rows, start=1)
        ]
    except csv.Error:
        return []
