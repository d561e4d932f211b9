"""Names in scripts that put no blanks between words."""

import re
from collections.abc import Iterator

import ahocorasick

from .fold import Folded
from .variants import Variant

_WIDE = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_SHORTEST = 2


class Wide:
    """Every such form of a register as one automaton."""

    def __init__(self, variants: tuple[Variant, ...]) -> None:
        self._automaton = ahocorasick.Automaton()
        for variant in reversed(variants):
            joined = "".join(variant.tokens)
            if len(joined) >= _SHORTEST and _WIDE.fullmatch(joined):
                self._automaton.add_word(joined, (len(joined), variant))
        if len(self._automaton):
            self._automaton.make_automaton()

    def find(self, folded: Folded) -> Iterator[tuple[int, int, Variant]]:
        """Start and end in the folded text, and the form."""
        if len(self._automaton) and not folded.text.isascii():
            for last, (size, variant) in self._automaton.iter(folded.lower):
                yield last - size + 1, last + 1, variant
