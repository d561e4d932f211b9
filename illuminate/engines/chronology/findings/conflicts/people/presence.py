"""Who is said to have been there, to have come along, to have waited outside, to have seen it; and who was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast
from illuminate.engines.chronology.findings.lexicon import words_of

_RUN = re.compile(r"⟨[a-zA-Z]\d+⟩(?:(?:,? and|,? &|,|,? plus|,? or|,? nor|/)? ?⟨[a-zA-Z]\d+⟩)*")
_NUMBER = re.compile(r"⟨[a-zA-Z](\d+)⟩")
_END = re.compile(r"[.;!?\n]| but | whilst | while ")
_REACH = 90  # letters in which a cue may stand from its person
THERE = frozenset({"in", "came", "whole", "part", "saw", "asleep", "acts"})
_ORDER = ("whole", "outside", "part", "left", "away", "asleep", "saw", "came", "in", "acts")


def filled(pattern: str, slots: Mapping[str, str]) -> str:
    """A pattern with its words in capitals replaced by what they stand for, which may have such words in it."""
    names = re.compile(rf"(?<![A-Z])(?:{'|'.join(slots)})(?![A-Z])")
    for _ in range(2):
        pattern = names.sub(lambda name: slots[name[0]], pattern)
    return pattern


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of one kind of person: ``state`` is a word of the lists; ``letter`` as in a Cast's marks."""

    kind: str
    letter: str
    state: str
    quote: str


@cache
def _grammar() -> Mapping[str, re.Pattern[str]]:
    data = words_of("company")["grammar"]
    return {name: re.compile(data[name]) for name in ("doubt", "past")}


@cache
def _behind() -> Mapping[str, re.Pattern[str]]:
    """For each state what may follow a person who is in it; ``not`` is set where the words deny it."""
    data = words_of("company")
    link, no, more = (data["grammar"][name] for name in ("link", "negation", "adverbs"))
    return {
        state: re.compile(
            rf"{link}{more}(?P<not>{no})?{more}(?: been| be| being)?[ ,(:-]*(?:{'|'.join(data['after'][state])})"
        )
        for state in _ORDER
    }  # fmt: skip


@cache
def _ahead() -> Mapping[str, re.Pattern[str]]:
    rows = words_of("company")["before"]
    return {state: re.compile(rf"(?:{'|'.join(rows[state])})") for state in ("away", "saw", "came", "in")}


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(words_of("company")["before"]["negated"])


@cache
def _lists() -> Mapping[str, re.Pattern[str]]:
    rows = words_of("company")["lists"]
    return {state: re.compile(rows[name]) for state, name in (("in", "there"), ("away", "away"))}


@cache
def _alternatives(section: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(words_of("company")[section][name]))


def facts_in(told: Cast) -> list[Fact]:
    """Give what a text says of who was where."""
    found: list[Fact] = []
    for run in _RUN.finditer(told.words):
        before, after = around(told.words, run)
        state, start, end = _state(before, after, run)
        if not state or uncertain(before + told.words[run.start() : end], after):
            continue
        quote = told.quote(start, end)
        neither = re.search(r"⟨[A-Z].* n?or ", run[0]) is not None
        for number in _NUMBER.findall(run[0]):
            person = told.people[int(number)]
            kind, letter = person.kind, person.letter
            if state == "came" and kind == "mother" and end == run.end():
                kind, letter = (
                    "her mother",
                    "p",
                )  # whoever comes with a mother, she is not the one it is about
            found.append(Fact(kind, letter, _unless(person.none or neither, state), quote))
    return found


def around(words: str, run: re.Match[str]) -> tuple[str, str]:
    """The words of its sentence before and after a mention, as far as a cue may stand from it."""
    before = _END.split(words[max(0, run.start() - _REACH) : run.start()])[-1]
    return before, _END.split(words[run.end() : run.end() + _REACH])[0]


def uncertain(said: str, after: str = "") -> bool:
    """Whether words, with those before them, are a plan, a wish or a guess; or their sentence is of other times."""
    grammar = _grammar()
    return bool(grammar["doubt"].search(said) or grammar["past"].search(said + after))


def _unless(none: bool, state: str) -> str:
    """The state of a person whom the text denies ("no children present")."""
    if not none:
        return state
    return "asleep" if state == "saw" else "away" if state in THERE else "in" if state == "away" else state


def _state(before: str, after: str, run: re.Match[str]) -> tuple[str, int, int]:
    """The state and the span of the words that say it; an empty state for a person of whom nothing is said."""
    for state in _ORDER:
        match = _behind()[state].match(after)
        if match:
            said = _denial(state) if match["not"] else state
            return said, run.start(), run.end() + match.end()
    for state, pattern in _lists().items():
        match = pattern.search(before)
        if match:
            return state, run.start() - len(before) + match.start(), run.end()
    for state, pattern in _ahead().items():
        match = next((one for one in pattern.finditer(before) if one.end() == len(before)), None)
        if match:
            no = _denied().search(before[: match.start()])
            return _denial(state) if no else state, run.start() - len(before) + match.start(), run.end()
    return "", 0, 0


def _denial(state: str) -> str:
    if state in ("away", "outside", "left"):
        return "in"
    return {"saw": "asleep", "asleep": "saw", "whole": "", "part": "", "acts": ""}.get(state, "away")


def nobody_in(told: Cast) -> Iterator[Fact]:
    """Give that there was nobody else: with them, there, or to see it."""
    for state, section, name in (
        ("came", "nobody", "came"),
        ("in", "nobody", "in"),
        ("saw", "witness", "nobody"),
    ):
        for match in _alternatives(section, name).finditer(told.words):
            if not uncertain(*_sentence(told.words, match)):
                yield Fact("nobody", "", state, told.quote(match.start(), match.end()))


def witnesses_in(told: Cast) -> Iterator[Fact]:
    """Give that somebody saw it, whoever."""
    for match in _alternatives("witness", "somebody").finditer(told.words):
        if not re.search(r"\b(?:no|not|nobody|no[- ]one|nor)(?: \w+)? $", told.words[: match.start()]):
            yield Fact("somebody", "", "saw", told.quote(match.start(), match.end()))


@cache
def _only() -> list[re.Pattern[str]]:
    return [re.compile(one.replace("PEOPLE", _RUN.pattern)) for one in words_of("company")["only"]["frames"]]


def only_in(told: Cast) -> Iterator[tuple[list[Fact], str]]:
    """Give the people who are said to have been the only ones there, and the words."""
    for pattern in _only():
        for match in pattern.finditer(told.words):
            people = [told.people[int(number)] for number in _NUMBER.findall(match[1])]
            quote = told.quote(match.start(), match.end())
            if not uncertain(*_sentence(told.words, match)) and not any(one.none for one in people):
                yield [Fact(one.kind, one.letter, "in", quote) for one in people], quote


def _sentence(words: str, match: re.Match[str]) -> tuple[str, str]:
    """The words of a sentence up to the end of a match, and the rest of it."""
    before = _END.split(words[max(0, match.start() - _REACH) : match.start()])[-1]
    return before + match[0], _END.split(words[match.end() : match.end() + _REACH])[0]


@cache
def _doors() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = words_of("company")["door"]
    return re.compile(rows["after"]), re.compile(rows["before"])


def doors_in(told: Cast) -> Iterator[Fact]:
    """Give who opened the door."""
    yield from by_cue(told, *_doors(), "door")


def by_cue(told: Cast, after: re.Pattern[str], before: re.Pattern[str], state: str) -> Iterator[Fact]:
    """Give each person before whom, or behind whom, one of two patterns stands."""
    for run in _RUN.finditer(told.words):
        ahead, behind = around(told.words, run)
        match = after.match(behind)
        start, end = run.start(), run.end() + (match.end() if match else 0)
        if not match:
            match = before.search(ahead)
            start = run.start() - len(ahead) + (match.start() if match else 0)
        if match:
            for number in _NUMBER.findall(run[0]):
                person = told.people[int(number)]
                if not person.none:
                    yield Fact(person.kind, person.letter, state, told.quote(start, end))
