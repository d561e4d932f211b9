"""Everything that one merge says: what the writers write, whatever the kind of file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from illuminate.engines.chronology.combine import combine
from illuminate.engines.chronology.model import Decision, Entry, Reading, Refused, Source

if TYPE_CHECKING:
    from illuminate.engines.chronology.findings import Finding

Find = Callable[[Sequence[Entry]], "Sequence[Finding]"]


@dataclass(frozen=True, slots=True)
class Part:
    """What was read of one sheet or table: ``rows`` are entries' rows and refused rows together."""

    file: str
    part: str
    agency: str
    rows: int
    entries: int
    refused: int


@dataclass(frozen=True, slots=True)
class Combined:
    """One combined chronology. A decision with row 0 is about its whole file; every one has a source."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()
    refused: tuple[Refused, ...] = ()
    decided: tuple[Decision, ...] = ()

    @property
    def agencies(self) -> list[str]:
        """Every agency once, by name."""
        return sorted({entry.agency for entry in self.entries})

    def parts(self) -> list[Part]:
        """What was read of each part of each file, in the order of their names."""
        told: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        not_read: dict[tuple[str, str], set[Source]] = defaultdict(set)
        for entry in self.entries:
            told[entry.source.file, entry.source.part].append(entry)
        for one in self.refused:
            not_read[one.source.file, one.source.part].add(one.source)
        return [
            _part(file, part, told[file, part], not_read[file, part])
            for file, part in sorted({*told, *not_read})
        ]


def _part(file: str, part: str, entries: list[Entry], refused: set[Source]) -> Part:
    agencies = "; ".join(sorted({entry.agency for entry in entries}))
    rows = len({entry.source for entry in entries} | refused)
    return Part(file, part, agencies, rows, len(entries), len(refused))


def put_together(readings: Iterable[Reading], find: Find) -> Combined:
    """Merge readings into one chronology with its findings.

    An entry that is in several readings with the same source and the same content is taken once: that is an
    export given together with a file that it was made from. Two files that say the same are both kept, for
    each row must be accounted for; a decision on the later row says so.
    """
    once = _each_once(list(readings))
    entries = combine(once)
    decided = tuple(dict.fromkeys(placed(one, reading) for reading in once for one in reading.decided))
    refused = {one for reading in once for one in reading.refused}
    return Combined(
        tuple(entries),
        tuple(find(entries)),
        tuple(sorted(refused, key=lambda one: (one.source, one.why, one.text))),
        tuple(dict.fromkeys((*decided, *_repeats(entries)))),
    )


def placed(decision: Decision, reading: Reading) -> Decision:
    """The decision with a source; about a whole file, that is the file and row 0."""
    return decision if decision.source else Decision(decision.words, Source(reading.file, "", 0))


def _each_once(readings: list[Reading]) -> list[Reading]:
    """Leave out of each reading the entries that an earlier one holds too, row for row."""
    shared = _shared_files(readings)
    before: set[object] = set()
    kept: list[Reading] = []
    for reading in readings:
        same = {identity(entry): entry for entry in reading.entries if entry.source.file in shared}
        again = before & same.keys()
        entries = tuple(
            entry
            for entry in reading.entries
            if entry.source.file not in shared or identity(entry) not in again
        )
        before |= same.keys()
        kept.append(replace(reading, entries=entries))
    return kept


def _shared_files(readings: list[Reading]) -> set[str]:
    """The files that rows of more than one reading come from."""
    files = Counter(file for reading in readings for file in {entry.source.file for entry in reading.entries})
    return {file for file, times in files.items() if times > 1}


def identity(entry: Entry) -> object:
    """What makes two entries one: the row that they come from, and all that they say."""
    said = (entry.agency, entry.when, entry.original, entry.subjects, entry.event, entry.response)
    more = (entry.comment, entry.kind, entry.origin, entry.practitioner, tuple(sorted(entry.extra.items())))
    return (entry.source, *said, *more)


def repeated(entries: Sequence[Entry]) -> list[tuple[Source, Source]]:
    """Rows of one agency that say the same on the same day in another file: the later row, and the first."""
    first: dict[object, Source] = {}
    found: list[tuple[Source, Source]] = []
    for entry in entries:
        words = " ".join(entry.event.split()).casefold()
        if not words:
            continue
        when = (entry.when.start, entry.when.end, entry.when.time)
        other = first.setdefault((entry.agency, when, words), entry.source)
        if other.file != entry.source.file:
            found.append((entry.source, other))
    return found


def _repeats(entries: Sequence[Entry]) -> list[Decision]:
    return [Decision(f"says the same as {place(other)}", source) for source, other in repeated(entries)]


def place(source: Source) -> str:
    """A row as a person names it: "gp.docx, table 1, row 14"; without a row, the file alone."""
    parts = [source.file, source.part, f"row {source.row}" if source.row else ""]
    return ", ".join(part for part in parts if part)
