"""What a chronology is made of once it is read. The JSON shapes are those of the command line's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from illuminate.engines.chronology.columns import Columns
from illuminate.engines.dates import When, WhenJson


class UnreadableFile(Exception):
    """A whole file that can't be read. The message is a plain sentence that says what to do."""


class WrongColumns(UnreadableFile):
    """A mapping of headings that can't be used with a file. The message is a plain sentence."""


class SourceJson(TypedDict):
    file: str
    part: str
    row: int


class OriginalJson(TypedDict):
    date: str
    time: str
    text: str


class EntryJson(TypedDict):
    id: str
    agency: str
    source: SourceJson
    original: OriginalJson
    when: WhenJson
    subjects: list[str]
    event: str
    response: str
    comment: str


class RefusedJson(TypedDict):
    source: SourceJson
    why: str


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a row stands: ``part`` is a sheet's name, "table N", "body" or empty; ``row`` counts from 1."""

    file: str
    part: str
    row: int

    def as_json(self) -> SourceJson:
        return {"file": self.file, "part": self.part, "row": self.row}


@dataclass(frozen=True, slots=True)
class Original:
    """The words of the file, untouched. ``time`` is the time column, or what the date cell says of it."""

    date: str
    time: str
    text: str

    def as_json(self) -> OriginalJson:
        return {"date": self.date, "time": self.time, "text": self.text}


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated contact. ``origin`` is the record it comes from ("EMIS"), ``kind`` the kind of contact.

    ``extra`` keeps every other column under its own heading, so that nothing in the row is lost. ``hidden``
    means that its row, or a column that it was read from, is hidden in the file.
    ``id`` is empty until ``combine`` numbers the entries.
    """

    agency: str
    source: Source
    original: Original
    when: When
    subjects: tuple[str, ...] = ()
    event: str = ""
    response: str = ""
    comment: str = ""
    kind: str = ""
    origin: str = ""
    practitioner: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False
    id: str = ""

    def as_json(self) -> EntryJson:
        """Give the fields of the file format."""
        return {
            "id": self.id,
            "agency": self.agency,
            "source": self.source.as_json(),
            "original": self.original.as_json(),
            "when": self.when.as_json(),
            "subjects": list(self.subjects),
            "event": self.event,
            "response": self.response,
            "comment": self.comment,
        }


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is data and can't be an entry, with the reason in plain words and the row's own words."""

    source: Source
    why: str
    text: str = ""

    def as_json(self) -> RefusedJson:
        return {"source": self.source.as_json(), "why": self.why}


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice that reading needed, for a person to check; with no ``source`` it is about the whole file."""

    words: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one file: distinct sources of entries and refused together are the rows read.

    ``columns`` says what each heading was taken for; corrected, it can be given back to ``read_file``.
    """

    file: str
    agency: str
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    decided: tuple[Decision, ...]
    columns: Columns = field(default_factory=Columns)

    @property
    def rows_read(self) -> int:
        """How many rows of the file are data: each is an entry, or several, or is refused."""
        return len({entry.source for entry in self.entries} | {refused.source for refused in self.refused})
