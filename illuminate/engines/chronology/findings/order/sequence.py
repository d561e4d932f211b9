"""Within one entry: an end on a day, or at a time, that lies before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.days import days_in
from illuminate.engines.chronology.findings.reading.hours import hours_in

_FAR = 45  # letters before a day or a time in which the word that it goes with stands
_DAY, _HALF_DAY = 24 * 60, 12 * 60
_DATED = re.compile(r"\d ?[./-] ?\d|\d(?:st|nd|rd|th)?(?: of)?[ -][A-Z][a-z]{2}")  # a day, at a glance
_CLOCKED = re.compile(r"\d[:.]\d\d|\d{4}|\d ?[ap]m")
_LEFT = (
    "left",
    "depart",
    "rui",
    "rel",
    "until",
    "till",
    "ended",
    "finish",
    "close",
    "clear",
    "away",
    "went",
    "disch",
    "conclud",
)
_AHEAD = ("dated", " of ", "minutes", " on ")
_Told = tuple[str, bool, float]  # matter, whether the end, day or minute


@cache
def _cues(section: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    gap = r"\b[^.;\d]{0,24}$"
    return {
        name: (
            re.compile(rf"\b(?:{'|'.join(row['first'])}){gap}", re.I),
            re.compile(rf"(?<!\w)(?:{'|'.join(row['then'])}){gap}", re.I),
        )
        for name, row in words_of("order")[section].items()
        if isinstance(row, dict)
    }


@cache
def _plain(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words_of('order')['clock'][name])})\b", re.I)


def ends_first(text: str, own: int | None) -> bool:
    """Whether one sentence gives a beginning and, for the same matter, an end on an earlier day."""
    if len(_DATED.findall(text)) < 2:
        return False
    told: list[tuple[int, _Told]] = []
    for day in days_in(text, own):
        before = re.split(r"[.;](?!\d)", text[max(0, day.start - _FAR) : day.start])[-1]
        if day.exact and not _plain("other").search(before):
            told += [(day.start, (matter, end, day.day)) for matter, end in _nearest("matters", before)]
    return any(
        a[0] == b[0]
        and not a[1]
        and b[1]
        and b[2] < a[2]
        and not re.search(r"[.;](?!\d)", text[min(x, y) : max(x, y)])
        for x, a in told
        for y, b in told
    )


def told_ahead(text: str, own: int) -> str:
    """The words of a day that the text tells as past, though it lies after the entry's own day."""
    if not _DATED.search(text) or not any(word in text for word in _AHEAD):
        return ""
    for day in days_in(text, own):
        if not day.exact or day.until or not own < day.day <= own + 330:
            continue
        before = re.split(r"[.;](?!\d)", text[max(0, day.start - _FAR) : day.start])[-1]
        if _behind("words").search(before) and not _behind("not").search(before):
            return day.words
    return ""


@cache
def _behind(name: str) -> re.Pattern[str]:
    words = "|".join(words_of("order")["behind"][name])
    return re.compile(
        rf"\b(?:{words})(?: the)?(?: \w{{3,6}}day)?,? $" if name == "words" else rf"\b(?:{words})\b", re.I
    )


def _nearest(section: str, before: str) -> Iterator[tuple[str, bool]]:
    """The matters whose word stands nearest before a day or a time."""
    found = [
        (match.start(), name, end)
        for name, pair in _cues(section).items()
        for end, pattern in enumerate(pair)
        if (match := _last(pattern, before))
    ]
    last = max((start for start, _, _ in found), default=-1)
    yield from ((name, bool(end)) for start, name, end in found if start == last)


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    found = pattern.search(before)
    while found and (later := pattern.search(before, found.start() + 1)):
        found = later
    return found


def left_first(text: str) -> bool:
    """Whether somebody left, by the clock, before he came, and no night lies between."""
    if len(_CLOCKED.findall(text)) < 2:
        return False
    words = text.lower()
    if not any(word in words for word in _LEFT):
        return False
    for matter in ("visit", "custody"):
        begun: list[int] = []
        for hour in hours_in(words):
            before = words[max(0, hour.start - _FAR) : hour.start]
            at = hour.spans[0][0]
            if hour.loose or len(hour.spans) > 1 or _plain("other").search(re.split(r"[.;,]", before)[-1]):
                continue
            told = [end for name, end in _nearest("clock", before) if name == matter]
            if told == [False]:
                begun.append(at)
            elif (
                told == [True]
                and begun
                and _impossible(begun[-1], at, matter, words[hour.end : hour.end + 20])
            ):
                return True
    return False


def _impossible(first: int, then: int, matter: str, behind: str) -> bool:
    if then >= first:
        return False
    if _plain("same").search(behind):
        return True
    return matter == "visit" and (then - first) % _DAY > _HALF_DAY and first - then < _HALF_DAY
