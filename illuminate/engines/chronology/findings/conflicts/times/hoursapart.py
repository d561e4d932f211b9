"""One act at two times: what both accounts tell of, and the times that each gives it in its column or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.times.scenes import (
    EMERGENCY,
    Deed,
    Scene,
    Timed,
    acts,
    scene_of,
)
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.reading.hours import apart

Told = tuple[str, list[tuple[int, str]]]
_NIGHT, _EVENING = 8 * 60, 18 * 60
_THERE, _RECEIVED = 2, 4  # the places of arrival on scene and at hospital among the stages
_OWN = 30  # minutes between the columns of two, neither of which tells the act's time
_ROUGH = 40  # minutes by which an hour in words may be off
_WIDELY = 120  # the same, where it is not said that somebody came
_DEED, _LOOSELY = 60, 30  # minutes by which two tellings of one deed differ: two clocks, or a part of the day
_RECEIVE = frozenset({"hospital", "mental_health"})
_FEW = 2  # times that an account gives to one thing
_SHARED = 2  # words that two tellings of one deed have in common
_FURTHEST = 360  # minutes; what lies further apart goes over a night
_HOUR = re.compile(
    r"\d|noon|midday|midnight|lunch|dinner|\btea|breakfast|school|morning|afternoon|evening|night|past|o'clock|hour|"
    r"dawn|work|way home|regist|lesson|assembl|drop|end of|bell|play|bed|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)


@cache
def _first(name: str) -> re.Pattern[str]:
    return re.compile("|".join(words_of("scenes")["first"][name]))


def hours_differ(features: Sequence[Features], group: Sequence[int], texts: Mapping[int, str]) -> list[Told]:
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
    for name, least in acts().items():
        mine, theirs = _timely(one.acts.get(name, ()), a, b), _timely(two.acts.get(name, ()), b, a)
        if not mine or not theirs or (name == "phoned" and {a.role, b.role} <= EMERGENCY):
            continue
        if all(_apart(x, y) >= _least(x, y, least) for x in mine for y in theirs) and any(
            _comparable(x, y) for x in mine for y in theirs
        ):
            x, y = min(((x, y) for x in mine for y in theirs), key=lambda pair: _apart(*pair))
            yield x.hour.words, y.hour.words
    yield from _deeds_apart(one, two, a, b)
    yield from _told_of_the_other(one, two, a, b)
    yield from ((y, x) for x, y in _told_of_the_other(two, one, b, a))
    yield from _told_too_soon(one, two, a, b)
    yield from ((y, x) for x, y in _told_too_soon(two, one, b, a))
    yield from _out_of_order(one, two, a.role in _RECEIVE and b.role not in _RECEIVE)
    yield from ((y, x) for x, y in _out_of_order(two, one, b.role in _RECEIVE and a.role not in _RECEIVE))
    if {a.role, b.role} == {"police", "ambulance"}:
        police, crew = (0, 1) if a.role == "police" else (1, 0)
        found = _there_first((one, two)[police], (one, two)[crew], texts[police], texts[crew])
        if found:
            yield (found[police], found[crew])


def _apart(one: Timed, other: Timed) -> int:
    return apart(one.hour, other.hour)


def _least(one: Timed, other: Timed, least: int) -> int:
    """Minutes by which the two have to differ: more, if a time is only the column's or told in words."""
    least = max(least, _OWN) if one.own and other.own else least
    return max(least, _ROUGH) if one.rough or other.rough else least


def _comparable(one: Timed, other: Timed) -> bool:
    """Whether the two are of one day, or of the night between two."""
    if one.day == other.day:
        return True
    return abs(one.day - other.day) == 1 and all(
        first >= _EVENING or first <= _NIGHT for each in (one, other) for first, _ in each.hour.spans
    )


def _timely(times: Sequence[Timed], one: Features, other: Features) -> Sequence[Timed]:
    """Without the later entry's own time, if it was written on a later day than the event."""
    if one.start <= other.start or (one.minute is not None and one.minute <= _NIGHT):
        return times
    return [each for each in times if not each.own]


def _deeds_apart(one: Scene, two: Scene, a: Features, b: Features) -> Iterator[tuple[str, str]]:
    """The same deed, by its words, at times that no other time in either account makes good."""
    for mine in one.deeds:
        for theirs in two.deeds:
            x, y = mine.timed, theirs.timed
            if not _alike(mine, theirs) or not _comparable(x, y):
                continue
            if not _timely([x], a, b) or not _timely([y], b, a):
                continue
            if _explained(x, y, theirs.came, a) or _explained(y, x, mine.came, b):
                continue
            least = _LOOSELY if x.hour.loose or y.hour.loose else _DEED
            if all(_apart(x, each.timed) >= least for each in two.deeds) and all(
                _apart(each.timed, y) >= least for each in one.deeds
            ):
                yield x.hour.words, y.hour.words


def _told_of_the_other(one: Scene, two: Scene, a: Features, b: Features) -> Iterator[tuple[str, str]]:
    """The time that one gives, in words alone, to what another did, who did it at another time."""
    if one.own or a.start > b.start + 1 or not 0 < len(one.deeds) <= _FEW:
        return
    times = [*([two.own] if two.own else []), *(each.timed for each in two.deeds)]
    told = [each.timed for each in one.deeds]
    named = bool(a.mentioned >> b.agency & 1)
    came = all(each.came for each in one.deeds) and bool(two.own)
    if not times or not (named or (came and one.heard and b.role not in EMERGENCY)):
        return
    if a.minute is not None and any(span[0] > a.minute for each in told for span in each.hour.spans):
        return  # what is still to come when it is told is another thing
    if not came and (not all(each.main for each in one.deeds) or (b.role == "police" and two.own)):
        return
    least = _DEED if came else _WIDELY
    if all(
        _comparable(x, y) and _apart(x, y) >= (_LOOSELY if came and x.hour.loose else least)
        for x in told
        for y in times
    ):
        yield told[0].hour.words, times[0].hour.words


def _told_too_soon(one: Scene, two: Scene, a: Features, b: Features) -> Iterator[tuple[str, str]]:
    """What one tells as over lies, by the clock of who was there, still ahead."""
    if not one.own or not two.own or a.start != b.start or not one.over:
        return
    ahead = (two.own.at or 0) - (one.own.at or 0)
    if ahead >= _OWN and any(one.over & each.stems for each in two.deeds if each.timed.own):
        yield one.own.hour.words, two.own.hour.words


def _explained(own: Timed, told: Timed, came: bool, writer: Features) -> bool:
    """Who cares for somebody writes after the event, whose time lies before: no difference."""
    if not own.own or came or (writer.role == "police" and own.live):
        return False
    return min(first for first, _ in told.hour.spans) <= own.hour.spans[0][0]


def _alike(mine: Deed, theirs: Deed) -> bool:
    """Two words in common, or one where both give the time in words or the word stands for a kind of deed."""
    if mine.timed.own and theirs.timed.own:
        return False
    shared = mine.stems & theirs.stems
    if mine.timed.own or theirs.timed.own:
        return len(shared) >= _SHARED or any(word.isupper() for word in shared)
    return bool(shared)


def _out_of_order(one: Scene, two: Scene, taken_in: bool) -> Iterator[tuple[str, str]]:
    """A later stage in the one account before an earlier in the other; or taken in before the others came there."""
    slack = words_of("scenes")["stages"]["slack"]
    for late, x in one.stages.items():
        for early, y in two.stages.items():
            if (
                x.at is None
                or y.at is None
                or not (late > early or (late == early == _RECEIVED and taken_in))
            ):
                continue
            least = max(_DEED if late == early else slack, _ROUGH if x.rough or y.rough else 0)
            if least <= y.at - x.at < _FURTHEST:
                yield x.hour.words, y.hour.words


def _there_first(police: Scene, crew: Scene, told: str, said: str) -> tuple[str, str] | None:
    """Police find the crew there, who came later by their own clock; or each finds the other there."""
    at = police.stages.get(_THERE) or police.own
    came = crew.stages.get(_THERE) or crew.stages.get(0) or crew.own
    finds, found = _first("police").search(told), _first("ambulance").search(said)
    for match, early, late in ((finds, came, at), (found, at if police.stages.get(_THERE) else None, came)):
        if match and early and late and 10 <= (early.at or 0) - (late.at or 0) < _FURTHEST:
            told, said = early.hour.words, late.hour.words
            return (said, told) if match is finds else (told, said)
    if finds and found:
        return finds.group(0), found.group(0)
    return None
