"""The pages of the anonymity check: both rounds, one file, the machine's findings, and a checker's own page."""

# ruff: noqa: A002 - a round is what everybody calls it

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import actions, pages, permissions, queries
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.forms import AskForm, SettleForm, VerdictForm
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
    return render(
        request, "anonymity/document.html", pages.document(review, found, Round(round), request.user)
    )


@require_POST
def run(request: SignedInRequest, slug: str, round: str, pk: UUID) -> HttpResponse:
    """Let the machine look at the file now."""
    _, found = _found(request, slug, round, pk)
    check = actions.run_machine_check(document=found, round=round, by=request.user)
    messages.success(request, f"The machine has looked at the file. {pages.machine_words(check)}")
    return redirect("anonymity:document", slug, round, pk)


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


def findings(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What the machine found, part by part, and what becomes of each."""
    found = queries.machine_check_or_404(pk, request.user)
    permissions.require_can_run(found.review_id, by=request.user)
    record(Event.FINDINGS_READ, found, by=request.user)
    form = SettleForm(_posted(request), parts=pages.parts_of(found))
    if form.is_valid():
        said = form.cleaned_data
        with trying(form) as outcome:
            actions.settle(
                check=found,
                numbers=said["numbers"],
                outcome=said["outcome"],
                reason=said["reason"] or "",
                by=request.user,
            )
        if outcome.done:
            messages.success(request, "Recorded.")
            return redirect("anonymity:findings", pk)
    return render(request, "anonymity/findings.html", pages.findings(found) | {"form": form})


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
    return render(request, "anonymity/check.html", pages.check(found, request.user) | {"form": form})


def _posted(request: SignedInRequest) -> QueryDict | None:
    """What was sent, also when it is nothing at all."""
    return request.POST if request.method == "POST" else None


def _found(request: SignedInRequest, slug: str, round: str, pk: UUID) -> tuple[Review, Document]:
    review = review_or_404(slug, request.user)
    if round not in Round.values:
        raise Http404
    permissions.require_can_run(review.pk, by=request.user)
    return review, queries.document_or_404(review, pk, request.user)
