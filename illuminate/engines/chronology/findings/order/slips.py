"""Entries about a year off, or with day and month exchanged, among the rows beside them in their file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

_YEAR_IN_NAME = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")
_NUMBERS = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]")
_WIDE = 360  # days between neighbours within which one year only can be meant
_EDGE = 120  # days within which the last row of a file may follow the one before it
_SPILL = 45  # days by which a year's sheet may run over
_FEW = 0.15  # of a file's rows may be out of line, or its order tells nothing
_LEAST = 4  # rows


def slips(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find such entries, with a sentence that says why."""
    parts: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.when.precision in ("day", "minute", "range"):
            parts[entry.agency, entry.source.file, entry.source.part].append(entry)
    found: list[tuple[Entry, str]] = []
    for key in sorted(parts):
        rows = sorted(parts[key], key=lambda entry: (entry.source.row, entry.id))
        if len({entry.source.row for entry in rows}) == len(rows):
            found += _off_sheet(rows, key[2]) + _off_line(rows)
    return found


def _off_sheet(rows: Sequence[Entry], part: str) -> list[tuple[Entry, str]]:
    years = _YEAR_IN_NAME.findall(part)
    if len(years) != 1 or len(rows) < 4:
        return []
    first, last = date(int(years[0]), 1, 1).toordinal(), date(int(years[0]), 12, 31).toordinal()
    off = [row for row in rows if not first - _SPILL <= _day(row) <= last + _SPILL]
    if len(off) > max(1, len(rows) // 5):
        return []
    return [
        (row, f"{row.agency} dates this {in_words(row.when)}, on the sheet of {years[0]}.") for row in off
    ]


def _day(entry: Entry) -> int:
    return entry.when.start.toordinal() if entry.when.start else 0


def _off_line(rows: Sequence[Entry]) -> list[tuple[Entry, str]]:
    if len(rows) < _LEAST:
        return []
    chain = _in_order([_day(row) for row in rows])
    back = _in_order([_day(row) for row in reversed(rows)])
    if len(back) > len(chain):
        rows, chain = list(reversed(rows)), back
    if len(rows) - len(chain) > ceil(len(rows) * _FEW):
        return []
    found = {
        at: told
        for at in range(1, len(rows) - 1)
        if _day(rows[at + 1]) - _day(rows[at - 1]) >= 0
        and (told := _told(rows[at], rows[at - 1], rows[at + 1]))
    }
    for at, before, after in _out_of(chain, len(rows)):
        if found.keys().isdisjoint((before, at, after)):
            told = _told(rows[at], rows[before] if before >= 0 else None, rows[after] if after >= 0 else None)
            found |= {at: told} if told else {}
    return [(rows[at], told) for at, told in sorted(found.items())]


def _out_of(chain: Sequence[int], size: int) -> Iterator[tuple[int, int, int]]:
    """Each row that is not in the chain, and the rows of the chain before and after it, -1 where there is none."""
    for place in sorted(set(range(size)) - set(chain)):
        at = bisect_right(chain, place)
        yield place, chain[at - 1] if at else -1, chain[at] if at < len(chain) else -1


def _told(row: Entry, before: Entry | None, after: Entry | None) -> str:
    likely = _likely(row, before, after)
    if not likely:
        return ""
    return f"{row.agency} dates this {in_words(row.when)}, {_beside(before, after)}; {likely} would fit."


def _in_order(days: Sequence[int]) -> list[int]:
    """The places of the longest run of rows, not all side by side, whose days never fall."""
    ends: list[int] = []
    tops: list[int] = []
    came: list[int] = []
    for place, day in enumerate(days):
        at = bisect_right(tops, day)
        came.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [day]
    chain = [ends[-1]]
    while came[chain[-1]] >= 0:
        chain.append(came[chain[-1]])
    return chain[::-1]


def _beside(before: Entry | None, after: Entry | None) -> str:
    if before and after:
        return f"between rows of {in_words(before.when)} and {in_words(after.when)}"
    if before:
        return f"after a row of {in_words(before.when)}"
    return f"before a row of {in_words(after.when)}" if after else ""


def _likely(row: Entry, before: Entry | None, after: Entry | None) -> str:
    """The date that was probably meant, if the row stands clearly out of its line and a usual slip explains it."""
    day = row.when.start
    first = _day(before) if before else _day(after) - _EDGE if after else 0
    last = _day(after) if after else first + _EDGE
    if day is None or last - first > _WIDE or first - 20 <= day.toordinal() <= last + 20:
        return ""
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        try:
            other = day.replace(year=year)
        except ValueError:
            continue
        if first - 3 <= other.toordinal() <= last + 3:
            return f"{other.day} {other:%B %Y}"
    exchanged = before and after and day.day <= 12 and day.day != day.month and last - first <= 90
    if exchanged and _NUMBERS.search(row.original.date):
        other = date(day.year, day.day, day.month)
        if first <= other.toordinal() <= last:
            return f"{other.day} {other:%B %Y}"
    return ""
