"""The day on which an event was, by its own entry and by accounts that name another day for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.times.daysapart import acts_in
from illuminate.engines.chronology.findings.conflicts.times.moments import aside, is_later
from illuminate.engines.chronology.findings.lexicon import common, words_of
from illuminate.engines.chronology.findings.reading.days import Spoken
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.sieve import Sieve
from illuminate.engines.chronology.findings.text import plain, tokenise

_LETTER = re.compile(r"\bletter|\bnote\b|\bsummary|\bslip\b|\bnotification")
_SOMETIME = re.compile(r"\b(?:at|over|on) the weekend\b|\bago\b")
_TELLING = {"report", "attendance"}  # not what was done on the day that is told
_PART = re.compile(r"[.;)]")
_OPENING = 80  # letters in which a letter says what it is about
_NEAR = 31  # days within which another day is the same event's, misdated
_WEEK = 10  # the same, told by a weekday or "yesterday"
_EVENING, _MORNING = 18 * 60, 9 * 60
_SHARED = 2  # words that two accounts must share before two days of writing are doubted


@dataclass(frozen=True, slots=True)
class Day:
    """``day`` of the event; ``own``: the account is of its own day; ``sure``: it says so; ``exact``: no weekday.

    ``acts``: what is told beside the day."""

    day: int
    own: bool
    sure: bool
    exact: bool
    acts: frozenset[str]


@cache
def _pattern(name: str) -> Sieve:
    return Sieve(rf"(?<!\w)(?:{known})" for known in words_of("occasions")["days"][name])


def days_told_apart(features: Sequence[Features], group: Sequence[int]) -> set[int]:
    """Positions of the entries of a group that give one event two days which nothing explains."""
    days = {place: _day_of(features[place]) for place in group}
    rows: set[int] = set()
    for number, place in enumerate(group):
        for other in group[number + 1 :]:
            one, two = days[place], days[other]
            if not one or not two or features[place].agency == features[other].agency:
                continue
            if _differ(features, group, (place, other), (one, two)):
                rows |= {place, other}
    return rows | _letters_of_today(features, group)


def _letters_of_today(features: Sequence[Features], group: Sequence[int]) -> set[int]:
    """A letter that says "attended today" beside the attendance itself, on another day."""
    letters = [place for place in group if _is_letter(features[place])]
    first = [place for place in group if not is_later(features[place]) and _first_hand(features[place])]
    return {
        each
        for place in letters
        for other in first
        if features[place].agency != features[other].agency and features[place].start != features[other].start
        for each in (place, other)
    }


def _is_letter(one: Features) -> bool:
    opening = plain(one.event)[:_OPENING]
    return "today" in opening and bool(_LETTER.search(opening))


def _day_of(one: Features) -> Day | None:
    """The day that an account gives the event: the one that it names, else its own if it is no later telling."""
    words = plain(f"{one.event} {one.outcome}")
    named = [
        day
        for day in one.spoken
        if not day.until and one.start - 200 <= day.day <= one.start and day.words.lower() != "overnight"
    ]
    exact = {day.day for day in named if day.exact and not aside(words, day.words)}
    if one.end != one.start or _SOMETIME.search(words):
        return None
    if len(exact) > 1:
        return None
    if exact and exact != {one.start}:
        day = exact.pop()
        return Day(day, False, True, True, _acts_at(words, named, day))
    loose = {day.day for day in named if not day.exact and day.day != one.start}
    if len(loose) == 1 and not exact:
        day = loose.pop()
        return Day(day, False, True, False, _acts_at(words, named, day))
    if loose or (is_later(one) and not exact) or _pattern("after").search(words):
        return None
    return Day(
        one.start,
        True,
        bool(exact) or bool(_pattern("today").search(words)),
        True,
        acts_in(words.split(". ")[0]),
    )


def _acts_at(words: str, named: Sequence[Spoken], day: int) -> frozenset[str]:
    """What stands in the same part of a sentence as a day."""
    at = next(words.find(one.words.lower()) for one in named if one.day == day)
    return acts_in(_PART.split(words[:at])[-1] + _PART.split(words[at:])[0])


def _differ(
    features: Sequence[Features], group: Sequence[int], places: tuple[int, int], days: tuple[Day, Day]
) -> bool:
    one, two = days
    gap = abs(one.day - two.day)
    if not gap or gap > (_NEAR if one.exact and two.exact else _WEEK):
        return False
    a, b = features[places[0]], features[places[1]]
    if one.own and two.own:
        if one.sure and two.sure:
            return not _night(a, b, gap) and _alike(a, b)
        return (
            (one.sure or two.sure)
            and gap > 1
            and _first_hand(a)
            and _first_hand(b)
            and _alike(a, b, _SHARED + 1)
        )
    if not one.own and not two.own:
        return one.exact and two.exact and _alike(a, b)
    own, teller = (a, two) if one.own else (b, one)
    other = b if one.own else a
    deeds = one.acts - _TELLING, two.acts - _TELLING
    if all(deeds) and not deeds[0] & deeds[1]:
        return False  # the order made, and the order served
    if _night_told(own, teller.day) or (not teller.exact and teller.day % 7 == own.start % 7):
        return False
    if other.start == own.start or not (_first_hand(own) or (one if one.own else two).sure):
        return False
    elsewhere = {each.start for each in _beside(features, group, own.agency)}
    return teller.day not in elsewhere and (teller.exact or _alike(a, b, 1))


def _first_hand(one: Features) -> bool:
    return one.minute is not None or bool(_pattern("done").search(plain(one.event)))


def _night(a: Features, b: Features, gap: int) -> bool:
    early, late = (a, b) if a.start < b.start else (b, a)
    if gap != 1:
        return False
    return (
        early.minute is None
        or early.minute >= _EVENING
        or (late.minute is not None and late.minute <= _MORNING)
    )


def _night_told(own: Features, told: int) -> bool:
    """A night's event may be told by the day before or after it."""
    if abs(own.start - told) != 1:
        return False
    if own.minute is None:
        return False
    return own.minute <= _MORNING if told < own.start else own.minute >= _EVENING


def _beside(features: Sequence[Features], group: Sequence[int], agency: int) -> Iterator[Features]:
    for other in features[max(0, group[0] - 60) : group[-1] + 60]:
        if other.agency == agency:
            yield other


def _alike(a: Features, b: Features, least: int = _SHARED) -> bool:
    """Whether the two share words that few accounts share, names apart."""
    stems = [
        {word for word in tokenise(one.event, one.outcome).stems if len(word) > 2 and word.isalpha()}
        - common()
        - one.people
        for one in (a, b)
    ]
    return len(stems[0] & stems[1]) >= least
