"""A text cut into pieces so small that what stands in one is said of the same thing; and the things it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import stem

_TOKEN = re.compile(r"[a-z0-9£][a-z0-9'&-]*|[.;:!?,\n()]")
_ENDS = frozenset(".;:!?,\n()–—")
_BREAKS = frozenset(
    {"and", "but", "then", "however", "although", "though", "while", "whilst", "because", "so", "when", "until",
     "after", "before", "who", "which", "as", "or"}
)  # fmt: skip
_BEFORE, _BEHIND = 6, 5  # words on either side of a statement in which its thing is named


@dataclass(frozen=True, slots=True)
class Piece:
    """Parallel lists: the words, their stems, and where each stands in the text."""

    words: Sequence[str]
    stems: Sequence[str]
    spans: Sequence[tuple[int, int]]

    def things(self, start: int, end: int, most: int = 1) -> list[str]:
        """The nearest things named before two places, and the nearest behind them, so many on each side."""
        before = (self.thing(at) for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1))
        behind = (self.thing(at) for at in range(end, min(len(self.words), end + _BEHIND)))
        found = [one for side in (before, behind) for one in list(filter(None, side))[:most]]
        return list(dict.fromkeys(found))

    def thing(self, at: int) -> str:
        """The thing that a word names, under its first name, '' if it names none of its own."""
        word = self.words[at]
        if word in _things():
            return _things()[word]
        if len(word) < 3 or word[0].isdigit() or word[0] == "£" or self.stems[at] in bland():
            return ""
        return same("things").get(self.stems[at], self.stems[at])


def pieces(words: str) -> list[Piece]:
    """Cut a plain text."""
    return list(_pieces(words))


def _pieces(words: str) -> Iterator[Piece]:
    row: list[tuple[str, tuple[int, int]]] = []
    for match in _TOKEN.finditer(words):
        word = match.group(0)
        if word in _ENDS or word in _BREAKS:
            if row:
                yield _piece(row)
            row = []
        else:
            row.append((word, match.span()))
    if row:
        yield _piece(row)


def _piece(row: Sequence[tuple[str, tuple[int, int]]]) -> Piece:
    words = [word for word, _ in row]
    return Piece(words, [stem(word.replace("-", "")) for word in words], [span for _, span in row])


@cache
def bland() -> frozenset[str]:
    """The stems that name no thing of their own."""
    return frozenset(map(stem, words_of("contrasts")["small"]["bland"]))


@cache
def _things() -> Mapping[str, str]:
    """The words of the families of things, as they are written: "car" is a thing though "care" is none."""
    rows: list[list[str]] = words_of("contrasts")["same"]["things"]
    return {word: stem(row[0]) for row in rows for word in row}


@cache
def same(name: str) -> Mapping[str, str]:
    """For each stem of a family ("things", "deeds") the first of it."""
    rows: list[list[str]] = words_of("contrasts")["same"][name]
    return {stem(word): stem(row[0]) for row in rows for word in row}
