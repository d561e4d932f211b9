"""Words of a text that are a register's word written or read wrongly: "Margret", "Holoway", "Ho11oway", "Ho1loway".

Only the distinct words of a text are looked at, and an ordinary English word is never taken for a slip.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from .dictionary import is_ordinary
from .forms.form import terms
from .forms.named import first_names
from .misreading import AS_DIGITS, READ_AS, misread
from .place import Place
from .variants import CAPITALS, Variant
from .words import KIN, ORDINARY, TITLES

_SHORTEST = 4  # letters of a word of which a slip can be known, beside another word of the same name
_SHORTEST_ALONE = 5
_READ_AS_NUMBER = frozenset("iloz")
_LONG = 7  # letters of a word whose first may be wrong
_KINDS = ("person", "organisation", "place")
_RULES = ("name", "alias", "last_name", "first_name", "half_name", "address", "street")
_MOST_READINGS = 24


class Slip(NamedTuple):
    """The register's word that is meant, and whether a machine is to blame; `is_english` when it is a word besides."""

    word: str
    is_ocr: bool
    is_english: bool = False


class Speller:
    """Knows the register's words and which damaged words are near them."""

    def __init__(self, variants: Iterable[Variant]) -> None:
        self.words: set[str] = set()
        self.numbers: set[str] = set()
        for variant in variants:
            if variant.entry.kind in _KINDS and (variant.listed or variant.rule in _RULES):
                self.words.update(word for word in variant.tokens if word.isalpha() and len(word) > 2)
            if variant.entry.kind in ("identifier", "date"):
                self.words.update(word for word in variant.tokens if word.isalpha() and len(word) > 2)
            self.numbers.update(word for word in variant.tokens if word.isdigit())
        self._by_cut: dict[str, list[str]] = defaultdict(list)
        self._misread: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for cut in _cuts(word) if len(word) >= _SHORTEST and word.isascii() else ():
                self._by_cut[cut].append(word)
            for seen in misread(word):
                self._misread[seen].append(word)
        self._heads = {cut[:2] for cut in self._by_cut}
        self._tails = {cut[-2:] for cut in self._by_cut}
        self.near = lru_cache(maxsize=50_000)(self._near)

    def all_near(self, distinct: Set[str]) -> dict[str, tuple[Slip, ...]]:
        """Of the distinct words of a text those that are near a word of the register, with it."""
        found: dict[str, tuple[Slip, ...]] = {}
        heads, tails, damaged = self._heads, self._tails, self._misread
        for word in distinct:
            if (word in damaged or (word[:2] in heads or word[-2:] in tails)) and (slips := self.near(word)):
                found[word] = slips
            elif len(word) < _SHORTEST and _READ_AS_NUMBER.issuperset(word):
                number = word.translate(AS_DIGITS)
                if number in self.numbers:
                    found[word] = (Slip(number, True, is_english=True),)
        return found

    def _near(self, word: str) -> tuple[Slip, ...]:
        """The register's words at one slip from a word of letters, or that a machine may have read as it."""
        if len(word) < _SHORTEST - 1 or word in self.words or not word.isalpha():
            return ()
        read = set(self._misread.get(word, ()))
        candidates = {known for cut in _cuts(word) for known in self._by_cut.get(cut, ())} - read
        slipped = {known for known in candidates if _is_likely(word, known)}
        if not (read or slipped) or word in first_names() or word in KIN or word in TITLES:
            return ()
        english = is_ordinary(word) or word in ORDINARY
        return (
            *(Slip(known, True, english) for known in sorted(read)),
            *(Slip(known, False, english) for known in sorted(slipped)),
        )

    def readings(self, mixed: str) -> Iterator[Slip]:
        """The register's words and numbers behind letters, digits and signs that stand as one: "Wr6bel", "1l4"."""
        number = mixed.translate(AS_DIGITS)
        if number.isdigit() and not mixed.isdigit() and number in self.numbers:
            yield Slip(number, True)
        if sum(map(str.isalpha, mixed)) < len(mixed) / 2 - 1:
            return
        choices = [READ_AS.get(char, char) for char in mixed]
        if prod(map(len, choices)) > _MOST_READINGS:
            choices = [choice[:1] for choice in choices]
        for letters in map("".join, product(*choices)):
            known = [letters] if letters in self.words else self._misread.get(letters, ())
            if known:
                yield from (Slip(word, True) for word in known)
                return
        letters = "".join(choice[:1] for choice in choices)
        if len(letters) >= _LONG - 1:
            yield from (Slip(slip.word, True) for slip in self.near(letters))


def allows(variant: Variant, place: Place, seen: list[str], slips: list[Slip | None]) -> bool:
    """Whether a damaged form is worth saying: written as a name, and long enough or beside a word that is right."""
    if variant.rule in CAPITALS:
        return False
    bad = [(word, slip) for word, slip in zip(seen, slips, strict=True) if slip is not None]
    if variant.entry.kind in ("date", "identifier") or all(slip.word.isdigit() for _, slip in bad):
        return all(slip.is_ocr for _, slip in bad)
    if variant.entry.kind not in _KINDS or not (place.is_name_like or _is_written_as_name(place.text)):
        return False
    right = [word for word, slip in zip(seen, slips, strict=True) if slip is None]
    if any(slip.is_english for _, slip in bad):
        return any(
            len(word) >= _SHORTEST and word not in ORDINARY and not is_ordinary(word) for word in right
        )
    if place.title or any(word in TITLES or (len(word) > 2 and word not in ("the", "and")) for word in right):
        return True
    return all(_stands_alone(word, slip) for word, slip in bad)


def _is_written_as_name(text: str) -> bool:
    words = [word for word in re.findall(r"[^\s.,'()/-]+", text) if len(word) > 2]
    return all(word[:1].isupper() or not word[:1].isalpha() or word in terms("particles") for word in words)


def _stands_alone(word: str, slip: Slip) -> bool:
    """Whether one damaged word is enough: no other first name, no plural, no short word of letters only."""
    known = slip.word
    if not word.isalpha():
        return len(known) > 2
    if word in (f"{known}s", f"{known}es", known.removesuffix("s")):
        return False
    if len(known) < _SHORTEST_ALONE:
        return len(known) == _SHORTEST and (slip.is_ocr or _is_slight(word, known))
    return slip.is_ocr or len(known) >= _LONG or word[0] == known[0] or word[:2] == known[1::-1]


def _is_slight(word: str, known: str) -> bool:
    """Whether only two letters changed places, or one was written twice."""
    return sorted(word) == sorted(known) or (len(word) > len(known) and set(word) == set(known))


def _is_likely(word: str, known: str) -> bool:
    return is_one_slip(word, known) and word != f"{known}s"


def _cuts(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter was added, dropped or changed, or two neighbours were swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, char in enumerate(one) if char != other[i]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other[at:]
