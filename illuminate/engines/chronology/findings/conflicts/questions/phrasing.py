"""A short way of writing the many forms of one statement, as a pattern over plain text.

Words stand one after another. ``take|took|taken`` is any of them, ``arrest*`` any ending, ``?then`` may be missing,
``_`` is a space inside an alternative, ``~`` stands for up to three words, ``~~`` for up to seven with commas, and
``$name`` for a family of words told in asked.toml. A gap never leaves the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import plain

HEAD = 4  # letters of a word by which a text is looked through quickly
_WORD = r"[\w'&£/+-]+"
_GAPS = {"~": rf"(?:{_WORD} ){{0,3}}?", "~~": rf"(?:{_WORD}[,:]? ){{0,7}}?"}
_NEXT = r"(?:[,:]? |-|/)"
_TEXT_WORD = re.compile(r"[a-z0-9£]+")


@cache
def _families() -> Mapping[str, str]:
    families: Mapping[str, str] = words_of("asked")["families"]
    return families


def _choices(item: str) -> Iterator[str]:
    for one in item.split("|"):
        if one.startswith("$"):
            yield from _choices(_families()[one[1:]])
        else:
            yield one


def _one(choice: str) -> str:
    return re.escape(choice.rstrip("*").replace("_", " ")) + ("[a-z']*" if choice.endswith("*") else "")


def _item(item: str) -> str:
    return "(?:" + "|".join(map(_one, sorted(set(_choices(item)), key=len, reverse=True))) + r")(?!\w)"


def pattern_of(written: str) -> str:
    """Give the regular expression of one phrase."""
    items = plain(written).split()
    parts = []
    for place, item in enumerate(items):
        if item in _GAPS:
            parts.append(_GAPS[item])
        elif item.startswith("?"):
            parts.append(f"(?:{_item(item[1:])}{_NEXT})?")
        else:
            parts.append(_item(item) + ("" if place == len(items) - 1 else _NEXT))
    return r"(?<![\w£])" + "".join(parts)


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of several phrases."""
    return re.compile("|".join(map(pattern_of, phrases)))


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """As written; ``heads``: for each of its words the beginnings, one of which must stand in a text it can find."""

    written: str
    heads: tuple[frozenset[str], ...]

    def may_be_in(self, known: frozenset[str]) -> bool:
        """Whether a text with these beginnings of words can hold it."""
        return not any(map(known.isdisjoint, self.heads))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where a text has it."""
        return [found.span() for found in _compiled(self.written).finditer(text)]


def phrase(written: str) -> Phrase:
    """Read one phrase."""
    return Phrase(written, heads_of(written))


@cache
def _compiled(written: str) -> re.Pattern[str]:
    """Most phrases are never looked for in a case: they are made into patterns when they are."""
    return re.compile(pattern_of(written))


def heads_of(written: str) -> tuple[frozenset[str], ...]:
    """Beginnings for each word that can't be missing; the one that fewest texts hold leads."""
    found: list[frozenset[str]] = []
    for item in plain(written).split():
        if item not in _GAPS and not item.startswith("?"):
            found += [frozenset(heads)] if (heads := _heads(item)) else []
    return tuple(sorted(found, key=lambda heads: (len(heads & _common()), -min(map(len, heads)), len(heads))))


@cache
def _common() -> frozenset[str]:
    return frozenset(word[:HEAD] for word in words_of("common")["words"])


def _heads(item: str) -> set[str]:
    heads: set[str] = set()
    for one in _choices(item):
        first = _TEXT_WORD.findall(one.replace("_", " ").rstrip("*"))[:1]
        if not first or (len(first[0]) < HEAD and one.endswith("*") and "_" not in one):
            return set()
        heads.add(first[0][:HEAD])
    return heads


@lru_cache(maxsize=8)
def heads_in(words: str) -> frozenset[str]:
    """The beginnings of the words of a text."""
    return frozenset(word[:HEAD] for word in _TEXT_WORD.findall(words))
