"""One action: for its lead, and for those who follow it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.improvement import actions, forms, permissions, queries, shown
from illuminate.journey.improvement.models import FollowUp
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.web import trying


def mine(request: SignedInRequest) -> HttpResponse:
    """The actions that somebody leads."""
    return render(request, "improvement/actions.html", shown.actions(request.user))


def action(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What is asked, how it stands, what shows it, what is public of it."""
    follow_up, review = _found(request, pk)
    actions.note_reading(follow_up=follow_up, by=request.user)
    return render(request, "improvement/action.html", shown.action(follow_up, review, request.user))


def progress(request: SignedInRequest, pk: UUID) -> HttpResponse:
    follow_up, _ = _found(request, pk)
    permissions.require_can_report(follow_up, by=request.user)
    initial = {"status": follow_up.status, "happened_on": localdate()}
    form = forms.ProgressForm(request.POST or None, request.FILES or None, initial=initial)
    return _ask(request, pk, form, "Record progress", "Record progress",
                lambda: actions.record_progress(follow_up=follow_up, **form.given(), by=request.user),
                "The progress is on record. The coordinator has been told.")  # fmt: skip


def close(request: SignedInRequest, pk: UUID) -> HttpResponse:
    follow_up, _ = _found(request, pk)
    permissions.require_can_close(follow_up.review_id, by=request.user)
    form = forms.CloseForm(request.POST or None)
    return _ask(request, pk, form, "Close the action", "Close the action",
                lambda: actions.close_action(follow_up=follow_up, **form.given(), by=request.user),
                "The action is closed.")  # fmt: skip


def reopen(request: SignedInRequest, pk: UUID) -> HttpResponse:
    follow_up, _ = _found(request, pk)
    permissions.require_can_close(follow_up.review_id, by=request.user)
    form = forms.ReopenForm(request.POST or None)
    return _ask(request, pk, form, "Open the action again", "Open it again",
                lambda: actions.reopen_action(follow_up=follow_up, reason=form.cleaned_data["reason"], by=request.user),
                "The action is open again.")  # fmt: skip


def lead(request: SignedInRequest, pk: UUID) -> HttpResponse:
    follow_up, _ = _found(request, pk)
    permissions.require_can_hand_over(follow_up.review_id, by=request.user)
    form = forms.LeadForm(request.POST or None)
    return _ask(request, pk, form, "Another lead", "Give it to them",
                lambda: actions.change_lead(follow_up=follow_up, lead=form.lead(), by=request.user),
                "The action has another lead.")  # fmt: skip


def addressee(request: SignedInRequest, pk: UUID) -> HttpResponse:
    follow_up, _ = _found(request, pk)
    permissions.require_can_close(follow_up.review_id, by=request.user)
    names = ("sent_on", "acknowledged_on", "answered_on", "answer")
    form = forms.AddresseeForm(
        request.POST or None, initial={name: getattr(follow_up, name) for name in names}
    )
    return _ask(request, pk, form, "What became of it", "Save",
                lambda: actions.record_addressee(follow_up=follow_up, **form.given(), by=request.user),
                "What became of it is on record.")  # fmt: skip


def statement(request: SignedInRequest, pk: UUID) -> HttpResponse:
    follow_up, _ = _found(request, pk)
    permissions.require_can_report(follow_up, by=request.user)
    form = forms.StatementForm(request.POST or None, initial={"said_on": localdate()})
    return _ask(request, pk, form, "Write a public statement", "Have it checked",
                lambda: actions.write_statement(follow_up=follow_up, text=form.cleaned_data["text"],
                                                said_on=form.cleaned_data["said_on"], by=request.user),
                "The statement waits for somebody who did not write it to check it.")  # fmt: skip


def _ask(
    request: SignedInRequest,
    pk: UUID,
    form: Any,
    title: str,
    submit: str,
    act: Callable[[], object],
    said: str,
) -> HttpResponse:
    """A form about an action: ask, act, go back to its page."""
    follow_up, review = _found(request, pk)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            act()
        if outcome.done:
            messages.success(request, said)
            return redirect("improvement:action", pk)
    return render(request, "design/form_page.html", shown.form(follow_up, review, title, form, submit))


def _found(request: SignedInRequest, pk: UUID) -> tuple[FollowUp, Review | None]:
    """The action, and its review if the reader may see that too."""
    follow_up = queries.follow_up_or_404(pk, request.user)
    review = reviews.visible_to(request.user).filter(pk=follow_up.review_id).first()
    return follow_up, review
