"""Ages told of a person on several days, and the entry whose age can't hold beside the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{1,20}"
_AGED = re.compile(
    rf"\b({_CAPITAL})(?: {_CAPITAL})?,?\s*"
    r"(?:\((?:aged? )?(\d{1,2})\)|,? ?aged (\d{1,2})\b(?! month| week| day)|"
    r",? (?:is |was |now )?(\d{1,2}) years? old\b|, (\d{1,2})(?=[,:;]))"
)
_OLD = re.compile(r"\b(\d{1,2})[ -]year[ -]old ([A-ZÀ-Þ][\w'’-]{1,20})")
_ANY = re.compile(r"\(|\baged |year|, \d{1,2}[,:;]")
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "Child", "Year", "Ward", "Band", "Section", "Room", "Week", "Step"}
)
_ENOUGH = 2  # other ages that must agree among themselves before one is doubted


def misfits(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find entries whose age of a person fits no birthday that the other ages allow."""
    told: dict[str, list[tuple[Entry, int, int, int]]] = defaultdict(list)
    for entry in entries:
        if entry.when.precision not in ("day", "minute") or entry.when.start is None:
            continue
        for name, age in _ages(entry):
            day = entry.when.start.toordinal()
            first, last = day - round((age + 1) * 365.25) + 1, day - round(age * 365.25)
            told[name].append((entry, age, first - 2, last + 2))
    found: list[tuple[Entry, str]] = []
    for name in sorted(told):
        found += _odd_ones(name, told[name])
    return found


def _ages(entry: Entry) -> set[tuple[str, int]]:
    text = f"{entry.event} {entry.response}"
    if not _ANY.search(text):
        return set()
    known = " ".join(entry.subjects).casefold()
    rows = {(m[1], int(m[2] or m[3] or m[4] or m[5])) for m in _AGED.finditer(text)} | {
        (m[2], int(m[1])) for m in _OLD.finditer(text)
    }
    return {
        (name.casefold(), age)
        for name, age in rows
        if name not in _TITLES and (not known or name.casefold() in known)
    }


def _odd_ones(name: str, rows: Sequence[tuple[Entry, int, int, int]]) -> list[tuple[Entry, str]]:
    edges = sorted([(first, 0) for _, _, first, _ in rows] + [(last, 1) for _, _, _, last in rows])
    depth = deepest = 0
    at = edges[0][0]
    for day, leaves in edges:
        depth += -1 if leaves else 1
        if depth > deepest:
            deepest, at = depth, day
    best = [row for row in rows if row[2] <= at <= row[3]]
    odd = [row for row in rows if not row[2] <= at <= row[3]]
    if not odd or len(best) < _ENOUGH or len(odd) * 2 > len(best):
        return []
    other = best[0]
    first = f"{other[0].agency} {other[1]} on {in_words(other[0].when)}"
    return [
        (row[0], f"{row[0].agency} gives {name.capitalize()} the age {row[1]}, but {first}.") for row in odd
    ]
