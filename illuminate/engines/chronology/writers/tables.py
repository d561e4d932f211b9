"""The tables of an export beside its entries: findings, rows not read, what was read, what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from illuminate.engines.chronology.model import Entry
from illuminate.engines.chronology.writers.columns import shown_date
from illuminate.engines.chronology.writers.combined import Combined, place
from illuminate.engines.dates import When, in_words

if TYPE_CHECKING:
    from illuminate.engines.chronology.findings import Finding

KINDS = {
    "same_event": ("The same event", "Do these entries tell of one event?"),
    "conflict": ("Accounts that differ", "Which account is right, and why do they differ?"),
    "one_sided": ("No receipt found", "Was this received, and what was done with it?"),
    "silence": ("A silence", "Was there no contact in this time, or is a record missing?"),
    "order": ("Dates out of order", "Are these dates right as they are written?"),
}
FINDINGS = (
    "Number",
    "Kind",
    "Question",
    "Why",
    "Entries",
    "Field",
    "Expected agency",
    "From",
    "To",
    "Confidence",
)
NOT_READ = ("Source file", "Part", "Row", "Why", "Words of the row")
SOURCES = ("Source file", "Part", "Agency", "Rows read", "Entries", "Rows not read")
DECISIONS = ("Source file", "Part", "Row", "What was decided")


def findings(combined: Combined) -> Iterator[tuple[str, ...]]:
    """A row for each finding, with its entries as a person finds them again."""
    by_id = {entry.id: entry for entry in combined.entries}
    for number, finding in enumerate(combined.findings, start=1):
        kind, question = KINDS[finding.kind]
        yield (
            str(number),
            kind,
            question,
            finding.why,
            "\n".join(_named(by_id[one]) for one in finding.entries if one in by_id),
            finding.field,
            finding.expected_agency or finding.agency,
            _day(finding, "start"),
            _day(finding, "end"),
            "" if finding.confidence is None else f"{finding.confidence:.0%}",
        )


def _named(entry: Entry) -> str:
    return f"{entry.id}: {shown_date(entry)}, {entry.agency} ({place(entry.source)})"


def _day(finding: Finding, side: str) -> str:
    day = finding.start if side == "start" else finding.end
    return in_words(When(day, day, "day")) if day else ""


def numbers(combined: Combined) -> dict[str, str]:
    """By an entry's id, the numbers of the findings that name it."""
    named: dict[str, list[str]] = defaultdict(list)
    for number, finding in enumerate(combined.findings, start=1):
        for entry in finding.entries:
            named[entry].append(str(number))
    return {entry: ", ".join(found) for entry, found in named.items()}


def not_read(combined: Combined) -> Iterator[tuple[str, ...]]:
    """A row for each row that could not be read, with its own words."""
    for one in combined.refused:
        yield (one.source.file, one.source.part, str(one.source.row), one.why, one.text)


def sources(combined: Combined) -> Iterator[tuple[str, ...]]:
    """A row for each part of each file; entries and rows not read account for the rows read."""
    for one in combined.parts():
        yield (one.file, one.part, one.agency, str(one.rows), str(one.entries), str(one.refused))


def decisions(combined: Combined) -> Iterator[tuple[str, ...]]:
    """A row for each choice that reading needed; without a row number it is about the whole file."""
    for one in combined.decided:
        if one.source:
            yield (one.source.file, one.source.part, str(one.source.row or ""), one.words)
