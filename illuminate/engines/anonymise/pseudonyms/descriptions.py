"""Descriptions of a kind in place of a name: "a detective sergeant", "the family home", "the children's school"."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from ..register import Entry, Register
from ..variants import tokens_of
from ..words import TITLES

PRACTITIONER = "practitioner"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_Tokens = tuple[str, ...]


@dataclass(frozen=True)
class Described:
    """What somebody can be called without a name, and whether that is what is usual for them."""

    said: Iterator[str]
    instead_of_name: bool


def of_person(register: Register, entry: Entry) -> Described:
    """By role and titles. Whoever worked for an agency is described; friends and neighbours may be."""
    titles = tuple(word for form in (entry.real, *entry.aliases) for word in _before_the_name(form))
    role = tokens_of(entry.role)
    at_work = list(dict.fromkeys([*_surest("practitioners", role), *_surest("titles", titles)]))
    is_at_work = PRACTITIONER in role or bool(at_work)
    nouns = [at_work, _general("practitioners")] if is_at_work else [_fitting("acquaintances", role)]
    said = (one for group in nouns for one in _with_articles(group))
    return Described(_free(register, entry, said), is_at_work)


def _before_the_name(form: str) -> Iterator[str]:
    return takewhile(lambda word: word in TITLES or word.isdecimal(), tokens_of(form))


def of_place(register: Register, entry: Entry) -> Iterator[str]:
    """By kind and role; a number makes it an address."""
    number = ("number",) if any(char.isdigit() for char in entry.real) else ()
    return _of_kind(register, entry, "places", number)


def of_organisation(register: Register, entry: Entry) -> Iterator[str]:
    """By the words of its name that say its kind."""
    return _of_kind(register, entry, "organisations")


def _of_kind(register: Register, entry: Entry, kind: str, more: _Tokens = ()) -> Iterator[str]:
    words = (*tokens_of(entry.real), *more, *tokens_of(entry.role))
    return _free(register, entry, [*_fitting(kind, words), *_general(kind)])


def _fitting(kind: str, words: _Tokens) -> list[str]:
    """What is said where its words stand in these, the longest of them first."""
    return [said for _, said in sorted(_lengths(kind, words), key=lambda pair: -pair[0])]


def _surest(kind: str, words: _Tokens) -> list[str]:
    """Only what the longest words lead to: a detective sergeant is not said to be a police sergeant."""
    found = _lengths(kind, words)
    most = max((length for length, _ in found), default=0)
    return [said for length, said in found if length == most]


def _lengths(kind: str, words: _Tokens) -> list[tuple[int, str]]:
    found = [
        (max((len(cue) for cue in cues if _stands_in(cue, words)), default=0), said)
        for said, cues in _table()[kind].items()
    ]
    return [(length, said) for length, said in found if length]


def _general(kind: str) -> list[str]:
    return [said for said, cues in _table()[kind].items() if not cues]


def _stands_in(cue: _Tokens, words: _Tokens) -> bool:
    size = len(cue)
    return any(words[at : at + size] == cue for at in range(len(words) - size + 1))


def _with_articles(nouns: list[str]) -> Iterator[str]:
    yield from (f"{'an' if noun[0] in 'aeiouAEIO' else 'a'} {noun}" for noun in nouns)
    for word in ("the", "another", *(f"the {ordinal}" for ordinal in _ORDINALS)):
        yield from (f"{word} {noun}" for noun in nouns)


def _free(register: Register, entry: Entry, said: Iterable[str]) -> Iterator[str]:
    """Each once, and none that stands for something else in this review."""
    used = {tokens_of(other.pseudonym) for other in register.entries if other != entry}
    for one in dict.fromkeys(said):
        if tokens_of(one) not in used:
            yield one


@cache
def _table() -> dict[str, dict[str, tuple[_Tokens, ...]]]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        data: dict[str, dict[str, str]] = tomllib.load(file)
    return {
        kind: {said: tuple(tokens_of(cue) for cue in cues.split("|") if cue) for said, cues in lines.items()}
        for kind, lines in data.items()
    }
