"""From what the engine read to the rows that are kept: nothing is left out, and the counts add up."""

import json
from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from illuminate.engines.chronology import Entry as Read
from illuminate.engines.chronology import Reading, Refused, UnreadableFile, read_file, sort_key
from illuminate.foundation.documents.checks import NotAccepted
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.chronology.models import ChronologyFile, Entry, RefusedRow

ENDINGS = (".docx", ".xlsx", ".xls", ".ods", ".csv")
MOST_ROWS = 20_000
COLUMNS = (
    ("subjects", "people"),
    ("event", "event"),
    ("response", "response"),
    ("comment", "comment"),
    ("kind", "kind of contact"),
    ("origin", "source record"),
    ("practitioner", "practitioner"),
)


class Counts(NamedTuple):
    """How many rows of a file were data, how many of them are entries, and how many could not be read."""

    read: int
    entered: int
    refused: int


def read_upload(upload: Upload) -> Reading:
    """Read an agency's file. Raises NotAccepted, which says why not in one plain sentence."""
    try:
        reading = read_file(upload.data, upload.name)
    except UnreadableFile as fault:
        raise NotAccepted(str(fault)) from fault
    if len(reading.entries) + len(reading.refused) > MOST_ROWS:
        raise NotAccepted(
            f"{upload.name} has more than {MOST_ROWS:,} rows, which is more than a chronology can have here: "
            "leave out what lies outside the review’s period, or ask the coordinator."
        )
    if not (reading.entries or reading.refused):
        raise NotAccepted(
            f"{upload.name} has headings and no rows below them: put each contact on a row of its own."
        )
    return reading


def counts(reading: Reading) -> Counts:
    """Rows, not entries: a cell with several dated events may give several entries from one row."""
    entered = {entry.source for entry in reading.entries}
    refused = {row.source for row in reading.refused}
    return Counts(len(entered | refused), len(entered), len(refused - entered))


def summary(reading: Reading) -> dict[str, Any]:
    """What reading decided, for a person to check: whose file, which tables, which columns, and each choice."""
    sources = {entry.source for entry in reading.entries} | {row.source for row in reading.refused}
    parts = Counter(source.part for source in sources)
    kept = dict.fromkeys(heading for entry in reading.entries for heading in entry.extra)
    return {
        "agency": safe(reading.agency),
        "parts": [[safe(part), number] for part, number in parts.items()],
        "columns": _columns(reading),
        "kept": [safe(heading) for heading in kept],
        "decided": [
            {"words": safe(one.words), "part": safe(one.source.part) if one.source else "",
             "row": one.source.row if one.source else None}
            for one in reading.decided
        ],
    }  # fmt: skip


def _columns(reading: Reading) -> list[str]:
    """The columns that were understood, as far as they hold anything."""
    timed = any(entry.original.time for entry in reading.entries)
    filled = [name for field, name in COLUMNS if any(getattr(entry, field) for entry in reading.entries)]
    return ["date", *(["time"] if timed else []), *filled]


def entry_row(file: ChronologyFile, number: int, entry: Read) -> Entry:
    first, width = sort_key(entry)[:2]
    return Entry(
        review_id=file.review_id, compartment_id=file.compartment_id, file=file, number=number,
        source_part=safe(entry.source.part), source_row=entry.source.row, agency=safe(entry.agency),
        original_date=safe(entry.original.date), original_time=safe(entry.original.time),
        starts_on=entry.when.start, ends_on=entry.when.end, time=entry.when.time, precision=entry.when.precision,
        uncertain=entry.when.uncertain, sort_day=None if first == date.max else first, sort_width=width,
        event=safe(entry.event), response=safe(entry.response), comment=safe(entry.comment),
        contact=safe(entry.kind), origin=safe(entry.origin), subjects=" | ".join(entry.subjects),
        practitioner=entry.practitioner,
        other_columns=json.dumps(dict(entry.extra), ensure_ascii=False) if entry.extra else "",
    )  # fmt: skip


def refused_row(file: ChronologyFile, row: Refused) -> RefusedRow:
    return RefusedRow(
        review_id=file.review_id, compartment_id=file.compartment_id, file=file, part=safe(row.source.part),
        row=row.source.row, why=safe(row.why), text=safe(row.text),
    )  # fmt: skip


def safe(text: str) -> str:
    """The database keeps no zero characters; one is shown as a character that can't be shown."""
    return text.replace("\x00", "\ufffd")
