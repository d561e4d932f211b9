"""The death that the review is about: every agency's record of learning of it tells of one event."""

from __future__ import annotations

from collections.abc import Sequence

from illuminate.engines.chronology.findings.reading.features import Features

_FIRST_HAND = frozenset({"police", "ambulance", "hospital", "fire"})
_HOURS_ON = 4  # days in which whatever the police tell an agency is this
_NEWS = 10  # days in which agencies hear of it
_LATE = 60  # the death comes in the last two months of what is recorded


def the_death(features: Sequence[Features]) -> int | None:
    """Position of the first entry of the death itself: late in the case, first-hand and in certain words."""
    last = max((one.start for one in features), default=0)
    for place, one in enumerate(features):
        if one.start < last - _LATE or one.role not in _FIRST_HAND or "death" not in one.topics:
            continue
        if "dead" in one.marks:
            return place
    return None


def told_of_it(features: Sequence[Features], death: int) -> list[int]:
    """Positions of the entries that tell of the death or of hearing of it, on its day and in the days after."""
    day, police = features[death].start, _police(features)
    return [
        place
        for place, one in enumerate(features)
        if place != death
        and day <= one.start <= day + _NEWS
        and one.end - one.start <= 3
        and _learns(one, day, police)
    ]


def passed_on(features: Sequence[Features], death: int) -> list[int]:
    """Positions of the entries in which one agency passes the news on to the next."""
    day, police = features[death].start, _police(features)
    return [
        place
        for place, one in enumerate(features)
        if day <= one.start <= day + _NEWS
        and "death" in one.topics
        and one.received
        and not one.received & police
        and not _names_the_day(one, day)
    ]


def _police(features: Sequence[Features]) -> int:
    """All forces: where there are two, the one where the death was tells the other."""
    bits = 0
    for agency in {one.agency for one in features if one.role == "police"}:
        bits |= 1 << agency
    return bits


def _learns(one: Features, day: int, police: int) -> bool:
    """Told by the police, by nobody named, or with its day: what else agencies pass on is another contact."""
    if one.received and not ("death" in one.topics and _names_the_day(one, day)):
        return one.start <= day + _HOURS_ON and bool(one.received & police)
    return "death" in one.topics


def _names_the_day(one: Features, day: int) -> bool:
    """An account of the death, by whomever it came, and not only of having been told ("killed on Friday")."""
    return any(spoken.day == day and not spoken.until for spoken in one.spoken)
