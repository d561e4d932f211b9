"""What speaks for two entries being of one meeting, or of one decision that all hear of on its day."""

from __future__ import annotations

from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.weighed import Weighed

CONFERENCES = frozenset({"icpc", "rcpc", "conference", "any_conference"})
_SELDOM = frozenset(
    {"marac", "icpc", "rcpc", "conference", "mappa", "legal_planning", "adult_conference", "hardening"}
)
# may be any other under its plain name
ANY_MEETING = frozenset({"professionals", "panel", "support_meeting", "any_conference", "best_interests"})
_MINUTES = 14  # days in which minutes reach who was not there


def meeting(one: Features, other: Features, lag: int, told: Weighed) -> float:
    """The same type of meeting; a number that differs speaks against it, as does another type of meeting."""
    if not one.held and not other.held:
        return 0.0
    shared = _shared_meetings(one, other)
    if not shared:
        minutes = _minuted(one, other)
        if minutes:
            told.add("minutes of the meeting", minutes)
        elif lag == 0 and _under_any_name(one, other):
            told.add("a meeting on the same day", minutes := 3.0)
        elif one.meetings and other.meetings and not (one.meetings | other.meetings) & ANY_MEETING:
            told.add("another kind of meeting", -4.0)
        return minutes
    if lag > 14:
        return 0.0
    numbers = {(one.held.get(topic, 0), other.held.get(topic, 0)) for topic in shared}
    weight = 5.0 if lag == 0 else (4.6 - 0.04 * lag) if shared & _SELDOM else (3.8 - 0.1 * lag)
    if any(a and b and a != b for a, b in numbers):
        weight = -6.0
    elif any(a and a == b for a, b in numbers):
        weight += 1.5
    told.add("the same meeting", weight)
    return weight


def _under_any_name(one: Features, other: Features) -> bool:
    """Two meetings on a day, of which one goes by a name that any of them may have."""
    return bool(one.meetings and other.meetings and (one.meetings | other.meetings) & ANY_MEETING)


def decision(one: Features, other: Features, lag: int, told: Weighed) -> float:
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
        and either & {"conference", "any_conference"}
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
