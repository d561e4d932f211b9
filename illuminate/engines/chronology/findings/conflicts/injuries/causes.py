"""How somebody came to be hurt, as one account tells it, and whether two tellings can both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import (
    any_of,
    grouped,
    sentences,
    undone,
)
from illuminate.engines.chronology.findings.lexicon import words_of

_REACH = 44  # letters behind a verb in which its thing is named
_STOP = re.compile(r"[:]|\b(?:then|but|while|because|brought|attended|who|denie[sd]|no)\b")
_BY_ITSELF = frozenset({"bite", "sprain", "crash", "infant", "fit", "work", "play", "itself", "fall"})
_NEEDS_THING = frozenset({"caught", "knocked", "burning", "burnt"})
_UNINTENDED = ("fell", "fall", "slip", "trip", "stumbl", "footing", "hit by")  # told of hurts alone
_ON_THE_LEVEL = ("trip", "stumbl")
_OFF = re.compile(r"\w+ (?:off|out of)\b")
_WIDE = frozenset({"wall"})  # what a head meets after any fall


@dataclass(frozen=True, slots=True)
class Cause:
    """``by``: deed, self or accident; ``way`` as in the word list; ``told``: only as somebody's version."""

    by: str
    way: str
    things: frozenset[str]
    agents: frozenset[str]
    told: bool
    quote: str


@cache
def _tools() -> re.Pattern[str]:
    rows = words_of("causes")["with"]
    named = "|".join(rf"(?P<{key}>{any_of(known)})" for key, known in rows.items())
    return re.compile(
        rf"\b(?:with|by|using|threw|thrown|hurled|swung)(?: (?:a|an|his|her|the|something like a|"
        rf"what))?(?: [\w-]+){{0,2}}? (?:{named})s?\b"
    )


@cache
def _agents() -> re.Pattern[str]:
    rows = words_of("causes")["scope"]["agents"]
    named = "|".join(rf"(?P<{key}>{any_of(known)})" for key, known in rows.items())
    return re.compile(rf"\b(?:by|from) (?:(?:her|his|a|an|the|their|some|\w+'s) )?(?:\w+ )?(?:{named})\b")


@cache
def _actor() -> re.Pattern[str]:
    """Who stands right before the deed: "son kicked her"."""
    rows = words_of("causes")["scope"]["agents"]
    named = "|".join(rf"(?P<{key}>{any_of(known)})" for key, known in rows.items())
    return re.compile(rf"(?<!of )\b(?:{named})(?: had| has| then| also| just| allegedly)* $")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words_of('causes')['scope']['told'])})\b")


def causes_in(words: str, hurt: bool) -> list[Cause]:
    """Give the causes told in a text (plain, lower case); ``hurt``: it tells of an injury."""
    found: list[Cause] = []
    for sentence in sentences(words):
        deeds = list(_deeds(sentence))
        found += deeds
        if hurt or any(letters in words for letters in _UNINTENDED):
            found += _accidents(sentence, bool(deeds))
    return found


def _deeds(words: str) -> Iterator[Cause]:
    for match in grouped("causes", "deeds").finditer(words):
        behind = words[match.end() :]
        if undone(words[: match.start()], behind):
            continue
        tools = {one.lastgroup or "" for one in _tools().finditer(f"{match.group(0)}{behind[:60]}")}
        agents = {one.lastgroup or "" for one in _agents().finditer(f"{match.group(0)}{behind[:60]}")}
        actor = _actor().search(words[: match.start()])
        agents |= {actor.lastgroup or ""} if actor else set()
        told = bool(_told().search(words[: match.start()]))
        way = match.lastgroup or ""
        yield Cause("deed", way, frozenset(tools), frozenset(agents), told, match.group(0).strip())


def _accidents(words: str, with_deed: bool) -> Iterator[Cause]:
    things = grouped("causes", "things")
    for match in grouped("causes", "accidents").finditer(words):
        if undone(words[: match.start()], words[match.end() :][:30]):
            continue
        way = match.lastgroup or ""
        behind = words[match.end() : match.end() + _REACH]
        stop = _STOP.search(behind)
        behind = behind[: stop.start()] if stop else behind
        told = {one.lastgroup or "" for text in (match.group(0), behind) for one in things.finditer(text)}
        if way == "burnt" or match.group(0).startswith("sw"):  # "the gate swung back"
            ahead = words[max(0, match.start() - 16) : match.start()]
            told |= {one.lastgroup or "" for one in things.finditer(ahead)}
        if not told and way in _NEEDS_THING:
            continue
        version = bool(_told().search(words[: match.start()])) and not with_deed
        by = "self" if way == "itself" else "accident"
        last = [one.end() for one in things.finditer(behind)]
        yield Cause(
            by,
            way,
            frozenset(told),
            frozenset(),
            version,
            words[match.start() : match.end() + (last[0] if last else 0)].strip(),
        )


def causes_exclude(one: Sequence[Cause], other: Sequence[Cause]) -> bool:
    """Whether the tellings can't both be right: a deed and an accident, two accidents, two ways, two hands."""
    if not one or not other:
        return False
    deeds = [[cause for cause in told if cause.by == "deed"] for told in (one, other)]
    rest = [[cause for cause in told if cause.by != "deed"] for told in (one, other)]
    if deeds[0] and deeds[1]:
        return _deeds_exclude(*deeds)
    if not deeds[0] and not deeds[1]:
        return _accidents_exclude(*rest)
    owned = rest[0] if deeds[0] else rest[1]
    against = rest[1] if deeds[0] else rest[0]
    versions = [cause for cause in owned if cause.told]
    return not versions or _accidents_exclude(versions, against)


def _deeds_exclude(one: Sequence[Cause], other: Sequence[Cause]) -> bool:
    hands = [frozenset().union(*(cause.agents for cause in told)) for told in (one, other)]
    if hands[0] and hands[1] and not hands[0] & hands[1]:
        return True
    tools = [frozenset().union(*(cause.things for cause in told)) for told in (one, other)]
    if tools[0] and tools[1]:
        return not tools[0] & tools[1]
    ways = [{cause.way for cause in told} for told in (one, other)]
    if any("any" in told for told in ways) or any(len(told) > 1 for told in ways):
        return False
    families: list[set[str]] = [set(row) for row in words_of("causes")["scope"]["akin"]]
    both = ways[0] | ways[1]
    return not ways[0] & ways[1] and not any(both <= family for family in families)


def _accidents_exclude(one: Sequence[Cause], other: Sequence[Cause]) -> bool:
    if ({cause.by for cause in one} == {"self"}) != ({cause.by for cause in other} == {"self"}):
        return not {cause.by for cause in one} & {cause.by for cause in other}
    return not any(_same_accident(a, b) for a in _best(one) for b in _best(other))


def _best(told: Sequence[Cause]) -> Sequence[Cause]:
    """Without what a fall led to, and without a bare telling where one names the thing."""
    if any(cause.way == "fall" for cause in told):
        told = [cause for cause in told if cause.way not in ("knocked", "caught")]
    return [cause for cause in told if cause.things] or told


def _from_above(one: Cause, other: Cause) -> bool:
    """Whether the one tripped where they stood and the other came off something."""
    trips = [cause.quote.startswith(_ON_THE_LEVEL) for cause in (one, other)]
    offs = [bool(_OFF.match(cause.quote)) and bool(cause.things - _WIDE) for cause in (one, other)]
    return (trips[0] and offs[1]) or (trips[1] and offs[0])


def _same_accident(one: Cause, other: Cause) -> bool:
    if one.things and other.things:
        if one.things & other.things:
            return True
        wide = not one.things - _WIDE or not other.things - _WIDE
        return one.way == other.way == "fall" and wide and not _from_above(one, other)
    return (
        one.way == other.way
        or {one.way, other.way} <= {"fall", "knocked", "fit", "sprain"}
        or (
            not one.things
            and not other.things
            and {one.way, other.way} <= _BY_ITSELF
            and "fall" in (one.way, other.way)
            and {one.way, other.way} & {"play", "work", "crash", "sprain", "fit"} != set()
        )
    )
