"""What may be said of a run of capitals, and what its words are by themselves."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from ..words import FAMILY, GIVEN
from .lists import words
from .model import is_ordinary
from .openness import is_openly_said
from .runs import Run

Kind = Literal["person", "organisation", "place", "date", "quantity", "reference", "description"]


@dataclass(frozen=True)
class Stranger:
    """Somebody or something on no register; offsets in the folded text until they are taken back to the original."""

    start: int
    end: int
    kind: Kind
    rule: str
    confidence: float


class Open(Enum):
    """What is no finding."""

    OPENLY = "openly"
    NOTHING = "nothing"
    UNDECIDED = "undecided"


Verdict = Stranger | Open


def is_strange(word: str) -> bool:
    """A word that is in no dictionary here: names look like this in every language."""
    return not is_ordinary(word) and not is_openly_said(word) and word not in words("bodies", "function")


def is_agency(run: Run) -> bool:
    """A word of agencies, schemes, laws or headings in it that is not the surname."""
    if run.title is not None:
        return False
    agency = [word for word in run.lower if word in words("bodies", "agency")]
    if not agency:
        return False
    if agency == [run.lower[0]] and agency[0] in GIVEN and run.lower[-1] in FAMILY:
        return False
    only_last = len(agency) == 1 and run.lower[-1] == agency[0] and len(run.lower) > 1
    return not (only_last and agency[0] in FAMILY and (run.lower[0] in GIVEN or is_strange(run.lower[0])))
