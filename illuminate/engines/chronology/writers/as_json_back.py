"""Entries out of the .json form again."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

from illuminate.engines.chronology.model import Decision, Entry, Original, Refused, Source, UnreadableFile
from illuminate.engines.dates import When

_FAULTS = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError)
Form = dict[str, Any]


def from_json(data: bytes, name: str) -> tuple[list[Entry], list[Refused], list[Decision]]:
    """Read the form. Raises UnreadableFile when it is another kind of .json, or was damaged."""
    form = _form(data, name)
    details = form["details"]
    told, texts = details.get("entries", {}), details.get("refused", [])
    entries = [_entry(one, told, name, number) for number, one in enumerate(form["entries"], start=1)]
    try:
        refused = [
            Refused(_source(one["source"]), str(one["why"]), str(texts[at]) if at < len(texts) else "")
            for at, one in enumerate(form.get("refused", []))
        ]
        decided = [Decision(str(one["words"]), _source(one["source"])) for one in details.get("decided", [])]
    except _FAULTS as error:
        raise UnreadableFile(_damaged(name, "list of rows that were not read")) from error
    return entries, refused, decided


def _form(data: bytes, name: str) -> Form:
    """The whole form, with details even when it came without."""
    try:
        form = {"details": {}, **json.loads(data)}
        if isinstance(form["entries"], list) and isinstance(form["details"], dict):
            return form
    except _FAULTS:
        pass  # said below, in the same words
    raise UnreadableFile(
        f"{name} is not a combined chronology: only the .json that `chronology merge --out` wrote is read."
    )


def _entry(one: Form, details: Form, name: str, number: int) -> Entry:
    try:
        more = details.get(one["id"], {})
        return Entry(
            agency=str(one["agency"]),
            source=_source(one["source"]),
            original=Original(*(str(one["original"][part]) for part in ("date", "time", "text"))),
            when=_when(one["when"], more),
            subjects=tuple(map(str, one["subjects"])),
            event=str(one["event"]),
            response=str(one["response"]),
            comment=str(one["comment"]),
            kind=str(more.get("kind", "")),
            origin=str(more.get("origin", "")),
            practitioner=str(more.get("practitioner", "")),
            extra={str(heading): str(words) for heading, words in more.get("extra", {}).items()},
            hidden=bool(more.get("hidden")),
        )
    except _FAULTS as error:
        raise UnreadableFile(_damaged(name, f"entry number {number}")) from error


def _damaged(name: str, where: str) -> str:
    return f"{name} was changed by hand and its {where} can't be read: export the chronology again."


def _source(one: Form) -> Source:
    return Source(str(one["file"]), str(one["part"]), int(one["row"]))


def _when(one: Form, more: Form) -> When:
    start, end, clock = one["start"], one["end"], more.get("time") or one["time"]
    return When(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
        one["precision"],
        time.fromisoformat(clock) if clock else None,
        bool(one["uncertain"]),
        more.get("part_of_day"),
        bool(more.get("turned")),
    )
