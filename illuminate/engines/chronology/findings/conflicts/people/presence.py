"""Who is said to have been there, to have come along, to have waited outside, to have seen it; and who was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.sieve import Sieve

_RUN = re.compile(r"⟨[a-zA-Z]\d+⟩(?:(?:,? and|,? &|,|,? plus|,? or|,? nor|/)? ?⟨[a-zA-Z]\d+⟩)*")
_WHO = r"(?:⟨[a-z]\d+⟩|her|him|me|us|i)"
_ANYBODY = rf"{_WHO}(?:(?:,? and|,? &|,|,? plus|/)? ?{_WHO})*(?!\w)"
_AT_SOMEBODYS = re.compile(r"\bat (?:the |her |his |their )?\w+(?:'s|s')")
_AND = re.compile(r",? and(?: then)?(?= )")
_NUMBER = re.compile(r"⟨[a-zA-Z](\d+)⟩")
_THEIR_SIGHT = re.compile(
    r"\b(?:he|she|they)(?:'s|'d| has| had| have| did)* ?(?:not|never|n't)"
)  # not the writer's
_NOT = re.compile(r"\b(?:not|never|cannot|unable|wouldn|couldn|no) .*\bwithout\b")  # seen with them
_END = re.compile(r"[.;!?\n]| but | whilst | while ")
_REACH = 90  # letters in which a cue may stand from its person
THERE = frozenset({"in", "came", "whole", "part", "saw", "asleep", "acts"})
_ORDER = ("whole", "outside", "part", "left", "away", "asleep", "saw", "came", "in", "acts")


@cache
def pattern_of(written: str) -> re.Pattern[str]:
    """A pattern of the lists on company, its words in capitals filled in."""
    return re.compile(filled(written, words_of("company")["slots"]))


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
    return {name: re.compile(data[name]) for name in ("doubt", "past", "lately")}


@cache
def _behind() -> Mapping[str, re.Pattern[str]]:
    """For each state what may follow a person who is in it; ``not`` is set where the words deny it."""
    data = words_of("company")
    link, no, more = (data["grammar"][name] for name in ("link", "negation", "adverbs"))
    return {
        state: pattern_of(
            rf"{link}{more}(?P<not>{no})?{more}(?: been| be| being)?[ ,(:-]*(?:{'|'.join(data['after'][state])})"
        )
        for state in _ORDER
    }  # fmt: skip


@cache
def _ahead() -> Mapping[str, re.Pattern[str]]:
    rows = words_of("company")["before"]
    return {state: pattern_of(rf"(?:{'|'.join(rows[state])})") for state in ("away", "saw", "came", "in")}


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(words_of("company")["before"]["negated"])


@cache
def _lists() -> Mapping[str, re.Pattern[str]]:
    rows = words_of("company")["lists"]
    return {state: re.compile(rows[name]) for state, name in (("in", "there"), ("away", "away"))}


@cache
def _alternatives(section: str, name: str) -> Sieve:
    data = words_of("company")
    return Sieve(filled(one, data["slots"]) for one in data[section][name])


def facts_in(told: Cast) -> list[Fact]:
    """Give what a text says of who was where."""
    found: list[Fact] = []
    for run in _RUN.finditer(told.words):
        before, after = around(told.words, run)
        found += _and_then(after, run, told)
        state, start, end = _state(before, after, run)
        if not state or uncertain(before + told.words[run.start() : end], after, told.later):
            continue
        quote = told.quote(start, end)
        neither = re.search(r"⟨[A-Z].* n?or ", run[0]) is not None
        for number in _NUMBER.findall(run[0]):
            person = told.people[int(number)]
            kind, letter = person.kind, person.letter
            if letter == "w" and state == "away" and _AT_SOMEBODYS.search(quote):
                continue  # "police at the neighbours'" came there
            if state == "came" and kind == "mother" and end == run.end():
                kind, letter = (
                    "her mother",
                    "p",
                )  # whoever comes with a mother, she is not the one it is about
            found.append(Fact(kind, letter, _unless(person.none or neither, state), quote))
    return found


def _and_then(after: str, run: re.Match[str], told: Cast) -> Iterator[Fact]:
    """What else somebody did in the same sentence ("Mo went with her and stayed beside her")."""
    for link in _AND.finditer(after):
        if re.search(r"⟨[pcnPCN]", after[: link.start()]):
            return
        for state in ("away", "whole", "saw", "came", "in"):
            match = _behind()[state].match(after[link.end() :])
            if match and not uncertain(after[: link.end()], match[0], told.later):
                state = _denial(state) if match["not"] else state
                quote = told.quote(run.start(), run.end() + link.end() + match.end())
                people = (told.people[int(number)] for number in _NUMBER.findall(run[0]))
                yield from (Fact(one.kind, one.letter, state, quote) for one in people if not one.none)
                return


def around(words: str, run: re.Match[str]) -> tuple[str, str]:
    """The words of its sentence before and after a mention, as far as a cue may stand from it."""
    before = _END.split(words[max(0, run.start() - _REACH) : run.start()])[-1]
    return before, _END.split(words[run.end() : run.end() + _REACH])[0]


def uncertain(said: str, after: str = "", later: bool = False) -> bool:
    """Whether words, with those before them, are a plan, a wish or a guess; or their sentence is of other times.

    An entry that was written ``later`` than the others may tell of last week.
    """
    grammar = _grammar()
    if grammar["doubt"].search(said) or grammar["past"].search(said + after):
        return True
    return not later and grammar["lately"].search(said + after) is not None


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
            no = _denied().search(before[: match.start()]) or (state == "away" and _NOT.search(before))
            if no and _THEIR_SIGHT.search(before[: match.start()]):
                continue
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
            sentence = _sentence(told.words, match)
            if not uncertain(*sentence, told.later) and not _company_denied().search(sentence[0]):
                yield Fact("nobody", "", state, told.quote(match.start(), match.end()))


_NONE = re.compile(r"(?:no|nil|without|none)\b")
_CAME_WITH = re.compile(r"\bwith (?:her|him)|accompan|came|attended|brought")


def none_of(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give that there was nobody else, from facts that leave out a whole group ("no family with her")."""
    groups = words_of("company")["nobody"]["groups"]
    for fact in facts:
        if fact.state == "away" and fact.kind in groups and _NONE.match(fact.quote):
            yield Fact("nobody", "", "came" if _CAME_WITH.search(fact.quote) else "in", fact.quote)


def he_in(told: Cast) -> Iterator[Fact]:
    """Give the man who is only "he" in a text about a woman or a child, if he was in the room."""
    if not re.search(r"\b(?:she|her|hers|mother|mum)\b|⟨c", told.words):
        return
    for match in _alternatives("he", "frames").finditer(told.words):
        if not uncertain(*_sentence(told.words, match), told.later):
            yield Fact("man", "p", "in", told.quote(match.start(), match.end()))


@cache
def _company_denied() -> re.Pattern[str]:
    return pattern_of(words_of("company")["nobody"]["denied"])


def witnesses_in(told: Cast) -> Iterator[Fact]:
    """Give that somebody saw it, whoever."""
    for match in _alternatives("witness", "somebody").finditer(told.words):
        if not re.search(r"\b(?:no|not|nobody|no[- ]one|nor)(?: \w+)? $", told.words[: match.start()]):
            yield Fact("somebody", "", "saw", told.quote(match.start(), match.end()))


@cache
def _only() -> list[re.Pattern[str]]:
    return [pattern_of(one.replace("PEOPLE", _ANYBODY)) for one in words_of("company")["only"]["frames"]]


def only_in(told: Cast) -> Iterator[tuple[list[Fact], str]]:
    """Give the people who are said to have been the only ones there, and the words."""
    for pattern in _only():
        for match in pattern.finditer(told.words):
            people = [told.people[int(number)] for number in _NUMBER.findall(match[1])]
            quote = told.quote(match.start(), match.end())
            if not uncertain(*_sentence(told.words, match), told.later) and not any(
                one.none for one in people
            ):
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
