"""How much speaks for two entries of different agencies telling of the same contact, each reason by itself."""

from __future__ import annotations

from illuminate.engines.chronology.findings.lexicon import kin
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.same_event.firsthand import BY_POST, first_hand
from illuminate.engines.chronology.findings.same_event.handoff import SENT_ONLY, handoff
from illuminate.engines.chronology.findings.same_event.meetings import decision, meeting
from illuminate.engines.chronology.findings.same_event.weighed import Weighed
from illuminate.engines.chronology.findings.same_event.weights import Weights

# like words count for little where nothing else ties: another event is often told in the same words
_FEW_WORDS = 0.8
_ONE_SIDED_WORDS = 1.0  # nor where something was sent and the other does not say that anything came
_EMERGENCY = frozenset({"police", "ambulance", "hospital", "fire"})
_SAME_DAY = 1.0
_MISDATED = 7  # days by which a telling may miss the day that it tells of
_MERELY_NAMED = 1.2  # one names the other's agency, and nothing was sent
_ONE_CALL = 180  # minutes within which two agencies may write down the same call
LONGEST_WAY = 31  # days that a referral or a letter may take and still be the same one


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
    formal = one.leads or other.leads
    if passed == _MERELY_NAMED and not formal and weights.seldom(one) and weights.seldom(other):
        told.add("one names the other", _SAME_DAY)
    met = meeting(one, other, lag, told)
    met += decision(one, other, lag, told)
    named = _spoken(one, other, told)
    close = _clock(one, other, passed, told)
    both = one.mentioned >> other.agency & other.mentioned >> one.agency & 1
    alone = passed == SENT_ONLY and not both and lag == 0 and not met and not named
    if named:
        passed += _named_both(one, other, told)
    days = 0
    if passed <= _MERELY_NAMED and not met and not named:
        days = first_hand(one, other, _told_lag(one, other, lag), weights.topics, told)
    tied = days > 0 or passed >= 1.0 or met > 0 or named > 0 or close >= 1.5
    if not tied:
        return Weighed(sum(weight for weight in told.reasons.values() if weight < 0), told.reasons)
    _content(one, other, weights, told, _FEW_WORDS if days else _ONE_SIDED_WORDS if alone else 3.0)
    _distance(one, other, lag, 3.0 if named or days >= BY_POST else passed + met + min(days, 1), told)
    if passed < 3 and not met and not named:
        _each_its_own(one, other, told)
    if passed < 5 and one.people and other.people and not one.people & other.people:
        told.add("different people", -0.4)
    return told


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
            ahead = teller is one and _day_ahead(one, other)
            weight = max(weight, 1.0 if event.end - event.start > 3 else 2.0 if ahead else 2.5)
        elif (
            any(not day.exact and abs(day.day - event.start) == 0 for day in past)
            and teller.start != event.start
        ):
            weight = max(weight, 1.9)
        elif teller is other and teller.start != event.start and any(day.exact for day in past):
            near = _missed_by(teller, event) <= _MISDATED
            told.add("names a day near to it" if near else "speaks of another day", 0.5 if near else -0.7)
    told.add("names the day of the other", weight)
    return weight


def _missed_by(teller: Features, event: Features) -> int:
    """Days by which the exact days that a telling names miss the event's own."""
    return min((abs(day - event.start) for day in teller.past), default=_MISDATED + 1)


def _told_lag(one: Features, other: Features, lag: int) -> int:
    """Days after which it is told, or by which the day that is told misses it."""
    missed = _missed_by(other, one)
    return min(lag, missed) if missed <= _MISDATED else lag


def _day_ahead(one: Features, other: Features) -> bool:
    """Whether the earlier entry names the later one's day: what came of it then, more than an account of it."""
    return other.start in one.past and one.start not in other.past


def _named_both(one: Features, other: Features, told: Weighed) -> float:
    """Who names the other's day and the other agency too speaks of it, however long after."""
    if _day_ahead(one, other) and not one.topics.keys() & other.topics.keys():
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
    shared -= {wide for wide, narrow in kin().items() if shared & narrow}
    topic = min(3.5, sum(weights.topics.get(name, 0.0) for name in shared))
    words = min(most, sum(weights.words.get(word, 0.0) for word in one.rare & other.rare) * 1.1)
    told.add("both speak of", topic)
    told.add("rare words in both", words)


def _each_its_own(one: Features, other: Features, told: Weighed) -> None:
    """An appointment that somebody missed with each of two agencies, or a call that each took at another hour."""
    if "missed" in one.topics and "missed" in other.topics:
        told.add("each its own appointment", -2.0)
    called = "phone" in one.topics and "phone" in other.topics
    if called and one.minute is not None and other.minute is not None:
        apart = abs((other.start - one.start) * 1440 + other.minute - one.minute)
        told.add("each its own call", -1.5 if apart > _ONE_CALL and not _emergency(one, other) else 0.0)


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
    if not {one.role, other.role} <= _EMERGENCY or one.minute is None or other.minute is None:
        return False
    if one.people and other.people and not one.people & other.people:
        return False
    apart = abs((other.start - one.start) * 1440 + other.minute - one.minute)
    names = one.mentioned >> other.agency & 1 or other.mentioned >> one.agency & 1
    wide = one.topics.keys() & other.topics.keys() & kin().keys()
    return apart <= 150 and bool(names or wide or "ambulance" in (one.role, other.role))


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
    elif explained:
        weight = -0.4 * lag
    else:
        weight = -0.6 * lag
    if lag > LONGEST_WAY and not told.reasons.get("names the day of the other"):
        weight -= 5
    told.add("days apart", weight)
