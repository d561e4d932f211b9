"""Which heading means which field: what was decided for a file, or what a person says instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

FIELDS = (
    "date",
    "date_end",
    "day",
    "month",
    "year",
    "time",
    "agency",
    "source",
    "subjects",
    "kind",
    "event",
    "response",
    "comment",
    "practitioner",
    "account",
)


class ColumnsJson(TypedDict):
    agency: str
    fields: dict[str, str]
    parts: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Columns:
    """A mapping from headings to fields, to be shown, corrected, kept for an agency, and given back.

    ``fields`` has the words of a heading and the field it means, one of ``FIELDS``, or "" for a column to
    leave as it is: it stays in ``extra`` under its heading. ``parts`` has the same for one sheet or table
    alone, by its name in ``source.part``, where it differs. "account" is a column that tells the account of the
    agency in its heading: each filled cell is an entry of that agency. A column without a heading is called "column 3".
    ``agency``, when given, is whose chronology the file is.

    Reading with ``Reading.columns`` gives the same reading again.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    agency: str = ""
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, part: str) -> Mapping[str, str]:
        """What holds for one part."""
        return {**self.fields, **self.parts.get(part, {})}

    def as_json(self) -> ColumnsJson:
        """Give plain data, to keep."""
        parts = {part: dict(fields) for part, fields in self.parts.items()}
        return {"agency": self.agency, "fields": dict(self.fields), "parts": parts}

    @classmethod
    def from_json(cls, data: ColumnsJson) -> Columns:
        """Take back what ``as_json`` gave."""
        return cls(data["fields"], data["agency"], data["parts"])


def gathered(parts: Iterable[tuple[str, Mapping[str, str]]], agency: str) -> Columns:
    """One mapping out of those of every part: what all agree on, and what is a part's own."""
    fields: dict[str, str] = {}
    own: dict[str, dict[str, str]] = {}
    for part, meant in parts:
        for heading, name in meant.items():
            if fields.setdefault(heading, name) != name:
                own.setdefault(part, {})[heading] = name
    return Columns(fields, agency, own)
