"""What there is to do about agencies."""

from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.journey.agencies import blockers, permissions, queries, states
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task


def tasks(review: Review, user: User) -> list[Task]:
    """Asking, waiting, reading: while accounts are gathered, and after as long as something is open."""
    if review.stage not in blockers.ANSWERING or not permissions.sees_sealed(user, review.pk):
        return []
    today = localdate()
    asked = list(queries.requests(review))
    standing = [states.standing(one, today) for one in asked]
    with_agency = sum(one.holds == states.AGENCY for one in standing)
    with_chair = sum(one.holds == states.CHAIR for one in standing)
    if review.stage != Stage.GATHERING and not (with_agency or with_chair):
        return []
    late = sum(states.is_overdue(one, today) for one in asked)
    page = reverse("agencies:requests", args=[review.slug])
    return [
        task("Ask the agencies", page if asked else reverse("agencies:choose", args=[review.slug]),
             done=bool(asked), hint=_counted(len(asked), "asked")),
        task("Receive every agency’s answer", page, done=bool(asked) and not with_agency,
             hint=_counted(with_agency, "still to answer") + (f", {late} overdue" if late else "")),
        task("Read, question and release the agencies’ reviews", page, done=bool(asked) and not with_chair,
             hint=_counted(with_chair, "to read")),
    ]  # fmt: skip


def _counted(number: int, words: str) -> str:
    return f"{number} {words}" if number else ""


def waiting_for(user: User) -> list[Waiting]:
    """Over all reviews: what an agency's author has to send or answer, what the chair has to read, what is late."""
    today = localdate()
    return [
        *(_to_answer(one, today) for one in queries.waiting_for_author(user)
          if states.standing(one, today).holds == states.AGENCY),
        *(_to_read(one, today) for one in queries.waiting_for_chair(user)
          if states.standing(one, today).holds == states.CHAIR),
        *(_to_chase(one, today) for one in queries.overdue_for(user, today)),
    ]  # fmt: skip


def _to_answer(request: InformationRequest, today: date) -> Waiting:
    due = request.due_on if states.missing(request) else None
    return Waiting(_said(request, today), _page(request), request.compartment.title, due)


def _to_read(request: InformationRequest, today: date) -> Waiting:
    return Waiting(_said(request, today), _page(request), request.compartment.title)


def _said(request: InformationRequest, today: date) -> str:
    text = states.standing(request, today).text
    return f"{request.organisation.name}: {text[:1].lower()}{text[1:]}"


def _to_chase(request: InformationRequest, today: date) -> Waiting:
    holder = states.holder(request, states.standing(request, today))
    text = f"{request.organisation.name}: remind them"
    return Waiting(text, _page(request), request.compartment.title, request.due_on, holder)


def _page(request: InformationRequest) -> str:
    return reverse("agencies:request", args=[request.pk])
