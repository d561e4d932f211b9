"""Words with labels in them: "Mother rang the school. Action: Noted. (Miss Doyle) Comment: No referral." """

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from illuminate.engines.chronology.headings import exact_meaning

_LABEL = re.compile(
    r"(?:^|(?<=[.!?;,)\"”’'\n])|(?<=[.!?;,)\"”’'\n]\s))\s*(?P<label>[A-Z][A-Za-z/&’' ]{2,34}?)\s*:\s+(?=\S)"
)
_WHOLE = re.compile(r"^(?P<label>[A-Z][A-Za-z/&’' ]{2,34}?)\s*:\s*(?P<rest>.*)$", re.S)
_SIGNED = re.compile(r"\s*\((?P<name>[A-Z][^()\d:]{1,38})\)\s*$")
_TAKEN = ("event", "response", "comment", "practitioner", "source", "agency", "subjects", "kind", "time")


@dataclass(slots=True)
class Told:
    """The words of one contact, by field."""

    fields: dict[str, list[str]] = field(default_factory=dict)

    def add(self, meant: str, words: str) -> None:
        """Add words to a field; empty ones leave no trace."""
        if words.strip():
            self.fields.setdefault(meant, []).append(words.strip())

    def text(self, meant: str) -> str:
        """All words of a field, one line each."""
        return "\n".join(self.fields.get(meant, ()))


def label_of(words: str) -> str | None:
    """The field that a label means."""
    meant = exact_meaning(words)
    return meant if meant in (*_TAKEN, "date") else None


def labelled(text: str) -> tuple[str, str] | None:
    """The field and the words of a line such as "Outcome: advice given"; None for any other line."""
    found = _WHOLE.match(text.strip())
    meant = label_of(found["label"]) if found else None
    return (meant, found["rest"].strip()) if found and meant else None


def told_by(text: str) -> Told:
    """Part a text at its labels; what stands before the first is the event."""
    told = Told()
    meant, start = "event", 0
    for found in _LABEL.finditer(text):
        next_meant = label_of(found["label"])
        if next_meant in _TAKEN and next_meant != "time":
            told.add(meant, text[start : found.start()])
            meant, start = next_meant, found.end()
    told.add(meant, text[start:])
    return told


def is_signed(text: str) -> bool:
    """Whether a text, or a labelled part of it, ends in a name in brackets."""
    return any(_SIGNED.search(words) for parts in told_by(text).fields.values() for words in parts)


def take_names(told: Told) -> None:
    """Move the name in brackets at the end of a part to the practitioner: "Noted. (Miss Doyle)"."""
    for meant in ("event", "response", "comment"):
        parts: Sequence[str] = told.fields.get(meant, ())
        if parts and (found := _SIGNED.search(parts[-1])):
            told.fields[meant] = [*parts[:-1], parts[-1][: found.start()].strip()]
            told.add("practitioner", found["name"])
