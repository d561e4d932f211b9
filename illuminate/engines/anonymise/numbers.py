"""Identifiers in a text, whatever stands between their signs and however a machine has read them."""

from collections.abc import Iterator
from itertools import pairwise

import ahocorasick

from .atoms import Atoms
from .forms import Form
from .register import Entry

_READ_AS = str.maketrans("01258967iq", "olzsbgbtlg")
_SHORTEST = 5
_GAP_MOST = 3
_GAP = frozenset(" \t\n./@_()-\u00a0,+")


class Numbers:
    """Every identifier of a register, without gaps, as one automaton."""

    def __init__(self, forms: list[tuple[Form, Entry]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form, entry in forms:
            bare = "".join(char for char in form.text.lower() if char.isalnum())
            if len(bare) >= _SHORTEST and bare.isascii():
                self._automaton.add_word(bare.translate(_READ_AS), (bare, entry))
        if len(self._automaton):
            self._automaton.make_automaton()

    def find(self, atoms: Atoms) -> Iterator[tuple[int, int, Entry, bool]]:
        """Start, end, entry, and whether it is written as it is known; in places of the folded text."""
        if not len(self._automaton):
            return
        squeezed, places = atoms.squeezed, atoms.unsqueezed
        text = atoms.folded.text
        for at, (bare, entry) in self._automaton.iter(squeezed.translate(_READ_AS)):
            seen = squeezed[at - len(bare) + 1 : at + 1]
            spots = places[at - len(bare) + 1 : at + 1].tolist()
            start, end = spots[0], spots[-1] + 1
            around = text[start - 1 : start] + text[end : end + 1] if start else text[end : end + 1]
            if any(char.isalnum() for char in around) or not _is_read(seen, bare):
                continue
            start -= bare[:2] == "44" and text[start - 1 : start] == "+"
            gaps = (text[one + 1 : other] for one, other in pairwise(spots) if other > one + 1)
            if all(len(gap) <= _GAP_MOST and _GAP.issuperset(gap) for gap in gaps):
                yield start, end, entry, seen == bare


def _is_read(seen: str, bare: str) -> bool:
    """Whether they are the same but for letters that look like digits: 8 for 6 is another number."""
    return all(
        one == other or one.isdigit() != other.isdigit() or {one, other} <= {"i", "l"}
        for one, other in zip(seen, bare, strict=True)
    )
