"""A text made ready for all detectors: folded once, its words found once.

A report is long and the words that matter are few: a detector asks where they stand and looks only there.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from ..fold import Folded

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
# What a scanner reads for a letter, in a word that has letters too.
_LOOKALIKES = str.maketrans("01583", "olsbe")

_DIGITS_READ = str.maketrans("OolI|SBZ", "00111582")
_MOSTLY_DIGITS = re.compile(r"(?<![^\W_])(?=[OolI|SBZ]{0,3}\d)(?=\d*[OolI|SBZ])[\dOolI|SBZ]{2,}(?![^\W_])")


class Sheet:
    """A folded text; `text` and `lower` have the same length."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.text = folded.text
        self.lower = folded.lower

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Where each word of ASCII letters and digits begins; a word with a digit in it also as a scanner meant it."""
        index: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.lower):
            index.setdefault(match[0], []).append(match.start())
        for word in [one for one in index if not one.isalpha() and not one.isdigit()]:
            meant = word.translate(_LOOKALIKES)
            if meant != word and meant.isalpha():
                index[meant] = index.get(meant, []) + index[word]
        return index

    @cached_property
    def digits_meant(self) -> str:
        """The text with letters that stand for digits made digits: "O77OO 9OO123"; as long as the text."""
        return _MOSTLY_DIGITS.sub(lambda match: _as_digits(match[0]), self.text)

    def scanned(self, margin: int = 40) -> list[tuple[int, int]]:
        """Where `digits_meant` differs from the text, with what stands round it."""
        spans: list[tuple[int, int]] = []
        for match in _MOSTLY_DIGITS.finditer(self.text):
            if _as_digits(match[0]) != match[0]:
                start = max(0, match.start() - margin)
                if spans and start <= spans[-1][1]:
                    start = spans.pop()[0]
                spans.append((start, min(len(self.text), match.end() + margin)))
        return spans

    def of(self, wanted: frozenset[str]) -> Iterator[int]:
        """Where any of these words begins, in reading order."""
        known = self.words
        return iter(sorted(chain.from_iterable(known[word] for word in wanted & known.keys())))


def _as_digits(word: str) -> str:
    """A word of digits and their look-alikes as digits, if a third of it is digits."""
    digits = sum(map(str.isdigit, word))
    return word.translate(_DIGITS_READ) if 3 * digits >= len(word) and word.isascii() else word
