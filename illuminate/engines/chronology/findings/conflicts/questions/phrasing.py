"""A short way of writing the many forms of one statement, found in plain text without a pattern for each.

Words stand one after another. ``take|took|taken`` is any of them, ``arrest*`` any ending, ``?then`` may be missing,
``_`` is a space inside an alternative, ``~`` stands for up to three words, ``~~`` for up to seven with commas, and
``$name`` for a family of words told in asked.toml. A gap never leaves the sentence.

There are some two thousand phrases, of which a text holds a few: an ``Index`` asks only those whose words it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.text import plain

Label = TypeVar("Label")

HEAD = 3  # letters of a word by which one of any ending is looked up
_WORD = r"[\w'&£/+-]+"
_GAPS = {"~": (3, re.compile(f"{_WORD} ")), "~~": (7, re.compile(f"{_WORD}[,:]? "))}
_RUN = re.compile(r"[\w£]+|(?<![\w£])[#&?]")
_ENDING = re.compile(r"[a-z']*(?!\w)")


class Words:
    """A text (plain, lower case) and where its words stand."""

    __slots__ = ("at", "places", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.at: dict[int, str] = {found.start(): found[0] for found in _RUN.finditer(text)}
        self.places: dict[str, list[int]] = {}
        for place, word in self.at.items():
            self.places.setdefault(word, []).append(place)
            if len(word) >= HEAD:
                self.places.setdefault(f"{word[:HEAD]}*", []).append(place)


@lru_cache(maxsize=8)
def read(text: str) -> Words:
    """Read a text, which several sets of phrases are then looked for in."""
    return Words(text)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One place in a phrase: what may stand there, under its first word, the longest first; or a gap.

    ``keys`` are what ``Words.places`` has where it may stand; ``stems`` are the words of any ending.
    """

    known: Mapping[str, Sequence[str]]
    stems: Sequence[str]
    keys: frozenset[str]
    optional: bool = False
    gap: str = ""

    def ends(self, words: Words, start: int) -> list[int]:
        """Where what stands at a place may end."""
        word = words.at.get(start, "")
        found = [
            (len(one), start + len(one))
            for one in self.known.get(word, ())
            if one == word or _stands(one, words.text, start)
        ]
        for stem in self.stems:
            if words.text.startswith(stem, start) and word:
                ending = _ENDING.match(words.text, start + len(stem))
                found += [(len(stem) + 1, ending.end())] if ending else []
        if len(found) > 1:
            found.sort(key=lambda one: -one[0])
        return [end for _, end in found]


def _stands(written: str, text: str, start: int) -> bool:
    behind = text[start + len(written) : start + len(written) + 1]
    return text.startswith(written, start) and not (behind.isalnum() or behind == "_")


@cache
def _item(written: str) -> Item:
    if written in _GAPS:
        return Item({}, (), frozenset(), gap=written)
    known: dict[str, list[str]] = {}
    stems: list[str] = []
    keys: set[str] = set()
    for one in sorted(set(_choices(written.removeprefix("?"))), key=lambda one: (-len(one), one)):
        spaced = one.rstrip("*").replace("_", " ")
        first = _RUN.match(spaced)
        if first is None or (first[0] == spaced and one.endswith("*") and len(spaced) < HEAD):
            raise ValueError(f'"{one}" of "{written}" has no word to look for: write more letters of it.')
        if one.endswith("*"):
            stems.append(spaced)
        else:
            known.setdefault(first[0], []).append(spaced)
        keys.add(f"{spaced[:HEAD]}*" if first[0] == spaced and one.endswith("*") else first[0])
    return Item(known, stems, frozenset(keys), optional=written.startswith("?"))


def _choices(item: str) -> Iterator[str]:
    families: Mapping[str, str] = words_of("asked")["families"]
    for one in item.split("|"):
        if one.startswith("$"):
            yield from _choices(families[one[1:]])
        else:
            yield one


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """``items`` as written; ``needs``: those that can't be missing, the one that fewest texts hold leads."""

    items: tuple[Item, ...]
    needs: tuple[Item, ...]
    opens: frozenset[str]

    def spans(self, words: Words) -> list[tuple[int, int]]:
        """Where a text has it; one place is counted once."""
        found: list[tuple[int, int]] = []
        free = 0
        for start in _starts(self.opens, words):
            if start >= free and (end := _end(self.items, 0, words, start)) >= 0:
                found.append((start, end))
                free = end
        return found


def _starts(opens: frozenset[str], words: Words) -> list[int]:
    keys = opens & words.places.keys()
    if len(keys) == 1:
        return words.places[next(iter(keys))]
    return sorted({place for key in keys for place in words.places[key]})


def _end(items: Sequence[Item], number: int, words: Words, place: int) -> int:
    """Where the items from one on end that stand at a place; -1 if they don't."""
    if number == len(items):
        return place
    item = items[number]
    if item.gap:
        return _behind_gap(items, number, words, place)
    for end in item.ends(words, place):
        if number + 1 == len(items) and not item.optional:
            return end
        following = _next(words.text, end)
        if following >= 0 and (last := _end(items, number + 1, words, following)) >= 0:
            return last
    return _end(items, number + 1, words, place) if item.optional else -1


def _behind_gap(items: Sequence[Item], number: int, words: Words, place: int) -> int:
    most, step = _GAPS[items[number].gap]
    for _ in range(most):
        last = _end(items, number + 1, words, place)
        passed = step.match(words.text, place) if last < 0 else None
        if passed is None:
            return last
        place = passed.end()
    return _end(items, number + 1, words, place)


def _next(text: str, end: int) -> int:
    """Where the next word may stand: behind a space, a comma, a colon, a dash or a stroke; -1 if nowhere."""
    sign = text[end : end + 1]
    if sign in (" ", "-", "/"):
        return end + 1
    return end + 2 if sign in (",", ":") and text.startswith(" ", end + 1) else -1


@cache
def phrase(written: str) -> Phrase:
    """Read one phrase; ValueError if it has no word to look for."""
    items = tuple(map(_item, plain(written).split()))
    needs = [one for one in items if not one.optional and not one.gap]
    if not needs or items[0].gap:
        raise ValueError(f'"{written}" must begin with a word, and have one that cannot be missing.')
    opens = [one.keys for one in items[: items.index(needs[0]) + 1]]
    return Phrase(items, tuple(sorted(needs, key=_how_common)), frozenset().union(*opens))


@cache
def _common() -> frozenset[str]:
    return frozenset(words_of("common")["words"])


def _how_common(item: Item) -> tuple[int, int, int]:
    return len(item.keys & _common()), -min(map(len, item.keys)), len(item.keys)


class Index(Generic[Label]):
    """Phrases with labels, of which a text is asked only for those that it has the words of."""

    def __init__(self, phrases: Iterable[tuple[Label, Phrase]]) -> None:
        self._led: dict[str, list[tuple[Label, Phrase]]] = {}
        self._items: dict[str, set[Item]] = {}
        self._labels: dict[Label, None] = {}
        for label, one in phrases:
            self._labels[label] = None
            for key in one.needs[0].keys:
                self._led.setdefault(key, []).append((label, one))
            for item in one.needs:
                for key in item.keys:
                    self._items.setdefault(key, set()).add(item)

    def asked(self, words: Words) -> dict[Label, set[Phrase]]:
        """Give the phrases that a text may have, by their labels."""
        keys = words.places.keys() & self._items.keys()
        has: set[Item] = set().union(*(self._items[key] for key in keys))
        found: dict[Label, set[Phrase]] = {}
        for key in keys & self._led.keys():
            for label, one in self._led[key]:
                if has.issuperset(one.needs):
                    found.setdefault(label, set()).add(one)
        return found

    def spans(self, words: Words) -> dict[Label, list[tuple[int, int]]]:
        """Give where a text has any phrase of each label that it has, in the order in which they were given."""
        asked = self.asked(words)
        found = {
            label: sorted(span for one in asked[label] for span in one.spans(words))
            for label in self._labels
            if label in asked
        }
        return {label: spans for label, spans in found.items() if spans}
