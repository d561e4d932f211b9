"""Who translated, if anybody did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.presence import Fact, by_cue, uncertain
from illuminate.engines.chronology.findings.lexicon import words_of

_STATES = ("not needed", "none", "professional")
_CLASH = {
    frozenset(pair)
    for pair in (
        ("not needed", "professional"),
        ("not needed", "somebody"),
        ("none", "professional"),
        ("professional", "somebody"),
    )
}


@cache
def _frames() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str], re.Pattern[str]]:
    rows = words_of("company")["interpreter"]
    known = {state: re.compile("|".join(rows[state])) for state in _STATES}
    return known, re.compile(rows["after"]), re.compile(rows["before"])


def translated_in(words: str, told: Cast) -> Iterator[Fact]:
    """Give how a text (``told``: the same with its people marked) says that things were put into her language."""
    if not any(letters in words for letters in words_of("company")["interpreter"]["needs"]):
        return
    frames, after, before = _frames()
    for state, pattern in frames.items():
        for match in pattern.finditer(words):
            if not uncertain(words[max(0, match.start() - 30) : match.end()]):
                yield Fact(state, "", state, match.group(0).strip())
        words = pattern.sub(lambda match: " " * len(match[0]), words)
    for fact in by_cue(told, after, before, "somebody"):
        if fact.letter in "pc":
            yield fact


def translation_differs(one: Sequence[Fact], other: Sequence[Fact]) -> tuple[str, str] | None:
    """Give the words of both if they can't both be right."""
    for mine in one:
        for theirs in other:
            both = frozenset((mine.state, theirs.state))
            persons = mine.state == theirs.state == "somebody" and not may_be_one(mine.kind, theirs.kind)
            if both not in _CLASH and not persons:
                continue
            if {fact.state for fact in one} & {fact.state for fact in other} and not persons:
                continue
            return mine.quote, theirs.quote
    return None
