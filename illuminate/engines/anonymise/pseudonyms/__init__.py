"""Pseudonyms to choose from: names that are nobody's in the case, and descriptions of a kind.

They are suggestions: a family chooses, and may choose something else. Nothing here knows what anybody is, beyond what a
register says; where names are often met is asked for, never concluded from what is recorded about a person.
"""

from collections.abc import Iterator
from itertools import islice

from ..register import Entry, Register
from ..variants import tokens_of
from .calendar import of_age, of_day
from .descriptions import of_organisation, of_person, of_place
from .names import ROOTS, Fit, names_for

__all__ = ["ROOTS", "Fit", "suggest"]


def suggest(
    register: Register, entry: Entry, count: int = 5, *, fit: Fit | None = None, skip: int = 0, seed: str = ""
) -> list[str]:
    """Up to `count` pseudonyms for an entry, the same ones for the same register and seed; `skip` goes on from there.

    None is a name of anybody in the case, and none of a person, place or organisation is used in the review already.
    Days may share a month, so a month may come back. What may not be said at all (a number) gets no suggestion.
    """
    agreed = tokens_of(entry.pseudonym)
    found = (one for one in _all(register, entry, fit or Fit(), seed) if tokens_of(one) != agreed)
    return list(islice(found, skip, skip + count))


def _all(register: Register, entry: Entry, fit: Fit, seed: str) -> Iterator[str]:
    if entry.kind == "date":
        yield from of_day(entry)
    elif entry.kind == "identifier":
        yield from of_age(entry)
    elif entry.kind == "place":
        yield from of_place(register, entry)
    elif entry.kind == "organisation":
        yield from of_organisation(register, entry)
    else:
        yield from _of_person(register, entry, fit, seed)


def _of_person(register: Register, entry: Entry, fit: Fit, seed: str) -> Iterator[str]:
    """Descriptions for people who worked for an agency; names for others, with a friend's description among them."""
    described = of_person(register, entry)
    if described.instead_of_name and not fit.roots:
        yield from described.said
        return
    for number, name in enumerate(names_for(register, entry, fit, seed)):
        if number % 4 == 3:
            yield from islice(described.said, 1)
        yield name
