"""When an agency in regular contact falls silent for long."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

LONG = 274  # days: nine months
REGULAR = 4  # entries in the year before, the last one among them
_YEAR = 365
_LOOSE = 92  # days: an entry that is looser than a season neither makes nor breaks a silence


def silences(entries: Sequence[Entry]) -> list[Finding]:
    """Find gaps of nine months or more after at least four entries in the year before, by agency.

    A contact over a range lasts to its end. A date looser than a season ("2017", "before 2010") is left
    out on both sides: it can't say that there was contact within the gap, nor that there was none.
    """
    by_agency: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        when = entry.when
        if when.start and when.end and ((when.end - when.start).days <= _LOOSE or when.precision == "range"):
            by_agency[entry.agency].append(entry)
    days = sorted(
        (entry.when.start, entry.agency) for rows in by_agency.values() for entry in rows if entry.when.start
    )
    return [found for agency in sorted(by_agency) for found in _of_one(agency, by_agency[agency], days)]


def _of_one(agency: str, rows: Sequence[Entry], days: Sequence[tuple[object, str]]) -> list[Finding]:
    found: list[Finding] = []
    rows = sorted(rows, key=lambda entry: (entry.when.start, entry.when.end, entry.id))
    starts = [entry.when.start for entry in rows if entry.when.start]
    last = rows[0]
    reach = rows[0].when.end
    for number, entry in enumerate(rows):
        start, end = entry.when.start, entry.when.end
        if start is None or end is None or reach is None or last.when.start is None:
            continue
        point = reach if last.when.precision == "range" else last.when.start
        before = number - bisect_left(starts, last.when.start - timedelta(days=_YEAR))
        if (start - point).days >= LONG and before >= REGULAR:
            found.append(_finding(agency, last, entry, before, days))
        if start >= last.when.start:
            last = entry
        reach = max(reach, end)
    return found


def _finding(
    agency: str, last: Entry, entry: Entry, before: int, days: Sequence[tuple[object, str]]
) -> Finding:
    start, end = last.when.end if last.when.precision == "range" else last.when.start, entry.when.start
    if start is None or end is None:
        raise ValueError("a silence lies between two entries with dates")
    within = days[bisect_right(days, (start, "\U0010ffff")) : bisect_left(days, (end, ""))]
    others = [name for _, name in within if name != agency]
    other = f"{len(others)} {'entry' if len(others) == 1 else 'entries'} of {len(set(others))} other agencies"
    meanwhile = f"there are {other}" if others else "no other agency records anything either"
    why = (
        f"{agency} records nothing for {(end - start).days} days, from {in_words(last.when)} to "
        f"{in_words(entry.when)}, after {before} entries in the year before; meanwhile {meanwhile}."
    )
    return Finding("silence", (last.id, entry.id), why, agency=agency, start=start, end=end)
