"""Rows and lines that are no contacts: totals, keys, notes, and marks that stand for the date above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from illuminate.engines.chronology.wordlists import languages_of

_LONGEST_TOTAL = 40
_LONGEST_FIGURE = 30
_SENSE = re.compile(r"[a-z]{2}|[\u0250-\u1fff\u2c00-\uffdc]{2}|\d", re.I)
_BROKEN = re.compile(r"\s*(?:#(?:REF|NAME|VALUE|DIV/0|N/A|NULL|NUM|SPILL|CALC)[!?]?|#{2,})\s*", re.I)
_DAMAGED = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f]")


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(words for language in languages_of("lines") for words in language.get(kind, ()))


@cache
def _begins(kind: str) -> re.Pattern[str]:
    words = sorted(_words(kind), key=len, reverse=True)
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, words))})(?:\s*[:.\-–—(]|\W*$|\s+of\b|\s+\d)", re.I)


@cache
def _totals() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, _words('total')))})\b", re.I)


@cache
def _ditto() -> frozenset[str]:
    return frozenset(_words("ditto"))


def is_ditto(words: str) -> bool:
    """Whether a date cell stands for the date above it."""
    return words.casefold() in _ditto()


_DAY_BEHIND = re.compile(r"(?P<mark>\S+(?: month)?)\s+(?:the\s+)?(?P<day>\d{1,2}(?:st|nd|rd|th)?)", re.I)


def of_month_above(words: str) -> str | None:
    """The day behind a mark that stands for the month above: "18th" of ' " 18th'; else None."""
    found = _DAY_BEHIND.fullmatch(words)
    return (
        found["day"]
        if found and (is_ditto(found["mark"]) or found["mark"].casefold() == "same month")
        else None
    )


def is_total(filled: Mapping[int, str]) -> bool:
    """Whether a row adds up others: it says so first, and the rest of it is figures."""
    first, *rest = filled.values()
    if len(first) > _LONGEST_TOTAL or not _totals().match(first):
        return False
    return all(len(words) <= _LONGEST_FIGURE and re.search(r"\d", words) for words in rest)


def is_note(words: str) -> bool:
    """Whether a line begins as a key, a note or a signature does."""
    return bool(_begins("notes").match(words))


def is_example(words: str) -> bool:
    """Whether a cell shows how to fill in a form: "e.g. 01/01/2010". Two letters alone may be a worker's initials."""
    return bool(_begins_example().match(words)) and re.sub(r"\W", "", words).casefold() != "eg"


@cache
def _begins_example() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, _words('example')))})(?:\W|$)", re.I)


def is_senseless(filled: Mapping[int, str]) -> bool:
    """Whether nothing in a row can be read: errors of a spreadsheet, or letters damaged on their way."""
    return all(_is_broken(words) for words in filled.values())


def is_broken_text(words: str) -> bool:
    """Whether a cell has words and none can be read."""
    return bool(words) and _is_broken(words)


def _is_broken(words: str) -> bool:
    if _BROKEN.fullmatch(words):
        return True
    sound = _DAMAGED.sub("", words) if _DAMAGED.search(words) else words
    return not _SENSE.search(sound) and len(words) > 3


_LONGEST_SHORT, _MOST_HINT_WORDS = 30, 4
_LIKE_A_DATE = re.compile(r"^\W*(?:\d{1,2}(?:st|nd|rd|th)?[\s./\-]|(?:19|20)\d\d\b|[a-z]{3,9}\s+\d)", re.I)


def is_remark(words: str) -> bool:
    """Whether words below a table are more than a damaged date, and begin with none."""
    return len(words) > _LONGEST_SHORT and not _LIKE_A_DATE.match(words)


_ENUMERATED = re.compile(r"\W{0,2}(?:[a-z]|[ivx]{1,4}|(?:col(?:umn)?\s*)?\d{1,2})\W{0,2}", re.I)


def is_numbering(cells: Iterable[str]) -> bool:
    """Whether a row only counts the columns of a form: "(a)", "(b)", "(c)"."""
    words = list(cells)
    return len(words) > 1 and len(set(words)) == len(words) and all(map(_ENUMERATED.fullmatch, words))


def is_hint_like(words: str) -> bool:
    """Whether words are as few as those of a hint in a form: "free text"."""
    return len(words.split()) <= _MOST_HINT_WORDS


def goes_on(words: str) -> bool:
    """Whether words are a few in small letters without a figure, as the second half of a heading is."""
    return words.islower() and len(words.split()) <= _MOST_HINT_WORDS and words.replace(" ", "").isalpha()


def is_mark_of_something(words: str) -> bool:
    """Whether a cell holds more than a dash that says "nothing"."""
    return words not in ("-", "–", "—", "--", ".", "_", "/")
