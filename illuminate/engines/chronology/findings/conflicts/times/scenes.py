"""One act at two times: what both accounts tell of, and the times that each gives it in its column or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import any_of
from illuminate.engines.chronology.findings.conflicts.times.moments import is_later
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.hours import Hour, apart, hours_in

Told = tuple[str, list[tuple[int, str]]]
_SENTENCES = re.compile(r"[.;!?\n]+(?=\s|$)|\n")
_EMERGENCY = frozenset({"police", "ambulance", "hospital"})
_PLANNED = re.compile(
    r"\b(?:will|to (?:be|attend|return|visit|see|come|follow|have|take|go)|due|"
    r"booked|arranged|planned|appt|appointment (?:for|at)|next|"
    r"tomorrow|listed|can offer|offered|until|till|expires?|last seen|curfew|between|since)\b[^.;]{0,28}$"
)
_BEFORE_THAT = re.compile(
    r"\b(?:had|having) (?:already |since |earlier )?(?:been )?$"
)  # an act before the entry's own
_NIGHT = 8 * 60
_HOUR = re.compile(
    r"\d|noon|midday|midnight|lunch|dinner|tea|breakfast|school|morning|afternoon|evening|night|past|o'clock|hour|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_CUE = 40  # letters between a stage and its time


@dataclass(frozen=True, slots=True)
class Scene:
    """``acts``: for each act the times given for it; ``times`` all of them; ``stages``: first minute of each stage."""

    acts: Mapping[str, Sequence[Hour]]
    stages: Mapping[int, Hour]
    own: Hour | None


@cache
def _acts() -> Mapping[str, tuple[re.Pattern[str], int]]:
    return {
        name: (re.compile(rf"\b(?:{any_of(row['words'])})"), row["apart"])
        for name, row in words_of("scenes")["acts"].items()
    }


@cache
def _stages() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{known}") for _, known in words_of("scenes")["stages"]["list"])


@cache
def _first(name: str) -> re.Pattern[str]:
    return re.compile("|".join(words_of("scenes")["first"][name]))


def scene_of(one: Features, words: str) -> Scene:
    """Read the acts of an entry's text (plain, lower case), each with its times."""
    minute = one.minute
    own = (
        Hour(((minute, minute),), 0, 0, f"{minute // 60:02}:{minute % 60:02}")
        if minute is not None and not is_later(one)
        else None
    )
    acts: dict[str, list[Hour]] = {}
    stages: dict[int, Hour] = {}
    for sentence in _SENTENCES.split(words):
        hours = [hour for hour in hours_in(sentence) if not _PLANNED.search(sentence[: hour.start])]
        _add_stages(sentence, hours, stages)
        for name, (pattern, _) in _acts().items():
            match = pattern.search(sentence)
            if match and not (_BEFORE_THAT.search(sentence[: match.start()]) and not hours):
                acts.setdefault(name, []).extend(hours)
    if any(not hours for hours in acts.values()):
        every = [hour for hour in hours_in(words) if not _PLANNED.search(words[: hour.start])]
        acts = {name: hours or every for name, hours in acts.items()}
    if own:
        acts = {name: [*hours, own] for name, hours in acts.items()}
    return Scene(acts, stages, own)


def _add_stages(words: str, hours: Sequence[Hour], stages: dict[int, Hour]) -> None:
    for hour in hours:
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
            stages.setdefault(best, hour)


def scenes_differ(features: Sequence[Features], group: Sequence[int], texts: Mapping[int, str]) -> list[Told]:
    """Give the times of one act, or of two in an order, that can't both be right."""
    may = [place for place in group if features[place].minute is not None or _HOUR.search(texts[place])]
    if len({features[place].agency for place in may}) < 2:
        return []
    scenes = {place: scene_of(features[place], texts[place]) for place in may}
    rows: dict[int, str] = {}
    for number, place in enumerate(may):
        for other in may[number + 1 :]:
            one, two = features[place], features[other]
            if one.agency == two.agency or not _one_day(one, two):
                continue
            found = next(_clashes(scenes[place], scenes[other], one, two, (texts[place], texts[other])), None)
            if found:
                rows.setdefault(place, found[0])
                rows.setdefault(other, found[1])
    return [("time", sorted(rows.items()))] if rows else []


def _one_day(one: Features, two: Features) -> bool:
    """Whether both tell of the same day: their own, or the one that the later account speaks of."""
    if abs(one.start - two.start) <= 1:
        return True
    early, late = (one, two) if one.start < two.start else (two, one)
    return any(abs(day.day - early.start) <= 1 and not day.until for day in late.spoken)


def _clashes(
    one: Scene, two: Scene, a: Features, b: Features, texts: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    for name, (_, least) in _acts().items():
        mine, theirs = _timely(one.acts.get(name, ()), a, b), _timely(two.acts.get(name, ()), b, a)
        if not mine or not theirs or (name == "phoned" and {a.role, b.role} <= _EMERGENCY):
            continue
        near = min(((apart(x, y), x, y) for x in mine for y in theirs), key=lambda row: row[0])
        if near[0] >= least:
            yield near[1].words, near[2].words
    yield from _out_of_order(one, two)
    yield from ((y, x) for x, y in _out_of_order(two, one))
    if {a.role, b.role} == {"police", "ambulance"}:
        police, crew = (0, 1) if a.role == "police" else (1, 0)
        found = _there_first((one, two)[police], (one, two)[crew], texts[police], texts[crew])
        if found:
            yield (found[police], found[crew])


def _timely(hours: Sequence[Hour], one: Features, other: Features) -> Sequence[Hour]:
    """Without the later entry's own time, if it was written on a later day than the event."""
    if one.start <= other.start or (one.minute is not None and one.minute <= _NIGHT):
        return hours
    return [hour for hour in hours if hour.end]


def _out_of_order(one: Scene, two: Scene) -> Iterator[tuple[str, str]]:
    """A later stage in the one account before an earlier stage in the other."""
    slack = words_of("scenes")["stages"]["slack"]
    for late, x in one.stages.items():
        for early, y in two.stages.items():
            if late <= early or len(x.spans) > 1 or len(y.spans) > 1:
                continue
            ahead = y.spans[0][0] - x.spans[0][0]
            if slack <= ahead < 360:
                yield x.words, y.words


def _there_first(police: Scene, crew: Scene, told: str, said: str) -> tuple[str, str] | None:
    """Police find the crew there, who came later by their own clock; or each finds the other there."""
    at = police.stages.get(1) or police.own
    came = crew.stages.get(1) or crew.stages.get(0) or crew.own
    finds, found = _first("police").search(told), _first("ambulance").search(said)
    for match, early, late in ((finds, came, at), (found, at if police.stages.get(1) else None, came)):
        if match and early and late and 10 <= early.spans[0][0] - late.spans[0][0] < 360:
            return (late.words, early.words) if match is finds else (early.words, late.words)
    if finds and found:
        return finds.group(0), found.group(0)
    return None
