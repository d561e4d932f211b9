"""Where accounts differ on who was there, who came along, who was seen alone, who translated and who was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import Claim
from illuminate.engines.chronology.findings.conflicts.people.awareness import Told, telling_differs, told_in
from illuminate.engines.chronology.findings.conflicts.people.cast import (
    Cast,
    called_in,
    cast,
    may_be_one,
    names_in,
    places_in,
    with_own,
)
from illuminate.engines.chronology.findings.conflicts.people.presence import (
    THERE,
    Fact,
    doors_in,
    facts_in,
    nobody_in,
    only_in,
    witnesses_in,
)
from illuminate.engines.chronology.findings.conflicts.people.privacy import (
    Privacy,
    privacy_differs,
    privacy_in,
)
from illuminate.engines.chronology.findings.conflicts.people.translation import (
    translated_in,
    translation_differs,
)
from illuminate.engines.chronology.findings.conflicts.people.youngsters import children_differ, children_in
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.text import plain
from illuminate.engines.chronology.model import Entry

Quoted = list[tuple[int, str]]
_WITH_HER = frozenset({"in", "came", "whole", "part", "asleep"})
_IN_THE_ROOM = re.compile(
    r"hold|held|side|room|bed\b|sat|stood|curtain|cubicle|through|next to|listen|answer|spoke"
)
_SIDES = [{"p"}, {"w"}, {"s"}, {"n"}, {"p", "n"}, {"p", "s"}]
_AGAINST = {"away": THERE - {"part"}, "part": frozenset({"whole"}), "outside": frozenset({"in", "whole"})}
_BESIDES = {
    "saw": frozenset({"saw"}),
    "came": frozenset({"came", "whole"}),
    "in": _WITH_HER | {"saw"},
}
_CALLED_OUT = frozenset({"police", "ambulance", "fire", "hospital"})
_OWN = re.compile(r"\b(?:i|me|we|us|pn|hca|gp|dr|practice nurse|by (?:the )?nurse|in surgery|here)\b")
_ON_THE_WAY = frozenset({"ambulance", "hospital"})
_HERS = frozenset({"mother", "self"})


@dataclass(frozen=True, slots=True)
class Account:
    """What one entry says of the company that people were in."""

    place: int
    agency: int
    facts: tuple[Fact, ...]
    nobody: tuple[Fact, ...]
    only: tuple[tuple[list[Fact], str], ...]
    doors: tuple[Fact, ...]
    children: tuple[Fact, ...]
    translated: tuple[Fact, ...]
    privacy: Privacy | None
    told: tuple[Told, ...]


def company_differs(
    entries: Sequence[Entry],
    features: Sequence[Features],
    texts: Mapping[int, str],
    children: str,
    agencies: Agencies,
    names: Mapping[str, str],
) -> list[tuple[str, Quoted]]:
    """Give (field, [(position, quotation)]); ``texts`` are those of one group, plain and lower case.

    ``names``: those that the case ties to a kind of person, as ``often_named`` gives them.
    """
    written = [entries[features[place].index].event for place in texts]
    names = {**_agencies_named(features, texts, agencies), **names, **names_in(written)}
    places, called = places_in(written), called_in(written)
    told = [
        _account(place, features[place], cast(words, names, children, places, called), words)
        for place, words in texts.items()
    ]
    rows = [
        ("seen alone", _between(told, lambda a, b: _privately(a, b, features))),
        ("who was present", _between(told, _presence)),
        ("who opened the door", _between(told, _doors)),
        ("children present", _between(told, lambda a, b: children_differ(a.children, b.children))),
        ("interpreter used", _between(told, lambda a, b: _translated(a, b, features))),
        ("who was told", telling_differs([(one.place, one.agency, one.told) for one in told])),
    ]  # fmt: skip
    return [(field, quoted) for field, quoted in rows if quoted]


def _privately(one: Account, other: Account, features: Sequence[Features]) -> tuple[str, str] | None:
    """Alone at the surgery on Friday, and not alone in the cubicle on Monday, are two encounters."""
    if not one.privacy or not other.privacy:
        return None
    if {features[one.place].role, features[other.place].role} == _ON_THE_WAY:
        return None
    early, late = sorted((one, other), key=lambda account: features[account.place].start)
    if (
        features[late.place].start > features[early.place].end
        and late.privacy
        and _OWN.search(late.privacy.quote)
    ):
        return None
    return privacy_differs(one.privacy, other.privacy)


def _translated(one: Account, other: Account, features: Sequence[Features]) -> tuple[str, str] | None:
    """Who translated for the crew need not be who translated at the hospital."""
    if {features[one.place].role, features[other.place].role} == _ON_THE_WAY:
        return None
    return translation_differs(one.translated, other.translated)


def _agencies_named(
    features: Sequence[Features], texts: Mapping[int, str], agencies: Agencies
) -> dict[str, str]:
    """The first words of the agencies' names, each with a word for its kind, where no other agency shares them."""
    known = words_of("awareness")["roles"]
    first = Counter(" ".join(plain(name).split()[:2]) for name in agencies.names)
    found: dict[str, str] = {}
    for place in texts:
        name = plain(agencies.names[features[place].agency]).split()
        word = " ".join(name[:2])
        if len(name) > 2 and first[word] == 1 and features[place].role in known:
            found[word] = known[features[place].role]
    return found


def _account(place: int, one: Features, told: Cast, words: str) -> Account:
    facts = facts_in(with_own(told, words_of("awareness")["roles"].get(one.role, "")))
    nobody = [*nobody_in(told), *witnesses_in(told)]
    return Account(
        place, one.agency,
        facts=tuple(facts), nobody=tuple(nobody), only=tuple(only_in(told)),
        doors=tuple(doors_in(told)), children=tuple(children_in(told, facts)),
        translated=tuple(translated_in(words, told)), privacy=privacy_in(told),
        told=tuple(told_in(told, one.role)),
    )  # fmt: skip


def _between(told: Sequence[Account], differ: Callable[[Account, Account], tuple[str, str] | None]) -> Quoted:
    found: dict[int, str] = {}
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            quotes = differ(one, other) if one.agency != other.agency else None
            if quotes:
                found.setdefault(one.place, quotes[0])
                found.setdefault(other.place, quotes[1])
    return sorted(found.items())


def _presence(one: Account, other: Account) -> tuple[str, str] | None:
    companions = _companions(one, other)
    if companions:
        return companions
    for mine, theirs, turned in ((one, other, False), (other, one, True)):
        pair = _there_or_not(mine, theirs) or _nobody(mine, theirs) or _only(mine, theirs)
        if pair:
            return (pair[1], pair[0]) if turned else pair
    return None


def _there_or_not(one: Account, other: Account) -> tuple[str, str] | None:
    """Somebody who was not there as the one says it, and was as the other does; or for part, and for all of it."""
    for mine in one.facts:
        if mine.letter == "c" or mine.kind == "interpreter" or mine.state not in _AGAINST:
            continue
        against = _AGAINST[mine.state]
        for theirs in other.facts:
            if theirs.state not in against or {mine.letter, theirs.letter} not in _SIDES:
                continue
            if mine.state == "outside" and (mine.letter == "w" or not _IN_THE_ROOM.search(theirs.quote)):
                continue
            if not may_be_one(mine.kind, theirs.kind) or (mine.kind in _HERS and theirs.kind == "self"):
                continue
            if not (_says(one, theirs, against) or _says(other, mine, {mine.state})):
                return mine.quote, theirs.quote
    return None


def _says(account: Account, person: Fact, states: frozenset[str] | set[str]) -> bool:
    return any(fact.state in states and may_be_one(fact.kind, person.kind) for fact in account.facts)


def _companions(one: Account, other: Account) -> tuple[str, str] | None:
    """Each was brought or accompanied by people who can't be the same."""
    rows = [[f for f in account.facts if f.state == "came" and f.letter == "p"] for account in (one, other)]
    if not all(rows):
        return None
    theirs = [f for f in other.facts if f.state in _WITH_HER]
    mine = [f for f in one.facts if f.state in _WITH_HER]
    if any(may_be_one(a.kind, b.kind) for a in rows[0] for b in theirs):
        return None
    if any(may_be_one(a.kind, b.kind) for a in rows[1] for b in mine):
        return None
    return rows[0][0].quote, rows[1][0].quote


def _nobody(one: Account, other: Account) -> tuple[str, str] | None:
    """Alone, or with nobody to see it, as the one says; the other names somebody."""
    for mine in one.nobody:
        if mine.kind != "nobody":
            continue
        wanted = _BESIDES[mine.state]
        own = {fact.kind for fact in one.facts if fact.state in wanted}
        for theirs in (*other.facts, *other.nobody):
            if theirs.state not in wanted or theirs.kind in own or theirs.kind == "nobody":
                continue
            if _counts_beside(theirs, mine.state):
                return mine.quote, theirs.quote
    return None


def _counts_beside(person: Fact, state: str) -> bool:
    """Whether somebody is one whom "nobody else" leaves out; those who came for their work mostly are not."""
    if person.letter == "w":
        if person.kind in _CALLED_OUT and person.state == "came":
            return False
        sat_in = state == "came" or person.quote.startswith(("i sat", "we sat"))
        return sat_in or (person.state == "saw" and person.kind not in _CALLED_OUT)
    return person.letter in ("p", "") or person.kind.startswith("mr ")


def _only(one: Account, other: Account) -> tuple[str, str] | None:
    """Those alone were there, as the one says; the other names somebody else."""
    for people, quote in one.only:
        for theirs in other.facts:
            if theirs.letter != "p" or theirs.state not in _WITH_HER:
                continue
            if not any(may_be_one(mine.kind, theirs.kind) for mine in people):
                return quote, theirs.quote
    return None


def _doors(one: Account, other: Account) -> tuple[str, str] | None:
    if not one.doors or not other.doors:
        return None
    if any(may_be_one(mine.kind, theirs.kind) for mine in one.doors for theirs in other.doors):
        return None
    return one.doors[0].quote, other.doors[0].quote


@cache
def _asked() -> list[tuple[str, re.Pattern[str]]]:
    who = "|".join(sorted(map(re.escape, _agencies()), key=len, reverse=True))
    return [
        (state, re.compile(rf"\b{written.replace('WHO', who)}"))
        for state, known in words_of("company")["actions"].items()
        for written in known
    ]


@cache
def _agencies() -> dict[str, str]:
    return {word: kind for kind, known in words_of("cast")["worker"].items() for word in known}


def actions_in(words: str) -> Iterator[Claim]:
    """Give of which agencies a meeting is said to have asked something, or nothing."""
    for state, pattern in _asked():
        for match in pattern.finditer(words):
            told = next(group for group in match.groups() if group)
            yield Claim(f"action for {_agencies()[told]}", "outcome", state, match.group(0).strip())
