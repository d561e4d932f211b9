"""The plan, for those who follow all of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.improvement import actions, blockers, forms, permissions, queries, shown
from illuminate.journey.report import queries as report
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read, trying


def plan(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every recommendation with its actions, who has them, until when, and how they stand."""
    review = _core_review(request, slug)
    page_read(request, review, "plan")
    return render(request, "improvement/plan.html", shown.plan(review, request.user))


def hand_over(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _core_review(request, slug)
    permissions.require_can_hand_over(review.pk, by=request.user)
    action = queries.planned_or_404(review, pk, request.user)
    form = forms.HandOverForm(
        request.POST or None,
        organisations=report.leads(review),
        initial={"organisation": action.organisation_id},
    )
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.hand_over(action=action, **form.given(), by=request.user)
        if outcome.done:
            messages.success(request, "The action is handed over. Its lead has been told.")
            return redirect("improvement:plan", slug)
    return render(request, "design/form_page.html", shown.handing(review, action, form))


def close_review(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _core_review(request, slug)
    permissions.require_can_close(review.pk, by=request.user)
    if request.method == "POST":
        actions.close_review(review=review, by=request.user)
        messages.success(request, "The review is closed.")
        return redirect("desk:review", slug)
    context = {
        **shown.trail(review, "Close the review", under=True),
        "consequences": ["The review ends", "Nothing more can be added to its actions", "The chairs are told",
                         "The public page stays as it is"],
        "blockers": blockers.to_close_review(review),
        "submit_label": "Close the review",
        "cancel_url": reverse("improvement:plan", args=[slug]),
    }  # fmt: skip
    return render(request, "design/confirm.html", context)


def _core_review(request: SignedInRequest, slug: str) -> Review:
    review = review_or_404(slug, request.user)
    permissions.require_can_read_plan(review.pk, by=request.user)
    return review
