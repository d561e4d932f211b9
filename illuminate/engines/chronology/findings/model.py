"""What a finding says. The JSON shapes are those of the command line's files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["same_event", "conflict", "one_sided", "silence", "order"]
FindingJson = dict[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """A question that the entries raise; never a fault until the chair has settled it.

    ``entries`` are the ids of the source rows, for a silence the last entry before it and the first after it.
    ``why`` is one plain sentence. ``confidence`` (0 to 1) goes with same_event, ``field`` with conflict,
    ``expected_agency`` with one_sided; ``agency``, ``start`` and ``end`` (first and last day) with silence.
    """

    kind: Kind
    entries: tuple[str, ...]
    why: str
    confidence: float | None = None
    field: str = ""
    expected_agency: str = ""
    agency: str = ""
    start: date | None = None
    end: date | None = None

    def as_json(self) -> FindingJson:
        """Give the fields of the file format, those of this kind only."""
        given: FindingJson = {
            "field": self.field,
            "entries": list(self.entries),
            "confidence": self.confidence,
            "expected_agency": self.expected_agency,
            "agency": self.agency,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
        }
        told = {name: value for name, value in given.items() if value not in ("", None)}
        return {"kind": self.kind, **told, "why": self.why}
