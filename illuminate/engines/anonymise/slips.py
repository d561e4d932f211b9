"""One-letter slips and transpositions of long names ("Margret Holoway")."""

from collections import defaultdict
from functools import lru_cache

from .variants import Variant
from .weigh import Place
from .words import ORDINARY

_SHORTEST_WORD = 5
_SHORTEST_ALONE = 7
_KINDS = ("person", "organisation", "place")
_RULES = ("name", "alias", "first_last", "last_name", "surname_first")


class Speller:
    """Knows the register's long words and which misspelt words are near them."""

    def __init__(self, variants: tuple[Variant, ...]) -> None:
        self._by_cut: dict[str, set[str]] = defaultdict(set)
        for variant in variants:
            if variant.entry.kind in _KINDS and variant.rule in _RULES:
                for word in variant.tokens:
                    self._learn(word)
        self.near = lru_cache(maxsize=20_000)(self._near)

    def _learn(self, word: str) -> None:
        if len(word) >= _SHORTEST_WORD and word.isalpha():
            for cut in _cuts(word):
                self._by_cut[cut].add(word)

    def _near(self, word: str) -> tuple[str, ...]:
        """The register's words at exactly one slip from this one."""
        if len(word) < _SHORTEST_WORD or not word.isalpha():
            return ()
        candidates = {known for cut in _cuts(word) for known in self._by_cut.get(cut, ())}
        return tuple(sorted(known for known in candidates if is_one_slip(word, known)))

    def allows(self, variant: Variant, place: Place) -> bool:
        """Whether a misspelt form is worth saying: long enough, and written as a name."""
        if variant.entry.kind not in _KINDS or variant.rule not in _RULES:
            return False
        words = place.text.split()
        if not place.is_name_like and not all(word[:1].isupper() or word[:1].isdigit() for word in words):
            return False
        if len(variant.tokens) > 1:
            return True
        known, seen = variant.tokens[0], place.text.lower()
        plural = seen in (f"{known}s", known.removesuffix("s"))
        return len(known) >= _SHORTEST_ALONE and known not in ORDINARY and not plural


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
