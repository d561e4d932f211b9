"""How two accounts of who was there, and who came with whom, exclude each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from illuminate.engines.chronology.findings.conflicts.people.awareness import Told, told_in
from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one, with_him, with_own
from illuminate.engines.chronology.findings.conflicts.people.parts import Part, parts_in
from illuminate.engines.chronology.findings.conflicts.people.presence import (
    THERE,
    Fact,
    doors_in,
    facts_in,
    he_in,
    nobody_in,
    none_of,
    only_in,
    witnesses_in,
)
from illuminate.engines.chronology.findings.conflicts.people.privacy import Privacy, privacy_in
from illuminate.engines.chronology.findings.conflicts.people.rooms import Whereabouts, rooms_differ, rooms_in
from illuminate.engines.chronology.findings.conflicts.people.tasks import Task, tasks_in
from illuminate.engines.chronology.findings.conflicts.people.translation import translated_in
from illuminate.engines.chronology.findings.conflicts.people.youngsters import children_in
from illuminate.engines.chronology.findings.lexicon import words_of

_WITH_HER = frozenset({"in", "came", "whole", "part", "asleep"})
_SIDES = [{"p"}, {"c"}, {"w"}, {"s"}, {"n"}, {"p", "n"}, {"p", "s"}]
_AGAINST = {
    "away": THERE - {"part"},
    "part": frozenset({"whole"}),
    "outside": frozenset({"in", "whole"}),
    "left": frozenset({"in"}),
}
_BESIDES = {
    "saw": frozenset({"saw"}),
    "came": frozenset({"came", "whole"}),
    "in": _WITH_HER | {"saw"},
}
_CALLED_OUT = frozenset({"police", "ambulance", "fire", "hospital"})
_CAME = frozenset({"came", "whole"})
_HERS = {"mother", "self"}


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(words_of("company")["together"][name])


@dataclass(frozen=True)
class Account:
    """What one entry says of the company that people were in; read when asked for, as often only one side tells it."""

    place: int
    agency: int
    role: str
    words: str
    cast: Cast

    @cached_property
    def _own(self) -> Cast:
        """The text with the writer's own deeds marked as those of somebody at work."""
        return with_own(self.cast, words_of("awareness")["roles"].get(self.role, "support worker"))

    @cached_property
    def _seen(self) -> list[Fact]:
        return facts_in(self._own)

    @cached_property
    def facts(self) -> list[Fact]:
        away = [fact for fact in facts_in(with_him(self._own)) if fact.kind == "man" and fact.state == "away"]
        return [*self._seen, *he_in(self.cast), *away]

    @cached_property
    def nobody(self) -> list[Fact]:
        return [*nobody_in(self.cast), *none_of(self._seen), *witnesses_in(self.cast)]

    @cached_property
    def only(self) -> list[tuple[list[Fact], str]]:
        return list(only_in(self.cast))

    @cached_property
    def doors(self) -> list[Fact]:
        return list(doors_in(self.cast))

    @cached_property
    def children(self) -> list[Fact]:
        return list(children_in(self.cast, self.facts))

    @cached_property
    def translated(self) -> list[Fact]:
        return list(translated_in(self.words, self.cast))

    @cached_property
    def privacy(self) -> Privacy | None:
        return privacy_in(self.cast)

    @cached_property
    def told(self) -> list[Told]:
        return told_in(self.cast, self._own, self.role)

    @cached_property
    def rooms(self) -> list[Whereabouts]:
        return rooms_in(self.cast)

    @cached_property
    def parts(self) -> list[Part]:
        return parts_in(self._own, words_of("awareness")["roles"].get(self.role, ""))

    @cached_property
    def tasks(self) -> list[Task]:
        return tasks_in(self._own)


def presence_differs(one: Account, other: Account) -> tuple[str, str] | None:
    if one.rooms and (apart := rooms_differ(one.rooms, other.rooms)):
        return apart
    if not (one.facts or one.nobody or one.only):
        return None
    companions = _companions(one, other)
    if companions:
        return companions
    for mine, theirs, turned in ((one, other, False), (other, one, True)):
        pair = _there_or_not(mine, theirs) or _nobody(mine, theirs) or _only(mine, theirs)
        if pair:
            return (pair[1], pair[0]) if turned else pair
    return None


def of_a_place(quote: str) -> bool:
    """Whether words tell of a home, a hearing or of coming along: who was present is the question there."""
    return _words("place").search(quote) is not None


def sat_in(one: Account, other: Account) -> tuple[str, str] | None:
    """Give the words of both if the one says that somebody was seen alone, and the other who sat there."""
    for mine, theirs, turned in ((one, other, False), (other, one, True)):
        if not mine.privacy and (pair := _came_alone(mine, theirs)):
            return (pair[1], pair[0]) if turned else pair
        if not mine.privacy or mine.privacy.value != "alone":
            continue
        if theirs.privacy and theirs.privacy.value in ("alone", "part"):
            continue
        child = mine.privacy.who == "c"
        beside = next((fact for fact in theirs.facts if _in_the_room(fact, child)), None)
        if beside and not any(_in_the_room(fact, child) for fact in mine.facts):
            pair = (mine.privacy.quote, beside.quote)
            return (pair[1], pair[0]) if turned else pair
    return None


def _came_alone(one: Account, other: Account) -> tuple[str, str] | None:
    """Came on her own, as the one says; the other writes of having sat in."""
    if not other.privacy or not _words("both").search(other.privacy.quote):
        return None
    alone = next((fact for fact in one.nobody if fact.state == "came" and fact.kind == "nobody"), None)
    return (alone.quote, other.privacy.quote) if alone else None


def _in_the_room(person: Fact, with_child: bool) -> bool:
    """Whether somebody was in the room; a mother counts where it is a child who was seen."""
    if with_child and person.kind == "mother" and person.state in _WITH_HER:
        return _words("sat").search(person.quote) is not None
    if person.state not in _WITH_HER or not person.letter:
        return False
    if person.letter == "w" and person.kind in _CALLED_OUT:
        return _words("both").search(person.quote) is not None
    return person.letter in "pnw" and _words("sat").search(person.quote) is not None


def _there_or_not(one: Account, other: Account) -> tuple[str, str] | None:
    """Somebody who was not there as the one says it, and was as the other does; or for part, and for all of it."""
    for mine in one.facts:
        if (
            (mine.letter == "c" and mine.state != "outside")
            or mine.kind == "interpreter"
            or mine.state not in _AGAINST
        ):
            continue
        against = _AGAINST[mine.state]
        for theirs in other.facts:
            if theirs.state not in against or {mine.letter, theirs.letter} not in _SIDES:
                continue
            if not _other_place(mine, theirs):
                continue
            if not _one_person(mine, theirs) or {mine.kind, theirs.kind} == _HERS:
                continue
            if not (_says(one, theirs, against) or _says(other, mine, {mine.state})):
                return mine.quote, theirs.quote
    return None


def _one_person(mine: Fact, theirs: Fact) -> bool:
    """Whether two mentions may be of one person; "Mrs Bell" may be whom the other calls the wife."""
    named = sorted((mine, theirs), key=lambda fact: not fact.kind.startswith("mrs "))
    wed = named[0].kind.startswith("mrs ") and _words("wed").search(named[1].quote) is not None
    return wed or may_be_one(mine.kind, theirs.kind)


def _other_place(mine: Fact, theirs: Fact) -> bool:
    """Who waited outside was not in the room; who had gone before they came did not open the door to them."""
    if mine.state == "outside":
        return (mine.letter != "w" or theirs.state == "whole") and _words("room").search(
            theirs.quote
        ) is not None
    if mine.state == "left":
        return bool(_words("gone").search(mine.quote) and _words("arrival").search(theirs.quote))
    return True


def _says(account: Account, person: Fact, states: frozenset[str] | set[str]) -> bool:
    return any(fact.state in states and may_be_one(fact.kind, person.kind) for fact in account.facts)


def _companions(one: Account, other: Account) -> tuple[str, str] | None:
    """Each was brought or accompanied by people who can't be the same."""
    rows = [[f for f in account.facts if f.state in _CAME and f.letter == "p"] for account in (one, other)]
    if not all(rows) or not any(f.state == "came" for row in rows for f in row):
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
            beside = theirs.state == "in" and _words("beside").search(theirs.quote)
            if not (theirs.state in wanted or beside) or theirs.kind in own or theirs.kind == "nobody":
                continue
            if _counts_beside(theirs, mine.state):
                return mine.quote, theirs.quote
    return None


def _counts_beside(person: Fact, state: str) -> bool:
    """Whether somebody is one whom "nobody else" leaves out; those who came for their work mostly are not."""
    beside = _words("beside").search(person.quote) is not None
    if person.letter == "w":
        if person.kind in _CALLED_OUT:
            return False
        return state == "came" or beside or person.state == "saw"
    if person.letter == "c":
        return beside and person.kind in ("son", "daughter")
    if person.kind == "woman" and person.quote.startswith(("female", "woman", "lady")):
        return False  # she may be the one whom it is about
    return person.letter in ("p", "") or person.kind.startswith("mr ") or (person.letter == "n" and beside)


def _only(one: Account, other: Account) -> tuple[str, str] | None:
    """Those alone were there, as the one says; the other names somebody else."""
    for people, quote in one.only:
        for theirs in other.facts:
            if theirs.letter not in "pn" or theirs.state not in _WITH_HER or not _counts_beside(theirs, "in"):
                continue
            if not any(may_be_one(mine.kind, theirs.kind) for mine in people):
                return quote, theirs.quote
    return None
