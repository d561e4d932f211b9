"""An agency's request as its pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from illuminate.foundation.design.days import in_words, is_late
from illuminate.foundation.design.filters import day
from illuminate.journey.agencies import states
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.agencies.states import Standing


@dataclass(frozen=True)
class Line:
    """One agency in the overview: what was asked, its state, when it is due, who holds it, when it was reminded."""

    request: InformationRequest
    asked: str
    standing: Standing
    due: str
    is_late: bool
    holder: str
    reminded: str


@dataclass(frozen=True)
class Happening:
    """One step on an agency's page, shaped for the design's timeline."""

    title: str
    when: date
    by: str
    text: str = ""


def lines(requests: Iterable[InformationRequest], today: date) -> list[Line]:
    """Every agency asked: what the agency holds and is late with first, what is settled last."""
    order = {states.AGENCY: 0, states.CHAIR: 1, states.NOBODY: 2}
    found = [line(request, today) for request in requests]
    return sorted(found, key=lambda one: (order[one.standing.holds], one.request.due_on))


def line(request: InformationRequest, today: date) -> Line:
    """One agency."""
    standing = states.standing(request, today)
    waits = bool(states.missing(request))
    last = next(iter(reversed(list(request.reminders.all()))), None)
    return Line(
        request=request,
        asked=states.asked_for_briefly(request),
        standing=standing,
        due=in_words(request.due_on, today) if waits else "",
        is_late=waits and is_late(request.due_on, today),
        holder=states.holder(request, standing),
        reminded=f"{day(last.sent_on)}, by {last.sent_by.name}" if last else "",
    )


def happenings(request: InformationRequest) -> list[Happening]:
    """What was asked, sent, questioned and released, newest first."""
    found = [Happening("Asked", request.asked_on, request.asked_by.name, states.asked_for(request))]
    found += [Happening("Reminded", one.sent_on, one.sent_by.name) for one in request.reminders.all()]
    nil = getattr(request, "nil_return", None)
    if nil:
        found.append(Happening("Answered “no contact”", nil.answered_on, nil.answered_by.name))
    if request.chronology_on:
        found.append(Happening("Sent its chronology", request.chronology_on, request.organisation.name))
    for imr in request.imrs.all():
        found.append(
            Happening(f"Sent its review, version {imr.version}", imr.submitted_on, imr.submitted_by.name)
        )
        if imr.released_on and imr.released_by:
            title = f"Version {imr.version} released to the panel"
            found.append(Happening(title, imr.released_on, imr.released_by.name))
    return sorted(found + _questions(request), key=lambda one: one.when, reverse=True)


def _questions(request: InformationRequest) -> list[Happening]:
    found = []
    for one in request.challenges.all():
        found.append(Happening(f"Question {one.number} asked", one.raised_on, one.raised_by.name))
        for answer in one.answers.all():
            found.append(
                Happening(f"Question {one.number} answered", answer.answered_on, answer.answered_by.name)
            )
        if one.accepted_on and one.accepted_by:
            found.append(Happening(f"Answer {one.number} accepted", one.accepted_on, one.accepted_by.name))
    return found


def to_do(request: InformationRequest) -> list[dict[str, object]]:
    """The agency's own task list: what it was asked for, question by question."""
    if states.is_nil(request):
        return []
    items: list[dict[str, object]] = []
    if request.wants_chronology:
        items.append(
            _task("Send the chronology", _chronology_page(request), request.chronology_on, "Sent on")
        )
    if request.wants_imr:
        newest = states.latest(request)
        sent = newest.submitted_on if newest else None
        items.append(_task("Send the Individual Management Review", _page("imr", request), sent, "Sent on"))
    for one in request.challenges.all():
        answers = list(one.answers.all())
        answered = answers[-1].answered_on if answers else None
        url = reverse("agencies:answer", args=[request.pk, one.pk])
        items.append(_task(f"Answer question {one.number}", url, answered, "Answered on"))
    return items


def can_answer_nil(request: InformationRequest) -> bool:
    """Whether "no contact" can still be the answer."""
    answered = getattr(request, "nil_return", None) is not None
    return not answered and request.chronology_on is None and states.latest(request) is None


def _task(text: str, url: str, done_on: date | None, words: str) -> dict[str, object]:
    hint = f"{words} {day(done_on)}" if done_on else ""
    return {"text": text, "url": url, "status": "Done" if done_on else "To do", "hint": hint}


def _page(name: str, request: InformationRequest) -> str:
    return reverse(f"agencies:{name}", args=[request.pk])


def _chronology_page(request: InformationRequest) -> str:
    return reverse("chronology:upload", args=[request.pk])


def combined_chronology(request: InformationRequest) -> str:
    """Where what an agency sent stands among the others', for those who see the review."""
    return reverse("chronology:combined", args=[request.review.slug])
