"""Which of a register's words stand where in a text: as they are, damaged, or broken into pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import ahocorasick
import numpy as np

from .atoms import Atoms
from .dictionary import is_ordinary
from .slips import Slip, Speller
from .variants import Variant

_SHORTEST_BROKEN = 4
_SHORTEST_APART = 6  # letters of a word that a plain blank may have broken
_SHORTEST_INSIDE = 6  # letters of a word inside another, where words aren't kept apart
_LONGEST_CHAIN = 12  # words and numbers that touch
_HYPHEN = re.compile(r"-\s{0,12}|-?[\n\r]\s{0,11}")
_BLANK = re.compile(r"[ \u00a0\n\t]{1,2}")
_SIGN = re.compile(r"(?<=[a-z0-9])[|!$<\u20ac\u00a3\u00a2]+(?=[a-z0-9])|(?<=[a-z])[|!$]")
_ALNUM_BEFORE = re.compile(r"[a-z0-9]+$")
_ALNUM_AFTER = re.compile(r"[a-z0-9|!$<\u20ac\u00a3\u00a2]*[a-z0-9]")
_SIGNS = "|!$<\u20ac\u00a3\u00a2"
_LOOK = 24


class Word(NamedTuple):
    """A word of the register that ends with an atom; `slip` when it isn't written as it is known."""

    last: int
    text: str
    slip: Slip | None = None


@dataclass
class Lattice:
    """The words of a text that are a register's: plain ones, by the word; and others by the atom they begin with."""

    atoms: Atoms
    near: dict[str, tuple[Slip, ...]]
    others: dict[int, list[Word]] = field(default_factory=dict)


class Finder:
    """Knows all words of a register and finds them; built once."""

    def __init__(self, variants: tuple[Variant, ...], pseudonyms: frozenset[str]) -> None:
        self.words = {word for variant in variants for word in variant.tokens} | pseudonyms
        self.speller = Speller(variants)
        self._broken = ahocorasick.Automaton()
        for word in self.speller.words:
            if len(word) >= _SHORTEST_BROKEN and word.isascii():
                self._broken.add_word(word, word)
        if len(self._broken):
            self._broken.make_automaton()
        self._readings = lru_cache(maxsize=20_000)(self._read_chain)

    def lattice(self, atoms: Atoms, *, is_name_like: bool) -> Lattice:
        """What in a text may be a word of the register."""
        found = Lattice(atoms, self.speller.all_near(set(atoms.words) - self.words))
        for index, word in self._together(atoms):
            found.others.setdefault(index, []).append(word)
        for index, word in self._in_pieces(atoms, is_name_like=is_name_like):
            found.others.setdefault(index, []).append(word)
        return found

    def _together(self, atoms: Atoms) -> Iterator[tuple[int, Word]]:
        """Letters, digits and capitals that touch: "McDonald" as one word, "K1nga", "Tasl<er"."""
        first = last = -2
        for index in (*atoms.touching, -2):
            if index == last + 1:
                last = index
                continue
            if first >= 0 and last - first < _LONGEST_CHAIN:
                for start, end, word, slip in self._readings(tuple(atoms.words[first : last + 1])):
                    yield first + start, Word(first + end, word, slip)
            first, last = index - 1, index
        if any(sign in atoms.folded.lower for sign in _SIGNS):
            for sign in _SIGN.finditer(atoms.folded.lower):
                yield from self._signed(atoms, sign)

    def _read_chain(self, pieces: tuple[str, ...]) -> list[tuple[int, int, str, Slip | None]]:
        """Pieces that touch, read as one or some of them as one: first, last, the register's word."""
        found: list[tuple[int, int, str, Slip | None]] = []
        for start in range(len(pieces) - 1):
            for end in range(start + 1, len(pieces)):
                text = "".join(pieces[start : end + 1])
                if text in self.words:
                    found.append((start, end, text, None))
                elif not text.isalpha():
                    found.extend((start, end, slip.word, slip) for slip in self.speller.readings(text))
        whole = "".join(pieces)
        if whole.isalpha():
            found.extend((0, len(pieces) - 1, slip.word, slip) for slip in self.speller.near(whole))
        return found

    def _signed(self, atoms: Atoms, sign: re.Match[str]) -> Iterator[tuple[int, Word]]:
        """A word with a sign that a machine read for a letter."""
        lower = atoms.folded.lower
        before = _ALNUM_BEFORE.search(lower, max(0, sign.start() - _LOOK), sign.start())
        after = _ALNUM_AFTER.match(lower, sign.end())
        start = before.start() if before else sign.start()
        for end in dict.fromkeys((after.end() if after else sign.end(), sign.end())):
            first = int(atoms.starting(np.array([start]))[0])
            last = max(int(place) for place in atoms.ending(np.array([end, end - 1])))
            if first >= 0 and last >= first:
                for slip in self.speller.readings(lower[start:end]):
                    yield first, Word(last, slip.word, slip)

    def _in_pieces(self, atoms: Atoms, *, is_name_like: bool) -> Iterator[tuple[int, Word]]:
        """Words that are broken by hyphens, line ends or blanks, found in the text without any gaps."""
        hits = list(self._broken.iter(atoms.squeezed)) if len(self._broken) else []
        if not hits:
            return
        ends = np.array([at for at, _ in hits])
        begins = ends - np.array([len(word) for _, word in hits]) + 1
        firsts = atoms.starting(atoms.unsqueezed[begins])
        lasts = atoms.ending(atoms.unsqueezed[ends] + 1)
        for at in np.flatnonzero(firsts != lasts).tolist():
            first, last, word = int(firsts[at]), int(lasts[at]), hits[at][1]
            if min(first, last) >= 0:
                if _is_broken(atoms, first, last, word):
                    yield first, Word(last, word)
            elif (
                is_name_like
                and len(word) >= _SHORTEST_INSIDE
                and not is_ordinary(atoms.words[max(first, last)])
            ):
                # A long name at an end of a word in a file's name: "hollowayfamily".
                yield max(first, last), Word(max(first, last), word)


def _is_broken(atoms: Atoms, first: int, last: int, word: str) -> bool:
    """Whether the gaps are such as break a word, and not such as lie between words."""
    gaps = [atoms.gap(at) for at in range(first, last)]
    if all(not gap or gap == "'" or _HYPHEN.fullmatch(gap) for gap in gaps):
        return True
    if any(len(gap) > 3 for gap in gaps):
        return False
    words = atoms.words[first : last + 1]
    if all(len(piece) == 1 for piece in words):
        return True
    is_apart = len(gaps) == 1 and _BLANK.fullmatch(gaps[0]) is not None and len(word) >= _SHORTEST_APART
    return is_apart and not all(len(piece) < 3 or is_ordinary(piece) for piece in words)
