"""What an entry tells with a time of day: acts of which there is one time, stages of one course, and other deeds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import any_of
from illuminate.engines.chronology.findings.conflicts.times.clauses import (
    clause_at,
    content,
    names_in,
    opening,
    part_at,
    sentences,
)
from illuminate.engines.chronology.findings.conflicts.times.moments import occasions_of, retold
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.hours import DAY, Hour, apart, hours_in, own_hour
from illuminate.engines.chronology.findings.sieve import Sieve

EMERGENCY = frozenset({"police", "ambulance", "hospital"})
_PLANNED = re.compile(
    r"\b(?:will|to (?:be|attend|return|visit|see|come|follow|have|take|go)|due|"
    r"booked|arranged|planned|appt|appointment (?:for|at)|next|"
    r"tomorrow|listed|can offer|offered|until|till|expires?|last seen|curfew|since)\b[^.;]{0,28}$"
)
_AT_ONCE = re.compile(
    r"999|\bcall(?:ed)? (?:from|by|to|received)|on scene|^(?:\w+ ){0,4}attended|brought in|by ambulance|"
    r"present(?:ed|s)\b|report(?:ed)? (?:of|from|by)"
)
_STAYED = re.compile(
    r"\b(?:stay\w*|remain\w*|there|wait\w*|kept|on scene|with (?:her|him|them|us))\b[^.;]{0,28}(?:until|till) $"
)
_ENDS = re.compile(r"\b(?:until|till|by|after|before)(?: about| around)? $")  # no time of the deed itself
_CAME = re.compile(
    r"\b(?:attend\w*|seen|saw|present(?:ed|s)|arriv\w*|visit\w*|came|admitted|appointment|met|reported|"
    r"called (?:on|at|round|in))\b"
)
_OVER = re.compile(
    r"\b(?:had|has|having) (?:just |already |earlier )?(?:been (?:down |up |round |in )?(?:to|at)|come back|"
    r"come from|returned|gone to|reported)\b|"
    r"\b(?:back|come|came|straight|on (?:her|his|the) way (?:back )?) ?from\b"
)
_BEFORE_THAT = re.compile(
    r"\b(?:had|having) (?:already |since |earlier )?(?:been )?$"
)  # an act before the entry's own
_CUE = 40  # letters between a stage and its time
_FIRST = 120  # minutes before the entry's own time at which a thing told in it may have been
_HEAD = 20  # the same, if it is the first thing that the entry says
_OPENING = 90  # letters in which an entry says what its own time is the time of


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of day on a day; ``own``: it is that of the entry's column, and ``live`` that of somebody on the way."""

    hour: Hour
    day: int
    own: bool
    live: bool = False

    @property
    def rough(self) -> bool:
        """Whether it is told in words, which nobody says to the minute."""
        return not any(sign.isdigit() for sign in self.hour.words[-3:])

    @property
    def at(self) -> int | None:
        """The minute, counted over days, if it is exact."""
        return self.day * DAY + self.hour.spans[0][0] if len(self.hour.spans) == 1 else None


@dataclass(frozen=True, slots=True)
class Deed:
    """Something told with a time; ``came``: that somebody came or was seen; ``main``: in the first sentence."""

    stems: frozenset[str]
    timed: Timed
    came: bool
    main: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """``acts``: for each act the times given for it; ``stages``: first minute of each stage; ``deeds``: all the rest.

    ``over``: the words of what it tells as already over; ``heard``: it tells what it was told.
    """

    own: Timed | None
    acts: dict[str, list[Timed]] = field(default_factory=dict)
    stages: dict[int, Timed] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)
    over: frozenset[str] = frozenset()
    heard: bool = False


@cache
def acts() -> Mapping[str, int]:
    """Each act, and by how many minutes two accounts of it may differ."""
    return {name: row["apart"] for name, row in words_of("scenes")["acts"].items()}


@cache
def _acts_told() -> tuple[Sieve, Sequence[str]]:
    rows = words_of("scenes")["acts"]
    return Sieve(rf"\b(?:{any_of(row['words'])})" for row in rows.values()), tuple(rows)


@cache
def _stages() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{known}") for _, known in words_of("scenes")["stages"]["list"])


@cache
def _begins() -> Mapping[str, Mapping[int, re.Pattern[str]]]:
    names = [name for name, _ in words_of("scenes")["stages"]["list"]]
    return {
        role: {names.index(stage): re.compile(rf"\b(?:{any_of(known)})") for stage, known in rows.items()}
        for role, rows in words_of("scenes")["begins"].items()
    }


def scene_of(one: Features, words: str) -> Scene:
    """Read the acts, stages and deeds of an entry's text (plain, lower case), each with its times."""
    own = None
    if one.minute is not None and at_once(one, words):
        own = Timed(own_hour(one.minute), one.start, True, bool(_AT_ONCE.search(words[:_OPENING])))
    names, day = names_in(one), one.start
    scene = Scene(own, over=_over(words, names) if own else frozenset(), heard=retold(words.split(". ")[0]))
    every: list[Timed] = []
    for start, sentence in sentences(words):
        day = _named_day(sentence, one) or day
        hours = [hour for hour in hours_in(sentence) if not _planned(sentence[: hour.start])]
        timed = [Timed(hour, _day_of(hour, sentence, one, day), False) for hour in hours]
        every += timed
        _add_stages(sentence, timed, scene.stages)
        _add_acts(sentence, timed or ([own] if own and not start else []), scene.acts)
        for each in timed:
            if _ENDS.search(sentence[: each.hour.start]):
                continue
            others = [hour.start for hour in hours if hour is not each.hour and not hour.loose]
            told = clause_at(sentence, start, each.hour.start, others, names)
            part = words[told.start : told.end]
            scene.deeds.append(Deed(told.stems, each, bool(_CAME.search(part)), not start))
    for name, rows in scene.acts.items():
        rows = rows or every
        known = own is None or any(apart(own.hour, each.hour) == 0 for each in rows)
        scene.acts[name] = rows if known or own is None else [*rows, own]
    if own:
        _add_own(one, words, own, scene)
        scene.deeds.append(Deed(opening(words, names), own, False, True))
    return scene


def _over(words: str, names: frozenset[str]) -> frozenset[str]:
    told = [sentence for _, sentence in sentences(words) if _OVER.search(sentence)]
    return frozenset(stem for sentence in told for stem in content(sentence, names))


def _planned(before: str) -> bool:
    return bool(_PLANNED.search(before)) and not _STAYED.search(before)


def at_once(one: Features, words: str) -> bool:
    """Whether the entry's own time is that of what it begins with, and not that of a telling or a plan."""
    first = words.split(". ")[0]
    if one.role == "ambulance" or (one.role in EMERGENCY and _AT_ONCE.search(first)):
        return True
    return not retold(first) and not _PLANNED.search(first)


def _named_day(sentence: str, one: Features) -> int | None:
    return next((day.day for day in one.spoken if not day.until and day.words.lower() in sentence), None)


def _day_of(hour: Hour, sentence: str, one: Features, known: int) -> int:
    """The day that is named nearest to the time; else the one told last, or the day after where a night is told."""
    near = [day for day in one.spoken if not day.until and day.words.lower() in sentence]
    if near:
        return min(near, key=lambda day: abs(sentence.find(day.words.lower()) - hour.start)).day
    late = known == one.start and one.minute is not None and len(hour.spans) == 1 and not hour.loose
    return known + (late and one.minute is not None and hour.spans[0][0] < one.minute - _FIRST)


def _add_acts(sentence: str, timed: Sequence[Timed], told: dict[str, list[Timed]]) -> None:
    sieve, names = _acts_told()
    for number, pattern in sieve.asked(sentence):
        match = pattern.search(sentence)
        if match and not (_BEFORE_THAT.search(sentence[: match.start()]) and not timed):
            told.setdefault(names[number], []).extend(_beside(match, sentence, timed))


def _beside(act: re.Match[str], sentence: str, timed: Sequence[Timed]) -> Sequence[Timed]:
    """The times in the same part of the sentence; all of them, if there is none."""
    first, last = part_at(sentence, act.start())
    return [each for each in timed if first <= each.hour.start < last] or timed


def _add_stages(words: str, timed: Sequence[Timed], stages: dict[int, Timed]) -> None:
    for each in timed:
        hour = each.hour
        if hour.loose:
            continue
        before, behind = words[max(0, hour.start - _CUE) : hour.start], words[hour.end : hour.end + 14]
        best, at = -1, -1
        for number, pattern in enumerate(_stages()):
            for match in pattern.finditer(before):
                if match.end() > at:
                    best, at = number, match.end()
        if best < 0:
            best = next((number for number, pattern in enumerate(_stages()) if pattern.search(behind)), -1)
        if best >= 0:
            stages.setdefault(best, each)


def _add_own(one: Features, words: str, own: Timed, scene: Scene) -> None:
    """The stage that the entry's own time is the time of, for those who come at once."""
    urgent = "emergency" in occasions_of(one)
    rows = _begins().get(one.role, {})
    known = ((known.search(words[:_OPENING]), stage) for stage, known in rows.items())
    found = [(match.start(), -stage) for match, stage in known if match]
    if found and (urgent or min(found)[0] < _HEAD or one.role in ("ambulance", "mental_health")):
        scene.stages.setdefault(-min(found)[1], own)
        if one.role == "police" and min(found)[1] == 0:
            scene.acts.setdefault("police_called", [own])
