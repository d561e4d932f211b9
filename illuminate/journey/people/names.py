"""Names as words: is a pseudonym somebody's real name, and does a text hold one? Pure; knows no database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from illuminate.engines.anonymise.variants import tokens_of
from illuminate.engines.anonymise.words import MONTHS, ORDINARY, TITLES

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_ENDS = (".", "!", "?", ":", "\n", "“", '"', "(")


@dataclass(frozen=True)
class Known:
    """One entry of the register, as this module needs it. `open_name`: the real name that the family chose to use."""

    kind: str
    forms: tuple[str, ...]
    pseudonym: str = ""
    open_name: str = ""


def name_words(text: str) -> frozenset[str]:
    """The words of a text that could be a name: with a capital, longer than an initial, no title.

    Scripts without capitals (Arabic, Chinese) have no other sign, so each of their words counts.
    """
    found: set[str] = set()
    for word in _WORD.findall(text):
        if _begins_a_name(word):
            found |= {token for token in tokens_of(word) if len(token) > 1}
    return frozenset(found - TITLES)


def _begins_a_name(word: str) -> bool:
    return word[:1].isalpha() and not word[:1].islower()


def is_name(pseudonym: str) -> bool:
    """Whether a pseudonym is a name ("Louise") and not a description ("a police officer")."""
    return bool(pseudonym) and (_begins_a_name(pseudonym) or len(pseudonym.split()) == 1)


def names_of_people(register: Iterable[Known]) -> frozenset[str]:
    """Every first and last name of anybody in the case."""
    return frozenset().union(
        *(name_words(form) for one in register if one.kind == "person" for form in one.forms)
    )


def clashes_with(pseudonym: str, register: Iterable[Known]) -> list[str]:
    """The words of a pseudonym that are the name of somebody in the case (anonymisation.md: there may be none)."""
    if not is_name(pseudonym):
        return []
    real = names_of_people(register)
    words = _WORD.findall(pseudonym)
    return [word for word in words if set(tokens_of(word)) & real and tokens_of(word)[0] not in TITLES]


def names_in(text: str, register: Iterable[Known]) -> list[str]:
    """Names, addresses and numbers of the case that stand in a text, in the order of the register.

    Ordinary words that are also names ("Will", "May") count unless a sentence begins with them or they are a month.
    A real name that the family chose to have used may stand.
    """
    register, found = list(register), []
    tokens = tokens_of(text)
    used_openly = frozenset().union(*(tokens_of(one.open_name) for one in register))
    words = list(_WORD.finditer(text))
    for entry in register:
        if entry.kind == "organisation":
            continue
        whole = [
            form
            for form in entry.forms
            if len(tokens_of(form)) > 1
            and _holds(tokens, tokens_of(form))
            and not (entry.open_name and used_openly.issuperset(tokens_of(form)))
        ]
        alone = _single_names(text, words, entry, used_openly) if entry.kind == "person" else []
        found += [one for one in (whole or alone)[:1] if one not in found]
    return found


def _holds(tokens: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return size > 0 and any(tokens[at : at + size] == wanted for at in range(len(tokens) - size + 1))


def _single_names(
    text: str, words: list[re.Match[str]], entry: Known, used_openly: frozenset[str]
) -> list[str]:
    names = frozenset().union(*(name_words(form) for form in entry.forms)) - used_openly
    return [
        word[0]
        for word in words
        if _begins_a_name(word[0]) and set(tokens_of(word[0])) & names and not _ordinary_here(text, word)
    ]


def _ordinary_here(text: str, word: re.Match[str]) -> bool:
    token = tokens_of(word[0])[0]
    if token in MONTHS:
        return True
    before = text[: word.start()].rstrip(" ")
    return token in ORDINARY and (not before or before.endswith(_SENTENCE_ENDS))
