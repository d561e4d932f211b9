"""Every pair worth weighing with its weight, seen beside the other pairs of the same two agencies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.beside import weigh_beside
from illuminate.engines.chronology.findings.same_event.candidates import candidates
from illuminate.engines.chronology.findings.same_event.deaths import passed_on, the_death, told_of_it
from illuminate.engines.chronology.findings.same_event.weigh import weigh
from illuminate.engines.chronology.findings.same_event.weighed import Weighed
from illuminate.engines.chronology.findings.same_event.weights import Weights

Pair = tuple[int, int]
_OUTDONE = 5.0  # weight lost by an incident when the referral about it is what was received
_CERTAIN = 6.5  # weight of a sending and a receipt of the same matter, beside which a named day is no reason
_NEWS = 10  # days in which a letter tells of what it is about
_ALONE = 1.6
_WRITERS = frozenset({"hospital", "mental_health", "maternity"})  # whose letters come by post
_SOON = 10  # days in which a referral is looked for


def weigh_all(features: Sequence[Features], weights: Weights) -> dict[Pair, Weighed]:
    """Weigh all candidates, each beside the others."""
    weighed = reasoned(features, weights)
    weigh_beside(features, weights, weighed)
    return weighed


def reasoned(features: Sequence[Features], weights: Weights) -> dict[Pair, Weighed]:
    """Give all candidates with the reasons of each pair by itself; what was received goes to its own sending first."""
    weighed = {(a, b): weigh(features[a], features[b], weights) for a, b in candidates(features, weights)}
    answered: set[tuple[int, int]] = set()
    surely: set[tuple[int, int]] = set()
    for (one, other), told in weighed.items():
        if told.total > 0 and other_day(features[one], features[other]) <= _SOON:
            for giver, taker in ((one, other), (other, one)):
                if _hands(features[giver], features[taker]):
                    answered.add((taker, features[giver].agency))
                    if told.total >= _CERTAIN and told.reasons.get("both speak of"):
                        surely.add((taker, features[giver].agency))
    for (one, other), told in weighed.items():
        dated = "names the day of the other" in told.reasons
        for giver, taker in ((one, other), (other, one)):
            known = (taker, features[giver].agency) in surely
            if dated and not known and not features[taker].formal_in:
                continue  # news of that day by letter or call, not the referral about it
            if (taker, features[giver].agency) in answered and not _hands(features[giver], features[taker]):
                told.add("another entry is the sending", -_OUTDONE)
                break
    _only_one(features, weighed)
    _tell_of_death(features, weighed)
    return weighed


def _only_one(features: Sequence[Features], weighed: dict[Pair, Weighed]) -> None:
    """A letter that came from an agency is about the only thing that this agency wrote down in the days before."""
    days: dict[int, list[int]] = {}
    for one in features:
        days.setdefault(one.agency, []).append(one.start)
    for (first, second), told in weighed.items():
        giver, taker = features[first], features[second]
        if not told.reasons or not taker.received >> giver.agency & 1 or giver.sent & ~(1 << taker.agency):
            continue
        home = days[giver.agency]
        near = bisect_right(home, taker.start) - bisect_left(home, taker.start - _NEWS)
        if near == 1 and giver.start <= taker.start <= giver.start + _NEWS:
            late = max(0.0, -told.reasons.get("days apart", 0.0)) if _by_letter(giver, taker) else 0.0
            told.add("the only entry in the days before", _ALONE + late)


def _by_letter(giver: Features, taker: Features) -> bool:
    return giver.role in _WRITERS and any(
        act.way == "in" and act.bits >> giver.agency & 1 and act.kind in ("letter", "report")
        for act in taker.acts
    )


def _tell_of_death(features: Sequence[Features], weighed: dict[Pair, Weighed]) -> None:
    death = the_death(features)
    if death is None:
        return
    elsewhere = set(passed_on(features, death))
    news = set(told_of_it(features, death))
    for pair, told in weighed.items():
        if (pair[0] in elsewhere) != (pair[1] in elsewhere) and set(pair) & ({death} | news):
            told.add("the news passed on by another agency", -5.0)
    places = sorted([death, *told_of_it(features, death)])
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            if features[one].agency != features[other].agency:
                told = Weighed()
                told.add("the death", 6.0 if death in (one, other) else 5.0)
                weighed[one, other] = told


def other_day(one: Features, other: Features) -> int:
    """Days between the beginnings of two entries."""
    return abs(one.start - other.start)


def _hands(giver: Features, taker: Features) -> bool:
    return bool(giver.sent >> taker.agency & 1 and taker.received >> giver.agency & 1)
