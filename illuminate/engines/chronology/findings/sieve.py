"""Many patterns looked for as one, of which a text is asked only those that it has the letters of.

``re.compile("|".join(patterns))`` tries all of them at every letter of a text. Nearly each pattern has letters that
whatever it finds must hold ("told" or "informed"): for a text without them it needn't be tried, nor made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_PARTS = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|P<\w+>)|\(|\)|\||[*+?]\??|\{\d*,?\d*\}\??|[.^$]|[^\\\[(){}|*+?.^$]+"
)
_LONG_ENOUGH = 5  # letters; more tell no more
_Needles = frozenset[str]


class Sieve:
    """Finds what the alternation of the patterns finds; groups are numbered within each pattern."""

    __slots__ = ("_by_needle", "_made", "_needles", "_sources")

    def __init__(self, patterns: Iterable[str]) -> None:
        self._sources: Sequence[str] = tuple(patterns)
        self._made: dict[int, re.Pattern[str]] = {}
        self._by_needle: dict[str, list[int]] = {}
        for number, one in enumerate(self._sources):
            for needle in needles_of(one):
                self._by_needle.setdefault(needle, []).append(number)
        self._needles: Sequence[str] = tuple(self._by_needle)

    def within(self, text: str) -> Sieve | None:
        """Give what of it may be found in parts of a text; None if nothing."""
        known = [needle for needle in self._needles if needle in text]
        if not known:
            return None
        part = Sieve(())
        part._sources, part._made, part._by_needle = self._sources, self._made, self._by_needle
        part._needles = known
        return part

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match, or None."""
        first: re.Match[str] | None = None
        for _, pattern in self.asked(text):
            found = pattern.search(text)
            if found and (first is None or found.start() < first.start()):
                first = found
        return first

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the matches from left to right; none overlaps another."""
        ahead = [(pattern, found) for _, pattern in self.asked(text) if (found := pattern.search(text))]
        while ahead:
            first = min((found for _, found in ahead), key=re.Match.start)
            yield first
            free = first.end() + (first.end() == first.start())
            ahead = [
                (pattern, later)
                for pattern, found in ahead
                if (later := found if found.start() >= free else pattern.search(text, free))
            ]

    def asked(self, text: str) -> list[tuple[int, re.Pattern[str]]]:
        """Give the patterns whose letters a text has, each with its place among those given."""
        known = [needle for needle in self._needles if needle in text]
        if not known:
            return []
        asked = sorted({number for needle in known for number in self._by_needle[needle]})
        return [(number, self._made.get(number) or self._make(number)) for number in asked]

    def _make(self, number: int) -> re.Pattern[str]:
        self._made[number] = re.compile(self._sources[number])
        return self._made[number]


def blanked(text: str, found: Iterable[re.Match[str]], by: str) -> str:
    """Give the text with a letter in place of each letter of what was found in it."""
    for match in found:
        text = text[: match.start()] + by * (match.end() - match.start()) + text[match.end() :]
    return text


def needles_of(pattern: str) -> _Needles:
    """Give letters, one of which must stand in whatever a pattern finds; the empty ones if it can do without any."""
    parts = _PARTS.findall(pattern)
    if "".join(parts) != pattern or any(a == "(" and b[0] == "?" for a, b in pairwise(parts)):
        raise ValueError(f"This pattern can't be read: {pattern}")
    return _either(parts, [0])


def _either(parts: Sequence[str], at: list[int]) -> _Needles:
    """Read alternatives up to the bracket that ends them; ``at`` is the place, moved on."""
    found: set[str] = set()
    while True:
        found |= _one(parts, at)
        if at[0] == len(parts) or parts[at[0]] == ")":
            return frozenset([""]) if "" in found else frozenset(found)
        at[0] += 1


def _one(parts: Sequence[str], at: list[int]) -> _Needles:
    """Read one alternative; of all that it can't do without, give what tells most."""
    best: _Needles = frozenset([""])
    while at[0] < len(parts) and parts[at[0]] not in ("|", ")"):
        part = parts[at[0]]
        at[0] += 1
        if part.startswith("("):
            needles = _either(parts, at)
            at[0] += 1
            needles = needles if part in ("(", "(?:") or part.startswith("(?P") else frozenset([""])
        else:
            needles = frozenset([part if part[0] not in "\\[.^$*+?{" else ""])
        if at[0] < len(parts) and parts[at[0]][0] in "?*{" and not _at_least_once(parts[at[0]]):
            needles = frozenset([part[:-1] if part[0] not in "(\\[.^$" else ""])
        elif at[0] < len(parts) and parts[at[0]][0] == "{":
            needles = frozenset([""])
        best = max(best, needles, key=_tells)
    return best


def _at_least_once(quantity: str) -> bool:
    return quantity[0] == "{" and quantity[1:2].isdigit() and quantity[1] != "0"


def _tells(needles: _Needles) -> tuple[int, int]:
    return min(_LONG_ENOUGH, *map(len, needles), _LONG_ENOUGH), -len(needles)
