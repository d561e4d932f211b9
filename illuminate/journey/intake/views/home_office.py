"""The Home Office's pages: the queue of decisions, one decision, the answer to a "no"."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.intake import actions, permissions, queries
from illuminate.journey.intake.events import Event
from illuminate.journey.intake.forms import AcceptForm, ReverseForm
from illuminate.journey.intake.models import HomeOfficeNotice
from illuminate.journey.intake.pages import decision as shown
from illuminate.journey.reviews.web import trying


def queue(request: SignedInRequest) -> HttpResponse:
    """Every decision that partnerships have sent: those that wait for an answer first."""
    if not permissions.is_home_office(request.user):
        raise Http404
    waiting, told = queries.home_office_queue(request.user)
    context = {"title": "Decisions of partnerships", "waiting": waiting, "told": told}
    return render(request, "intake/home_office_queue.html", context)


def notice(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What the Home Office was told, for its readers and for the partnership."""
    found = queries.notice_or_404(pk, request.user)
    record(Event.NOTICE_READ, found, by=request.user)
    answer = queries.answer_to(found)
    context = _frame(found, f"Decision {found.compartment.reference}") | {
        "rows": shown.notice_rows(found),
        "answer": answer,
        "answer_rows": shown.answer_rows(answer) if answer else [],
        "may_answer": queries.waits_for_answer(found)
        and permissions.may_answer(found.review_id, request.user),
        "back_url": _back(found, request),
    }
    return render(request, "intake/home_office_notice.html", context)


def accept(request: SignedInRequest, pk: UUID) -> HttpResponse:
    found = queries.notice_or_404(pk, request.user)
    permissions.require_can_answer(found.review_id, by=request.user)
    form = AcceptForm(request.POST or None, request.FILES or None, initial=with_draft(request))
    if form.is_valid():
        with trying(form) as outcome:
            actions.accept_decision(
                notice=found, reasons=form.cleaned_data["reasons"], letter=form.cleaned_data["letter"],
                by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, "The decision is accepted. The partnership has been told.")
            return redirect("intake:home_office_notice", pk)
    return _form(request, found, form, "Accept the decision not to review", "Accept the decision")


def reverse_decision(request: SignedInRequest, pk: UUID) -> HttpResponse:
    found = queries.notice_or_404(pk, request.user)
    permissions.require_can_answer(found.review_id, by=request.user)
    form = ReverseForm(request.POST or None, request.FILES or None, initial=with_draft(request))
    if form.is_valid():
        with trying(form) as outcome:
            actions.reverse_decision(
                notice=found, kind=form.cleaned_data["kind"], reasons=form.cleaned_data["reasons"],
                letter=form.cleaned_data["letter"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, "The decision is reversed. The partnership has been told.")
            return redirect("intake:home_office_notice", pk)
    return _form(request, found, form, "Reverse the decision not to review", "Send the answer")


def _form(
    request: SignedInRequest, found: HomeOfficeNotice, form: Any, title: str, submit: str
) -> HttpResponse:
    context = _frame(found, title) | {
        "form": form, "submit_label": submit, "autosave_url": autosave_url(request),
        "cancel_url": reverse("intake:home_office_notice", args=[found.pk]),
        "back_url": reverse("intake:home_office_notice", args=[found.pk]),
    }  # fmt: skip
    return render(request, "intake/home_office_answer.html", context)


def _frame(found: HomeOfficeNotice, title: str) -> dict[str, Any]:
    return {"title": title, "caption": found.partnership.name, "notice": found}


def _back(found: HomeOfficeNotice, request: SignedInRequest) -> str:
    if permissions.is_home_office(request.user):
        return reverse("intake:home_office_queue")
    review = queries.review_behind(found, request.user)
    return reverse("intake:decision", args=[review.slug]) if review else ""
