"""The decision of the partnership's chair, and what follows from it inside the partnership."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from illuminate.foundation.access import keys
from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.intake import actions, blockers, legal_test, letters, permissions, queries
from illuminate.journey.intake.forms import DecisionForm, FamilyToldForm
from illuminate.journey.intake.models import Decision
from illuminate.journey.intake.pages import decision as shown
from illuminate.journey.people.queries import in_core_or_404
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read, trying


def decision(request: SignedInRequest, slug: str) -> HttpResponse:
    """The decision once it is made; before, the form for the chair and for others why it is not made."""
    review = in_core_or_404(slug, request.user)
    made = queries.decision_of(review)
    if made:
        page_read(request, review, "decision")
        return _made(request, review, made)
    why_not = blockers.to_decide(review)
    if why_not or not permissions.may_decide(review.pk, request.user):
        page_read(request, review, "decision")
        return _waiting(request, review, why_not)
    form = _decision_form(request, review)
    if form.is_valid():
        with trying(form) as outcome:
            actions.decide(review=review, **form.paper(), by=request.user)
        if outcome.done:
            messages.success(request, "The decision is recorded, and the Home Office has been told.")
            return redirect("intake:decision", slug)
    page_read(request, review, "decision")
    context = _frame(review, "Decide whether to hold a review") | {
        "form": form,
        "asked": queries.asked(review),
        "due": queries.decision_due(review),
        "reading": shown.reading(form.reads()) if form.is_bound else "",
        "told": queries.notification_of(review),
        "autosave_url": autosave_url(request),
        "submit_label": "Record the decision and tell the Home Office",
        "cancel_url": reverse("intake:scoping", args=[slug]),
    }
    return render(request, "intake/decide.html", context)


@require_POST
def commission(request: SignedInRequest, slug: str) -> HttpResponse:
    """Take up the review that the Home Office asked for."""
    review = in_core_or_404(slug, request.user)
    actions.commission(review=review, by=request.user)
    messages.success(request, "The review is commissioned. Next: an independent chair.")
    return redirect("desk:review", slug)


def family_told(request: SignedInRequest, slug: str) -> HttpResponse:
    """Record the letter to the family: of what, when, how."""
    review = in_core_or_404(slug, request.user)
    permissions.require_can_tell_family(review.pk, by=request.user)
    about = "reversal" if queries.reversed_by_home_office(review) else "decision"
    form = FamilyToldForm(request.POST or None, initial={"about": about, "happened_on": localdate()})
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("about", "happened_on", "how", "to_whom", "note")}
        with trying(form) as outcome:
            actions.record_family_told(review=review, **said, by=request.user)
        if outcome.done:
            messages.success(request, "It is recorded that the family were told in writing.")
            return redirect("intake:decision", slug)
    context = _frame(review, "The family were told in writing") | {
        "form": form, "submit_label": "Save", "cancel_url": reverse("intake:decision", args=[slug]),
    }  # fmt: skip
    return render(request, "intake/family_told.html", context)


def _decision_form(request: SignedInRequest, review: Review) -> DecisionForm:
    told, asked = queries.notification_of(review), queries.asked(review)
    with keys.holding(review.pk):
        first = {"facts": letters.short_facts(told), "charges": letters.charges(told)}
    return DecisionForm(
        request.POST or None,
        test=legal_test.load(review.edition),
        nobody_knew=queries.nobody_knew(asked),
        answered=any(one.answer for one in asked),
        initial=first | with_draft(request),
    )


def _made(request: SignedInRequest, review: Review, made: Decision) -> HttpResponse:
    notice = queries.notice_of(review)
    answer = queries.answer_to(notice) if notice else None
    context = _frame(review, "The decision") | {
        "rows": shown.decision_rows(made),
        "limbs": shown.limbs(review, made),
        "reading": shown.reading(made.test_reads),
        "notice": notice,
        "answer": answer,
        "answer_rows": shown.answer_rows(answer) if answer else [],
        "letters": queries.family_letters(review),
        "may_tell_family": permissions.may_tell_family(review.pk, request.user),
        "may_commission": not blockers.to_commission(review)
        and permissions.may_commission(review.pk, request.user),
    }
    return render(request, "intake/decision.html", context)


def _waiting(request: SignedInRequest, review: Review, why_not: list[Any]) -> HttpResponse:
    context = _frame(review, "The decision") | {"blockers": why_not, "due": queries.decision_due(review)}
    return render(request, "intake/not_decided.html", context)


def _frame(review: Review, title: str) -> dict[str, Any]:
    scoping = ("Notification and decision", reverse("intake:scoping", args=[review.slug]))
    return {
        "title": title,
        "caption": f"{review.title}, {review.reference}",
        "breadcrumbs": [*crumbs(review), scoping, title],
        "review": review,
    }
