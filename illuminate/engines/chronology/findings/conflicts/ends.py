"""The day on which an order, bail or ban ends, as a date or as a length of time, told by two agencies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from illuminate.engines.chronology.findings.reading.days import days_in
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.lengths import runs_in

_ORDERS = frozenset(
    {"order", "order_given", "bail", "tenancy_change", "forced_marriage", "breach", "exclusion", "dvds"}
)
_ORDER_WORDS = ("order", "bail", "dvpo", "dvpn", "injunction", "non-mol", "nmo", "fmpo", "licence", "curfew")
_TO = re.compile(r"(?:\bto|\buntil|\btill|\bup to)(?: the)? $")
_ROUND = 16  # days within which a date agrees with a length told in months


def expiries_differ(
    features: Sequence[Features], group: Sequence[int], texts: Mapping[int, str]
) -> list[tuple[str, list[tuple[int, str]]]]:
    """Give the ends told of one order if two agencies' can't be the same day."""
    if not any(
        _ORDERS & features[place].topics.keys() or any(word in texts[place] for word in _ORDER_WORDS)
        for place in group
    ):
        return []
    told = {place: _ends_in(texts[place], features[place].start) for place in group}
    ends = {place: known for place, known in told.items() if known}
    clash = {
        place
        for place in ends
        for other in ends
        if features[place].agency != features[other].agency
        and not any(
            _agree(a, b, features[place].start, features[other].start)
            for a in ends[place]
            for b in ends[other]
        )
    }
    return _shown(clash, ends) if clash else []


def _ends_in(words: str, start: int) -> list[tuple[float, bool, str]]:
    """The ends that a text of a day tells: which day, whether it is named, and with which words."""
    told = [
        (float(day.day), True, f"until {date.fromordinal(day.day):%-d %B %Y}")
        for day in days_in(words, start)
        if day.exact
        and day.day > start
        and (day.until or _TO.search(words[max(0, day.start - 12) : day.start]))
    ]
    return told + [(start + run.days, False, run.words) for run in runs_in(words)]


def _shown(
    clash: set[int], ends: Mapping[int, list[tuple[float, bool, str]]]
) -> list[tuple[str, list[tuple[int, str]]]]:
    """The lengths, where every account gives one; else the days."""
    lengths = {place: [words for _, exact, words in ends[place] if not exact] for place in clash}
    if all(lengths.values()):
        return [("order length", [(place, lengths[place][0]) for place in sorted(clash)])]
    return [("expiry date", [(place, ends[place][0][2]) for place in sorted(clash)])]


def _agree(one: tuple[float, bool, str], other: tuple[float, bool, str], start: int, begin: int) -> bool:
    if one[1] and other[1]:
        return one[0] == other[0]
    if not one[1] and not other[1]:
        return abs((one[0] - start) - (other[0] - begin)) <= 0.12 * max(one[0] - start, other[0] - begin)
    length = one[0] - start if not one[1] else other[0] - begin
    return abs(one[0] - other[0]) <= max(
        _ROUND * min(1.0, length / 90), 0.06 * length, abs(start - begin) + 2
    )
