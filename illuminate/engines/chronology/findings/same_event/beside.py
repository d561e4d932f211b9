"""What a pair is worth beside the others: all its evidence in one sum, and how much better it fits than the next.

The worth of each piece of evidence (``words/evidence.toml``) is fitted on cases of many hands, each judged by
the weights of the others alone (``benchmarks/chronologies/fitting.py``). What is summed stays readable by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.evidence import RULED, Evidence, evidence
from illuminate.engines.chronology.findings.same_event.groups import SHOWN
from illuminate.engines.chronology.findings.same_event.weighed import Weighed
from illuminate.engines.chronology.findings.same_event.weights import Weights

Pair = tuple[int, int]
_NOTHING = -6.0  # what an entry without any other candidate has as its next best
_MARGIN = 4.0  # by which a pair counts as better at most


@cache
def worth(look: str) -> tuple[float, Mapping[str, float]]:
    """Give where the sum begins, and the weight of each piece of evidence, for the "first" or the "second" look."""
    table = words_of("evidence")[look]
    return table["begins"], table["weights"]


def weigh_beside(features: Sequence[Features], weights: Weights, weighed: Mapping[Pair, Weighed]) -> None:
    """Replace the total of each pair by its sum over all evidence; ``SHOWN`` is an even chance."""
    known = gathered(features, weights, weighed)
    looks = {pair: summed("first", found) for pair, found in known.items()}
    near = neighbours(features, looks)
    for pair, told in weighed.items():
        known[pair] |= near[pair]
        told.total = settled(summed("second", known[pair]), known[pair])
        told.reasons = known[pair]


def gathered(
    features: Sequence[Features], weights: Weights, weighed: Mapping[Pair, Weighed]
) -> dict[Pair, Evidence]:
    """All evidence of each pair: the reasons that it was weighed by, and what surrounds it."""
    return {
        (one, other): told.reasons | evidence(features[one], features[other], weights)
        for (one, other), told in weighed.items()
    }


def summed(look: str, found: Mapping[str, float]) -> float:
    """Add up the evidence; above nought it is more likely than not."""
    begins, weights = worth(look)
    return begins + sum(weights.get(name, 0.0) * size for name, size in found.items()) + ruled(found)


def ruled(found: Mapping[str, float]) -> float:
    """What speaks for or against a pair by rule: no case is asked what it is worth."""
    return sum(weight for name, weight in RULED.items() if name in found)


def settled(total: float, found: Mapping[str, float]) -> float:
    """Give the weight by which a pair is grouped: its sum, or what a rule says that needs no other evidence."""
    return max(total + SHOWN, found.get("the death", 0.0))


def neighbours(features: Sequence[Features], looks: Mapping[Pair, float]) -> dict[Pair, Evidence]:
    """For each pair: what else its entries could be told with, and the third accounts that tie or part them."""
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), look in looks.items():
        links[one][other] = links[other][one] = look
    ranks = {place: _by_agency(row, features) for place, row in links.items()}
    sure = {place: {mate: 1 / (1 + exp(-look)) for mate, look in row.items()} for place, row in links.items()}
    found: dict[Pair, Evidence] = {}
    for (one, other), look in looks.items():
        here = _next_best(ranks[one][features[other].agency], other)
        there = _next_best(ranks[other][features[one].agency], one)
        found[one, other] = _compared(look, here, there) | _third(one, other, sure, features)
    return found


def _by_agency(row: Mapping[int, float], features: Sequence[Features]) -> dict[int, list[tuple[float, int]]]:
    """The two best mates of an entry in each agency."""
    ranked: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for mate, look in row.items():
        ranked[features[mate].agency].append((look, mate))
    return {agency: sorted(mates, reverse=True)[:2] for agency, mates in ranked.items()}


def _next_best(ranked: Sequence[tuple[float, int]], mate: int) -> float:
    return max((look for look, known in ranked if known != mate), default=_NOTHING)


def _compared(look: float, here: float, there: float) -> Evidence:
    first, second = (max(-_MARGIN, min(_MARGIN, look - max(_NOTHING, best))) for best in (here, there))
    return {
        "at first look": look,
        "fits the earlier better": first,
        "fits the later better": second,
        "fits both better": min(first, second),
        "the best for both": float(look >= here and look >= there),
        "the next best": max(_NOTHING, here, there),
        "others fit too": max(0.0, here) + max(0.0, there),
    }


def _third(
    one: int, other: int, sure: Mapping[int, Mapping[int, float]], features: Sequence[Features]
) -> Evidence:
    ties, best, parts = 0.0, 0.0, 0.0
    own = features[one].agency, features[other].agency
    for third in sure[one].keys() & sure[other].keys():
        if features[third].agency in own:
            continue
        left, right = sure[one][third], sure[other][third]
        ties += left * right
        best = max(best, left * right)
        parts = max(parts, abs(left - right))
    return {
        "a third account ties both": best,
        "third accounts tie both": ties,
        "a third ties one only": parts,
    }
