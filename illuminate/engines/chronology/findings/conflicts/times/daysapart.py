"""The day of one deed as two accounts tell it: "discharged on 22 October" and "discharged 15/12", "today" and a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import any_of
from illuminate.engines.chronology.findings.conflicts.times.clauses import (
    content,
    names_in,
    opening,
    part_at,
    sentences,
)
from illuminate.engines.chronology.findings.conflicts.times.moments import aside, retold
from illuminate.engines.chronology.findings.conflicts.times.scenes import at_once
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.days import Spoken
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.sieve import Sieve
from illuminate.engines.chronology.findings.text import plain

_FURTHEST = 62  # days; what lies further apart is another time
_WEEK = 10  # the same, of a weekday
_SHARED = 2  # words that two tellings of one deed have in common
_NO_DAY = {"overnight"}  # told as the kind of thing as often as the day
_BESIDE = 60  # entries on both sides among which an agency may tell of another day's event
_EVENING, _MORNING = 21 * 60, 6 * 60
_PLANNED = re.compile(
    r"\b(?:to be|will|due|planned|expected|estimated|possible|not|next|again|review)\b[^,;]{0,20}$|"
    r"\b(?:since|from|until|till|by|for)(?: the)?(?: \w{3,6}day)? $"
)
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening|am|pm)|that day|just now)\b")
_OF = re.compile(r"\b(?:about|re|regarding|following|after|discussed) [^.;]{0,40}\b(?:of|on) (?:the )?$")
_SOMETIME = re.compile(r"\bago\b|\b(?:last|previous|earlier this|earlier that) (?:week|month)|\bweekend\b")
_ONCE = re.compile(r"\b(?:first|1st|only)\b(?! (?:name|thing|aid|floor))")  # of what there is only one
_STANDS = re.compile(
    r"\b(?:has|have|had|is|are|'s|'ve) (?:now |since |already |just |been )*\w+(?:ed|en|ft|nt)\b|"
    r"\b(?:noted|filed|logged|recorded|copied|result|outcome|update)\b"
)  # what is so by now, on whatever day it came about


@dataclass(frozen=True, slots=True)
class Dated:
    """A deed on a day; ``own``: on the day of its own row, ``sure``: and it says so; ``exact``: no weekday."""

    acts: frozenset[str]
    stems: frozenset[str]
    day: int
    own: bool
    sure: bool
    exact: bool


@cache
def _acts() -> tuple[Sieve, Sequence[str]]:
    rows = words_of("occasions")["dated"]
    return Sieve(rf"\b(?:{any_of(known)})\b" for known in rows.values()), tuple(rows)


def days_apart(features: Sequence[Features], group: Sequence[int]) -> set[int]:
    """Positions of the entries of a group that give one deed two days which nothing explains."""
    told = {place: list(_dated(features[place])) for place in group}
    rows: set[int] = set()
    for number, place in enumerate(group):
        for other in group[number + 1 :]:
            a, b = features[place], features[other]
            if a.agency != b.agency and any(
                _clash(x, y, a, b) and not _of_another(features, group, (a, b), (x, y))
                for x in told[place]
                for y in told[other]
            ):
                rows |= {place, other}
    return rows


def _dated(one: Features) -> Iterator[Dated]:
    names = names_in(one)
    first = True
    for text in (one.event, one.outcome):
        words = plain(text)
        for _, sentence in sentences(words):
            found = list(_named(sentence, one, words, names))
            yield from found
            if first and not found and one.start == one.end and _own(sentence, one):
                once = bool(_ONCE.search(sentence))
                yield Dated(acts_in(sentence), opening(words, names), one.start, True, once, True)
            first = False


def _own(sentence: str, one: Features) -> bool:
    """Whether an entry's first sentence tells what was done on the entry's own day."""
    if _SOMETIME.search(sentence) or _STANDS.search(sentence) or _PLANNED.search(sentence[:40]):
        return False
    return at_once(one, sentence)


def _named(sentence: str, one: Features, words: str, names: frozenset[str]) -> Iterator[Dated]:
    days = [day for day in one.spoken if not day.until and day.words.lower() in sentence]
    bounds = [(at := sentence.find(day.words.lower()), at + len(day.words)) for day in days]
    for day, (at, _) in zip(days, bounds, strict=True):
        if day.day > one.end or day.words.lower() in _NO_DAY:
            continue
        if aside(words, day.words) or _PLANNED.search(sentence[:at]):
            continue
        part = _part(sentence, at, bounds, names)
        yield Dated(_nearest(part, day), content(part, names), day.day, day.day == one.start, True, day.exact)
    today = _TODAY.search(sentence)
    if today and one.start == one.end and " that " not in sentence[today.end() :]:
        first, last = part_at(sentence, today.start()) if days else (0, len(sentence))
        part = sentence[first:last]
        if not retold(sentence) or acts_in(part):
            yield Dated(acts_in(part), content(part, names), one.start, True, True, True)


def _part(sentence: str, at: int, bounds: Sequence[tuple[int, int]], names: frozenset[str]) -> str:
    """The part of a sentence that a day belongs to: what stands before it, up to the day before, else behind it."""
    if _OF.search(sentence[:at]):
        return " ".join(
            sentence[:at].split()[-3:-1]
        )  # "the assault of 1 June" dates no more than the assault
    if len(bounds) < 2:
        return sentence
    first, last = part_at(sentence, at)
    first = max([first, *(end for start, end in bounds if first <= start < at)])
    last = min([last, *(start for start, _ in bounds if start > at)])
    part = sentence[first : next(end for start, end in bounds if start == at)]
    return part if content(part, names) else sentence[at:last]


def acts_in(words: str) -> frozenset[str]:
    """Name the acts, of each of which there is one day, that a part of a text tells."""
    sieve, names = _acts()
    return frozenset(names[number] for number, pattern in sieve.asked(words) if pattern.search(words))


def _nearest(words: str, day: Spoken) -> frozenset[str]:
    """The acts whose word stands nearest to the day, before or behind it."""
    at = words.find(day.words.lower())
    sieve, names = _acts()
    found = [
        (at - match.end() if match.end() <= at else match.start() - at, names[number])
        for number, pattern in sieve.asked(words)
        for match in pattern.finditer(words)
    ]
    least = min((far for far, _ in found), default=0)
    return frozenset(name for far, name in found if far == least)


def _clash(x: Dated, y: Dated, a: Features, b: Features) -> bool:
    """Whether the two tell one deed on two days, one of them in so many words."""
    gap = abs(x.day - y.day)
    if not gap or gap > (_FURTHEST if x.exact and y.exact else _WEEK) or not (x.sure or y.sure):
        return False
    if x.sure and y.sure and x.exact and y.exact:
        named = a.mentioned >> b.agency & 1 or b.mentioned >> a.agency & 1
        least = 1 if named and x.own and y.own else _SHARED
        return bool(x.acts & y.acts) or len(x.stems & y.stems) >= least
    if _knows(x.day, b) or _knows(y.day, a) or not _alike(x, y):
        return False
    own, writer, told = (x, a, y) if x.own and not (y.own and x.sure) else (y, b, x)
    if told.own and own.day > told.day and gap == 1 and writer.minute is None:
        return False  # written up on the next day
    return not _night(writer, own.day, told)


def _knows(day: int, one: Features) -> bool:
    """Whether an entry spans a day, or names it itself."""
    return (one.start != one.end and one.start <= day <= one.end) or any(
        spoken.day == day and not spoken.until for spoken in one.spoken
    )


def _alike(x: Dated, y: Dated) -> bool:
    shared = x.stems & y.stems
    if len(shared) >= _SHARED:
        return True
    return bool(x.acts & y.acts) and (bool(shared) or min(len(x.stems), len(y.stems)) < _SHARED + 1)


def _night(writer: Features, own: int, told: Dated) -> bool:
    """A night's event may be told by the day before or after it."""
    if abs(own - told.day) != 1:
        return False
    if writer.minute is None:
        return not told.exact
    return writer.minute <= _MORNING if told.day < own else writer.minute >= _EVENING


def _of_another(
    features: Sequence[Features],
    group: Sequence[int],
    pair: tuple[Features, Features],
    days: tuple[Dated, Dated],
) -> bool:
    """Whether the account of the own day has another row on the day that is told, of which it may be told."""
    for one, own, told in ((pair[0], days[0], days[1]), (pair[1], days[1], days[0])):
        if own.own and not told.own:
            near = features[max(0, group[0] - _BESIDE) : group[-1] + _BESIDE]
            return any(each.agency == one.agency and each.start == told.day for each in near)
    return False
