"""Where accounts of one event say opposite things of the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.claims import differs
from illuminate.engines.chronology.findings.conflicts.contrasts.measures import counts_in, rooms_in, spans_in
from illuminate.engines.chronology.findings.conflicts.contrasts.pieces import Piece, pieces
from illuminate.engines.chronology.findings.conflicts.contrasts.sayings import (
    Saying,
    absent_in,
    done_in,
    lines_in,
    present_in,
    undone_in,
)
from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import body_parts, of_a_hurt
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.text import stem

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_CHILDREN = frozenset({"child", "children", "kid"})
Told = tuple[str, list[tuple[int, str]]]
Rows = dict[tuple[str, str], dict[int, dict[str, str]]]


def contrasts_in(
    features: Sequence[Features], texts: Mapping[int, str], known: Sequence[Told] = ()
) -> list[Told]:
    """Give what two agencies say of one thing so that both can't be right, but for what is ``known`` of them."""
    parts = {place: pieces(words) for place, words in texts.items()}
    sayings: Rows = defaultdict(dict)
    for place, one in _said(texts, parts):
        sayings[one.key].setdefault(place, {}).setdefault(one.value, one.quote)
    found: list[Told] = []
    for key, told in sayings.items():
        clash = {
            place
            for place in told
            for other in told
            if features[place].agency != features[other].agency and _apart(told[place], told[other])
        }
        if clash:
            rows = [(place, next(iter(told[place].values()))) for place in sorted(clash)]
            if not any(_one_question(rows, told) for _, told in known):
                found.append((_field(key), rows))
    return found


def _one_question(one: Sequence[tuple[int, str]], other: Sequence[tuple[int, str]]) -> bool:
    """Whether two differences quote the same words of the same entries."""
    quotes = dict(other)
    return all(place in quotes and _main(quote) & _main(quotes[place]) for place, quote in one)


def _main(quote: str) -> set[str]:
    return {stem(word) for word in quote.split() if len(word) > 3}


def _field(key: tuple[str, str]) -> str:
    line, thing = key
    if line == "how many" and thing in _people():
        return "children present" if thing in _CHILDREN else "who was present"
    if line == "room":
        return "where it happened"
    return "injury" if body_parts().search(thing) or of_a_hurt(thing) else "outcome"


@cache
def _people() -> frozenset[str]:
    return frozenset(map(stem, words_of("contrasts")["counted"]["people"]))


def _said(texts: Mapping[int, str], parts: Mapping[int, Sequence[Piece]]) -> Iterator[tuple[int, Saying]]:
    denied: set[tuple[str, str]] = set()
    undone: set[tuple[str, str]] = set()
    for place, words in texts.items():
        for read in (lines_in, counts_in, spans_in, rooms_in):
            for one in read(words, parts[place]):
                yield place, one
        for one in absent_in(words, parts[place]):
            denied.add(one.key)
            yield place, one
        for one in undone_in(words, parts[place]):
            undone.add(one.key)
            yield place, one
    for place, words in texts.items():
        for _, named in denied:
            for one in present_in(words, parts[place], named):
                yield place, one
        for key in undone:
            for one in done_in(words, parts[place], key):
                yield place, one


def _apart(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    if all(_FIGURE.fullmatch(value) for value in (*one, *other)):
        return differs(one, other)
    return not one.keys() & other.keys()
