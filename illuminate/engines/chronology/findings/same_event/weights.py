"""What the weight of a reason depends on in the whole case: how rare a word or a topic is, who writes how often."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from illuminate.engines.chronology.findings.lexicon import INCIDENT, PUBLIC, topics
from illuminate.engines.chronology.findings.reading.features import Features

_MONTHS, _SELDOM = 60, 8  # days on either side, and entries in them
_RAREST = 3.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What depends on the case: how rare each word and each topic is in it, and on which days each agency writes."""

    words: Mapping[str, float]
    topics: Mapping[str, float]
    days: Mapping[int, Sequence[int]]
    seldom_words: Mapping[str, float]

    @classmethod
    def of(cls, features: Sequence[Features], words: Mapping[str, float]) -> Weights:
        """Weigh topics by how few entries speak of them: 2 for one in a hundred, 0.4 for one in six."""
        counts: dict[str, int] = {}
        kinds = topics()[1]
        for one in features:
            for topic in one.topics:
                counts[topic] = counts.get(topic, 0) + 1
        total = max(len(features), 60)
        seen = {topic: min(2.0, max(0.0, log(total / count) - 1.5) * 0.65) for topic, count in counts.items()}
        days: dict[int, list[int]] = {}
        for one in features:
            days.setdefault(one.agency, []).append(one.start)
        told = {topic: weight for topic, weight in seen.items() if kinds[topic] in (INCIDENT, PUBLIC)}
        return cls(words, told, days, seldom_words(features))

    def seldom(self, one: Features) -> bool:
        """Whether its agency writes so little in these months that an entry on just this day is no chance."""
        home = self.days[one.agency]
        near = bisect_right(home, one.start + _MONTHS) - bisect_left(home, one.start - _MONTHS)
        return near <= _SELDOM


def rarity(features: Sequence[Features]) -> dict[str, float]:
    """Weight of a shared word: 0 for a word that one entry in twenty has, up to 1 for one that two or three have."""
    counts: Counter[str] = Counter()
    for one in features:
        counts.update(one.rare)
    total = max(len(features), 60)
    floor, span = log(20), log(total / 2) - log(20) or 1.0
    return {
        word: min(1.0, max(0.0, (log(total / count) - floor) / max(span, 1.0)))
        for word, count in counts.items()
        if count > 1
    }


def seldom_words(features: Sequence[Features]) -> dict[str, float]:
    """Weight of a shared word beside others: 0 for one that one entry in seven has, no more than ``_RAREST``."""
    counts: Counter[str] = Counter()
    for one in features:
        counts.update(one.rare)
    total = len(features) + 10
    found = {word: log(total / (count + 0.5)) - 2 for word, count in counts.items() if count > 1}
    return {word: min(_RAREST, weight) for word, weight in found.items() if weight > 0}
