"""Questions on what came of an event, each with answers that exclude each other, and what a text answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from illuminate.engines.chronology.findings.conflicts.questions.phrasing import Phrase, heads_in, phrase
from illuminate.engines.chronology.findings.conflicts.questions.stance import (
    DONE,
    MEANT,
    NOT_DONE,
    negated,
    stance,
    whole_quote,
)
from illuminate.engines.chronology.findings.lexicon import words_of

FILES = ("police", "court", "health", "care", "homes", "services")


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer; ``whole``: a "not" in the words belongs to the answer itself."""

    value: str
    phrases: tuple[Phrase, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Question:
    """``denied``: the answer that a "not" before another makes of it. ``beside``: answers that may stand side by side.
    ``yields``: stages that count only where nothing later is told. ``only`` and ``unless``: topics it needs, and those
    it makes no sense with. ``plans``: what is planned counts as told. ``mention``: whatever names an answer gives it,
    a threat with a knife as well."""

    name: str
    field: str
    answers: tuple[Answer, ...]
    excepted: tuple[Phrase, ...]
    denied: Mapping[str, str]
    beside: tuple[frozenset[str], ...]
    yields: frozenset[str]
    only: frozenset[str]
    unless: frozenset[str]
    plans: bool
    mention: bool


@cache
def questions() -> tuple[Question, ...]:
    """All questions of the word lists."""
    found = [
        _question(f"{file}: {name}", row) for file in FILES for name, row in words_of(f"asked_{file}").items()
    ]
    return (*found, *_offers())


def _question(name: str, row: Mapping[str, Any]) -> Question:
    values: Mapping[str, list[str]] = row["values"]
    answers = [
        Answer(value, tuple(map(phrase, some)), whole)
        for whole in (True, False)
        for value, known in values.items()
        if (some := [one for one in known if _holds_not(one) is whole])
    ]
    names = list(values)
    denied = row.get("denied", dict(zip(names, names[::-1], strict=True)) if len(names) == 2 else {})
    if isinstance(denied, str):
        denied = {name: denied for name in names if name != denied}
    return Question(
        name=name,
        field=row.get("field", "outcome"),
        answers=tuple(answers),
        excepted=tuple(map(phrase, row.get("except", ()))),
        denied=denied,
        beside=tuple(frozenset(family) for family in row.get("beside", ())),
        yields=frozenset(row.get("yields", ())),
        only=frozenset(row.get("only", ())),
        unless=frozenset(row.get("unless", ())),
        plans=row.get("plans", False),
        mention=row.get("mention", False),
    )  # fmt: skip


def _holds_not(phrase: str) -> bool:
    return negated(phrase.replace("_", " ").replace("|", " ") + " ")


def _offers() -> Iterator[Question]:
    """A question for each thing that can be taken up or turned down."""
    data = words_of("asked")
    for name, thing in data["things"].items():
        values = {
            value: [frame.replace("THING", thing) for frame in frames]
            for value, frames in data["offers"].items()
        }
        field = data["offer_fields"].get(name, "outcome")
        yield _question(f"offer of {name}", {"values": values, "field": field})


@cache
def by_name() -> Mapping[str, Question]:
    """Each question under its name."""
    return {one.name: one for one in questions()}


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: the question's name and field, the answer, and the words that give it."""

    question: str
    field: str
    value: str
    quote: str


@cache
def _index() -> Mapping[str, Sequence[tuple[int, Phrase]]]:
    """For each beginning of a word the phrases that are looked for by it, each with the place of its question."""
    found: dict[str, list[tuple[int, Phrase]]] = {}
    for place, question in enumerate(questions()):
        for one in (known for answer in question.answers for known in answer.phrases):
            for head in one.heads[0]:
                found.setdefault(head, []).append((place, one))
    return found


def answers_in(words: str, topics: frozenset[str] = frozenset()) -> Iterator[Told]:
    """Give what a text (plain, lower case) answers to each question that its topics leave open."""
    heads, index = heads_in(words), _index()
    asked: dict[int, set[Phrase]] = {}
    for head in heads & index.keys():
        for place, one in index[head]:
            if one.may_be_in(heads):
                asked.setdefault(place, set()).add(one)
    for place in sorted(asked):
        question = questions()[place]
        if not question.unless & topics and (not question.only or question.only & topics):
            told = list(_answers(question, words, asked[place]))
            later = [one for one in told if one.value not in question.yields]
            yield from later or told


def _answers(question: Question, words: str, phrases: set[Phrase]) -> Iterator[Told]:
    known = heads_in(words)
    words = _without(
        words, [span for one in question.excepted if one.may_be_in(known) for span in one.spans(words)]
    )
    for answer in question.answers:
        taken = sorted(span for one in answer.phrases if one in phrases for span in one.spans(words))
        for start, end in taken:
            yield from _answer(question, answer, words, start, end)
        words = _without(words, taken)


def _answer(question: Question, answer: Answer, words: str, start: int, end: int) -> Iterator[Told]:
    how = DONE if question.mention else stance(words, start, end, answer.whole)
    quote, value = words[start:end], answer.value
    if how == NOT_DONE:
        quote, value = whole_quote(words, start, end), question.denied.get(value, "")
    elif how != DONE and not (how == MEANT and question.plans):
        return
    if value:
        yield Told(question.name, question.field, value, quote.strip())


def _without(words: str, taken: Sequence[tuple[int, int]]) -> str:
    for start, end in taken:
        words = words[:start] + "." * (end - start) + words[end:]
    return words
