"""The report's own page, its drafts, and reading one of them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.report import actions, blockers, forms, permissions, queries, shown
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read, trying


def report(request: SignedInRequest, slug: str) -> HttpResponse:
    """Where the report stands: its drafts, its lessons, recommendations and plan, and what is still missing."""
    review = review_or_404(slug, request.user)
    return render(request, "report/report.html", shown.report(review, request.user))


def begin(request: SignedInRequest, slug: str) -> HttpResponse:
    review = review_or_404(slug, request.user)
    permissions.require_can_begin(review.pk, by=request.user)
    if request.method == "POST":
        actions.begin_drafting(review=review, by=request.user)
        messages.success(request, "Drafting has begun. The coordinator has been told.")
        return redirect("report:report", review.slug)
    context = {
        **shown.trail(review, "Begin drafting"),
        "consequences": [
            "The review moves to “Drafting”",
            "The coordinator is told",
            "Drafts can be uploaded",
        ],
        "blockers": blockers.to_begin_drafting(review),
        "submit_label": "Begin drafting",
        "cancel_url": reverse("report:report", args=[review.slug]),
    }
    return render(request, "design/confirm.html", context)


def upload(request: SignedInRequest, slug: str, kind: str) -> HttpResponse:
    review = review_or_404(slug, request.user)
    if kind not in Draft.Kind.values:
        raise Http404
    permissions.require_can_upload(review.pk, by=request.user)
    form = forms.Upload(request.POST, request.FILES) if request.method == "POST" else forms.Upload()
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            made = actions.upload_draft(
                review=review, kind=kind, upload=form.cleaned_data["upload"], by=request.user
            )
        if outcome.done:
            messages.success(request, f"{made} is here. Whoever may read it has been told.")
            return redirect("report:draft", review.slug, made.pk)
    return render(request, "report/upload.html", shown.upload(review, kind, form))


def draft(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """One version, to be read in the page; reading it is recorded."""
    review = review_or_404(slug, request.user)
    found = queries.draft_or_404(review, pk, request.user)
    page_read(request, review, f"report.draft:{found.pk}")
    return render(request, "report/draft.html", shown.draft(review, found))
