"""What can't have happened in the order in which it is written."""

from __future__ import annotations

from collections.abc import Sequence

from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.order.ages import misfits, unlike_births, wrong_ages
from illuminate.engines.chronology.findings.order.sequence import ends_first, left_first, told_ahead
from illuminate.engines.chronology.findings.order.slips import slips
from illuminate.engines.chronology.findings.order.spans import turned_span
from illuminate.engines.chronology.findings.order.weekdays import wrong_weekday
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words


def order(entries: Sequence[Entry]) -> list[Finding]:
    """Find ends before starts, discharges before admissions, slips in the year, and ages that don't fit."""
    found: dict[str, Finding] = {}
    for entry in entries:
        why = _within(entry)
        if why:
            found[entry.id] = Finding("order", (entry.id,), why)
    for entry, why in [*slips(entries), *wrong_ages(entries), *misfits(entries), *unlike_births(entries)]:
        found.setdefault(entry.id, Finding("order", (entry.id,), why))
    return [found[name] for name in sorted(found)]


def _within(entry: Entry) -> str:
    if entry.when.turned:
        return f"{entry.agency} writes an end that lies before its start: {entry.original.date.strip()}."
    own = entry.when.start.toordinal() if entry.when.start else None
    for text in (entry.original.date, f"{entry.event}. {entry.response}"):
        if ends_first(text, own) or turned_span(text):
            return f"{entry.agency} writes that it ended before it began: {text.strip(' .')[:160]}"
    if left_first(f"{entry.event}. {entry.response}"):
        return f"{entry.agency} writes a leaving before the coming: {entry.event.strip(' .')[:160]}"
    last = entry.when.end.toordinal() if entry.when.end and not entry.when.uncertain else None
    ahead = told_ahead(f"{entry.event}. {entry.response}", last) if last and own == last else ""
    if ahead:
        return f"{entry.agency} dates this {in_words(entry.when)}, and tells of {ahead} as past."
    weekday = wrong_weekday(f"{entry.event}. {entry.response}")
    return f"{entry.agency} writes {weekday}, which was another day of the week." if weekday else ""
