"""The coordinator's pages: the notification's review, agencies asked, what they answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.intake import actions, blockers, permissions, queries
from illuminate.journey.intake.forms import AskForm, ReturnForm
from illuminate.journey.people.queries import in_core_or_404, labels
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read, trying


def scoping(request: SignedInRequest, slug: str) -> HttpResponse:
    """Where a review stands before the decision: notification, agencies, the way to the decision."""
    review = in_core_or_404(slug, request.user)
    page_read(request, review, "scoping")
    told = queries.notification_of(review)
    may = permissions.may_scope(review.pk, request.user)
    context = _frame(review, "Notification and decision") | {
        "told": told,
        "asked": queries.asked(review),
        "due": queries.decision_due(review) if review.stage in ("notified", "deciding") else None,
        "may_open": may and not blockers.to_open_scoping(review, told),
        "may_ask": may and review.stage != "notified",
        "decision": queries.decision_of(review),
        "letters": queries.family_letters(review),
        "why_not_decide": blockers.to_decide(review),
        "may_tell_family": permissions.may_tell_family(review.pk, request.user),
    }
    return render(request, "intake/scoping.html", context)


@require_POST
def open_scoping(request: SignedInRequest, slug: str) -> HttpResponse:
    review = in_core_or_404(slug, request.user)
    actions.open_scoping(review=review, by=request.user)
    messages.success(request, "Scoping is open. The people of the notification are on the register.")
    return redirect("intake:scoping", slug)


def ask(request: SignedInRequest, slug: str) -> HttpResponse:
    """One agency at a time: its letter with the names, its e-mail without."""
    review = in_core_or_404(slug, request.user)
    permissions.require_can_scope(review.pk, by=request.user)
    form = AskForm(request.POST or None, review=review, user=request.user, initial=with_draft(request))
    if form.is_valid():
        with trying(form) as outcome:
            asked = actions.ask_agency(review=review, **form.asked(), by=request.user)
        if outcome.done:
            messages.success(
                request,
                f"{asked.organisation.name} has been sent an e-mail without names. "
                "Now download the letter and send it by secure mail.",
            )
            return redirect("intake:scoping", slug)
    return _form(
        request, review, form, "Ask an agency", "Make the letter and send the e-mail", "intake/ask.html"
    )


def answer(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Write down what an agency answered, or correct it."""
    review = in_core_or_404(slug, request.user)
    permissions.require_can_scope(review.pk, by=request.user)
    asked = queries.request_or_404(review, pk, request.user)
    latest = queries.latest_return(asked)
    form = ReturnForm(request.POST or None, people=labels(review), latest=latest, initial=with_draft(request))
    if form.is_valid():
        with trying(form) as outcome:
            actions.record_return(
                request=asked, subjects=form.subjects(), version=form.cleaned_data["version"],
                happened_on=form.cleaned_data["happened_on"], **form.answered(), by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, f"The answer of {asked.organisation.name} is recorded.")
            return redirect("intake:scoping", slug)
    page_read(request, review, "scoping answer")
    title = f"{'Correct the' if latest else 'Record the'} answer of {asked.organisation.name}"
    return _form(request, review, form, title, "Save the answer", "intake/answer.html")


@require_POST
def remind(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = in_core_or_404(slug, request.user)
    asked = queries.request_or_404(review, pk, request.user)
    actions.remind(request=asked, by=request.user)
    messages.success(request, f"{asked.organisation.name} has been reminded.")
    return redirect("intake:scoping", slug)


def _frame(review: Review, title: str) -> dict[str, Any]:
    return {
        "title": title,
        "caption": f"{review.title}, {review.reference}",
        "breadcrumbs": [*crumbs(review), title],
        "review": review,
    }


def _form(
    request: SignedInRequest, review: Review, form: Any, title: str, submit: str, template: str
) -> HttpResponse:
    back = reverse("intake:scoping", args=[review.slug])
    context = {
        "title": title, "caption": f"{review.title}, {review.reference}", "form": form, "submit_label": submit,
        "cancel_url": back, "autosave_url": autosave_url(request), "review": review,
        "breadcrumbs": [*crumbs(review), ("Notification and decision", back), title],
    }  # fmt: skip
    return render(request, template, context)
