"""Days and times on which accounts of one event can't both be right, and those that a reason explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from illuminate.engines.chronology.findings.lexicon import JOINT, MEETING, topics, words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.sieve import Sieve
from illuminate.engines.chronology.findings.text import plain
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

Field = tuple[str, list[tuple[int, str]]]
_APART = 30  # minutes by which the beginnings of one occasion may not differ
_EARLY = 10  # minutes by which two clocks may differ before an arrival lies before the call
_NEAR = 10  # days within which a letter's day is the event's, misdated
_OPENING = 110  # letters in which an entry says what it is about
_NIGHT, _MORNING = 17 * 60, 8 * 60
_LATE, _SMALL_HOURS = 22 * 60, 6 * 60
_TO_THE_DAY = re.compile(
    r"(?: (?:the|of|in))*(?: \w{3,6}day)?,?\W*"
)  # between a word and the day that it goes with
_TO_COME = re.compile(r"\b(?:to|will|to be|should) $")
_EMERGENCY = ("police", "ambulance", "hospital")


@cache
def _pattern(section: str, name: str) -> Sieve:
    return Sieve(rf"(?<!\w)(?:{known})" for known in words_of("occasions")[section][name])


@lru_cache(maxsize=64)
def occasions_of(one: Features) -> frozenset[str]:
    """Kinds of occasion that an entry tells of as its own doing on its day; none if it is about a paper."""
    words = plain(f"{one.event} {one.outcome}")
    told = plain(one.event or one.outcome)
    if one.end - one.start > 1:
        return frozenset()
    kinds = {
        topic for topic in one.held if topics()[1][topic] == MEETING
    }  # the meeting by its own name: MARAC and conference are two
    if _pattern("later", "part").search(words):
        kinds |= {topic for topic in one.topics if topics()[1][topic] == MEETING}
    later = _pattern("later", "paper" if kinds else "words").search(told)
    if later and not (kinds and _pattern("later", "despite").search(words)):
        return frozenset()
    if any(topics()[1][topic] == JOINT for topic in one.held):
        kinds |= {topic for topic in one.held if topics()[1][topic] == JOINT}
    kinds |= {
        kind
        for kind in words_of("occasions")["kinds"]
        if kind not in ("together", "outgoing") and _done(_pattern("kinds", kind), told)
    }
    if one.role in _EMERGENCY and _pattern("emergency", one.role).search(told):
        afterwards = one.role == "police" and _pattern("emergency", "after").search(words[:_OPENING])
        kinds |= set() if afterwards else {"emergency"}
    return frozenset(kinds)


def _done(kind: Sieve, words: str) -> bool:
    """Whether an occasion is told that was not only to come."""
    return any(not _TO_COME.search(words[: match.start()]) for match in kind.finditer(words))


@lru_cache(maxsize=64)
def is_later(one: Features) -> bool:
    """Whether an entry tells of what it was told or sent later, so that its own time is not the event's."""
    return bool(_pattern("later", "retold").search(plain(f"{one.event} {one.outcome}")))


@lru_cache(maxsize=64)
def retold(words: str) -> bool:
    """Whether a sentence (plain, lower case) tells what was heard, sent or asked, or what somebody else says."""
    return bool(_pattern("later", "retold").search(words) or _pattern("later", "by").search(words))


def aside(words: str, named: str) -> bool:
    """Whether the day is that of something else: a birth date, a letter, what comes next."""
    at = words.find(named.lower())
    return at >= 0 and any(
        _TO_THE_DAY.fullmatch(words[match.end() : at])
        for match in _pattern("days", "aside").finditer(words[:at])
    )


def dates_differ(
    features: Sequence[Features], group: Sequence[int], entries: Sequence[Entry], told: set[int]
) -> list[Field]:
    """The day of an occasion that both sides took part in, or of what a letter says of it."""
    kinds = {place: occasions_of(features[place]) for place in group}
    by_kind: dict[str, list[int]] = defaultdict(list)
    for place, own in kinds.items():
        for kind in own:
            by_kind[kind].append(place)
    rows: set[int] = set(told)
    for kind, places in by_kind.items():
        if _apart(kind, places, features):
            rows |= set(places)
    first = [place for place in group if kinds[place] - {"call"}]
    rows |= set(_misdated(features, group, first))
    if len({features[place].agency for place in rows}) < 2:
        return []
    return [("date", [(place, _day_words(features[place], entries)) for place in sorted(rows)])]


def _apart(kind: str, places: Sequence[int], features: Sequence[Features]) -> bool:
    """Whether two agencies give this occasion days that nothing explains."""
    for number, place in enumerate(places):
        for other in places[number + 1 :]:
            one, two = features[place], features[other]
            if one.agency == two.agency or (one.start <= two.end and two.start <= one.end):
                continue
            if kind == "call" and "emergency" in occasions_of(one) & occasions_of(two):
                continue
            if not _linked(kind, one, two) or _overnight(one, two, kind == "emergency"):
                continue
            if not _named(one, two) and not _named(two, one):
                return True
    return False


def _linked(kind: str, one: Features, two: Features) -> bool:
    """A call or visit is one occasion of both if one names the other, or each says that it was not alone."""
    if kind not in ("call", "visit", "meeting", "assessment"):
        return True
    out = [bool(_pattern("kinds", "outgoing").search(plain(each.event))) for each in (one, two)]
    both = one.mentioned >> two.agency & 1 and two.mentioned >> one.agency & 1
    if kind == "call" and all(out) and not both:
        return False  # each rang somebody else
    if one.mentioned >> two.agency & 1 or two.mentioned >> one.agency & 1:
        return True
    if kind == "call":
        return sum(out) == 1 and "emergency" not in occasions_of(one) | occasions_of(two)
    return kind == "visit" and all(
        _pattern("kinds", "together").search(plain(each.event)) for each in (one, two)
    )


def _named(one: Features, two: Features) -> bool:
    """Whether the one's text names the other's day: it knows the difference."""
    return any(day.day == two.start and not day.until for day in one.spoken)


def _overnight(one: Features, two: Features, urgent: bool) -> bool:
    """A night between them explains a day's difference; so does not knowing the hour of an emergency."""
    if abs(one.start - two.start) != 1:
        return False
    early, late = (one, two) if one.start < two.start else (two, one)
    if urgent and early.minute is None and late.minute is None:
        return True
    if late.minute is not None and late.minute > 12 * 60:
        return False
    return (early.minute is not None and early.minute >= _NIGHT) or (
        late.minute is not None and late.minute <= _MORNING
    )


def _day_words(one: Features, entries: Sequence[Entry]) -> str:
    said = [day for day in one.spoken if day.exact and not day.until and day.day != one.start]
    said = said or [day for day in one.spoken if not day.until and day.day != one.start]
    words = in_words(entries[one.index].when)
    return f"{words}, naming {date.fromordinal(said[0].day):%-d %B}" if said else words


def _misdated(features: Sequence[Features], group: Sequence[int], first: Sequence[int]) -> list[int]:
    """A telling that names one day close to the event, but not the event's own."""
    own = {
        features[place].start
        for place in first
        if features[place].minute is not None or not features[place].vague
    }
    if len(own) != 1:
        return []
    day = own.pop()
    known = {other.start for other in _beside(features, group, first)}
    rows: list[int] = []
    for place in group:
        one = features[place]
        words = plain(f"{one.event} {one.outcome}")
        said = {
            spoken.day
            for spoken in one.spoken
            if spoken.exact
            and not spoken.until
            and spoken.day <= one.start
            and not aside(words, spoken.words)
        }
        if place in first or len(said) != 1:
            continue
        spoken = said.pop()
        night = {features[each].start for each in first if _of_the_night(features[each], spoken)}
        if 0 < abs(spoken - day) <= _NEAR and spoken not in known and not {one.start, *night} & {day, spoken}:
            rows.append(place)
    return [*rows, *first] if rows else []


def _of_the_night(one: Features, told: int) -> bool:
    """Whether an event of the night may be told by the other of its two days."""
    if one.minute is None or abs(one.start - told) != 1:
        return False
    return one.minute <= _SMALL_HOURS if told < one.start else one.minute >= _LATE


def _beside(features: Sequence[Features], group: Sequence[int], first: Sequence[int]) -> Iterator[Features]:
    """Other entries, near in time, of the agencies that tell the event at first hand: the telling may be of these."""
    agencies = {features[place].agency for place in first}
    for other in features[max(0, group[0] - 60) : group[-1] + 60]:
        if other.agency in agencies:
            yield other


def times_differ(features: Sequence[Features], group: Sequence[int], entries: Sequence[Entry]) -> list[Field]:
    """Times that can't both be: of one occasion, of an arrival before the call, of a receipt before the sending."""
    rows: set[int] = set()
    timed = [place for place in group if features[place].minute is not None]
    for number, one in enumerate(timed):
        for other in timed[number + 1 :]:
            if features[one].agency != features[other].agency and _impossible(features[one], features[other]):
                rows |= {one, other}
    if not rows:
        return []
    return [("time", [(place, in_words(entries[features[place].index].when)) for place in sorted(rows)])]


def _impossible(one: Features, other: Features) -> bool:
    if one.start != other.start or one.minute is None or other.minute is None:
        return False
    shared = occasions_of(one) & occasions_of(other) - {
        "emergency",
        "court",
        "release",
        "assessment",
        "together",
        "outgoing",
    }
    if any(retold(plain(each.event).split(". ")[0]) for each in (one, other)):
        shared &= {"call"}  # what is told of a visit has no time of its own
    linked = any(_linked(kind, one, other) for kind in shared)
    if shared and linked and abs(one.minute - other.minute) >= _APART:
        return True
    return any(_reversed(giver, taker) for giver, taker in ((one, other), (other, one)))


def _reversed(giver: Features, taker: Features) -> bool:
    """The receipt lies before the sending, the arrival before the call."""
    if giver.minute is None or taker.minute is None:
        return False
    ahead = giver.minute - taker.minute
    sent = giver.sent >> taker.agency & 1 and taker.received >> giver.agency & 1
    if sent and ahead >= 15:
        return True
    return ahead >= _EARLY and (_arrives_early(giver, taker) or _there_early(giver, taker))


def _arrives_early(bringer: Features, hospital: Features) -> bool:
    """The hospital's time of arrival lies before the call, or before the crew's own arrival there."""
    if hospital.role != "hospital" or bringer.role not in ("police", "ambulance"):
        return False
    if "arrives" in bringer.marks and bringer.role == "ambulance":
        return True
    return "emergency" in occasions_of(bringer) and "emergency" in occasions_of(hospital)


def _there_early(caller: Features, crew: Features) -> bool:
    """A crew finds the police there before the police were called."""
    return (
        caller.role == "police"
        and crew.role == "ambulance"
        and "emergency" in occasions_of(caller)
        and bool(_pattern("emergency", "there").search(plain(crew.event)[:60]))
    )
