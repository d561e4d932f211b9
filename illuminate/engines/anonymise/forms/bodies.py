"""Organisations: the acronym, the short form without the word for its kind, usual abbreviations."""

from collections.abc import Iterator
from functools import cache

from ..words import ABBREVIATIONS, ORDINARY
from .form import Form, data, terms, tokens_of
from .places import spellings

_LONGEST_ACRONYM = 6
_SHORTEST_ACRONYM = 3
_TELLING = 5  # letters of one word that is left


def bodies(real: str, aliases: tuple[str, ...]) -> Iterator[Form]:
    """What people say for an organisation whose full name the register holds."""
    for text in (real, *aliases):
        if len(text.split()) > 1:
            for form in spellings(text):
                yield Form(form, "name", 0.95)
    yield from _acronyms(real)
    for short, confidence in _shortened(real):
        for form in spellings(short):
            yield Form(form, "short_name", confidence)


def _acronyms(real: str) -> Iterator[Form]:
    words = [word for word in real.replace("-", " ").split() if word[:1].isalpha()]
    full = [word for word in words if word.lower() not in terms("small")]
    with_small = [word for word in words if word.lower() != "the"]
    for chosen in (full, with_small):
        letters = "".join(word[0] for word in chosen).upper()
        if _SHORTEST_ACRONYM <= len(letters) <= _LONGEST_ACRONYM and letters.lower() not in ABBREVIATIONS:
            yield Form(letters, "acronym", 0.75)
            yield Form(".".join(letters) + ".", "acronym", 0.75)


def _shortened(real: str) -> Iterator[tuple[str, float]]:
    """The name without its kind, and without the first or last word of a kind of two."""
    lower = " ".join(real.lower().replace("\u2019", "'").replace("&", "and").split())
    for kind in _kinds():
        if not lower.endswith(" " + kind):
            continue
        words = real.split()
        rest = words[: -len(kind.split())]
        if not _tells(rest):
            continue
        yield " ".join(rest), 0.85 if len(rest) > 1 else 0.7
        if len(kind.split()) > 1:
            yield " ".join(words[:-1]), 0.9
            yield " ".join([*rest, words[-1]]), 0.9


def _tells(rest: list[str]) -> bool:
    """Whether what is left is still this organisation's and no ordinary word."""
    words = [word for word in tokens_of(" ".join(rest)) if word not in terms("small")]
    if len(words) > 1:
        return True
    return len(words) == 1 and len(words[0]) >= _TELLING and words[0] not in ORDINARY


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(data("terms")["kinds"])
