"""Who did what in an event: rang 999, found them, brought or collected a child, signed, struck or did anything."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.clauses import Deed, deeds_in, number_of, speaker
from illuminate.engines.chronology.findings.conflicts.people.presence import uncertain
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import stem

_NUMBER = re.compile(r"⟨[a-z](\d+)⟩")
_BESIDE = re.compile(r",? \(?(⟨[a-z]\d+⟩)")
_WORD = re.compile(r"[a-z]{3,}")
_OTHERS = re.compile(r"⟨[pnc](\d+)⟩")
_UNKNOWN = frozenset({"adult", "man", "woman", "someone", "stranger", "relative"})
_EITHER_WAY = frozenset({"self", "partner", "ex", "mother", "father"})
_HIS_AGENCIES = frozenset({"probation", "prison", "substance", "mental_health"})


@dataclass(frozen=True, slots=True)
class Part:
    """That somebody of a kind did a deed; ``things``: word stems of what it was done to, where that is compared."""

    deed: str
    field: str
    who: str
    letter: str
    things: frozenset[str]
    quote: str


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    return {name: row for name, row in words_of("parts").items() if "nouns" in row}


@cache
def _verbs() -> Mapping[str, str]:
    return {verb: name for name, row in _rows().items() for verb in row["verbs"]}


@cache
def _nouns(name: str) -> tuple[re.Pattern[str], ...]:
    who = r"(?:the |a |an |her |his |their |pt's |our )?(⟨[a-z]\d+⟩)"
    return tuple(re.compile(one.replace("(?:WHO)", who)) for one in _rows()[name]["nouns"])


def parts_in(told: Cast, own: str) -> list[Part]:
    """Give who did what; ``told`` has "we" marked as the writer's own kind of agency, ``own``."""
    found: list[Part] = []
    known = {name for name, row in _rows().items() if any(one in told.words for one in row["needs"])}
    for name in sorted(known):
        found += _by_nouns(name, told)
    for deed in deeds_in(told.words, _verbs() if known else {}):
        if deed.verb in known and deed.manner == "done":
            found += _by_verb(deed, told)
    return [*found, *_general(told)]


def _by_nouns(name: str, told: Cast) -> Iterator[Part]:
    for pattern in _nouns(name):
        for match in pattern.finditer(told.words):
            number = _NUMBER.match(_the_surer(match, told))
            before = told.words[max(0, match.start() - 40) : match.end()]
            if number and not uncertain(before):
                things = _called_out(name, map(int, _NUMBER.findall(match[0])), told)
                yield from _part(name, int(number[1]), things, told.quote(*match.span()), told)


def _the_surer(match: re.Match[str], told: Cast) -> str:
    """The mark of who it was: "female, colleague" is the colleague."""
    second = _BESIDE.match(told.words, match.end())
    number = _NUMBER.match(match[1])
    unsure = second and number and told.people[int(number[1])].kind in _UNKNOWN
    return second[1] if second and unsure else match[1]


def _by_verb(deed: Deed, told: Cast) -> Iterator[Part]:
    row = _rows()[deed.verb]
    by_somebody = deed.passive and deed.by
    if by_somebody and not (_is_thing(deed.doers, deed.before[-4:], row, "by_whom", told)):
        return
    if not by_somebody and (deed.passive or not _is_thing(deed.whom, deed.rest[:4], row, "things", told)):
        return
    if row.get("behind") and not _toward(deed.rest[:8], row["behind"], told):
        return
    whom = (
        number
        for one in (deed.doers if deed.passive else deed.whom)
        if (number := number_of(one)) is not None
    )
    things = _called_out(deed.verb, whom, told)
    if "*" in row["things"]:
        things = frozenset(map(stem, deed.rest[:3]))
    quote = told.quote(deed.start, deed.end)
    for one in deed.by if by_somebody else deed.doers:
        number = number_of(one)
        if number is None:
            number = speaker(one, deed.before, told)
        if number is not None:
            yield from _part(deed.verb, number, things, quote, told)
        elif one == "she" and not _another_woman(told.words[: deed.start], told):
            yield Part(deed.verb, row["field"], "self", "s", things, quote)
        elif one == "he":
            yield Part(deed.verb, row["field"], "man", "p", things, quote)


def _toward(words: Sequence[str], places: Sequence[str], told: Cast) -> bool:
    """Whether it is to one of the places that the list names, as a word or as an agency."""
    numbers = [number for word in words if (number := number_of(word)) is not None]
    return not set(places).isdisjoint(words) or any(told.people[number].letter == "w" for number in numbers)


def _another_woman(words: str, told: Cast) -> bool:
    """Whether words name anybody else whom "she" may mean."""
    men = words_of("cast")["grammar"]["men"]
    return any(told.people[int(number)].kind not in men for number in _OTHERS.findall(words))


def _called_out(name: str, numbers: Iterable[int], told: Cast) -> frozenset[str]:
    """The services that were called, if they are named: who called the one need not have called the other."""
    if name != "called":
        return frozenset()
    return frozenset({told.people[number].kind for number in numbers} & {"police", "ambulance", "fire"})


def _is_thing(
    people: Sequence[str], words: Sequence[str], row: Mapping[str, Any], name: str, told: Cast
) -> bool:
    """Whether a deed is done to what the list names: people of a kind, a pronoun, or a word beside the verb."""
    named = [told.people[number] for one in people if (number := number_of(one)) is not None]
    if row.get("names") and any(person.letter == "n" for person in named):
        return True
    kinds = {"name" if person.kind.startswith("name ") else person.kind for person in named}
    if kinds & set(row["kinds"]) or "*" in row[name] or not set(words).isdisjoint(row[name]):
        return True
    objects = row.get("objects", ("her", "him", "them") if row.get("pronouns") else ())
    return any(one in objects for one in people)


def _part(name: str, number: int, things: frozenset[str], quote: str, told: Cast) -> Iterator[Part]:
    person, row = told.people[number], _rows()[name]
    letters = row.get("letters", "pscw")
    if name == "called" and person.kind == "police" and "ambulance" not in things:
        return  # a call from police to police is their own affair
    if person.letter in letters and not person.none and person.kind not in row.get("not_by", ()):
        yield Part(name, row["field"], person.kind, person.letter, things, quote)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words_of("parts")["general"][name])


@cache
def _irregular() -> Mapping[str, str]:
    forms: Mapping[str, str] = words_of("parts")["general"]["irregular"]
    return forms


def _general(told: Cast) -> Iterator[Part]:
    """Who did anything else, with what it was done to, of private people only."""
    verbs = {
        word: _irregular().get(word) or stem(word)
        for word in _WORD.findall(told.words)
        if (word.endswith("ed") or word in _irregular()) and word not in _set("left_out")
    }
    for deed in deeds_in(told.words, verbs) if verbs else ():
        people = deed.by if deed.passive else deed.doers
        beside = deed.before[-5:] if deed.passive else deed.rest[:4]
        things = frozenset(stem(word) for word in beside if word[0] != "⟨" and word not in _set("small"))
        if deed.manner != "done" or not things:
            continue
        for one in people:
            number = number_of(one)
            person = told.people[number] if number is not None else None
            if person and person.letter in "ps" and not person.none:
                field = words_of("parts")["general"]["field"]
                quote = told.quote(deed.start, deed.end)
                yield Part(deed.verb, field, person.kind, person.letter, things, quote)


def parts_differ(
    one: Sequence[Part], other: Sequence[Part], roles: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    """Give (field, words, words) of each deed that two accounts tell of different people.

    ``roles``: the kinds of their agencies, as "the partner" of a man on probation may be she.
    """
    mine, theirs = _sorted(one), _sorted(other)
    for deed in mine.keys() & theirs.keys():
        pairs = [(a, b) for a in mine[deed] for b in theirs[deed] if _of_one_thing(a, b)]
        if pairs and not any(_may_be_one(a, b, roles) for a, b in pairs):
            yield pairs[0][0].field, pairs[0][0].quote, pairs[0][1].quote


def _sorted(parts: Sequence[Part]) -> Mapping[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        found[part.deed].append(part)
    return found


def _of_one_thing(one: Part, other: Part) -> bool:
    if one.deed in _rows() and not (one.things and other.things):
        return True
    return bool(one.things & other.things)


def _may_be_one(one: Part, other: Part, roles: frozenset[str]) -> bool:
    kinds = {one.who, other.who}
    if may_be_one(one.who, other.who) or (kinds & _UNKNOWN and {one.letter, other.letter} & {"s", "p"}):
        return True
    return kinds <= _EITHER_WAY and bool(roles & _HIS_AGENCIES)
