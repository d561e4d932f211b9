"""What was understood of one file, for a person to check."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from illuminate.engines.chronology import Entry, Reading
from illuminate.engines.chronology.writers import place
from illuminate.engines.dates import When, in_words

_FOUND_IN = re.compile(r"^the agency, .*, comes from (.*)$", re.DOTALL)


def understood(reading: Reading) -> Iterator[str]:
    """Lines: the agency and where it is from, each part, counts that add up, rows not read, what was decided."""
    yield reading.file
    found_in = [match[1] for one in reading.decided if (match := _FOUND_IN.match(one.words))]
    yield f"  Agency: {reading.agency}" + (f" (from {found_in[0]})" if found_in else "")
    if any(entry.source.file != reading.file for entry in reading.entries):
        yield "  A combined chronology that was exported before: its entries are taken as they stand."
    yield from _parts(reading)
    yield from _columns(reading)
    yield from _counts(reading)
    yield from _listed("Not read", [f"{place(one.source)}: {one.why}" for one in reading.refused])
    decided = [
        f"{place(one.source)}: {one.words}" if one.source else one.words
        for one in reading.decided
        if not _FOUND_IN.match(one.words) and not _is_told(one.words, reading)
    ]
    yield from _listed("Decided in reading", decided)


def _parts(reading: Reading) -> Iterator[str]:
    """Each sheet or table with its rows."""
    rows: dict[tuple[str, str], set[int]] = defaultdict(set)
    for source in {one.source for one in reading.entries} | {one.source for one in reading.refused}:
        rows[source.file, source.part].add(source.row)
    for file, part in sorted(rows):
        name = part or "The records"
        own = name if file == reading.file else f"{file}, {name}"
        yield f"  {own}: {_many(len(rows[file, part]), 'row')}"


def _columns(reading: Reading) -> Iterator[str]:
    """What each heading was taken for, and where one part differs."""
    columns = reading.columns
    yield from _listed("Columns", [_meaning(*one) for one in columns.fields.items()])
    for part, fields in columns.parts.items():
        yield from _listed(f"Columns of {part}", [_meaning(*one) for one in fields.items()])


def _meaning(heading: str, meant: str) -> str:
    return f"{heading}: {meant.replace('_', ' ')}" if meant else f"{heading}: kept under its own heading"


def _is_told(words: str, reading: Reading) -> bool:
    """Whether a decision says again what the list of the columns of the only table says."""
    parts = {entry.source.part for entry in reading.entries}
    return len(parts) == 1 and words.startswith(f"{parts.pop() or 'the table'}: read ")


def _counts(reading: Reading) -> Iterator[str]:
    told = {entry.source for entry in reading.entries}
    refused = {one.source for one in reading.refused} - told
    yield (
        f"  Rows read: {len(told) + len(refused):,} = {len(told):,} with entries + {len(refused):,} not read"
    )
    yield f"  Entries: {len(reading.entries):,}{_period(reading.entries)}"


def _period(entries: tuple[Entry, ...]) -> str:
    days = [day for entry in entries for day in (entry.when.start, entry.when.end) if day]
    if not days:
        return ""
    first, last = (in_words(When(day, day, "day")) for day in (min(days), max(days)))
    return f", from {first} to {last}"


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}:"
        yield from (f"    {line}" for line in lines)


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
