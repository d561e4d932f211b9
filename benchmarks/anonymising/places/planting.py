"""A hiding place, and the words that are planted there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

REGISTER = """kind,real,pseudonym,role,aliases
person,Tabitha Wrenfield,Louise,victim,Tabby
organisation,Harrowmere Primary School,the children's school,,Harrowmere
place,27 Tannery Steps,the family home,,
date,17/04/2022,April 2022,date of death,
identifier,07700 900482,,telephone,
"""
# What must not be left, without blanks and signs.
LOOKED_FOR = ("tabitha", "wrenfield", "tabby")


@dataclass(frozen=True)
class Words:
    """What stands in the place: the real name, or in the clean twin its pseudonym."""

    full: str
    first: str
    last: str

    @property
    def halves(self) -> tuple[str, str]:
        """The name broken inside a word."""
        at = len(self.full) - 4
        return self.full[:at], self.full[at:]

    @property
    def glued(self) -> str:
        """The name as one word, as bookmarks and files are named."""
        return self.full.replace(" ", "_")


REAL = Words("Tabitha Wrenfield", "Tabitha", "Wrenfield")
CLEAN = Words("Louise", "Louise", "")

After = Literal["stands", "gone"]


@dataclass(frozen=True)
class Place:
    """One hiding place. `after`: whether the copy keeps the place with the pseudonym in it, or leaves the place out.

    `is_unread`: nothing can read the place, which must be said. `file`: the file's own name, without its ending.
    """

    name: str
    ending: str
    build: Callable[[Words], bytes]
    after: After = "stands"
    is_unread: bool = False
    file: Callable[[Words], str] = lambda words: "paper"


Builders = dict[str, Callable[[Words], bytes]]


def places(
    ending: str, builders: Builders, after: After = "stands", *, is_unread: bool = False
) -> list[Place]:
    """Places of one kind of file that end alike."""
    return [Place(name, ending, build, after, is_unread) for name, build in builders.items()]
