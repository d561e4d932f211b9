"""Whether the words from one atom to another are meant as one of the register's forms, and as which."""

from collections.abc import Sequence
from typing import NamedTuple

from .atoms import Atoms
from .choosing import Match
from .lattice import Word
from .place import Place
from .slips import Slip, allows
from .variants import CAPITALS, Variant
from .weigh import weigh


class Spot(NamedTuple):
    """Words of the register that stand together."""

    atoms: Atoms
    first: int
    path: list[Word]
    is_name_like: bool

    @property
    def seen(self) -> list[str]:
        """The words as they stand in the text."""
        seen, first = [], self.first
        for word in self.path:
            seen.append(self.atoms.text(first, word.last))
            first = word.last + 1
        return seen


def judged(
    spot: Spot, start: int, end: int, forms: Sequence[Variant | None], known: frozenset[str]
) -> list[Match]:
    """The matches, one for each entry that may be meant; none when the words mean something else."""
    place = Place(spot.atoms.folded, start, end, spot.is_name_like)
    text = place.text
    if text.count("(") != text.count(")"):
        return []
    slips = [word.slip for word in spot.path]
    if any(slips):
        found = [_damaged(spot, place, form, slips) for form in forms]
    else:
        found = [_exact(place, form, known) for form in forms]
    return [match for match in found if match is not None]


def _exact(place: Place, form: Variant | None, known: frozenset[str]) -> Match | None:
    if form is None:
        return Match(place.start, place.end, None, "pseudonym", 1.0)
    confidence = weigh(form, place, known)
    if not confidence:
        return None
    start, end = place.start, place.end
    if form.rule in CAPITALS and "." in place.text and place.folded.text[end : end + 1] == ".":
        return Match(start, end + 1, form.entry, form.rule, confidence, variant=form)
    if form.entry.kind == "date":
        start = place.start_with_weekday
    if form.entry.kind == "person":
        start, end = place.with_honours
    return Match(start, end, form.entry, form.rule, confidence, variant=form)


def _damaged(spot: Spot, place: Place, form: Variant | None, slips: list[Slip | None]) -> Match | None:
    if form is None or not allows(form, place, spot.seen, slips):
        return None
    rule = "ocr" if all(slip.is_ocr for slip in slips if slip) else "misspelt"
    return Match(place.start, place.end, form.entry, rule, 0.85 if rule == "ocr" else 0.8, variant=form)
