"""Within one entry: an end on a day, or at a time, that lies before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.days import days_in
from illuminate.engines.chronology.findings.reading.hours import Hour, hours_in
from illuminate.engines.chronology.findings.sieve import needles_of
from illuminate.engines.chronology.findings.text import has_any

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
    "scene",
    "triag",
    "arriv",
    " to ",
    "-",
    "dep",
    "end",
    "out",
)
_SHORT = frozenset({"visit", "call", "department", "log", "spell"})  # what lasts no night and day
_LONG = 10 * 60  # minutes; the same, where morning or evening is not said
_AHEAD = ("dated", " of ", "minutes", " on ", "born", "dob", "DOB", "Born")
_STOPS = (
    re.compile(r"[.;](?!\d)"),
    re.compile(r"\.(?!\d)"),
)  # between an end and a beginning, and the other way
_Told = tuple[str, bool, float]  # matter, whether the end, day or minute


@cache
def _cues(section: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    gap = r"\b(?:[^.;\d]|\b(?:s|section )\d{1,3}\b){0,24}$"
    return {
        name: (
            re.compile(rf"\b({'|'.join(row['first'])}){gap}", re.I),
            re.compile(rf"(?<!\w)({'|'.join(row['then'])}){gap}", re.I),
        )
        for name, row in words_of("order")[section].items()
        if isinstance(row, dict)
    }


@cache
def _needles(section: str) -> tuple[tuple[str, ...], ...]:
    """Letters, one of which a beginning holds, and one of which an end holds."""
    rows = [row for row in words_of("order")[section].values() if isinstance(row, dict)]
    return tuple(
        tuple(needles_of("|".join(one for row in rows for one in row[side]))) for side in ("first", "then")
    )


@cache
def _plain(name: str) -> re.Pattern[str]:
    known = words_of("order")["clock"][name] + (words_of("order")["moved"] if name == "other" else [])
    return re.compile(rf"\b(?:{'|'.join(known)})\b", re.I)


def ends_first(text: str, own: int | None) -> bool:
    """Whether one sentence gives a beginning and, for the same matter, an end on an earlier day."""
    words = text.lower()
    if not all(has_any(words, needles) for needles in _needles("matters")):
        return False
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
        and len(_STOPS[x < y].findall(text[min(x, y) : max(x, y)])) <= (x < y and a[0] == "stay")
        for x, a in told
        for y, b in told
    )


def told_ahead(text: str, own: int) -> str:
    """The words of a day that the text tells as past, though it lies after the entry's own day."""
    if not _DATED.search(text) or not has_any(text, _AHEAD):
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
        (match.end(1), name, end)
        for name, pair in _cues(section).items()
        for end, pattern in enumerate(pair)
        if (match := _last(pattern, before))
    ]
    last = max((at for at, _, _ in found), default=-1)
    yield from ((name, bool(end)) for at, name, end in found if at == last)


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
    if not has_any(words, _LEFT):
        return False
    told = [
        (name, end, hour)
        for hour in hours_in(words)
        if not hour.loose
        and not _plain("other").search(
            re.split(r"[.;,](?!\d)", words[max(0, hour.start - _FAR) : hour.start])[-1]
        )
        for name, end in _nearest("clock", _clause(words, hour.start))
    ]
    return any(
        not a[1] and b[1] and a[0] == b[0] and _impossible(a[2], b[2], a[0], words)
        for x, a in enumerate(told)
        for y, b in enumerate(told)
        if x < y or _same(words, a[2], b[2])
    )


def _clause(words: str, at: int) -> str:
    """What stands before a time in its own sentence."""
    return re.split(r"[.;](?!\d)", words[max(0, at - _FAR) : at])[-1]


def _same(words: str, one: Hour, other: Hour) -> bool:
    """Whether the words say behind the later of two times that both are of one day."""
    last = max(one.end, other.end)
    return bool(_plain("same").search(words[last : last + 24]))


def _impossible(first: Hour, then: Hour, matter: str, words: str) -> bool:
    lasts = min((b[0] - a[0]) % _DAY for a in first.spans for b in then.spans)
    if len(first.spans) > 1 or len(then.spans) > 1:
        return matter in _SHORT and lasts > _LONG
    if then.spans[0][0] >= first.spans[0][0]:
        return False
    return _same(words, first, then) or (matter in _SHORT and lasts > _HALF_DAY)
