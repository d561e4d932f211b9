"""The .json form of a combined chronology: the contract's three lists, and what they have no place for.

``details`` is beside them: by an entry's id, the fields that the three lists leave out; the words of refused
rows; and what was decided in reading. Merging the file again needs them, other programs can pass them by.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from illuminate.engines.chronology.model import Entry
from illuminate.engines.chronology.writers.combined import Combined


def write_json(stream: TextIO, combined: Combined, *, findings_alone: bool = False) -> None:
    """Write the whole form, or its findings and refusals alone. The same chronology gives the same bytes."""
    findings = [one.as_json() for one in combined.findings]
    refused = [one.as_json() for one in combined.refused]
    if findings_alone:
        _write(stream, {"findings": findings, "refused": refused})
        return
    entries = [entry.as_json() for entry in combined.entries]
    told = {entry.id: more for entry in combined.entries if (more := _more(entry))}
    details = {
        "entries": told,
        "refused": [one.text for one in combined.refused],
        "decided": [
            {"source": one.source.as_json(), "words": one.words} for one in combined.decided if one.source
        ],
    }
    _write(stream, {"entries": entries, "findings": findings, "refused": refused, "details": details})


def _write(stream: TextIO, form: dict[str, Any]) -> None:
    """One line for each thing in a list, so that two versions can be compared line by line."""
    stream.write("{")
    for number, (name, value) in enumerate(form.items()):
        stream.write(f"{',' if number else ''}\n{_line(name)}: ")
        if isinstance(value, list):
            stream.write("[" + ",".join(f"\n  {_line(one)}" for one in value) + ("\n]" if value else "]"))
        else:
            stream.write(_line(value))
    stream.write("\n}\n")


def _line(value: object) -> str:
    # Half a surrogate pair is in no UTF-8; JSON can write it as an escape.
    words = json.dumps(value, ensure_ascii=False)
    return words if words.isascii() or not _has_half(words) else json.dumps(value)


def _has_half(words: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in words)


def _more(entry: Entry) -> dict[str, Any]:
    when = entry.when
    seconds = when.time is not None and (when.time.second or when.time.microsecond)
    told = {
        "kind": entry.kind,
        "origin": entry.origin,
        "practitioner": entry.practitioner,
        "extra": dict(entry.extra),
        "hidden": entry.hidden,
        "part_of_day": when.part_of_day,
        "turned": when.turned,
        "time": when.time.isoformat() if when.time and seconds else "",
    }
    return {name: value for name, value in told.items() if value}
