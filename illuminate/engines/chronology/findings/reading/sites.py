"""Names of hospital buildings, which are seldom the trust's name: learnt from the words that stand beside them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from illuminate.engines.chronology.model import Entry

_NAME = re.compile(r"\b([A-Z][a-zé']{2,} (?:[A-Z][a-zé']{2,}|General|Royal))\b")
_BESIDE = re.compile(
    r"\b(ED|A&E|ward|wards|convey\w*|admit\w*|discharge\w*|d/c|clinic|h/o|handover|suite|stroke unit|scan|x-ray|"
    r"outpatient\w*|hospital|infirmary|maternity|theatre|inpatient|surgery list|fracture|ambulance|taken to|"
    r"transfer\w*|consultant)\b",
    re.I,
)
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "The", "She", "His", "Her", "Ward", "Crown", "County", "Family"}
)
_ENOUGH = 3


def sites(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Find names of two words that stand mostly beside words of hospital care, in two agencies' files or more."""
    total: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    who: dict[str, set[str]] = defaultdict(set)
    people = {word for entry in entries for name in entry.subjects for word in name.split()}
    strange = people | _TITLES
    known = {word for name in {entry.agency for entry in entries} for word in name.split()}
    for entry in entries:
        text = f"{entry.event} {entry.response}"
        named = set(_NAME.findall(text))
        care = bool(named) and _BESIDE.search(text) is not None
        for name in named:
            words = set(name.split())
            if not words.isdisjoint(strange) or words <= known:
                continue
            total[name] += 1
            beside[name] += care
            who[name].add(entry.agency)
    return tuple(
        sorted(
            name
            for name, count in total.items()
            if count >= _ENOUGH and beside[name] * 10 >= count * 6 and len(who[name]) > 1
        )
    )
