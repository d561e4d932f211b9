"""Finds the register's forms in a text, so that case, accents, separators and damage don't matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from heapq import merge
from itertools import compress
from weakref import WeakKeyDictionary

from .atoms import Atoms, atoms_in
from .choosing import Candidate, Match, chosen, longest
from .fold import fold
from .forms import Form, forms_of
from .judging import Spot, judged
from .lattice import Finder, Lattice, Word
from .numbers import Numbers
from .register import Entry, Register
from .variants import Variant, tokens_of
from .weigh import needs_capital
from .wide import Wide
from .words import SPEECH

__all__ = ["Match", "Matcher", "longest"]

# Between the words of one name: "Holloway, M.", "Pryce-Okafor", "willow_lane", a line end, "14%20Quarry".
_GAP = re.compile(r"\s*(?:[-.,/_'+&@():\"]|%20)?\s*")
_GAP_MOST = 12
_PLAIN_GAPS = frozenset(["", " ", "-", "\n", "_", ", ", ". ", ".", "/"])
_PRIORITY = {
    "name": 0,
    "alias": 1,
    "initials": 1,
    "date": 1,
    "identifier": 1,
    "first_last": 2,
    "surname_first": 2,
}


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[Variant | None] = field(default_factory=list)
    is_common: bool = False  # ends with a form that is an ordinary word besides


class _Index:
    """What is worked out once for a register."""

    def __init__(self, register: Register) -> None:
        variants = register.variants()
        self.root = _Node()
        for variant in sorted(variants, key=lambda v: (not v.listed, _PRIORITY.get(v.rule, 3))):
            self._add(variant.tokens, variant)
        for entry in register.entries:
            if entry.pseudonym and entry.kind in ("person", "organisation", "place"):
                self._add(tokens_of(entry.pseudonym), None)
        listed = {word for v in variants if v.listed for word in v.tokens}
        pseudonyms = frozenset(word for entry in register.entries for word in tokens_of(entry.pseudonym))
        self.known = frozenset(listed | pseudonyms)
        self.finder = Finder(variants, pseudonyms)
        self.numbers = Numbers(_identifiers(register))
        self.wide = Wide(variants)

    def _add(self, tokens: tuple[str, ...], variant: Variant | None) -> None:
        node = self.root
        for token in tokens:
            node = node.next.setdefault(token, _Node())
        if tokens and (variant is not None or not node.ends):
            node.ends.append(variant)
            node.is_common = all(form is not None and needs_capital(form) for form in node.ends)


def _identifiers(register: Register) -> list[tuple[Form, Entry]]:
    entries = [entry for entry in register.entries if entry.kind == "identifier"]
    return [(form, entry) for entry in entries for form in forms_of(entry)]


_indexes: WeakKeyDictionary[Register, _Index] = WeakKeyDictionary()


class Matcher:
    """Made from a register, then asked about any number of texts; what it needs is worked out once a register."""

    def __init__(self, register: Register) -> None:
        index = _indexes.get(register)
        if index is None:
            index = _indexes[register] = _Index(register)
        self._index = index

    def find(self, text: str, *, is_name_like: bool = False) -> list[Match]:
        """All matches in a text, none overlapping, longest first where they compete, in reading order.

        `is_name_like`: links, bookmarks and file names, in which capitals mean nothing.
        """
        atoms = atoms_in(fold(text))
        if not atoms.words:
            return []
        others = sorted(self._without_words(atoms), key=_place)
        found = merge(self._by_words(atoms, is_name_like), others, key=_place) if others else None
        return chosen(found or self._by_words(atoms, is_name_like), atoms.folded)

    def _without_words(self, atoms: Atoms) -> Iterator[Candidate]:
        for start, end, entry, is_exact in self._index.numbers.find(atoms):
            rule, sure = ("identifier", 1.0) if is_exact else ("ocr", 0.85)
            yield Candidate(start, end, partial(list, [Match(start, end, entry, rule, sure)]))
        for start, end, variant in self._index.wide.find(atoms.folded):
            match = Match(start, end, variant.entry, variant.rule, variant.confidence, variant=variant)
            yield Candidate(start, end, partial(list, [match]))

    def _by_words(self, atoms: Atoms, is_name_like: bool) -> Iterator[Candidate]:
        lattice = self._index.finder.lattice(atoms, is_name_like=is_name_like)
        for first in sorted({*self._firsts(lattice, is_name_like)}):
            start = int(atoms.starts[first])
            for path, ends in self._walk(lattice, first):
                spot = Spot(atoms, first, path, is_name_like)
                end = int(atoms.ends[path[-1].last])
                yield Candidate(start, end, partial(judged, spot, start, end, ends, self._index.known))

    def _firsts(self, lattice: Lattice, is_name_like: bool) -> Iterator[int]:
        """Where a form can begin: most words that begin one are common, and then the next word must go on with it."""
        begins, words, near = self._index.root.next, lattice.atoms.words, lattice.near
        yield from lattice.others
        for index in compress(range(len(words)), map(begins.keys().__contains__, words)):
            node = begins[words[index]]
            if _goes_on(lattice, node, index + 1) or (
                node.ends and (is_name_like or not node.is_common or _may_be_name(lattice.atoms, index))
            ):
                yield index
        for index in compress(range(len(words)), map(near.keys().__contains__, words)) if near else ():
            slips = [(slip, begins[slip.word]) for slip in near[words[index]] if slip.word in begins]
            if any(
                (one.ends and not slip.is_english) or _goes_on(lattice, one, index + 1) for slip, one in slips
            ):
                yield index

    def _walk(self, lattice: Lattice, first: int) -> Iterator[tuple[list[Word], list[Variant | None]]]:
        """Every form that starts at an atom, with the words that make it."""
        atoms = lattice.atoms
        stack: list[tuple[int, _Node, list[Word]]] = [(first, self._index.root, [])]
        while stack:
            index, node, before = stack.pop()
            for word, child in _steps(lattice, node, index):
                path = [*before, word]
                if child.ends and not (index == first and word.slip is not None and word.slip.is_english):
                    yield path, child.ends
                after = word.last + 1
                if child.next and _goes_on(lattice, child, after) and _joined(atoms.gap(word.last)):
                    stack.append((after, child, path))


def _steps(lattice: Lattice, node: _Node, index: int) -> Iterator[tuple[Word, _Node]]:
    """How a form may go on with what stands at an atom."""
    word = lattice.atoms.words[index]
    child = node.next.get(word)
    if child is not None:
        yield Word(index, word), child
    for slip in lattice.near.get(word, ()):
        child = node.next.get(slip.word)
        if child is not None:
            yield Word(index, slip.word, slip), child
    for other in lattice.others.get(index, ()):
        child = node.next.get(other.text)
        if child is not None:
            yield other, child


def _place(one: Candidate) -> int:
    return one.start


def _may_be_name(atoms: Atoms, index: int) -> bool:
    """Whether an ordinary word has a capital or does what people do."""
    if not atoms.folded.text[atoms.starts[index]].islower():
        return True
    return index + 1 < len(atoms.words) and atoms.words[index + 1] in SPEECH


def _goes_on(lattice: Lattice, node: _Node, index: int) -> bool:
    """Whether the word at an atom can be the next of a form."""
    words = lattice.atoms.words
    return index < len(words) and (
        words[index] in node.next or words[index] in lattice.near or index in lattice.others
    )


def _joined(gap: str) -> bool:
    return gap in _PLAIN_GAPS or (len(gap) <= _GAP_MOST and _GAP.fullmatch(gap) is not None)
