"""First names that are nobody's in the case: as old and as familiar as the real one, and not near to it.

What is left out, by choice: names that begin like the real one or rhyme with it, for they point back to it; every name,
short form or near spelling of anybody on the register; and names that are ordinary words, hard to tell from words in a
report.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..register import Entry, Register
from ..variants import bare_name, derive, tokens_of
from ..words import ORDINARY
from .likeness import reminds, too_near

MANY, BRITISH = "many", "british"
_KIN = {
    "female": "mother mum sister daughter wife girlfriend aunt auntie niece grandmother gran widow stepmother "
    "stepdaughter ex-wife woman girl",
    "male": "father dad brother son husband boyfriend uncle nephew grandfather grandad widower stepfather stepson "
    "ex-husband man boy",
}


@dataclass(frozen=True)
class Fit:
    """What a name should fit. Everything may be left out.

    `sex`: "female" or "male"; `born`: a year; `roots`: one of ROOTS, where such names are often met, when somebody has
    asked for it; `near`: whether a name may begin like the real one or rhyme with it.
    """

    sex: str = ""
    born: int | None = None
    roots: str = ""
    near: bool = False


@dataclass(frozen=True)
class _List:
    roots: str
    sex: str
    since: int
    until: int
    names: tuple[str, ...]

    def holds(self, born: int | None) -> bool:
        return born is None or self.since <= born <= self.until


@cache
def _data() -> dict[str, Any]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _lists() -> tuple[_List, ...]:
    return tuple(
        _List(one["roots"], one["sex"], one["from"], one["to"], tuple(one["names"].split()))
        for one in _data()["lists"]
    )


ROOTS: dict[str, str] = _data()["labels"]
"""Where names are often met, with words for a page."""


def names_for(register: Register, entry: Entry, fit: Fit, seed: str) -> Iterator[str]:
    """Every name that fits, the likeliest kinds first, in an order of the seed's own."""
    wanted = _completed(entry, fit)
    taken = _taken(register, entry)
    own = {token for word in _own_words(entry) for token in tokens_of(word)}
    told: list[str] = []
    for name in _in_turn(wanted, f"{seed}|{' '.join(tokens_of(entry.real))}"):
        word = tokens_of(name)[0]
        if word in ORDINARY or any(too_near(word, other) for other in (*taken, *told)):
            continue
        if not fit.near and any(reminds(word, other) for other in own):
            continue
        if not taken.isdisjoint(_forms(name)):
            continue
        told.append(word)
        yield name


def _taken(register: Register, entry: Entry) -> frozenset[str]:
    """Every word of every form on the register, worked-out forms too, and of the pseudonyms that others have."""
    words = {token for variant in register.variants() for token in variant.tokens}
    for one in register.entries:
        words.update(token for form in (one.real, *one.aliases) for token in tokens_of(form))
        if one != entry:
            words.update(tokens_of(one.pseudonym))
    return frozenset(word for word in words if len(word) > 1 and not word.isdecimal())


@cache
def _forms(name: str) -> frozenset[str]:
    """The short and other forms that a name itself would have: nobody may be called by one of those either."""
    return frozenset(token for variant in derive(Entry("person", name)) for token in variant.tokens)


def _own_words(entry: Entry) -> Iterator[str]:
    for form in (entry.real, *entry.aliases):
        yield from (word for word in bare_name(form) if len(word) > 1)


def _completed(entry: Entry, fit: Fit) -> Fit:
    """What the entry itself tells: the lists that hold the real first name, and words like "sister" in the role."""
    first = next(iter(_own_words(entry)), "")
    forms = _forms(first) if first else frozenset()
    known = [one for one in _lists() if forms & _words(one.names)]
    sexes = {one.sex for one in known if one.sex != "either"}
    told = {sex for sex, names in _data()["known"].items() if forms & _words(tuple(names.split()))}
    sexes |= told
    sex = fit.sex or _sex_of_kin(entry.role) or (sexes.pop() if len(sexes) == 1 else "")
    eras = [one for one in known if one.since > 1900 or one.until < 2100]
    born = fit.born or (max(eras[0].since, 1935) if eras else None)
    roots = fit.roots or next((one.roots for one in known if one.roots != MANY), BRITISH if told else "")
    return Fit(sex, born, roots, fit.near)


@cache
def _words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token for name in names for token in tokens_of(name))


def _sex_of_kin(role: str) -> str:
    """From the word of kin that is meant: the brother of the victim's mother, the victim's mother's brother."""
    words = role.lower().replace(",", " ").split()
    return next((sex for word in words for sex, kin in _KIN.items() if word in kin.split()), "")


def _in_turn(fit: Fit, seed: str) -> Iterator[str]:
    """Three of five from where the real name is at home, two from many places; all from many where it isn't known."""
    of_sex = [one for one in _lists() if one.sex == (fit.sex or "either")]
    shared = _shuffled((one for one in of_sex if one.roots == MANY), seed)
    near_home = [one for one in of_sex if one.roots == fit.roots and fit.roots != MANY]
    in_time = [one for one in near_home if one.holds(fit.born)] or near_home
    anywhere = [one for one in of_sex if not fit.roots and one.roots != MANY and one.holds(fit.born)]
    own = _shuffled(in_time or anywhere, seed)
    seen: set[str] = set()
    order = [own, own, shared, own, shared] if fit.roots else [shared]
    while own or shared:
        for names in order if any(order) else (own,):
            if names and (name := names.pop(0)) not in seen:
                seen.add(name)
                yield name


def _shuffled(lists: Iterable[_List], seed: str) -> list[str]:
    names = {name for one in lists for name in one.names}
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed}|{name}".encode()).digest())
