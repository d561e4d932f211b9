"""Pairs put together into groups: the strongest first, at most one entry of an agency in a group."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from illuminate.engines.chronology.findings.reading.features import Features

_CLAIM, _TOGETHER = 2.2, 5.5  # the strongest of several accounts, and all together
EPISODE = 150  # minutes
FORMAL = frozenset({"notice", "referral"})
ENOUGH = 3.0  # weight from which two entries are shown as the same event
SHOWN = ENOUGH + 0.25  # an even chance
LIKELY = 2.5  # weight from which they are, if three accounts or more together leave it so
_MOST = 4.0  # by which a single pair speaks for or against at most, and an unlikely one against
Pair = tuple[int, int]


def group(features: Sequence[Features], scores: Mapping[Pair, float]) -> list[list[int]]:
    """Give groups of positions in ``features``, each with two agencies or more, each position once."""
    members = _merged(features, scores)
    home = {place: name for name, places in members.items() for place in places}
    _join(features, scores, members, home)
    _take_in(features, scores, members, home)
    return [members[name] for name in sorted(members)]


def _merged(features: Sequence[Features], scores: Mapping[Pair, float]) -> dict[int, list[int]]:
    """Put together what fits best on the whole, until no two groups are likely to be one."""
    links = [(score, pair) for pair, score in scores.items() if score >= LIKELY]
    members = {place: [place] for _, pair in links for place in pair}
    beside: dict[int, set[int]] = {place: set() for place in members}
    for _, (one, other) in links:
        beside[one].add(other)
        beside[other].add(one)
    heap = [(-score, one, other, 1, 1) for score, (one, other) in links]
    heapify(heap)
    while heap:
        _, one, other, first, second = heappop(heap)
        if len(members.get(one, ())) != first or len(members.get(other, ())) != second:
            continue  # one of them has grown since
        members[one] = sorted([*members[one], *members.pop(other)])
        beside[one] = (beside[one] | beside.pop(other)) - {one, other}
        for near in beside[one]:
            beside[near] = (beside[near] - {other}) | {one}
            likeness = _likeness(members[one], members[near], features, scores)
            if likeness >= LIKELY:
                low, high = min(one, near), max(one, near)
                heappush(heap, (-likeness, low, high, len(members[low]), len(members[high])))
    return {
        places[0]: places
        for places in members.values()
        if len(places) > 2 or (len(places) == 2 and scores[places[0], places[1]] >= ENOUGH)
    }


def _likeness(
    left: Sequence[int], right: Sequence[int], features: Sequence[Features], scores: Mapping[Pair, float]
) -> float:
    """The mean over all pairs of two groups; none where an agency would tell of two things."""
    total, count = 0.0, 0
    for one in left:
        for other in right:
            if features[one].agency == features[other].agency:
                if not siblings(features[one], features[other]):
                    return -_MOST
                continue
            score = scores.get((min(one, other), max(one, other)), ENOUGH - _MOST)
            total += max(ENOUGH - _MOST, min(ENOUGH + _MOST, score))
            count += 1
    return total / max(1, count)


def _join(
    features: Sequence[Features],
    scores: Mapping[Pair, float],
    members: dict[int, list[int]],
    home: dict[int, int],
) -> None:
    """Add an entry that no single account claims strongly but several agencies' accounts claim together."""
    pulls: dict[tuple[int, int], dict[int, float]] = {}
    for (one, other), score in scores.items():
        for place, mate in ((one, other), (other, one)):
            if place not in home and mate in home and score:
                row = pulls.setdefault((place, home[mate]), {})
                agency = features[mate].agency
                row[agency] = max(row.get(agency, -9.0), score)
    ranked = sorted(pulls.items(), key=lambda row: (-sum(row[1].values()), row[0]))
    for (place, name), row in ranked:
        fits = min(row.values()) > 0 and max(row.values()) >= _CLAIM and sum(row.values()) >= _TOGETHER
        if (
            place not in home
            and len(row) > 1
            and fits
            and features[place].agency not in {features[p].agency for p in members[name]}
        ):
            members[name] = sorted([*members[name], place])
            home[place] = name


def _take_in(
    features: Sequence[Features],
    scores: Mapping[Pair, float],
    members: dict[int, list[int]],
    home: dict[int, int],
) -> None:
    """Add an agency's further rows of the same episode: the call, the arrival and the arrest are one incident."""
    homes: dict[int, list[int]] = {}
    for place, one in enumerate(features):
        if one.minute is not None:
            homes.setdefault(one.agency, []).append(place)
    for name in sorted(members):
        for place in list(members[name]):
            for other in _beside(place, features, homes.get(features[place].agency, [])):
                fits = other not in home and siblings(features[place], features[other])
                if fits and _linked(other, members[name], scores):
                    members[name].append(other)
                    home[other] = name
        members[name].sort()


def _beside(place: int, features: Sequence[Features], rows: Sequence[int]) -> Sequence[int]:
    """An agency's timed entries from the day before to the day after."""
    day = features[place].start
    first = bisect_left(rows, day - 1, key=lambda row: features[row].start)
    return rows[first : bisect_right(rows, day + 1, key=lambda row: features[row].start)]


def _linked(place: int, group: Sequence[int], scores: Mapping[Pair, float]) -> bool:
    return any(scores.get((min(place, mate), max(place, mate)), 0.0) >= ENOUGH / 2 for mate in group)


def siblings(one: Features, other: Features) -> bool:
    """Two entries of one agency about one episode: within two hours and a half, neither a formal sending."""
    if one.minute is None or other.minute is None or one.agency != other.agency:
        return False
    apart = abs((other.start - one.start) * 1440 + other.minute - one.minute)
    return apart <= EPISODE and not (formal(one) or formal(other))


def formal(one: Features) -> bool:
    """Whether the entry is a referral or a notification going out or coming in."""
    return bool(one.leads) or any(act.way != "near" and act.kind in FORMAL for act in one.acts)
