"""One cell that tells of several dated events: parted only where the writer parted them.

Dates inside prose ("the letter of 3 May arrived") never part anything. A cell is parted where a line or a
list mark begins with a date, or where sentence after sentence begins with a date in figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from illuminate.engines.dates import When

_MARK = r"[•·▪◦‣*\-–—o]\s+|\(?[0-9]{1,2}[.)]\s+(?=\D|\d{1,2}[./])|[a-z][.)]\s+"
_LINE = re.compile(rf"(?:^|\n)[ \t]*(?:{_MARK})?(?=\S)")
_FIGURES = re.compile(
    r"(?:(?<=^)|(?<=[.;!?]\s)|(?<=[.;!?]\s\s))(?=\d{1,2}[./\-]\d{1,2}[./\-](?:\d{4}|\d{2})\b\s*(?:[:–—\-,]\s*)?[^\W\d_])"
)
_WORTH_A_LOOK = re.compile(r"\d.{5,}\d", re.S)
_TWO_DATES = re.compile(r"\d[./\-]\d.*\d[./\-]\d", re.S)
_EXACT = ("minute", "day")

Take = Callable[[str], "tuple[When, str, str] | None"]


@dataclass(frozen=True, slots=True)
class Part:
    """One dated piece of a cell; ``when`` is None for words that stand before the first date."""

    when: When | None
    date: str
    text: str


def parts_of(text: str, take: Take) -> list[Part]:
    """The dated parts of a cell, at least two of them with a date; else an empty list."""
    if ("\n" not in text and not _TWO_DATES.search(text)) or not _WORTH_A_LOOK.search(text):
        return []
    found = _cut(text, [match.end() for match in _LINE.finditer(text)], take) if "\n" in text else []
    if found or not _TWO_DATES.search(text):
        return found
    return _cut(text, [match.start() for match in _FIGURES.finditer(text)], take)


def _cut(text: str, places: list[int], take: Take) -> list[Part]:
    taken = [(place, found) for place in places if (found := _exact(text[place:], take))]
    if len(taken) < 2:
        return []
    parts = []
    before = re.sub(rf"(?:^|\n)[ \t]*(?:{_MARK})?$", "", text[: taken[0][0]]).strip()
    if before:
        parts.append(Part(None, "", before))
    ends = [place for place, _ in taken[1:]] + [len(text)]
    for (place, (when, words, _)), end in zip(taken, ends, strict=True):
        piece = re.sub(rf"\n[ \t]*(?:{_MARK})?$", "", text[place:end])
        found = _exact(piece, take)
        rest = (found[2] if found else piece.removeprefix(words)).strip()
        if not rest:
            return []
        parts.append(Part(when, words, rest))
    return parts


def _exact(text: str, take: Take) -> tuple[When, str, str] | None:
    """A date of a day at the start, with words after it."""
    found = take(text)
    return found if found and found[0].precision in _EXACT and found[2].strip() else None


def paired(dates: list[str], text: str) -> list[str] | None:
    """The words for each date of a list, when the text has as many lines as there are dates."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines if len(lines) == len(dates) else None
