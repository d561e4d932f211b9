"""What comparing the entries raised: the list, one finding settled in place, an agency asked, an entry marked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.chronology import (
    actions,
    pages,
    pages_findings,
    permissions,
    queries,
    queries_findings,
    words_findings,
)
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.forms_findings import (
    AskForm,
    FindingsFilter,
    MarkForm,
    NoteForm,
    SettleForm,
)
from illuminate.journey.chronology.models import Entry, Finding
from illuminate.journey.chronology.seen import seen_in
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read, trying

A_PAGE = 20


def findings(request: SignedInRequest, slug: str) -> HttpResponse:
    """What the entries raise, kind by kind, open first."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "findings")
    form = FindingsFilter(request.GET)
    rows = queries_findings.findings(review.pk, request.user).order_by("first_on", "kind", "key")
    for name, value in form.cleaned_data.items() if form.is_valid() else ():
        rows = rows.filter(**{name: value}) if value else rows
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = pages_findings.findings(review, page, request.user) | {"form": form, "page": page}
    return render(request, "chronology/findings.html", context)


def finding(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One finding beside its entries, and what it comes to."""
    one = queries_findings.finding_or_404(pk, request.user)
    record(Event.FINDING_READ, one, by=request.user)
    if request.method == "POST":
        permissions.require_can_settle(one.review_id, by=request.user)
    entries = queries_findings.entries_of([one], one.review_id, request.user)
    form = SettleForm(request.POST or None, finding=one, entries=entries)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.settle(
                finding=one, decision=form.cleaned_data["decision"], note=form.cleaned_data["note"],
                taken_right=form.right, seen=seen_in(request), by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, "Your decision is on record.")
            return redirect("chronology:finding", pk)
        one = queries_findings.finding_or_404(pk, request.user)
    context = pages_findings.finding(one, request.user) | {"form": form}
    return render(request, "chronology/finding.html", context)


@require_POST
def reopen(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Make a question of a finding again."""
    one = queries_findings.finding_or_404(pk, request.user)
    actions.reopen(finding=one, seen=seen_in(request), by=request.user)
    messages.success(request, "The finding is open again.")
    return redirect("chronology:finding", pk)


def ask(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Ask an agency about a row; with `?finding=` the question is about what that finding raises."""
    found = queries.entry_or_404(pk, request.user)
    permissions.require_can_ask(found.review_id, by=request.user)
    one = _finding_in(request)
    others = _others(one, found, request) if one else []
    form = AskForm(request.POST or None, others=others, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        shown = [other for other in others if str(other.pk) in form.cleaned_data.get("shown", [])]
        with trying(form) as outcome:
            actions.ask_agency(
                entry=found, finding=one, question=form.cleaned_data["question"], shown=shown, by=request.user
            )
        if outcome.done:
            messages.success(request, f"{found.file.organisation.name} is told that you have a question.")
            return redirect("chronology:finding", one.pk) if one else redirect("chronology:entry", pk)
    back = reverse("chronology:finding", args=[one.pk]) if one else reverse("chronology:entry", args=[pk])
    context = _form_page(
        found, f"Ask {found.file.organisation.name} about this row", form, "Ask the agency", back
    )
    return render(
        request, "chronology/ask.html",
        context | {"quoted": words_findings.quoted(found), "autosave_url": autosave_url(request)},
    )  # fmt: skip


def _finding_in(request: SignedInRequest) -> Finding | None:
    try:
        pk = UUID(request.GET.get("finding", ""))
    except ValueError:
        return None
    return queries_findings.finding_or_404(pk, request.user)


def _others(one: Finding, found: Entry, request: SignedInRequest) -> list[Entry]:
    """The finding's rows of other agencies."""
    entries = queries_findings.entries_of([one], one.review_id, request.user).values()
    return [other for other in entries if other.file.organisation_id != found.file.organisation_id]


def mark(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Mark an entry as a key episode, a missed opportunity or good practice."""
    found = queries.entry_or_404(pk, request.user)
    permissions.require_can_settle(found.review_id, by=request.user)
    form = MarkForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.mark(
                entry=found, kind=form.cleaned_data["kind"], note=form.cleaned_data["note"], by=request.user
            )
        if outcome.done:
            messages.success(request, "The entry is marked.")
            return redirect("chronology:entry", pk)
    context = _form_page(
        found, "Mark this entry", form, "Mark this entry", reverse("chronology:entry", args=[pk])
    )
    context |= {"quoted": words_findings.row_words(found), "autosave_url": autosave_url(request)}
    return render(request, "chronology/mark.html", context)


def change_mark(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Change the note of a mark, or take the mark off."""
    one = queries_findings.mark_or_404(pk, request.user)
    permissions.require_can_settle(one.review_id, by=request.user)
    found = queries_findings.entry_of(one, request.user)
    form = NoteForm(request.POST or None, initial={"note": one.note})
    off = request.POST.get("do") == "off"
    if request.method == "POST" and (off or form.is_valid()):
        with trying(form) as outcome:
            if off:
                actions.end_mark(mark=one, seen=seen_in(request), by=request.user)
            else:
                actions.change_mark(
                    mark=one, note=form.cleaned_data["note"], seen=seen_in(request), by=request.user
                )
        if outcome.done:
            messages.success(request, "The mark is taken off." if off else "The note is changed.")
            return redirect("chronology:entry", found.pk)
        one = queries_findings.mark_or_404(pk, request.user)
    title = f"{one.get_kind_display()}: change the note"
    context = _form_page(found, title, form, "Save the note", reverse("chronology:entry", args=[found.pk]))
    context |= {"mark": one, "quoted": words_findings.row_words(found)}
    return render(request, "chronology/mark.html", context)


@require_POST
def compare(request: SignedInRequest, slug: str) -> HttpResponse:
    """Have the entries compared again; it is done in the background."""
    review = review_or_404(slug, request.user)
    actions.compare_again(review_id=review.pk, by=request.user)
    messages.success(
        request, "The entries will be compared again. You can leave this page; what is settled stays."
    )
    return redirect("chronology:findings", slug)


def comparison(request: SignedInRequest, slug: str) -> HttpResponse:
    """How far comparing has come, for a page that waits for it."""
    review = review_or_404(slug, request.user)
    permissions.require_oversees(review.pk, by=request.user)
    return JsonResponse(pages.comparison(review, request.user) or {"state": "none", "text": ""})


def _form_page(found: Entry, title: str, form: Any, submit: str, back: str) -> dict[str, Any]:
    return pages.frame(found.compartment, title, back) | {
        "form": form, "entry": found, "submit_label": submit, "cancel_url": back,
    }  # fmt: skip
