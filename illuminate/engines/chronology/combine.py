"""Several agencies' entries in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from illuminate.engines.chronology.model import Entry, Reading

_OPEN = 1_000_000  # wider than any interval with two ends


def combine(readings: Iterable[Reading]) -> list[Entry]:
    """Put the entries of all readings into one list, in order, and number them e000001 and on.

    The order: first by the earliest day that the words allow ("before 2010" by its last day, for it has no
    first); on the same day the more exact words first, so that an entry with a time comes before one that
    only knows the day, and that before a month; then by time, agency and row. What is still equal stays
    in the order in which the files were given. The same files in the same order give the same numbers.
    """
    entries = sorted((entry for reading in readings for entry in reading.entries), key=sort_key)
    return [replace(entry, id=f"e{number:06d}") for number, entry in enumerate(entries, start=1)]


def sort_key(entry: Entry) -> tuple[date, int, time, str, int]:
    """The order rule of ``combine`` for one entry."""
    when = entry.when
    width = _OPEN
    if when.start and when.end:
        width = (when.end - when.start).days + (0 if when.time else 1)
    first = when.start or when.end or date.max
    return (first, width, when.time or time.max, entry.agency, entry.source.row)
