"""What is seen as a file: the list as it is narrowed, its findings, and the rows that could not be read."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from illuminate.engines.chronology import Refused, Source
from illuminate.engines.chronology.findings import Finding as Found
from illuminate.engines.chronology.writers import Combined, writer_for
from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.journey.chronology import queries, queries_findings
from illuminate.journey.chronology.listing import Wanted
from illuminate.journey.chronology.models import Entry, Finding, RefusedRow
from illuminate.journey.reviews.models import Review

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
}
KINDS = [("xlsx", "Excel (.xlsx)"), ("docx", "Word (.docx)"), ("csv", "Comma-separated (.csv)")]
MARKING = "OFFICIAL-SENSITIVE"


@dataclass(frozen=True)
class Export:
    """A file to be downloaded. Its name says the review's reference and the marking, never a name."""

    name: str
    content_type: str
    data: bytes
    entries: int
    findings: int


def export(review: Review, user: User, rows: QuerySet[Entry], wanted: Wanted, kind: str) -> Export:
    """The narrowed list as a file, with those findings all of whose entries are in it."""
    names = queries.file_names(queries.files(review, user))
    with keys.holding(review.pk):
        entries = [queries_findings.as_read(row, names[row.file_id]) for row in rows]
    known = {entry.id for entry in entries}
    found = [
        _found(one)
        for one in queries_findings.findings(review.pk, user).filter(gone_at=None)
        if known.issuperset(map(str, one.entries))
    ]
    refused = queries.refused(review, user, agency=wanted.agency, words=wanted.words)
    combined = Combined(tuple(entries), tuple(found), tuple(_refused(row, names) for row in refused))
    name = f"{review.reference} combined chronology {MARKING}.{kind}"
    stream = BytesIO()
    writer_for(PurePath(name))(stream, combined)
    return Export(name, TYPES[kind], stream.getvalue(), len(entries), len(found))


def _found(one: Finding) -> Found:
    kind: Any = one.kind
    return Found(
        kind, tuple(str(entry) for entry in one.entries), one.why, confidence=one.confidence, field=one.field,
        expected_agency=one.expected_agency, agency=one.agency, start=one.starts_on, end=one.ends_on,
    )  # fmt: skip


def _refused(row: RefusedRow, names: dict[UUID, str]) -> Refused:
    return Refused(Source(names[row.file_id], row.part, row.row), row.why, row.text)
