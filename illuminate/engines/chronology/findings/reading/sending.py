"""The words around what passes: that it left, that it came, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import Found, Phrases, Tokens

_LISTS = ("leave", "arrive", "intake", "opens")


@dataclass(frozen=True, slots=True)
class Cues:
    """Positions of words that tell about sending; ``kinds`` are (start, end, kind of paper).

    ``intake``: what is done with a paper that came; ``opens``: what is opened because something came.
    """

    leave: tuple[int, ...]
    arrive: tuple[int, ...]
    intake: tuple[int, ...]
    opens: tuple[int, ...]
    kinds: tuple[tuple[int, int, str], ...]


@cache
def cue_phrases() -> Phrases:
    """The words of sending and receiving, each under the name of its list."""
    phrases = Phrases()
    for name in _LISTS:
        phrases.add(name, words_of("acts")[name]["words"])
    return phrases


def cues_of(cues: Found, papers: Found) -> Cues:
    """Sort what was found by its kind."""
    rows = {name: tuple(start for start, _, label in cues if label == name) for name in _LISTS}
    return Cues(**rows, kinds=tuple(papers))


def same_clause(tokens: Tokens, left: int, right: int) -> bool:
    """Whether two words stand in one clause."""
    return tokens.clause[left] == tokens.clause[right]
