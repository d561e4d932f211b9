"""What the family's pages show."""

from typing import Any

from django.urls import reverse

from illuminate.foundation.design.days import long_day
from illuminate.journey.involvement import queries
from illuminate.journey.involvement.choices import Code, State
from illuminate.journey.involvement.models import Comment, DraftReading, ReadingSection, Relative
from illuminate.journey.involvement.steps import CARDS, codes_for

ANSWERS = {State.ACCEPTED: "yes", State.DECLINED: "no", State.NOT_YET: "later"}
FURTHER = {Code.CONTACT: "contact_question", Code.CONTRIBUTION: "words_new", Code.NAMING: "naming_question"}
FIRST = {Code.CONTACT: "how", Code.NAMING: "name"}


def start(relative: Relative) -> dict[str, Any]:
    """The five places of the space, each with a word on how it stands."""
    rows = part(relative)
    answered = sum(1 for row in rows if row["answer"])
    written = len(queries.standing_contributions(relative))
    offered = codes_for(relative.closeness, relative.draft_agreed)
    places = [
        ("How you would like to take part", "part", f"You have answered {answered} of {len(rows)} questions"),
        ("How and when to be in touch", "contact", "And days on which we should leave you in peace"),
        (
            "Write to us",
            "own_words",
            _count(written, "You have written one thing", "You have written {} things"),
        ),
    ]
    if Code.DRAFT in offered:
        places.append(("Read the draft report", "drafts", _draft(relative)))
    if Code.NAMING in offered:
        places.append(("The name, a tribute, and making it public", "naming", "Only if you would like a say"))
    return {"places": [(text, reverse(f"involvement:{name}"), hint) for text, name, hint in places]}


def _count(number: int, one: str, many: str) -> str:
    if not number:
        return "Nothing yet. There is no hurry"
    return one if number == 1 else many.format(number)


def _draft(relative: Relative) -> str:
    found = queries.readings(relative)
    if not found:
        return "It is not ready yet. We will tell you"
    reading = found[0]
    if reading.finished_on or reading.is_past:
        return "You can still look at it"
    return f"It is ready for you. You have until {long_day(reading.until)}"


def part(relative: Relative) -> list[dict[str, Any]]:
    """Every question that is for them, with their own answer in words."""
    steps = queries.current_steps(relative)
    rows = []
    for code in codes_for(relative.closeness, relative.draft_agreed):
        card, step = CARDS[code], steps.get(code)
        answer = getattr(card, ANSWERS[State(step.state)]) if step and State(step.state) in ANSWERS else ""
        rows.append({"name": card.name, "answer": answer, "on": step.happened_on if answer and step else None,
                     "url": reverse("involvement:question", args=[code.value])})  # fmt: skip
    return rows


def after(relative: Relative, code: str, state: str) -> str:
    """Where an answer leads: a yes to what it asks for, else to the next open question, else to the list."""
    if state == State.ACCEPTED and code in FURTHER:
        further = FURTHER[Code(code)]
        return reverse(f"involvement:{further}", args=[FIRST[Code(code)]] if Code(code) in FIRST else [])
    open_ones = [row["url"] for row in part(relative) if not row["answer"]]
    return open_ones[0] if open_ones else reverse("involvement:part")


def next_of(whats: list[str], what: str, name: str, end: str) -> str:
    """The next of a few questions, and after the last one their summary."""
    place = whats.index(what) + 1
    return (
        reverse(f"involvement:{name}", args=[whats[place]])
        if place < len(whats)
        else reverse(f"involvement:{end}")
    )


def contents(reading: DraftReading) -> dict[str, Any]:
    """The chapters of a draft, and in which of them they have written something."""
    sections = queries.sections(reading)
    chapters: list[dict[str, Any]] = []
    for section in sections:
        if section.level == 1 or not chapters:
            chapters.append({"number": section.number, "heading": section.heading, "comments": 0})
        chapters[-1]["comments"] += len(section.comments.all())
    return {"reading": reading, "chapters": chapters}


def chapter(reading: DraftReading, number: int) -> tuple[list[ReadingSection], int | None, int | None]:
    """One chapter's sections, and the numbers of the chapters before and after it. Empty if there is none."""
    sections = queries.sections(reading)
    starts = [one.number for place, one in enumerate(sections) if one.level == 1 or place == 0]
    if number not in starts:
        return [], None, None
    place = starts.index(number)
    before = starts[place - 1] if place else None
    following = starts[place + 1] if place + 1 < len(starts) else None
    inside = [
        one for one in sections if number <= one.number and (following is None or one.number < following)
    ]
    return inside, before, following


def answers(relative: Relative) -> dict[str, list[Comment]]:
    found = queries.comments(relative)
    return {"answered": [one for one in found if hasattr(one, "reply")],
            "waiting": [one for one in found if not hasattr(one, "reply")]}  # fmt: skip
