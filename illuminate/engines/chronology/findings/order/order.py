"""What can't have happened in the order in which it is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import ceil

from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.order.ages import misfits, unlike_births, wrong_ages
from illuminate.engines.chronology.findings.order.sequence import ends_first, left_first, told_ahead
from illuminate.engines.chronology.findings.order.weekdays import wrong_weekday
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

_YEAR_IN_NAME = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")
_NUMBERS = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]")
_WIDE = 300  # days between neighbours within which one year only can be meant
_SPILL = 45  # days by which a year's sheet may run over


def order(entries: Sequence[Entry]) -> list[Finding]:
    """Find ends before starts, discharges before admissions, slips in the year, and ages that don't fit."""
    found: dict[str, Finding] = {}
    for entry in entries:
        why = _within(entry)
        if why:
            found[entry.id] = Finding("order", (entry.id,), why)
    for entry, why in [*_slips(entries), *wrong_ages(entries), *misfits(entries), *unlike_births(entries)]:
        found.setdefault(entry.id, Finding("order", (entry.id,), why))
    return [found[name] for name in sorted(found)]


def _within(entry: Entry) -> str:
    if entry.when.turned:
        return f"{entry.agency} writes an end that lies before its start: {entry.original.date.strip()}."
    own = entry.when.start.toordinal() if entry.when.start else None
    for text in (entry.original.date, f"{entry.event}. {entry.response}"):
        if ends_first(text, own):
            return f"{entry.agency} writes that it ended before it began: {text.strip(' .')[:160]}"
    if left_first(f"{entry.event}. {entry.response}"):
        return f"{entry.agency} writes a leaving before the coming: {entry.event.strip(' .')[:160]}"
    last = entry.when.end.toordinal() if entry.when.end and not entry.when.uncertain else None
    ahead = told_ahead(f"{entry.event}. {entry.response}", last) if last and own == last else ""
    if ahead:
        return f"{entry.agency} dates this {in_words(entry.when)}, and tells of {ahead} as past."
    weekday = wrong_weekday(f"{entry.event}. {entry.response}")
    return f"{entry.agency} writes {weekday}, which was another day of the week." if weekday else ""


def _slips(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Entries about a year off, or with day and month exchanged, among the rows beside them in their file."""
    parts: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.when.precision in ("day", "minute"):
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
    if len(rows) < 5:
        return []
    days = [_day(row) for row in rows]
    falls = sum(1 for a, b in pairwise(days) if b < a)
    if falls > len(days) / 2:
        rows, days, falls = list(reversed(rows)), days[::-1], len(days) - 1 - falls
    if falls > ceil(len(days) * 0.12):
        return []
    found: list[tuple[Entry, str]] = []
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        likely = _likely(row, _day(before), _day(after))
        if likely:
            between = f"between rows of {in_words(before.when)} and {in_words(after.when)}"
            why = f"{row.agency} dates this {in_words(row.when)}, {between}; {likely} would fit."
            found.append((row, why))
    return found


def _likely(row: Entry, before: int, after: int) -> str:
    """The date that was probably meant, if the row stands clearly out of its line and a usual slip explains it."""
    day = row.when.start
    if day is None or not 0 <= after - before <= _WIDE or before - 20 <= day.toordinal() <= after + 20:
        return ""
    for years in (1, -1):
        try:
            other = day.replace(year=day.year + years)
        except ValueError:
            continue
        if before - 3 <= other.toordinal() <= after + 3:
            return f"{other.day} {other:%B %Y}"
    if day.day <= 12 and day.day != day.month and _NUMBERS.search(row.original.date):
        other = date(day.year, day.day, day.month)
        if before <= other.toordinal() <= after and after - before <= 90:
            return f"{other.day} {other:%B %Y}"
    return ""
