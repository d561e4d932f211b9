"""Every agency of a review, and one agency's own page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from illuminate.foundation.access import keys
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.agencies import actions, blockers, permissions, queries, shown, states
from illuminate.journey.agencies.views.common import trail
from illuminate.journey.reviews.queries import review_or_404, stage_of
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read


def requests(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who was asked for what, where it stands, and who holds it; for the panel what has been released to it."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "agencies")
    sealed = permissions.sees_sealed(request.user, review.pk)
    context = {
        "title": "Agencies",
        "caption": review.title,
        "review": review,
        "breadcrumbs": [*crumbs(review), "Agencies"],
        "sees_sealed": sealed,
        "lines": shown.lines(queries.requests(review), localdate()) if sealed else [],
        "released": queries.released(review),
        "may_ask": permissions.can_ask(request.user, review.pk) and review.stage in blockers.ANSWERING,
    }
    return render(request, "agencies/requests.html", context)


def agency(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What one agency is asked and what it answered: its own page, and the chair's."""
    asked = queries.request_or_404(pk, request.user)
    actions.read_page(request=asked, page="request", by=request.user)
    is_open = stage_of(asked.review_id) in blockers.ANSWERING
    is_agency = permissions.is_author(asked, request.user)
    may_send = is_open and permissions.can_send(asked, request.user)
    newest = states.latest(asked)
    sees_review = permissions.sees_sealed(request.user, asked.review_id)
    may_question = is_open and permissions.can_question(request.user, asked.review_id)
    context = {
        "title": asked.organisation.name,
        "caption": f"{asked.compartment.title}, {asked.compartment.reference}",
        "breadcrumbs": [*trail(asked, request.user), asked.organisation.name],
        "asked": asked,
        "line": shown.line(asked, localdate()),
        "asked_for": states.asked_for(asked),
        "questions": [line for line in asked.questions.splitlines() if line.strip()],
        "nil": getattr(asked, "nil_return", None),
        "newest": newest,
        "happenings": shown.happenings(asked),
        "to_do": shown.to_do(asked) if is_agency and is_open else [],
        "may_answer_nil": may_send and shown.can_answer_nil(asked),
        "may_send": may_send,
        "combined_url": shown.combined_chronology(asked) if sees_review else "",
        "may_answer": is_open and is_agency,
        "may_question": may_question,
        "may_release": may_question and newest is not None and newest.released_on is None,
        "may_ask": is_open and permissions.can_ask(request.user, asked.review_id),
    }
    with keys.holding(asked.review_id):
        return render(request, "agencies/request.html", context)
