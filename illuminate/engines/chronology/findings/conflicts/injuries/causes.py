"""How somebody came to be hurt, as one account tells it, and whether two tellings can both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import (
    any_of,
    grouped,
    of_a_hurt,
    sentences,
    undone,
)
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.sieve import Sieve

_REACH = 44  # letters behind a verb in which its thing is named
_STOP = re.compile(r"[:]|\b(?:then|but|while|because|brought|attended|who|denie[sd]|no)\b")
_BY_ITSELF = frozenset({"bite", "sprain", "crash", "infant", "fit", "work", "play", "itself", "fall"})
_NEEDS_THING = frozenset({"caught", "knocked", "burning", "burnt"})
_NAMED = "named"  # the way of a cause of which only the thing is told
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
def _person() -> re.Pattern[str]:
    """Who is named within the deed's own words: "partner hit"."""
    rows = words_of("causes")["scope"]["agents"]
    return re.compile("|".join(rf"(?P<{key}>^(?:{any_of(known)})\b)" for key, known in rows.items()))


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words_of('causes')['scope']['told'])})\b")


def causes_in(words: str, hurt: bool) -> list[Cause]:
    """Give the causes told in a text (plain, lower case); ``hurt``: it tells of an injury.

    Without one, a fall or what somebody gives for a reason is still a cause: "says she walked into a door".
    """
    found: list[Cause] = []
    rows = sentences(words)
    done = grouped("causes", "deeds").within("\n".join(rows))
    came = grouped("causes", "accidents").within("\n".join(rows))
    for sentence in rows:
        deeds = list(_deeds(sentence, done)) if done else []
        rest = _accidents(sentence, came, bool(deeds)) if came else ()
        found += [*deeds, *(one for one in rest if hurt or one.told or one.way == "fall")]
    return found or [one for sentence in rows for one in _blamed(sentence)]


@cache
def _blame() -> re.Pattern[str]:
    vague = words_of("causes")["scope"]["vague"]
    rows = {key: known for key, known in words_of("causes")["things"].items() if key not in vague}
    named = "|".join(rf"(?P<{key}>{any_of(known)})" for key, known in rows.items())
    return re.compile(
        r"\b(?:by|from|on|with|was|says?|said|blame[sd]?|due to)(?: it)?(?: was)?(?: by| on| from)? "
        rf"(?:(?:the|a|an|her|his|their|own|some|hot|broken|sharp|boiling|next door's) )*(?:{named})\b"
    )


def _blamed(words: str) -> Iterator[Cause]:
    """The thing that is named beside a hurt, where no way of coming by it is told: "burn from a kettle"."""
    for match in _blame().finditer(words) if of_a_hurt(words) or _told().search(words) else ():
        if not undone(words[: match.start()]):
            told = bool(_told().search(words[: match.end()]))
            thing = frozenset({match.lastgroup or ""})
            yield Cause("accident", _NAMED, thing, frozenset(), told, match.group(0).strip())


def _deeds(words: str, done: Sieve) -> Iterator[Cause]:
    for match in done.finditer(words):
        behind = words[match.end() :]
        if undone(words[: match.start()], behind):
            continue
        tools = {one.lastgroup or "" for one in _tools().finditer(f"{match.group(0)}{behind[:60]}")}
        agents = {one.lastgroup or "" for one in _agents().finditer(f"{match.group(0)}{behind[:60]}")}
        actor = _actor().search(words[: match.start()])
        agents |= {actor.lastgroup or ""} if actor else set()
        agents |= {one.lastgroup or "" for one in _person().finditer(match.group(0))}
        told = bool(_told().search(words[: match.start()]))
        way = match.lastgroup or ""
        yield Cause("deed", way, frozenset(tools), frozenset(agents), told, match.group(0).strip())


def _accidents(words: str, came: Sieve, with_deed: bool) -> Iterator[Cause]:
    things = grouped("causes", "things")
    for match in came.finditer(words):
        if undone(words[: match.start()], words[match.end() :][:30]):
            continue
        way = match.lastgroup or ""
        behind = words[match.end() : match.end() + _REACH]
        stop = _STOP.search(behind)
        behind = behind[: stop.start()] if stop else behind
        told = {one.lastgroup or "" for text in (match.group(0), behind) for one in things.finditer(text)}
        if way == "burnt" or (way == "caught" and not told):  # "the gate had swung back on her"
            ahead = words[max(0, match.start() - 20) : match.start()]
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
    if any(cause.way == _NAMED and not cause.told for cause in against):
        return False  # it may be what the deed was done with
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
    named = any(cause.way == _NAMED for cause in (*one, *other))
    if not named and ({cause.by for cause in one} == {"self"}) != ({cause.by for cause in other} == {"self"}):
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


def _may_be_at_work(one: Cause) -> bool:
    """Whether an accident may have been at work: that says where, and not how."""
    stairs = "stairs" in one.things and "step" not in one.quote
    return one.way not in ("play", "itself") and not stairs and not one.things & _of_a_home()


@cache
def _of_a_home() -> frozenset[str]:
    return frozenset(words_of("causes")["scope"]["setting"])


def _same_accident(one: Cause, other: Cause) -> bool:
    if "work" in (one.way, other.way):
        return _may_be_at_work(one) and _may_be_at_work(other)
    if _NAMED in (one.way, other.way) and not (one.things and other.things):
        return True
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
