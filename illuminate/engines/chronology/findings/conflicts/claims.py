"""What one account says of the things that two accounts can disagree about."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from illuminate.engines.chronology.findings.conflicts.questions.questions import Question, answers_in, by_name
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.sieve import Sieve
from illuminate.engines.chronology.findings.text import stem

_WORDS: dict[str, int] = {
    word: number for word, number in words_of("lengths")["numbers"].items() if word not in ("a", "an")
} | {"both": 2, "single": 1}
_NUMBER = rf"(?<![\d/.:])(\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_FINED = re.compile(r"\b(?:fined?|costs|compensation|damages|surcharge)\b[\w ]*$")
_HANDED = re.compile(r"\b(?:handed (?:in|over)|gave|given up|surrender\w*)\b")
_OTHER_RISK = re.compile(
    r"\b(?:serious harm|rosh|oasys|suicid\w*|self ?harm|falls|fire|reoffending)\b[\w ,:]{0,12}$"
)
_LEVELS = {"low": "standard", "moderate": "medium"}  # each scale has its own name for a level
_COUNT = re.compile(
    rf"(?:(£)\s?(\d[\d,]*(?:\.\d+)?k?)|{_NUMBER}[ -]?(?:x |(?:previous|prior|past|separate|known) )?"
    r"([a-z]{1,14})(?:[ -]([a-z]+))?(?:[ -]([a-z]+))?)"
)
_SHARE = re.compile(
    r" (?:\w+ ){0,2}(?:so far|to date|planned|left|remaining|to go|booked|offered|to come|outstanding)\b"
)
_TIMES = re.compile(
    r"(?<![\d/.])(\d{1,3}) ?x ?\d+ ?(?:mg|mcg)\b|\b([a-z]{3,15}) ?(?:\d+ ?mg ?)?x ?(\d{1,3})\b"
)


@cache
def _told(name: str) -> re.Pattern[str]:
    """One of the patterns of the word list, its PART filled in."""
    rows = words_of("claims")["patterns"]
    return re.compile("|".join(rows[name]).replace("PART", rows["part"]))


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: the axis it lies on, the field shown, the value, the words that say it, and of whom."""

    axis: str
    field: str
    value: str
    quote: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """A question with values that exclude each other; ``only``: topics, one of which the group must have."""

    name: str
    field: str
    only: frozenset[str]
    values: tuple[tuple[str, re.Pattern[str]], ...]
    any_of_them: re.Pattern[str]
    needs: tuple[str, ...]


@cache
def relations() -> tuple[str, Mapping[str, str]]:
    """Give a pattern of the words for relatives, and what each means."""
    rows = words_of("claims")["relations"]
    meant = {word: relation for relation, words in rows.items() for word in words}
    return "|".join(sorted((re.escape(word) for word in meant), key=len, reverse=True)), meant


@cache
def axes() -> tuple[Axis, ...]:
    """The axes of the word list: things of which an account gives the name."""
    found: list[Axis] = []
    for name, row in words_of("claims").items():
        if "values" in row:
            values = tuple((value, re.compile("|".join(known))) for value, known in row["values"].items())
            together = re.compile("|".join(one for known in row["values"].values() for one in known))
            only, needs = frozenset(row.get("only", ())), tuple(row["needs"])
            found.append(Axis(name, row["field"], only, values, together, needs))
    return tuple(found)


@cache
def _actors() -> tuple[tuple[str, Sieve], ...]:
    rows: dict[str, list[str]] = words_of("claims")["actors"]
    relation = rf"\b(?:{relations()[0]})\b"
    return tuple(
        (field, Sieve([known.replace("REL", relation)])) for field, many in rows.items() for known in many
    )


@cache
def _actor_needs() -> Mapping[str, list[str]]:
    needs: Mapping[str, list[str]] = words_of("claims")["actor_needs"]
    return needs


@cache
def _units() -> tuple[dict[str, tuple[str, str]], Mapping[str, Any]]:
    data = words_of("claims")
    names = {
        stem(unit): (field, stem(family[0]))
        for field, many in data["units"].items()
        for family in many
        for unit in family
    }
    return names, data


def claims_in(words: str, topics: frozenset[str], asked: Container[Question] | None = None) -> list[Claim]:
    """Give what a text (plain, lower case) says on every axis; ``topics`` are those of the whole group.

    ``asked``: the questions of which answers are wanted, if not all.
    """
    found: list[Claim] = []
    for axis in axes():
        if not axis.only or axis.only & topics:
            found += _on_axis(axis, words)
    own = _told("own_view").search(words)
    # a later re-scoring is the writer's own, not the same paper
    given = words[: own.start()] if own else words
    counted = [claim for claim in _counted(words) if claim.axis != "ticks"]
    found += [
        Claim(told.question, told.field, told.value, told.quote, told.who)
        for told in answers_in(words, topics, asked)
    ]
    return [*found, *_acting(words), *_risk(given), *counted, *_times_over(words), *_sides(words)]


def _on_axis(axis: Axis, words: str) -> Iterator[Claim]:
    if not any(letters in words for letters in axis.needs) or not axis.any_of_them.search(words):
        return
    for value, pattern in axis.values:
        match = pattern.search(words)
        if match:
            yield Claim(axis.name, axis.field, value, match.group(0).strip())
            words = pattern.sub(lambda found: " " * len(found.group(0)), words)


def differs(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether no number of the one is close to any of the other; a twelfth apart is a rounding."""
    return all(abs(float(a) - float(b)) > 0.12 * max(float(a), float(b)) for a in one for b in other)


def excludes(axis: str, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether no value of the one can stand beside any of the other."""
    question = by_name().get(axis)
    values = set(one), set(other)
    if question and all(told - question.stages for told in values):
        values = values[0] - question.stages, values[1] - question.stages
    if values[0] & values[1]:
        return False
    known = question.beside if question else ()
    return not any(values[0] | values[1] <= family for family in known)


def _acting(words: str) -> Iterator[Claim]:
    needs = _actor_needs()
    for field, pattern in _actors():
        if not any(letters in words for letters in needs[field]):
            continue
        for match in pattern.finditer(words):
            told = next(group for group in match.groups() if group)
            yield Claim(field, field, relations()[1][told], match.group(0).strip())


def _risk(words: str) -> Iterator[Claim]:
    """The level and the ticks."""
    if "tick" in words or "yes" in words or "indicator" in words:
        yield from (claim for claim in _counted(words) if claim.axis == "ticks")
    level, score = _told("level").search(words), _told("score").search(words)
    told = next((group for group in level.groups() if group), "") if level else ""
    if level and not _OTHER_RISK.search(words[: level.start() + level.group(0).find(told)]):
        yield Claim("risk", "risk level", _LEVELS.get(told, told), level.group(0).strip())
    if score:
        yield Claim(
            "ticks", "risk level", next(group for group in score.groups() if group), score.group(0).strip()
        )


def _counted(words: str) -> Iterator[Claim]:
    units, data = _units()
    daily = {stem(unit) for unit in data["daily"]["units"]}
    for match in _COUNT.finditer(words):
        pound, sum_of, number, unit, second, third = match.groups()
        quote = match.group(0).strip()
        if pound:
            field = "outcome" if _FINED.search(words[: match.start()][-24:]) else "amount"
            thousands = "000" if sum_of.endswith("k") else ""
            yield Claim("£", field, sum_of.replace(",", "").rstrip("k") + thousands, quote)
            continue
        if _SHARE.match(words[match.end(3) :]):
            continue
        value, root = str(_WORDS.get(number, number)).replace(",", ""), stem(unit)
        if root in units:
            field, thing = units[root]
            if field == "number seized" and _HANDED.search(words):
                field = "what was handed in"
            yield Claim("ticks" if thing == "tick" else thing, field, value, quote)
        elif (root in daily and (second, third) in (("a", "day"), ("per", "day"))) or (
            second == "daily" and root in daily
        ):
            yield Claim("a day", "outcome", value, quote)


def _times_over(words: str) -> Iterator[Claim]:
    """A count beside the name of what was taken ("paracetamol x16", "16 x 500mg")."""
    units = _units()[0]
    for match in _TIMES.finditer(words) if "x" in words else ():
        field, thing = units.get(stem(match[2] or "tablet"), ("", ""))
        if thing == "tablet":
            yield Claim(thing, field, match[1] or match[3], match.group(0).strip())


def _sides(words: str) -> Iterator[Claim]:
    for match in _told("side").finditer(words):
        yield Claim(
            f"side of {match[2]}", "injury", "left" if match[1][0] == "l" else "right", match.group(0)
        )
