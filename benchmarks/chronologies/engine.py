"""The program itself, from files to findings, in the form that the scorer reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from illuminate.engines.chronology import ENDINGS, Entry, Original, Source, UnreadableFile, combine, read_file
from illuminate.engines.chronology import findings as room
from illuminate.engines.dates import When


def files_in(folder: Path) -> list[Path]:
    """The chronologies of a folder."""
    return sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)


def merged(files: Sequence[Path]) -> dict[str, Any]:
    """Entries, findings and refused rows of several files, as the command writes them."""
    readings = []
    unread: list[str] = []
    for path in files:
        try:
            readings.append(read_file(path))
        except UnreadableFile as error:
            unread.append(str(error))
    entries = combine(readings)
    return {
        "entries": [entry.as_json() for entry in entries],
        "findings": _found(entries),
        "refused": [refused.as_json() for reading in readings for refused in reading.refused],
        "unread": unread,
    }


def found_in_truth(truth: Mapping[str, Any]) -> dict[str, Any]:
    """The findings alone: on the rows and dates of the truth, as the peers get them."""
    entries = entries_in_truth(truth)
    return {"entries": [entry.as_json() for entry in entries], "findings": _found(entries), "refused": []}


def entries_in_truth(truth: Mapping[str, Any]) -> list[Entry]:
    """The rows of a truth that can be read, as entries."""
    return [_entry(row) for row in truth["rows"] if not row.get("expect")]


def _found(entries: Sequence[Entry]) -> list[dict[str, object]]:
    find = getattr(room, "find", None)
    return [finding.as_json() for finding in find(entries)] if find else []


def _entry(row: Mapping[str, Any]) -> Entry:
    when, source, original = row["when"], row["source"], row["original"]
    start, end = (date.fromisoformat(when[one]) if when[one] else None for one in ("start", "end"))
    clock = time.fromisoformat(when["time"]) if when["time"] else None
    turned = row.get("score_when") is False
    return Entry(
        agency=row["agency"],
        source=Source(source["file"], source["part"], source["row"]),
        original=Original(original["date"], original["time"], original["text"]),
        when=When(
            start=start,
            end=end,
            precision=when["precision"],
            time=clock,
            uncertain=when["uncertain"],
            turned=turned,
        ),
        subjects=tuple(row["subjects"]),
        event=row["event"],
        response=row["response"],
        comment=row["comment"],
        practitioner=row["practitioner"],
        id=row["id"],
    )
