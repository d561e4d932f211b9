"""What speaks for a pair beside the reasons of ``weigh``: days, people, words, and how crowded the days are.

Each piece of evidence has a name in plain words and a size; what a size is worth is in ``words/evidence.toml``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import log, log1p

from illuminate.engines.chronology.findings.lexicon import kin
from illuminate.engines.chronology.findings.reading.contacts import CALL, CALLER
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.handoff import SENT_ONLY, passed
from illuminate.engines.chronology.findings.same_event.weigh import gap
from illuminate.engines.chronology.findings.same_event.weights import Weights

_SPAN = 45  # days on either side in which an agency's entries are counted
_CLOCKS = ((10, "within ten minutes"), (30, "within half an hour"), (60, "within the hour"))
_FAR = ((300, "hours apart"), (1440 * 2, "another time of day"))
_PASSED = {
    5.0: "sent here and received there",
    3.5: "sent here and something came there",
    SENT_ONLY: "only sent",
    2.6: "the paper that came",
    1.8: "only received",
}
_EMERGENCY = frozenset({"police", "ambulance", "hospital", "fire"})
_TOGETHER = frozenset({"joint_visit"})
_CALLS = frozenset({CALL, CALLER})
EACH_ITS_OWN, ANOTHER_PERSON = "each a contact of its own", "one is about somebody else"
SAME_MOVE = "the same move"
RULED = {EACH_ITS_OWN: -3.0, ANOTHER_PERSON: -4.0, SAME_MOVE: 1.5}  # weights that are not fitted
_MOVED = 7  # days in which a new address is told

Evidence = dict[str, float]


def evidence(one: Features, other: Features, weights: Weights) -> Evidence:
    """Give what speaks for or against two entries, the earlier one first; only what is not nothing."""
    lag = gap(one, other)
    found: Evidence = {}
    _days(one, other, lag, found)
    _clocks(one, other, lag, found)
    _names(one, other, found)
    _passing(one, other, lag, found)
    _people(one, other, found)
    _contacts(one, other, lag, found)
    _move(one, other, lag, weights, found)
    _matter(one, other, weights, found)
    _crowd(one, other, lag, weights, found)
    return {name: size for name, size in found.items() if size}


def _days(one: Features, other: Features, lag: int, found: Evidence) -> None:
    found["on the same day"] = float(lag == 0)
    found["on the next day"] = float(lag == 1)
    found["days between"] = log1p(lag)
    found["more than a week between"] = float(lag >= 8)
    found["width of the days"] = log1p(max(one.end - one.start, other.end - other.start))
    found["an uncertain day"] = float(one.vague or other.vague)
    ahead = other.start in one.past and one.start not in other.past
    found["tells of a later day"] = float(ahead and lag > 0)
    if lag == 0:
        found["one tells of another day"] = float(_elsewhere(one, other) or _elsewhere(other, one))


def _elsewhere(teller: Features, event: Features) -> bool:
    """Whether it names days, and none of them is the other's."""
    told = [day.day for day in teller.spoken if not day.until and day.day != teller.start]
    return bool(told) and not any(event.start <= day <= event.end for day in told)


def _clocks(one: Features, other: Features, lag: int, found: Evidence) -> None:
    if one.role in _EMERGENCY and other.role in _EMERGENCY and lag == 0:
        found["emergency services on one day"] = 1.0
    if one.minute is None or other.minute is None:
        found["one has a time of day"] = float((one.minute is None) != (other.minute is None))
        return
    apart = abs((other.start - one.start) * 1440 + other.minute - one.minute)
    near = next((name for most, name in _CLOCKS if apart <= most), "")
    far = next((name for most, name in _FAR if 150 < apart <= most), "")
    if near or far:
        found[near or far] = 1.0


def _names(one: Features, other: Features, found: Evidence) -> None:
    here, there = one.mentioned >> other.agency & 1, other.mentioned >> one.agency & 1
    found["one names the other's agency"] = float(here != there)
    found["both name the other's agency"] = float(here & there)
    may, may_too = one.speaks >> other.agency & 1, other.speaks >> one.agency & 1
    found["one may mean the other's agency"] = float(may != may_too)
    found["both may mean the other's agency"] = float(may & may_too)
    others = one.mentioned & ~(1 << other.agency), other.mentioned & ~(1 << one.agency)
    found["names others only"] = float(bool(others[0]) and not here) + float(bool(others[1]) and not there)
    found["a third agency in both"] = float(bool(others[0] & others[1]))
    found["neither names any"] = float(not one.mentioned and not other.mentioned)


def _passing(one: Features, other: Features, lag: int, found: Evidence) -> None:
    way = max(passed(one, other), passed(other, one) if lag <= 1 else 0.0)
    if way in _PASSED:
        found[_PASSED[way]] = 1.0
        if way < max(_PASSED):
            found["days after a sending"] = log1p(lag)


def _people(one: Features, other: Features, found: Evidence) -> None:
    if one.people and other.people:
        shared = len(one.people & other.people)
        found["nobody in common"] = float(not shared)
        found["people in common"] = shared / len(one.people | other.people)


def _contacts(one: Features, other: Features, lag: int, found: Evidence) -> None:
    """What no likeness of words outweighs: each had a contact of its own, or one is about somebody else."""
    found[EACH_ITS_OWN] = float(_each_its_own(one, other, lag))
    found[ANOTHER_PERSON] = float("stranger" in one.marks | other.marks)


def _each_its_own(one: Features, other: Features, lag: int) -> bool:
    """Neither speaks of the other's agency; who rings one may tell of what the other saw, on the same day too."""
    if not one.contacts or not other.contacts or {one.role, other.role} <= _EMERGENCY:
        return False
    if one.beside >> other.agency & 1 or other.beside >> one.agency & 1:
        return False
    if one.meetings or other.meetings or not _TOGETHER.isdisjoint(one.topics.keys() | other.topics.keys()):
        return False
    both = one.contacts | other.contacts
    return CALLER not in both or (lag == 0 and both <= _CALLS)


def _move(one: Features, other: Features, lag: int, weights: Weights, found: Evidence) -> None:
    """A move and a new address within the week, with a word (the house's name) that few entries have."""
    if lag < _MOVED and "moving_in" in one.topics and "moving_in" in other.topics:
        shared = sum(weights.seldom_words.get(word, 0.0) for word in one.rare & other.rare)
        found[SAME_MOVE] = float(shared >= 1.0)


def _matter(one: Features, other: Features, weights: Weights, found: Evidence) -> None:
    shared = one.topics.keys() & other.topics.keys()
    shared -= {wide for wide, narrow in kin().items() if shared & narrow}
    both = sum(weights.topics.get(name, 0.0) for name in shared)
    apart = sum(weights.topics.get(name, 0.0) for name in one.topics.keys() ^ other.topics.keys())
    found["words in common"] = log1p(
        sum(weights.seldom_words.get(word, 0.0) for word in one.rare & other.rare)
    )
    found["matters in common"] = min(4.0, both)
    found["share of the matters"] = both / (both + apart + 1)
    found["no matter in common"] = float(not shared)
    found["both missed"] = float("missed" in shared)
    found["both by phone"] = float("phone" in shared)


def _crowd(one: Features, other: Features, lag: int, weights: Weights, found: Evidence) -> None:
    """How likely two entries so near are by chance, and how many others of the two agencies lie as near."""
    home, away = weights.days[one.agency], weights.days[other.agency]
    width = 2 * lag + 1
    rates = _count(away, one.start, _SPAN), _count(home, other.start, _SPAN)
    found["by chance"] = sum(log(min(3.0, width * rate / (2 * _SPAN + 1)) + 0.02) for rate in rates)
    close = max(lag, 1)
    only = [
        float(_within(days, event.start - close, event.end + close) == 1)
        for days, event in ((away, one), (home, other))
    ]
    found["the only entry near"] = sum(only)
    found["the only entries near"] = only[0] * only[1]
    found["others as near"] = log(max(1, _within(away, one.start - lag, one.end + lag)))


def _count(days: Sequence[int], day: int, span: int) -> int:
    return _within(days, day - span, day + span)


def _within(days: Sequence[int], first: int, last: int) -> int:
    return bisect_right(days, last) - bisect_left(days, first)
