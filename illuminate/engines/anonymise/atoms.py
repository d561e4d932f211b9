"""A folded text as its words and numbers, each with its place: found in bulk, for a text may be a megabyte."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .fold import Folded

_LETTER, _DIGIT = 1, 2
_OTHER_LETTER = "\x7f"  # stands for a letter that is not ours
_NOT_ASCII = re.compile("[^\x00-\x7f]|\x7f")


def _classes() -> NDArray[np.uint8]:
    table = np.zeros(256, np.uint8)
    for code in range(128):
        table[code] = _LETTER if chr(code).isalpha() else _DIGIT if chr(code).isdigit() else 0
    table[ord(_OTHER_LETTER)] = _LETTER
    return table


_CLASS = _classes()
_SPACED = np.where(_CLASS > 0, np.arange(256), 32).astype(np.uint8)
_DROPPED = bytes(code for code in range(256) if not _CLASS[code])


@dataclass(frozen=True)
class Atoms:
    """Runs of letters or of digits, cut where small letters meet a capital: "interviewHolloway2" is three."""

    folded: Folded
    words: list[str]
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    _bytes: NDArray[np.uint8]

    @property
    def touching(self) -> list[int]:
        """Indexes of atoms that follow the one before without a gap."""
        found: list[int] = (np.flatnonzero(self.starts[1:] == self.ends[:-1]) + 1).tolist()
        return found

    @cached_property
    def squeezed(self) -> str:
        """Letters and digits only, in lower case."""
        return self._bytes.tobytes().translate(None, _DROPPED).decode("ascii")

    @cached_property
    def unsqueezed(self) -> NDArray[np.intp]:
        """For each character of the squeezed text its place in the folded one."""
        return np.flatnonzero(_CLASS[self._bytes])

    def text(self, first: int, last: int) -> str:
        """The text from one atom to another, in lower case."""
        return self.folded.lower[self.starts[first] : self.ends[last]]

    def gap(self, before: int) -> str:
        """What stands between an atom and the next."""
        return self.folded.lower[self.ends[before] : self.starts[before + 1]]

    def starting(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """The atoms that start at these places; -1 where none does."""
        return _found(self.starts, places)

    def ending(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """The atoms that end at these places; -1 where none does."""
        return _found(self.ends, places)


def _found(known: NDArray[np.intp], places: NDArray[np.intp]) -> NDArray[np.intp]:
    at = np.minimum(np.searchsorted(known, places), len(known) - 1)
    return np.where(known[at] == places, at, -1)


def atoms_in(folded: Folded) -> Atoms:
    """The atoms of a folded text, in order."""
    lower, text = folded.lower, folded.text
    if not lower.isascii() or _OTHER_LETTER in lower:
        lower, text = _marked(lower), _marked(text)
    small = np.frombuffer(lower.encode("ascii"), np.uint8)
    kinds = _CLASS[small]
    is_capital = np.frombuffer(text.encode("ascii"), np.uint8) != small
    cuts = kinds[1:] != kinds[:-1]
    cuts |= is_capital[1:] & ~is_capital[:-1] & (kinds[:-1] == _LETTER)
    bounds = np.concatenate(([0], np.flatnonzero(cuts) + 1, [small.size]))
    is_atom = kinds[bounds[:-1]] > 0 if small.size else np.zeros(len(bounds) - 1, bool)
    starts, ends = bounds[:-1][is_atom], bounds[1:][is_atom]
    between = starts[1:][starts[1:] == ends[:-1]]
    words = np.insert(_SPACED[small], between, 32).tobytes().decode("ascii").split()
    if _OTHER_LETTER in lower:
        whole = folded.lower
        places = zip(words, starts, ends, strict=True)
        words = [whole[start:end] if _OTHER_LETTER in word else word for word, start, end in places]
    return Atoms(folded, words, starts, ends, small)


def _marked(text: str) -> str:
    return _NOT_ASCII.sub(_mark, text)


def _mark(found: re.Match[str]) -> str:
    return _OTHER_LETTER if found[0].isalpha() else "0" if found[0].isdecimal() else "?"
