"""Whether children were there, slept, saw it or were elsewhere, as two accounts tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.presence import THERE, Fact, by_cue, uncertain
from illuminate.engines.chronology.findings.lexicon import words_of

_ALL_SAID = re.compile(r"$|[.;,)]| (?:involved|linked|in (?:the )?household|resident|or )")
_NEXT_ROOM = re.compile(
    r"\b(?:next|other|another|adjoining|same|living|bed) ?room|upstairs|downstairs|kitchen|lounge"
)
_AWAY, _ASLEEP, _SAW = frozenset({"away"}), frozenset({"asleep"}), frozenset({"saw"})
_SIDES = ((_AWAY, THERE), (THERE, _AWAY), (_ASLEEP, _SAW), (_SAW, _ASLEEP))


@cache
def _cues(state: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = words_of("company")["children"][state]
    return re.compile("|".join(rows["after"])), re.compile("|".join(rows["before"]))


def children_in(told: Cast, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give what a text says of where children were; ``facts`` are what was found of everybody."""
    yield from (_indoors(fact) for fact in facts if fact.letter == "c" and fact.state != "acts")
    if "⟨c" not in told.words.lower():
        return
    for state in ("away", "in"):
        yield from (
            fact
            for fact in by_cue(told, *_cues(state), state)
            if fact.letter == "c" and not uncertain(fact.quote)
        )
    for mark in re.finditer(r"⟨[cC](\d+)⟩", told.words):
        person = told.people[int(mark[1])]
        after = told.words[mark.end() : mark.end() + 40]
        sure = not uncertain(told.words[max(0, mark.start() - 40) : mark.start()])
        if person.none and sure and _ALL_SAID.match(after):
            yield Fact(person.kind, "c", "away", person.words)


def _indoors(fact: Fact) -> Fact:
    """A child in the next room was at home."""
    return replace(fact, state="in") if fact.state == "outside" and _NEXT_ROOM.search(fact.quote) else fact


def children_differ(one: Sequence[Fact], other: Sequence[Fact]) -> tuple[str, str] | None:
    """Give the words of both if a child was there and was not, or saw it and slept."""
    for mine in one:
        for theirs in other:
            if not may_be_one(mine.kind, theirs.kind):
                continue
            for first, second in _SIDES:
                clash = mine.state in first and theirs.state in second
                if clash and not (_says(one, theirs, second) or _says(other, mine, first)):
                    return mine.quote, theirs.quote
    return None


def _says(row: Sequence[Fact], child: Fact, states: frozenset[str] | set[str]) -> bool:
    known = {fact.kind for fact in row if fact.state in states and may_be_one(fact.kind, child.kind)}
    one_by_name = len(known) == 1 and next(iter(known)).startswith("name ")
    return bool(known) and not (one_by_name and child.kind in words_of("cast")["grammar"]["several"])
