"""How much speaks for two entries of different agencies telling of the same contact, each reason by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from illuminate.engines.chronology.findings.features import Features
from illuminate.engines.chronology.findings.firsthand import BY_POST, first_hand
from illuminate.engines.chronology.findings.handoff import SENT_ONLY, handoff
from illuminate.engines.chronology.findings.lexicon import INCIDENT, PUBLIC, topics
from illuminate.engines.chronology.findings.weighed import Weighed

CONFERENCES = frozenset({"icpc", "rcpc", "conference"})
SELDOM = frozenset(
    {"marac", "icpc", "rcpc", "conference", "mappa", "legal_planning", "adult_conference", "hardening"}
)
ANY_MEETING = frozenset(
    {"professionals", "panel", "support_meeting"}
)  # may be any other under its plain name
_MINUTES = 14  # days in which minutes reach who was not there
_FEW_WORDS = (
    0.8  # like words count for little where nothing else ties: another event is often told in the same words
)
_ONE_SIDED_WORDS = 1.0  # nor where something was sent and the other does not say that anything came
EMERGENCY = frozenset({"police", "ambulance", "hospital", "fire"})
LONGEST_WAY = 31  # days that a referral or a letter may take and still be the same one


@dataclass(frozen=True, slots=True)
class Weights:
    """What depends on the case: how rare each word and each topic is in it."""

    words: Mapping[str, float]
    topics: Mapping[str, float]

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
        return cls(
            words, {topic: weight for topic, weight in seen.items() if kinds[topic] in (INCIDENT, PUBLIC)}
        )


def gap(one: Features, other: Features) -> int:
    """Days between two entries, 0 when their intervals touch."""
    return max(0, other.start - one.end, one.start - other.end)


def weigh(one: Features, other: Features, weights: Weights) -> Weighed:
    """Weigh two entries; the earlier one first, so that a receipt comes after its sending."""
    if (other.start, other.end, other.index) < (one.start, one.end, one.index):
        one, other = other, one
    told = Weighed()
    lag = gap(one, other)
    passed = handoff(one, other, lag, told)
    met = _meeting(one, other, lag, told)
    met += _public(one, other, lag, told)
    named = _spoken(one, other, told)
    close = _clock(one, other, passed, told)
    both = one.mentioned >> other.agency & other.mentioned >> one.agency & 1
    alone = passed == SENT_ONLY and not both and lag == 0 and not met and not named
    if named:
        passed += _named_both(one, other, told)
    days = 0 if passed or met or named else first_hand(one, other, lag, weights.topics, told)
    tied = days > 0 or passed >= 1.0 or met > 0 or named > 0 or close >= 1.5
    if not tied:
        return Weighed(sum(weight for weight in told.reasons.values() if weight < 0), told.reasons)
    _content(one, other, weights, told, _FEW_WORDS if days else _ONE_SIDED_WORDS if alone else 3.0)
    _distance(one, other, lag, 3.0 if named or days >= BY_POST else passed + met, told)
    if passed < 5 and one.people and other.people and not one.people & other.people:
        told.add("different people", -0.4)
    return told


def _meeting(one: Features, other: Features, lag: int, told: Weighed) -> float:
    """The same type of meeting; a number that differs speaks against it, as does another type of meeting."""
    if not one.held and not other.held:
        return 0.0
    shared = _shared_meetings(one, other)
    if not shared:
        minutes = _minuted(one, other)
        if minutes:
            told.add("minutes of the meeting", minutes)
        elif one.meetings and other.meetings and not (one.meetings | other.meetings) & ANY_MEETING:
            told.add("another kind of meeting", -4.0)
        return minutes
    if lag > 14:
        return 0.0
    numbers = {(one.held.get(topic, 0), other.held.get(topic, 0)) for topic in shared}
    weight = 5.0 if lag == 0 else (4.6 - 0.04 * lag) if shared & SELDOM else (3.8 - 0.1 * lag)
    if any(a and b and a != b for a, b in numbers):
        weight = -6.0
    elif any(a and a == b for a, b in numbers):
        weight += 1.5
    told.add("the same meeting", weight)
    return weight


def _public(one: Features, other: Features, lag: int, told: Weighed) -> float:
    """A sentence or an order noted by both on its day, or an order whose last day both name."""
    weight = 2.6 if lag == 0 and one.public & other.public else 0.0
    if (
        one.ends & other.ends
        and lag <= 14
        and {"order", "bail", "order_given"} & one.topics.keys() & other.topics.keys()
    ):
        weight += 2.5
    told.add("the same decision", weight)
    return weight


def _shared_meetings(one: Features, other: Features) -> set[str]:
    shared = one.held.keys() & other.held.keys()
    either = (one.held.keys() | other.held.keys()) & CONFERENCES
    if (
        not shared
        and one.held.keys() & CONFERENCES
        and other.held.keys() & CONFERENCES
        and "conference" in either
    ):
        return either
    return shared


def _minuted(one: Features, other: Features) -> float:
    for held, paper in ((one, other), (other, one)):
        if set(held.held) & set(paper.topics) and held.start in paper.past:
            return 4.5
    if other.start - one.end <= _MINUTES and not other.held:
        noted = {f"minutes of {topic}" for topic in one.held} & other.marks
        if not noted and one.held.keys() & CONFERENCES:
            noted = {f"minutes of {topic}" for topic in CONFERENCES} & other.marks
        return 4.4 - 0.05 * max(0, other.start - one.end) if noted else 0.0
    return 0.0


def _spoken(one: Features, other: Features, told: Weighed) -> float:
    """A day named in one text that is the other entry's own day."""
    if not one.spoken and not other.spoken:
        return 0.0
    weight = 0.0
    if one.past & other.past:
        told.add("both name the same day", 1.5)
        return 1.5
    for teller, event in ((other, one), (one, other)):
        past = [day for day in teller.spoken if not day.until]
        if any(day.exact and event.start <= day.day <= event.end and day.day != teller.start for day in past):
            weight = max(weight, 2.5 if event.end - event.start <= 3 else 1.0)
        elif (
            any(not day.exact and abs(day.day - event.start) == 0 for day in past)
            and teller.start != event.start
        ):
            weight = max(weight, 1.9)
        elif teller is other and any(day.exact for day in past) and teller.start != event.start:
            told.add("speaks of another day", -0.7)
    told.add("names the day of the other", weight)
    return weight


def _named_both(one: Features, other: Features, told: Weighed) -> float:
    """Who names the other's day and the other agency too speaks of it, however long after."""
    ahead = other.start in one.past and one.start not in other.past
    if ahead and not one.topics.keys() & other.topics.keys():
        return (
            0.0  # what came of it on a later day ("arrested 10 January") is not all that is told of that day
        )
    if one.mentioned >> other.agency & 1 or other.mentioned >> one.agency & 1:
        told.add("names the agency and the day", 1.6)
        return 1.6
    return 0.0


def _content(one: Features, other: Features, weights: Weights, told: Weighed, most: float) -> None:
    """Topics and rare words in both."""
    shared = one.topics.keys() & other.topics.keys()
    topic = min(3.5, sum(weights.topics.get(name, 0.0) for name in shared))
    words = min(most, sum(weights.words.get(word, 0.0) for word in one.rare & other.rare) * 1.1)
    told.add("both speak of", topic)
    told.add("rare words in both", words)


def _clock(one: Features, other: Features, passed: float, told: Weighed) -> float:
    """How near the times of day are, over midnight too."""
    if one.minute is None or other.minute is None:
        told.add("one gives the time of the other", weight := 1.8 if _told_time(one, other) else 0.0)
        return weight
    if _emergency(one, other):
        told.add("emergency services within the hours", 2.4)
        return 2.4
    apart = abs((other.start - one.start) * 1440 + other.minute - one.minute)
    weight = 1.8 if apart <= 20 else 1.0 if apart <= 60 else 0.3 if apart <= 180 else 0.0
    if apart > 300 and passed < 3 and one.start == other.start:
        weight = -1.0
    told.add("times of day", weight)
    if weight < 1.5 and _told_time(one, other):
        told.add("one gives the time of the other", 1.8)
        weight = 1.8
    return weight


def _emergency(one: Features, other: Features) -> bool:
    """Police, ambulance and hospital with the same person, within two and a half hours of each other."""
    if not {one.role, other.role} <= EMERGENCY or one.minute is None or other.minute is None:
        return False
    if one.people and other.people and not one.people & other.people:
        return False
    apart = abs((other.start - one.start) * 1440 + other.minute - one.minute)
    names = one.mentioned >> other.agency & 1 or other.mentioned >> one.agency & 1
    return apart <= 150 and bool(names or "ambulance" in (one.role, other.role))


def _told_time(one: Features, other: Features) -> bool:
    """A time of day in one text, within minutes of the other entry's own."""
    if abs(one.start - other.start) > 1:
        return False
    pairs = ((one, other), (other, one))
    return any(
        teller.minute != event.minute
        and event.minute is not None
        and min(abs(said - event.minute), 1440 - abs(said - event.minute)) <= 8
        for teller, event in pairs
        for said, _ in teller.clocks
    )


def _distance(one: Features, other: Features, lag: int, explained: float, told: Weighed) -> None:
    """Days apart count against it, less where a letter or a receipt explains them."""
    if lag == 0:
        weight = 0.8 if not (one.vague or other.vague) else -0.4
    elif lag == 1:
        overnight = one.minute is None or one.minute >= 17 * 60
        weight = 0.2 if overnight or explained >= 3 else -0.6
    elif explained >= 5:
        weight = -0.06 * max(0, lag - 3)
    elif explained >= 2.6:
        weight = -0.1 * max(0, lag - 3)
    else:
        weight = -0.6 * lag
    if lag > LONGEST_WAY and not told.reasons.get("names the day of the other"):
        weight -= 5
    told.add("days apart", weight)
