"""The terms of reference: the version that holds, the versions before, and agreeing the next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.panel import actions, blockers, permissions, queries
from illuminate.journey.panel.actions.terms import LABELS
from illuminate.journey.panel.forms import TermsForm, terms_as_given
from illuminate.journey.panel.models import TermsOfReference
from illuminate.journey.panel.shown import terms_parts
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read, trying


def current(request: SignedInRequest, slug: str) -> HttpResponse:
    """The version that holds now."""
    review = review_or_404(slug, request.user)
    return _show(request, review, queries.current_terms(review))


def version(request: SignedInRequest, slug: str, version: int) -> HttpResponse:
    """One version, as it was agreed."""
    review = review_or_404(slug, request.user)
    return _show(request, review, queries.terms_or_404(review, version, request.user))


def agree(request: SignedInRequest, slug: str) -> HttpResponse:
    """Agree the next version, starting from the one that holds."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    before = queries.current_terms(review)
    form = TermsForm(request.POST or None, initial={**terms_as_given(before), **with_draft(request)})
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            terms = actions.agree_terms(
                review=review, details=form.details(), lines=form.lines_given(),
                based_on=form.cleaned_data["based_on"], happened_on=form.cleaned_data["agreed_on"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, f"Version {terms.version} of the terms of reference is on record.")
            return redirect("panel:terms", slug)
    title = "Agree a new version of the terms of reference" if before else "Agree the terms of reference"
    back = reverse("panel:terms" if before else "panel:panel", args=[slug])
    context = {
        "title": title, "caption": review.title, "form": form, "cancel_url": back, "submit_label": "Agree this version",
        "lead": "By pseudonym throughout: real names, addresses and numbers of the case are not accepted.",
        "breadcrumbs": [*_trail(review), title], "autosave_url": autosave_url(request),
    }  # fmt: skip
    return render(request, "design/form_page.html", context)


def _show(request: SignedInRequest, review: Review, terms: TermsOfReference | None) -> HttpResponse:
    page_read(request, review, "terms")
    title = f"Terms of reference, version {terms.version}" if terms else "Terms of reference"
    may_agree = permissions.can_lead(request.user, review.pk) and review.stage in blockers.ASKING
    context = {
        "title": title, "caption": review.title, "review": review, "terms": terms, "may_agree": may_agree,
        "parts": terms_parts(terms, LABELS) if terms else [], "versions": queries.all_terms(review),
        "breadcrumbs": [*_trail(review)[:-1], "Terms of reference"],
    }  # fmt: skip
    with keys.holding(review.pk):
        return render(request, "panel/terms.html", context)


def _trail(review: Review) -> list[object]:
    return [
        *crumbs(review),
        ("Panel", reverse("panel:panel", args=[review.slug])),
        ("Terms of reference", reverse("panel:terms", args=[review.slug])),
    ]
