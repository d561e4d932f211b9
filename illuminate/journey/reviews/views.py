"""Pages of a review itself: its team, and its end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from illuminate.foundation.access.models import User
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews import actions, permissions, queries
from illuminate.journey.reviews.forms import AuthorForm, EndForm
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.web import page_read, trying


def crumbs(review: Review) -> list[object]:
    """The way back to the review's page, under every page of the review."""
    return [("Desk", reverse("desk:desk")), (review.title, reverse("desk:review", args=[review.slug]))]


def team(request: SignedInRequest, slug: str) -> HttpResponse:
    review = queries.review_or_404(slug, request.user)
    form = AuthorForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.add_author(
                review=review,
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
                by=request.user,
            )
        if outcome.done:
            messages.success(request, "They are on the team, and can see their part of the review now.")
            return redirect("reviews:team", slug)
    page_read(request, review, "team")
    return render(
        request,
        "reviews/team.html",
        {
            "title": "Team",
            "review": review,
            "breadcrumbs": [*crumbs(review), "Team"],
            "team": queries.team(review),
            "form": form,
            "may_change": permissions.may_admit(review.pk, by=request.user),
        },
    )


@require_POST
def leave(request: SignedInRequest, slug: str, person_id: str, role: str) -> HttpResponse:
    review = queries.review_or_404(slug, request.user)
    person = get_object_or_404(User, pk=person_id)
    actions.leave_team(review=review, person=person, role=Role(role), by=request.user)
    messages.success(request, "They have left the team, and no longer see this review.")
    return redirect("reviews:team", slug)


def end(request: SignedInRequest, slug: str) -> HttpResponse:
    review = queries.review_or_404(slug, request.user)
    permissions.require(request.user, review.pk, Role.PARTNERSHIP_CHAIR)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        act = actions.withdraw if form.cleaned_data["how"] == "withdraw" else actions.join
        with trying(form) as outcome:
            act(review=review, reason=form.cleaned_data["reason"], by=request.user)
        if outcome.done:
            messages.success(request, "The review has ended, and your reasons are on record.")
            return redirect("desk:review", slug)
    return render(
        request,
        "reviews/end.html",
        {
            "title": "End this review",
            "review": review,
            "breadcrumbs": [*crumbs(review), "End this review"],
            "form": form,
            "submit_label": "End the review",
            "submit_variant": "warning",
        },
    )
