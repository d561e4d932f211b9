"""Times of day told inside an account, of things of which another account tells the time too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.times.moments import occasions_of
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features

Told = list[tuple[str, list[tuple[int, str]]]]
_CLOCK = re.compile(
    r"(?<![\d/£.:])(?:(\d{1,2})[:.]([0-5]\d) ?(am|pm)?|([01]\d|2[0-3])([0-5]\d)(?:h|hrs)?|"
    r"(\d{1,2}) ?(am|pm))\b(?![/.:]\d)"
)
_DAY = 24 * 60
_CALL, _LEFT, _ARRIVED = "call to police", "ambulance leaving", "arrival at hospital"
_APART = 15  # minutes by which the clocks of two agencies may differ
_LATE = 10  # minutes by which an arrival may lie before the journey began
_OWN = 30  # the same, of times that are only the entries' own
_EMERGENCY = ("police", "ambulance", "hospital")
_RANG = re.compile(r"\b(?:police|999)(?: were)? (?:called|rung|phoned)\b(?! by)")
_FIRST = 120  # minutes before the entry's own time at which a thing told in it may have been


@cache
def _before() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{known})") for name, known in words_of("scenes")["clocks"].items()}


def _minutes(match: re.Match[str]) -> int:
    hour, minute, half = (
        int(match[1] or match[4] or match[6]),
        int(match[2] or match[5] or 0),
        match[3] or match[7],
    )
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute


def _told(one: Features, words: str) -> dict[str, tuple[int, str]]:
    """Give the minute, counted over days, and the words, of each thing whose time the text tells."""
    found: dict[str, tuple[int, str]] = {}
    for match in _CLOCK.finditer(words) if any(letter.isdigit() for letter in words) else ():
        minute, ahead = _minutes(match), words[max(0, match.start() - 60) : match.start()]
        ahead = re.split(r"[.;]", ahead)[-1]
        for name, pattern in _before().items():
            cue = pattern.search(ahead)
            if not cue or minute >= _DAY:
                continue
            base = one.minute or 0
            half = not (match[3] or match[7]) and match[1] and len(match[1]) == 1
            if half and minute < 12 * 60 and abs(minute + 12 * 60 - base) < abs(minute - base):
                minute += 12 * 60
            at = one.start * _DAY + minute + (_DAY if minute < base - _FIRST else 0)
            found.setdefault(name, (at, (cue.group(0) + match.group(0)).strip()))
    return found


def _own(one: Features, words: str) -> dict[str, int]:
    """Give what the entry's own time is the time of: a call that police took, an arrival at hospital."""
    if one.minute is None:
        return {}
    at = one.start * _DAY + one.minute
    if one.role not in _EMERGENCY and "call" in occasions_of(one) and _RANG.search(words):
        return {_CALL: at}
    if "emergency" not in occasions_of(one):
        return {}
    return {_CALL: at} if one.role == "police" else {_ARRIVED: at} if one.role == "hospital" else {}


def clocks_differ(features: Sequence[Features], group: Sequence[int], texts: Mapping[int, str]) -> Told:
    """Give the times told in words that another account's words, or its own time, rule out."""
    told = {place: _told(features[place], texts[place]) for place in group}
    own = {place: _own(features[place], texts[place]) for place in group}
    rows: dict[int, str] = {}
    for place in group:
        for other in group:
            if features[place].agency != features[other].agency:
                for name in _clashes(told[place], own[place], told[other], own[other]):
                    rows[place] = told[place][name][1] if name in told[place] else _time(features[place])
                    rows.setdefault(other, _time(features[other]))
    return [("time", sorted(rows.items()))] if rows else []


def _clashes(
    told: Mapping[str, tuple[int, str]],
    own: Mapping[str, int],
    said: Mapping[str, tuple[int, str]],
    theirs: Mapping[str, int],
) -> Iterator[str]:
    """The things whose times, told in words or by the entries' own times, can't both be right."""
    against = {**theirs, **{name: minute for name, (minute, _) in said.items()}}
    arrived = against.get(_ARRIVED)
    for name, (at, _) in told.items():
        differs = name in against and _APART <= abs(at - against[name]) < _DAY // 2
        early = name == _LEFT and arrived is not None and _LATE <= at - arrived < _DAY // 4
        if differs or early:
            yield name
    for name, at in own.items():
        if name == _CALL and name not in told and _OWN <= abs(at - against.get(name, at)) < _DAY // 2:
            yield name


def _time(one: Features) -> str:
    return f"{one.minute // 60:02}:{one.minute % 60:02}" if one.minute is not None else "no time"
