"""A name found anywhere is looked for everywhere: whole, its surname, its first name, damaged or one letter off."""

import re
from collections.abc import Iterator

from ..words import FAMILY, GIVEN, MONTHS
from . import cues
from .deciding import Known, is_label
from .lists import words
from .model import is_ordinary
from .openness import is_openly_said
from .runs import Run, starts_sentence
from .verdicts import Stranger

_READ_AS = str.maketrans("01358", "olesb")
_READ_AS_I = str.maketrans("01358", "oiesb")
_TELLS_NOTHING = re.compile(r"\s+(?:is|was|has|had|comes?|came|goes|went)\b")  # "Hope is", "Patience was"
_NUMBERED = re.compile(r"\s+\d")  # "Page 4"
_LONG = 6  # letters from which one slip still leaves a name knowable


class Names:
    """The words of every person's name found so far, and which of them are ordinary words besides."""

    def __init__(self, found: set[tuple[str, ...]], known: Known) -> None:
        self._whole = found
        self._words = {
            word
            for name in found
            for word in name
            if len(word) > 1 and word not in words("people", "particles") and "'" not in word[-3:-1]
        }
        self._words -= known.agencies
        self._words -= {name[0] for name in known.pseudonyms if len(name) == 1}
        self._near = {
            key for word in self._words if len(word) >= _LONG and not is_ordinary(word) for key in _keys(word)
        }

    def knows(self, text: str, run: Run) -> Stranger | None:
        """A run that is a found name, or a part of one, or nearly."""
        if is_label(run):
            return None
        if run.lower in self._whole:
            return _again(run, 0.8)
        capitals = [word for word in run.words if word.is_capital]
        shared = [word for word in capitals if word.lower in self._words]
        if not shared:
            return self._slipped(run)
        sure = [word for word in shared if not _is_doubtful(word.lower)]
        if sure or run.title is not None:
            return _again(run, 0.75)
        return _again(run, 0.6) if self._stands_as_name(text, run) else None

    def _stands_as_name(self, text: str, run: Run) -> bool:
        """Whether a word of English, or a name that others bear too, means somebody found here."""
        if starts_sentence(text, run.start):
            acts = cues.does_anything(text, run.end) or cues.owns_as_person(text, run.end)
            return acts and _TELLS_NOTHING.match(text, run.end) is None
        if run.words[-1].is_possessive or cues.does_anything(text, run.end):
            return True
        if len(run.words) > 1 or run.lower[0] in MONTHS or run.lower[0] in words("bodies", "days"):
            return False
        is_place = run.lower[0] in words("bodies", "agency") and cues.stands_within(text, run.start)
        return not (is_place or cues.is_thing(text, run.start, run.end) or _NUMBERED.match(text, run.end))

    def _slipped(self, run: Run) -> Stranger | None:
        for word in run.words:
            lower = word.lower
            if len(lower) >= _LONG and not is_ordinary(lower) and not self._near.isdisjoint(_keys(lower)):
                return _again(run, 0.6)
        return None

    def damaged(self, word: str) -> bool:
        """Whether a word with digits in it is a found name read wrongly by a machine."""
        lower = word.lower()
        return lower.translate(_READ_AS) in self._words or lower.translate(_READ_AS_I) in self._words


def _is_doubtful(word: str) -> bool:
    return is_ordinary(word) or word in GIVEN or word in FAMILY or word in MONTHS or is_openly_said(word)


def _again(run: Run, confidence: float) -> Stranger:
    return Stranger(run.start, run.end, "person", "propagated", confidence)


def _keys(word: str) -> Iterator[str]:
    """The word and the word with each letter taken out: two words that share one differ by a slip."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
