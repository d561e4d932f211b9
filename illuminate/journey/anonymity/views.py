"""The pages of the anonymity check: both rounds, one file, the machine's findings, and a checker's own page."""

# ruff: noqa: A002 - a round is what everybody calls it

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import (
    actions,
    pages,
    pages_record,
    pages_work,
    permissions,
    queries,
    queries_work,
)
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.forms import AskForm, VerdictForm
from illuminate.journey.anonymity.models import Round
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read, trying


def checks(request: SignedInRequest, slug: str) -> HttpResponse:
    """Both rounds: which files, and where each stands."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "anonymity")
    return render(request, "anonymity/checks.html", pages.checks(review, request.user))


def document(request: SignedInRequest, slug: str, round: str, pk: UUID) -> HttpResponse:
    """One file in one round, for those who see to it that it is checked."""
    review, found = _found(request, slug, round, pk)
    page_read(request, review, "anonymity of a file")
    context = pages.document(review, found, Round(round), request.user)
    context |= pages_record.verdicts(review, found, Round(round), request.user)
    context |= pages_record.copying(review, found, context["machine"], request.user)
    return render(request, "anonymity/document.html", context)


def record_of(request: SignedInRequest, slug: str, round: str, pk: UUID) -> HttpResponse:
    """Who looked at which bytes, when, with which version."""
    review, found = _found(request, slug, round, pk)
    page_read(request, review, "record of an anonymity check")
    return render(
        request, "anonymity/record.html", pages_record.record(review, found, Round(round), request.user)
    )


@require_POST
def run(request: SignedInRequest, slug: str, round: str, pk: UUID) -> HttpResponse:
    """Have the machine look at the file; its page says how far it has come."""
    _, found = _found(request, slug, round, pk)
    actions.ask_machine(document=found, round=round, by=request.user)
    return redirect("anonymity:document", slug, round, pk)


def progress(request: SignedInRequest, pk: UUID) -> JsonResponse:
    """How far the machine's work has come, in a sentence, for the page that waits."""
    work = queries_work.work_or_404(pk, request.user)
    permissions.require_can_run(work.review_id, by=request.user)
    return JsonResponse(pages_work.progress(work))


def ask(request: SignedInRequest, slug: str, round: str, pk: UUID) -> HttpResponse:
    """Ask somebody who had no hand in the report."""
    review, found = _found(request, slug, round, pk)
    permissions.require_can_ask(review.pk, by=request.user)
    people = queries.candidates(review, found, round)
    form = AskForm(_posted(request), people=people)
    if form.is_valid():
        with trying(form) as outcome:
            actions.ask_checker(
                review=review,
                document=found,
                round=round,
                checker=form.cleaned_data["checker"],
                by=request.user,
            )
        if outcome.done:
            messages.success(request, "They were asked, and have a link to the file and to their own page.")
            return redirect("anonymity:document", slug, round, pk)
    context = pages.ask(review, found, Round(round), people) | {"form": form}
    return render(request, "anonymity/ask.html", context)


def check(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The page of one checker: nobody else opens it."""
    found = queries.check_or_404(pk, request.user)
    record(Event.CHECK_READ, found, by=request.user)
    form = VerdictForm(_posted(request))
    if form.is_valid():
        with trying(form) as outcome:
            actions.give_verdict(
                check=found,
                verdict=form.cleaned_data["verdict"],
                note=form.cleaned_data["note"] or "",
                by=request.user,
            )
        if outcome.done:
            messages.success(request, "Your verdict is on record. Thank you.")
            return redirect("anonymity:check", pk)
    context = pages.check(found, request.user) | pages_record.missed() | {"form": form}
    return render(request, "anonymity/check.html", context)


def _posted(request: SignedInRequest) -> QueryDict | None:
    """What was sent, also when it is nothing at all."""
    return request.POST if request.method == "POST" else None


def _found(request: SignedInRequest, slug: str, round: str, pk: UUID) -> tuple[Review, Document]:
    review = review_or_404(slug, request.user)
    if round not in Round.values:
        raise Http404
    permissions.require_can_run(review.pk, by=request.user)
    return review, queries.document_or_404(review, pk, request.user)
