"""In which part of a home somebody was, as two accounts tell it of one moment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.presence import uncertain
from illuminate.engines.chronology.findings.lexicon import words_of

_END = re.compile(r"[.;!?\n]| but ")
_PEOPLE = (
    r"(?P<{0}>⟨[a-z]\d+⟩(?:(?:,? and|,? &|,) ⟨[a-z]\d+⟩)?"
    r"|\b(?:both|them both)(?: (?:of them|parties|patients|pts|adults|bodies))?|\b(?:she|he)\b)"
)
_NUMBER = re.compile(r"⟨[a-z](\d+)⟩")
_CLASSES = ("s", "p", "c")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """That somebody was in a part of a home; ``moment``: event, arrival, or unknown."""

    who: str
    letter: str
    zone: str
    moment: str
    quote: str


@cache
def _zones() -> Mapping[str, str]:
    return {
        room: zone
        for zone, rooms in words_of("company")["rooms"]["zones"].items()
        for room in rooms.split("|")
    }


@cache
def _told(name: str) -> re.Pattern[str]:
    return re.compile(words_of("company")["rooms"][name])


@cache
def _person() -> re.Pattern[str]:
    rooms = "|".join(sorted(_zones(), key=len, reverse=True))
    written: str = words_of("company")["rooms"]["person"]
    for group in ("one", "other"):
        written = written.replace("PEOPLE", _PEOPLE.format(group), 1)
    return re.compile(written.replace("ROOM", f"(?:{rooms})"))


def rooms_in(told: Cast) -> list[Whereabouts]:
    """Give who is said to have been in which part of a home; nothing of those who went from one to another."""
    if not any(room in told.words for room in _zones()):
        return []
    return [one for match in _person().finditer(told.words) for one in _of(match, told)]


def _of(match: re.Match[str], told: Cast) -> Iterator[Whereabouts]:
    before = _END.split(told.words[: match.start()])[-1]
    after = _END.split(told.words[match.end() :])[0]
    said = before + match[0] + after
    if uncertain(before + match[0], after, told.later) or _told("moved").search(said):
        return
    moment = next((name for name in ("event", "arrival") if _told(name).search(said)), "")
    zone = _zones()[match["zone"] or match["level"]]
    quote = told.quote(*match.span())
    written = match["one"] or match["other"]
    for number in _NUMBER.findall(written):
        person = told.people[int(number)]
        if not person.none:
            yield Whereabouts(person.kind, person.letter, zone, moment, quote)
    if written.startswith(("both", "them")):
        yield Whereabouts("both", "", zone, moment, quote)
    elif written in ("she", "he"):
        kind, letter = ("self", "s") if written == "she" else ("man", "p")
        yield Whereabouts(kind, letter, zone, moment, quote)


def rooms_differ(one: Sequence[Whereabouts], other: Sequence[Whereabouts]) -> tuple[str, str] | None:
    """Give the words of both if they put one person in two places at one moment."""
    for mine in one:
        for theirs in other:
            if _same(mine, theirs) and _apart(mine, theirs):
                again = any(_same(mine, another) and another.zone == mine.zone for another in other)
                if not again and not any(_same(theirs, row) and row.zone == theirs.zone for row in one):
                    return mine.quote, theirs.quote
    return None


def _same(one: Whereabouts, other: Whereabouts) -> bool:
    if "both" in (one.who, other.who):
        return {one.letter, other.letter} <= {"", "s", "p", "n"}
    return one.letter == other.letter and one.letter in _CLASSES and may_be_one(one.who, other.who)


def _apart(one: Whereabouts, other: Whereabouts) -> bool:
    """Whether two places can't be one, and it is one moment as far as is known."""
    rooms = words_of("company")["rooms"]
    zones = {one.zone, other.zone}
    if len(zones) == 1 or any(zones <= set(beside) for beside in rooms["beside"]):
        return False
    if one.moment and other.moment:
        return one.moment == other.moment
    return bool(zones & set(rooms["apart"]))
