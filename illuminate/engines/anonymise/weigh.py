"""Whether a form on the register is meant here: names that are also ordinary words, and initials."""

import re
from dataclasses import dataclass

from .fold import Folded
from .variants import Variant
from .words import BEFORE_MONTH, FUNCTION, MONTHS, ORDINARY

_NEXT = re.compile(r"[ \t\n\r]+([^\W\d_]+|\d+)")
_BEFORE = re.compile(r"([^\W\d_]+|\d+(?:st|nd|rd|th)?)[ \t\n\r]+$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|[\n\r\t]|[\u2022*])[\s\"'(\[\d.)-]*$")
_LOOK = 24  # characters of context on either side: enough for one word


@dataclass(frozen=True)
class Place:
    """Where in a folded text a form stands. In a name-like part (link, file name) capitals say nothing."""

    folded: Folded
    start: int
    end: int
    is_name_like: bool = False

    @property
    def text(self) -> str:
        """The words as they stand, folded, with their capitals."""
        return self.folded.text[self.start : self.end]

    @property
    def is_possessive(self) -> bool:
        """Whether 's follows."""
        return re.match(r"'s(?![^\W\d_])", self.folded.lower[self.end : self.end + 3]) is not None

    @property
    def next_word(self) -> str:
        """The word after a plain space, with its capitals; empty when anything else follows."""
        found = _NEXT.match(self.folded.text, self.end)
        return found[1] if found else ""

    @property
    def word_before(self) -> str:
        """The word before a plain space, in lower case."""
        found = _BEFORE.search(self.folded.lower[max(0, self.start - _LOOK) : self.start])
        return found[1] if found else ""

    @property
    def starts_sentence(self) -> bool:
        """Whether a capital is owed to the sentence, not to the word."""
        return _SENTENCE_START.search(self.folded.text[max(0, self.start - _LOOK) : self.start]) is not None


def weigh(variant: Variant, place: Place) -> float:
    """How sure it is that the form is meant; 0 means that it is not."""
    if variant.rule == "initials":
        return variant.confidence if _is_initials(variant, place.text) else 0.0
    words = variant.tokens[1:] if variant.tokens[0] == "the" else variant.tokens
    is_word = len(words) == 1 and words[0] in ORDINARY
    if place.is_name_like:
        return 0.7 if is_word else variant.confidence
    if not variant.listed and variant.rule == "first_name" and _names_another(place):
        return 0.0
    if not is_word:
        return variant.confidence
    return _weigh_word(variant, place, words[0])


def _is_initials(variant: Variant, text: str) -> bool:
    """Initials are capitals with nothing but dots and spaces between."""
    return text.upper() == text and all(char.isalnum() or char in ". " for char in text)


def _names_another(place: Place) -> bool:
    """A first name before another surname: "Peter Sutcliffe" is not our Peter."""
    after = place.next_word
    return after[:1].isupper() and after.lower() not in FUNCTION and not place.is_possessive


def _weigh_word(variant: Variant, place: Place, word: str) -> float:
    name = place.text.split()[-1]
    if not name[:1].isupper():
        return 0.0
    if place.is_possessive:
        return min(variant.confidence, 0.95)
    if word in MONTHS:
        return 0.0 if place.word_before in BEFORE_MONTH or _is_number(place) else 0.5
    if not variant.listed and _names_another(place):
        return 0.0
    if place.starts_sentence and len(variant.tokens) == 1:
        return 0.0 if place.next_word.lower() in FUNCTION else 0.6
    return min(variant.confidence, 0.9)


def _is_number(place: Place) -> bool:
    return place.next_word[:1].isdigit() or place.word_before[:1].isdigit()
