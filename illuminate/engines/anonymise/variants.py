"""The forms that one entry of the register takes in a text (design: anonymisation.md, "One register")."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .forms import bare_name, forms_of, parse_date, tokens_of, written_forms

if TYPE_CHECKING:
    from .register import Entry

__all__ = ["Variant", "bare_name", "derive", "parse_date", "tokens_of", "written_forms"]


@dataclass(frozen=True)
class Variant:
    """One form to look for. `listed` forms stand in the register; the rest are worked out."""

    text: str
    entry: "Entry"
    rule: str
    confidence: float
    listed: bool = False
    tokens: tuple[str, ...] = field(default=(), compare=False)


def derive(entry: "Entry") -> list[Variant]:
    """Every form of an entry, each once, the listed and the surest first; none without a letter or digit."""
    found: dict[tuple[tuple[str, ...], bool], Variant] = {}
    for text, rule, confidence, listed in forms_of(entry):
        tokens = tokens_of(text)
        key = (tokens, rule in CAPITALS)
        if tokens and (key not in found or (not found[key].listed and found[key].confidence < confidence)):
            found[key] = Variant(text, entry, rule, confidence, listed, tokens)
    return list(found.values())


# Forms that are meant only where they stand in capitals.
CAPITALS = frozenset({"initials", "acronym"})
