"""Parts of a text that tell one thing each, and whether two such parts tell the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from illuminate.engines.chronology.findings.lexicon import common, words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.text import plain, stem, tokenise

_SENTENCE = re.compile(r"[.;!?\n]+(?=\s|$)|\n")
_PAUSE = re.compile(r", | and | then | but | after | before | when | while | - | – ")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][\w'’-]+|\b[A-ZÀ-Þ]{2,}\b")
_SHORT = 3  # words in which a first sentence is only a heading


@dataclass(frozen=True, slots=True)
class Clause:
    """``start`` and ``end``: its place in the text; ``stems``: what it tells, without names and common words."""

    start: int
    end: int
    stems: frozenset[str]


def sentences(words: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of a text, each with its place."""
    at = 0
    for match in _SENTENCE.finditer(words):
        yield at, words[at : match.start()]
        at = match.end()
    yield at, words[at:]


def clause_at(words: str, start: int, place: int, others: Sequence[int], names: frozenset[str]) -> Clause:
    """Give the part of a sentence in which a time stands: all of it, if it tells no other time."""
    first, last = 0, len(words)
    if others:
        first, last = part_at(words, place)
        if not content(words[first:last], names) and last < len(words):
            last = part_at(words, last + 1)[1]
    return Clause(start + first, start + last, content(words[first:last], names))


def part_at(words: str, place: int) -> tuple[int, int]:
    """The bounds of the part of a sentence, between its pauses, in which a place lies."""
    cuts = [0, *(match.start() for match in _PAUSE.finditer(words)), len(words)]
    return max(cut for cut in cuts if cut <= place), min(
        cut for cut in cuts if cut > place or cut == len(words)
    )


def opening(words: str, names: frozenset[str]) -> frozenset[str]:
    """What an entry begins with: the first sentence, and the next if the first is only a heading."""
    rows = [text for _, text in sentences(words)]
    told = content(rows[0], names)
    return told | content(rows[1], names) if len(told) < _SHORT and len(rows) > 1 else told


@lru_cache(maxsize=64)
def content(words: str, names: frozenset[str]) -> frozenset[str]:
    """The words that tell what was done, each kind of deed by one name."""
    stems = {one for one in tokenise(words).stems if len(one) > 2 and one.isalpha()}
    return frozenset(_alike().get(one, one) for one in stems - common() - names - _dull())


@cache
def _dull() -> frozenset[str]:
    return frozenset(map(stem, words_of("scenes")["clauses"]["dull"]))


@cache
def _alike() -> dict[str, str]:
    return {stem(word): name for name, known in words_of("scenes")["alike"].items() for word in known}


@lru_cache(maxsize=64)
def names_in(one: Features) -> frozenset[str]:
    """Stems of the words that a text writes with a capital within its sentences: people and places."""
    found = (plain(word) for text in (one.event, one.outcome) for word in _NAME.findall(text))
    return one.people | frozenset(stem(word) for word in found)
