"""Misspelt months and weekdays, by a bounded number of slips; ordinary words are left alone."""

from __future__ import annotations

import re
from functools import lru_cache

from illuminate.engines.dates.words import DATA, MONTH_NAMES, MONTHS, WEEKDAYS

_KNOWN: list[str] = [
    *(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 3),
    *DATA["spelling"]["also"],
]
_LEFT_ALONE = frozenset(DATA["spelling"]["leave"]) | set(MONTHS) | set(WEEKDAYS)
_WORD = re.compile(r"(?<![a-z'])[a-z]{3,11}(?![a-z'])")
# "Dce" for Dec; "Mya" is a name.
_TURNED = {f"{short[0]}{short[2]}{short[1]}": short for short in MONTHS if len(short) == 3 and short != "may"}
MONTH_NAMES_PLAIN = tuple(name.casefold() for name in MONTH_NAMES)
_BETWEEN_FIGURES = re.compile(
    r"(\d(?:st|nd|rd|th)?[\s.\-/]{1,2}(?:(?:day\s)?of\s)?)([a-z]{3,9})(?=[\s.,\-/]{1,2}'?\d)"
)
_BEFORE_FIGURES = re.compile(r"^[a-z]{3,9}(?=[\s.,]{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)?\d\d\b)")
_LETTERS_FOR = str.maketrans("015834|", "olsbeal")
_MIXED = re.compile(r"(?<![a-z\d|])(?=[a-z\d|]*[a-z]{2})(?=[a-z|]*[\d|])[a-z\d|]{3,9}(?![a-z\d|])")


def with_right_names(text: str) -> str:
    """Put the right name for each misspelt month or weekday of a tidy text ("Febuary", "0ct", "Thrusday")."""
    text = _BETWEEN_FIGURES.sub(lambda match: match[1] + _month_between(match[2]), text)
    text = _BEFORE_FIGURES.sub(lambda match: _month_between(match[0]), text)
    text = _MIXED.sub(lambda match: _month_of_letters_and_figures(match[0]), text)
    return _WORD.sub(_right_name, text)


def _month_between(word: str) -> str:
    """The one month that a word between a day and a year misspells, though it may be an ordinary word elsewhere."""
    if word in MONTHS or len(word) > 9:
        return word
    most = 1 if len(word) <= 6 else 2
    near = sorted(
        (slips(word, name), name)
        for name in MONTH_NAMES_PLAIN
        if name[0] == word[0] and abs(len(name) - len(word)) <= most
    )
    one = near and near[0][0] <= most and (len(near) == 1 or near[1][0] > near[0][0])
    return near[0][1] if one else word


def _right_name(match: re.Match[str]) -> str:
    """The right name; "ooct" behind a figure may be a nought and a month, so it is left."""
    word, before = match[0], match.string[match.start() - 1 : match.start()]
    return word if before.isdigit() and word[0] in "oilsbz" else nearest(word) or word


def _month_of_letters_and_figures(word: str) -> str:
    """A scanner's "0ct" and "ju1y" are months; anything that is no month then stays as it was."""
    letters = word.translate(_LETTERS_FOR)
    return letters if letters in MONTHS else word


@lru_cache(maxsize=2048)
def nearest(word: str) -> str | None:
    """The one month or weekday that a word misspells; None when it is right, too far off, or between two.

    A slip is a letter too few, too many or wrong, or two letters turned round. The first letter must be right.
    Words of up to six letters may hold one slip, longer ones two.
    """
    if word in _LEFT_ALONE:
        return None
    if len(word) == 3:
        return _TURNED.get(word)
    for once in (word[:at] + word[at + 1 :] for at in range(len(word) - 1) if word[at] == word[at + 1]):
        if once in MONTHS or once in WEEKDAYS:
            return once
    most = 1 if len(word) <= 6 else 2
    near = [
        (slips(word, name), name)
        for name in _KNOWN
        if name[0] == word[0] and abs(len(name) - len(word)) <= most
    ]
    near = sorted(pair for pair in near if 0 < pair[0] <= most)
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return near[0][1]


def slips(one: str, two: str) -> int:
    """Count the slips between two words: optimal string alignment distance."""
    before: list[int] = []
    last = list(range(len(two) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, other in enumerate(two, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            turned = row > 1 and column > 1 and letter == two[column - 2] and one[row - 2] == other
            now.append(min(cost, before[column - 2] + 1) if turned else cost)
        before, last = last, now
    return last[-1]
