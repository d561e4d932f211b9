"""An event that one agency has at first hand and another tells of, though neither names the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.weighed import Weighed

_TIE = 1.6  # on the same day; it takes a shared topic and words besides to be shown
_LATER = 0.5  # of it is lost by the last day on which others usually tell of it
WIDEST = 7  # days that an account may leave open
BY_POST = 5  # days: what takes as long as a letter is not less likely for coming later


@cache
def hosts() -> Mapping[str, tuple[frozenset[str], int]]:
    """Give for each topic who has it at first hand, and for how many days others tell of it."""
    return {
        topic: (frozenset(row["roles"]), row["days"])
        for row in words_of("hosts").values()
        for topic in row["topics"]
    }


def shared_first_hand(one: Features, other: Features, lag: int) -> set[str]:
    """Topics of both that one of them has at first hand, the other telling of it no later than is usual."""
    known = hosts()
    found: set[str] = set()
    for topic in one.topics.keys() & other.topics.keys() & known.keys():
        roles, days = known[topic]
        first = one.role in roles
        if (first or (other.role in roles and lag <= 1)) and lag <= days:
            found.add(topic)
    return found


def first_hand(one: Features, other: Features, lag: int, rare: Mapping[str, float], told: Weighed) -> int:
    """Weigh it by the topic that fewest entries have, if any counts; gives the days that such news may take."""
    topics = {topic for topic in shared_first_hand(one, other, lag) if rare.get(topic, 0.0) >= 0.3}
    if max(one.end - one.start, other.end - other.start) > WIDEST:
        return 0  # an account of months is near to everything in them
    if not topics or (one.people and other.people and not one.people & other.people):
        return 0
    days = max(
        1, *(hosts()[topic][1] for topic in topics)
    )  # what is told on its own day alone is a day's news too
    told.add("one has it at first hand", _TIE * (1 - _LATER * lag / days))
    return days
