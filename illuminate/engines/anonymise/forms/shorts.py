"""Other first names for a first name: short forms, full forms, other spellings, syllables apart."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..fold import fold
from ..words import ORDINARY
from .form import data
from .named import two_syllables


class Other(NamedTuple):
    """A first name that may stand for a person."""

    text: str
    rule: str
    confidence: float


def others_for(name: str, *, has_syllables: bool = False) -> Iterator[Other]:
    """What may stand for a first name, the likeliest first. `has_syllables`: a name from East Asia."""
    lower = fold(name).lower
    for word in dict.fromkeys((lower, lower.split("-")[0])):
        for short in _table()[0].get(word, ()):
            yield Other(short.capitalize(), "short_name", 0.75)
        for spelt in _table()[2].get(word, ()):
            yield Other(spelt.capitalize(), "spelling", 0.75)
        for full in _table()[1].get(word, ()) if word not in _table()[0] else ():
            # "May" may well be her whole name: then only "Mary Robson" is worth a look, not every Mary.
            yield Other(full.capitalize(), "whole_name" if word in ORDINARY else "full_name", 0.7)
    if "-" in name:
        yield Other(name.split("-")[0], "short_name", 0.6)
    syllables = two_syllables(lower) if has_syllables else None
    if syllables:
        yield Other("-".join(syllables), "spelling", 0.8)


_Table = dict[str, tuple[str, ...]]


@cache
def _table() -> tuple[_Table, _Table, _Table]:
    """By name: its short forms, the full names it is short for, its other spellings; folded."""
    short: dict[str, list[str]] = defaultdict(list)
    full: dict[str, list[str]] = defaultdict(list)
    spelt: dict[str, list[str]] = defaultdict(list)
    for language, names in data("short").items():
        for name, forms in names.items():
            for form in fold(forms).lower.split():
                if language == "other_spellings":
                    spelt[name].append(form)
                    spelt[form].append(name)
                else:
                    short[name].append(form)
                    full[form].append(name)
    return _once(short), _once(full), _once(spelt)


def _once(table: dict[str, list[str]]) -> _Table:
    return {name: tuple(dict.fromkeys(forms)) for name, forms in table.items()}
