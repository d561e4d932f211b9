"""From what the engine read to the rows that are kept: nothing is left out, and the counts add up."""

import json
from collections import Counter
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from illuminate.engines.chronology import Entry as Read
from illuminate.engines.chronology import Reading, Refused, UnreadableFile, read_file, sort_key
from illuminate.engines.chronology.columns import Columns
from illuminate.foundation.access import keys
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.checks import NotAccepted
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.chronology.identity import Told
from illuminate.journey.chronology.models import ChronologyFile, Entry, RefusedRow

ENDINGS = (".docx", ".xlsx", ".xls", ".ods", ".csv", ".txt")
ALSO = {".xls": (".xlsx", ".ods", ".html", ".txt"), ".xlsx": (".xls", ".ods"), ".ods": (".xls", ".xlsx")}
"""What a name may stand for beside its own kind: Excel opens all of these, and so does the engine."""
MOST_ROWS = 20_000
MOST_PEOPLE = 40
BETWEEN = " | "
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


def read_upload(upload: Upload, columns: Columns | None = None) -> Reading:
    """Read an agency's file; `columns` is what a person has said that its headings mean.

    Raises NotAccepted, which says why not in one plain sentence.
    """
    try:
        reading = read_file(upload.data, upload.name, columns=columns)
    except UnreadableFile as fault:
        raise NotAccepted(str(fault)) from fault
    if len(reading.entries) + len(reading.refused) > MOST_ROWS:
        raise NotAccepted(
            f"{upload.name} has more than {MOST_ROWS:,} rows, which is more than a chronology can have here: "
            "leave out what lies outside the review’s period, or ask the coordinator."
        )
    return reading


def upload_of(document: Document) -> Upload:
    """A file that is kept, as it came."""
    return Upload(str(document.name), documents.contents(document))


def read_with(upload: Upload, fields: dict[str, str]) -> Reading:
    """Read a file with what was said of its agency's columns, as far as it has such headings."""
    return read_upload(upload, Columns(fields) if fields and fits(upload, fields) else None)


def fits(upload: Upload, fields: dict[str, str]) -> bool:
    """Whether a file has all the headings that were put right for its agency: one heading can mean two things."""
    try:
        return set(fields) <= set(_meant(read_file(upload.data, upload.name)))
    except UnreadableFile:
        return _reads(upload, fields)


def _reads(upload: Upload, fields: dict[str, str]) -> bool:
    try:
        read_file(upload.data, upload.name, columns=Columns(fields))
    except UnreadableFile:
        return False
    return True


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
        "headings": [[safe(heading), meant] for heading, meant in _meant(reading).items()],
        "decided": [
            {"words": safe(one.words), "part": safe(one.source.part) if one.source else "",
             "row": one.source.row if one.source else None}
            for one in reading.decided
        ],
    }  # fmt: skip


def _meant(reading: Reading) -> dict[str, str]:
    """Every heading with the field that it was taken for; one that is a part's own comes after."""
    own = {heading: meant for fields in reading.columns.parts.values() for heading, meant in fields.items()}
    return {**own, **reading.columns.fields}


def _columns(reading: Reading) -> list[str]:
    """The columns that were understood, as far as they hold anything."""
    timed = any(entry.original.time for entry in reading.entries)
    filled = [name for field, name in COLUMNS if any(getattr(entry, field) for entry in reading.entries)]
    return ["date", *(["time"] if timed else []), *filled]


def people(reading: Reading) -> str:
    """The words by which the rows name people, and how often; the most frequent first."""
    counted = Counter(safe(name) for entry in reading.entries for name in entry.subjects)
    return json.dumps(counted.most_common(MOST_PEOPLE), ensure_ascii=False)


def index_of(name: str) -> str:
    """By what the rows of one person are found, without saying who it is."""
    return keys.blind_index(name, purpose="chronology subject")


def told(entry: Read) -> Told:
    """What an entry says, to know it again when the file is sent anew."""
    text = " ".join((entry.event, entry.response, entry.comment))
    original = entry.original
    return Told(entry.source.part, entry.source.row, original.date, original.time, text)


def entry_row(file: ChronologyFile, number: int, entry: Read, identity: UUID | None) -> Entry:
    first, width = sort_key(entry)[:2]
    return Entry(
        review_id=file.review_id, compartment_id=file.compartment_id, file=file, number=number,
        identity=identity or uuid4(), part_of_day=entry.when.part_of_day or "", turned=entry.when.turned,
        hidden=entry.hidden, named=[index_of(safe(name)) for name in entry.subjects],
        source_part=safe(entry.source.part), source_row=entry.source.row, agency=safe(entry.agency),
        original_date=safe(entry.original.date), original_time=safe(entry.original.time),
        starts_on=entry.when.start, ends_on=entry.when.end, time=entry.when.time, precision=entry.when.precision,
        uncertain=entry.when.uncertain, sort_day=None if first == date.max else first, sort_width=width,
        event=safe(entry.event), response=safe(entry.response), comment=safe(entry.comment),
        contact=safe(entry.kind), origin=safe(entry.origin), subjects=BETWEEN.join(entry.subjects),
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
