"""Pairs put together into groups: at most one entry of an agency in a group, the strongest pairs first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from illuminate.engines.chronology.findings.reading.features import Features

_CLAIM, _TOGETHER = 2.2, 5.5  # the strongest of several accounts, and all together
EPISODE = 150  # minutes
FORMAL = frozenset({"notice", "referral"})
ENOUGH = 3.0  # weight from which two entries are shown as the same event
Pair = tuple[int, int]


def group(features: Sequence[Features], scores: Mapping[Pair, float]) -> list[list[int]]:
    """Give groups of positions in ``features``, each with two agencies or more, each position once."""
    home: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    strong = [row for row in scores.items() if row[1] >= ENOUGH]
    for (one, other), _ in sorted(strong, key=lambda row: (-row[1], row[0])):
        first, second = home.get(one), home.get(other)
        if first is not None and first == second:
            continue
        left = members[first] if first is not None else [one]
        right = members[second] if second is not None else [other]
        if not _fit(left, right, features, scores):
            continue
        joined = sorted([*left, *right])
        for gone in (first, second):
            if gone is not None:
                del members[gone]
        members[joined[0]] = joined
        for place in joined:
            home[place] = joined[0]
    _join(features, scores, members, home)
    _take_in(features, scores, members, home)
    return [members[name] for name in sorted(members)]


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
    return bool(one.leads) or any(act.way != "near" and act.sure and act.kind in FORMAL for act in one.acts)


def _fit(
    left: Sequence[int], right: Sequence[int], features: Sequence[Features], scores: Mapping[Pair, float]
) -> bool:
    """Whether two groups may become one: no agency twice, no pair that speaks clearly against it."""
    if any(
        features[a].agency == features[b].agency and not siblings(features[a], features[b])
        for a in left
        for b in right
    ):
        return False
    across = [scores[min(a, b), max(a, b)] for a in left for b in right if (min(a, b), max(a, b)) in scores]
    return bool(across) and min(across) > -1.5 and sum(across) / len(across) >= 0.4 * ENOUGH
