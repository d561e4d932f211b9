"""Questions on what came of an event, each with answers that exclude each other, and what a text answers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from illuminate.engines.chronology.findings.conflicts.questions.phrasing import (
    Index,
    Phrase,
    Words,
    phrase,
    read,
)
from illuminate.engines.chronology.findings.conflicts.questions.stance import (
    DONE,
    MEANT,
    NOT_DONE,
    negated,
    stance,
    subject,
    whole_quote,
)
from illuminate.engines.chronology.findings.lexicon import words_of

FILES = ("police", "court", "health", "care", "homes", "services", "matters", "results")


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer; ``whole``: a "not" in the words belongs to the answer itself."""

    value: str
    phrases: tuple[Phrase, ...]
    whole: bool


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """``denied``: the answer that a "not" before another makes of it. ``beside``: answers that may stand side by side.
    ``yields``: answers that count only where the text gives no other. ``stages``: what comes before the others,
    and is against none of them where both accounts tell of it. ``only`` and ``unless``: topics it needs, and those
    it makes no sense with. ``plans``: what is planned counts as told. ``mention``: whatever names an answer gives it,
    a threat with a knife as well."""

    name: str
    field: str
    answers: tuple[Answer, ...]
    excepted: tuple[Phrase, ...]
    denied: Mapping[str, str]
    beside: tuple[frozenset[str], ...]
    yields: frozenset[str]
    stages: frozenset[str]
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
    return (*found, *_offers(), *_held_out())


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
        stages=frozenset(row.get("stages", ())),
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


def _held_out() -> Iterator[Question]:
    """A question for each thing of which one can say that there was none to be had."""
    data = words_of("asked")
    for name, thing in data["to_be_had"].items():
        values = {
            value: [frame.replace("THING", thing) for frame in frames]
            for value, frames in data["held_out"].items()
        }
        values["none to be had"] += data["nowhere"].get(name, ())
        yield _question(f"{name} to be had", {"values": values})


@cache
def by_name() -> Mapping[str, Question]:
    """Each question under its name."""
    return {one.name: one for one in questions()}


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: the question's name and field, the answer, the words that give it, and whom they are said of."""

    question: str
    field: str
    value: str
    quote: str
    who: str = ""


@cache
def _index() -> Index[tuple[int, int]]:
    """The phrases of all answers, each with the places of its question and of its answer."""
    return Index(
        ((place, number), one)
        for place, question in enumerate(questions())
        for number, answer in enumerate(question.answers)
        for one in answer.phrases
    )


@lru_cache(maxsize=16)
def _asked(text: str) -> Mapping[Question, list[tuple[Answer, set[Phrase]]]]:
    asked: dict[Question, list[tuple[Answer, set[Phrase]]]] = {}
    for (place, number), phrases in sorted(_index().asked(read(text)).items()):
        question = questions()[place]
        asked.setdefault(question, []).append((question.answers[number], phrases))
    return asked


def asked_of(text: str) -> Iterable[Question]:
    """Give the questions that a text (plain, lower case) has the words to answer."""
    return _asked(text).keys()


def answers_in(
    text: str, topics: frozenset[str] = frozenset(), among: Container[Question] | None = None
) -> Iterator[Told]:
    """Give what a text (plain, lower case) answers to each question, or those ``among``, that its topics leave open."""
    words = read(text)
    for question, answers in _asked(text).items():
        if among is not None and question not in among:
            continue
        if not question.unless & topics and (not question.only or question.only & topics):
            told = list(_answers(question, words, answers))
            later = [one for one in told if one.value not in question.yields]
            yield from later or told


def _answers(
    question: Question, words: Words, answers: Sequence[tuple[Answer, set[Phrase]]]
) -> Iterator[Told]:
    taken = [span for one in question.excepted for span in one.spans(words)]
    for answer, phrases in answers:
        words = _without(words, taken)
        taken = sorted(span for one in phrases for span in one.spans(words))
        for start, end in taken:
            yield from _answer(question, answer, words.text, start, end)


def _answer(question: Question, answer: Answer, words: str, start: int, end: int) -> Iterator[Told]:
    how = DONE if question.mention else stance(words, start, end, answer.whole)
    quote, value = words[start:end], answer.value
    if how == NOT_DONE:
        quote, value = whole_quote(words, start, end), question.denied.get(value, "")
    elif how != DONE and not (how == MEANT and question.plans):
        return
    if value:
        yield Told(question.name, question.field, value, quote.strip(), subject(words, start))


def _without(words: Words, taken: Sequence[tuple[int, int]]) -> Words:
    text = words.text
    for start, end in taken:
        text = text[:start] + "." * (end - start) + text[end:]
    return Words(text) if taken else words
