"""The desk, the review's page and its history."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from illuminate.foundation.access import drafts
from illuminate.foundation.access.models import User
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit import queries as audit
from illuminate.journey.reviews import clock
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.lifecycle import CARDS, Stage
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read
from illuminate.reading.desk import links, queries, tasks, words

REVIEWS_A_PAGE = 50
WAITING_A_PAGE = 25
EVENTS_A_PAGE = 50


def desk(request: SignedInRequest) -> HttpResponse:
    """What waits for me, and my reviews."""
    if request.user.kind == User.Kinds.FAMILY:
        return redirect("involvement:start")
    today = localdate()
    page = Paginator(queries.open_first(request.user), REVIEWS_A_PAGE).get_page(request.GET.get("page"))
    waiting = Paginator(tasks.waiting_for(request.user), WAITING_A_PAGE)
    return render(
        request,
        "desk/desk.html",
        {
            "title": "Desk",
            "waiting": waiting.get_page(request.GET.get("waiting")),
            "begun": drafts.begun(request.user),
            "lines": queries.portfolio(list(page), today),
            "page": page,
        },
    )


def review(request: SignedInRequest, slug: str) -> HttpResponse:
    """A review: where it stands, what there is to do, who is on the team, the clock."""
    found = reviews.review_or_404(slug, request.user)
    today = localdate()
    moves = reviews.moves_of([found])[found.pk]
    page_read(request, found, "review")
    return render(
        request,
        "desk/review.html",
        {
            "title": found.title,
            "review": found,
            "breadcrumbs": [*crumbs(found)[:1], found.title],
            "line": queries.line_of(found, moves, today),
            "stage": CARDS[Stage(found.stage)],
            "stages": queries.stages(found, moves),
            "tasks": tasks.of_review(found, request.user),
            "team": reviews.team(found),
            "spent": [(CARDS[Stage(span.stage)].name, span) for span in clock.spent(moves, today)],
            "rooms": links.of_review(found, request.user),
        },
    )


def history(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who did and read what, as far as the reader's own compartments go."""
    found = reviews.review_or_404(slug, request.user)
    page = Paginator(audit.history(found.pk), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/history.html",
        {
            "title": "History",
            "review": found,
            "breadcrumbs": [*crumbs(found), "History"],
            "page": page,
            "events": words.in_words(list(page)),
        },
    )
