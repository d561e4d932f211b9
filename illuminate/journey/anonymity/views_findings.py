"""What the machine found in a file: its words with the marks in place, and each finding decided there."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.anonymity import (
    actions,
    pages_findings,
    pages_picture,
    pages_record,
    permissions,
    queries,
)
from illuminate.journey.anonymity.board import Board, board
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.finding import Line
from illuminate.journey.anonymity.forms_findings import DecideForm, ShowForm
from illuminate.journey.anonymity.models import MachineCheck
from illuminate.journey.reviews.web import trying

PAGE = "anonymity/findings.html"


def findings(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One sheet of the file, with the marks and the list."""
    found = _read(request, pk)
    latest, _ = queries.newest(found)
    if latest != found:
        return redirect("anonymity:findings", latest.pk)
    context = pages_findings.findings(board(found), ShowForm(request.GET), sheet=request.GET.get("page", ""))
    return render(request, PAGE, context)


def finding(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """The sheet that a finding stands on, with the question what becomes of it. Another sheet is no longer about it."""
    if "page" in request.GET:
        return redirect(f"{reverse('anonymity:findings', args=[pk])}?{request.GET.urlencode()}")
    found = _read(request, pk)
    latest, at = queries.newest(found, number)
    if latest != found and (request.method != "POST" or not at):
        return _elsewhere(request, latest, at)
    laid = board(latest)
    if at not in laid.lines:
        raise Http404
    return _decided(request, laid, laid.lines[at])


def _decided(request: SignedInRequest, laid: Board, line: Line) -> HttpResponse:
    """What was said about a finding is put on record; otherwise it is asked."""
    show = ShowForm(request.GET)
    posted = request.POST if request.method == "POST" else None
    reason = queries.last_reason(laid.check, request.user)
    form = DecideForm(posted, line=line, same=laid.same(line), last_reason=reason)
    if form.is_valid():
        with trying(form) as outcome:
            several = actions.decide(check=laid.check, number=line.number, **form.decision, by=request.user)
        if outcome.done:
            return _onward(request, laid.check, line.number, several, show)
    return render(request, PAGE, pages_findings.findings(laid, show, chosen=line, form=form))


def _elsewhere(request: SignedInRequest, latest: MachineCheck, at: int) -> HttpResponse:
    """The machine has looked again meanwhile: the same finding there, or its first page."""
    if at:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{reverse('anonymity:finding', args=[latest.pk, at])}{query}#f-{at}")
    messages.info(request, "The machine has looked again meanwhile, and this finding is not there any more.")
    return redirect("anonymity:findings", latest.pk)


@require_POST
def accept_register(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Let everything that is on the register go, as the register says."""
    latest, _ = queries.newest(_found(request, pk))
    number = actions.accept_register(check=latest, by=request.user)
    messages.success(request, f"{number} on the register will be replaced.")
    return redirect("anonymity:findings", latest.pk)


def remains(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What may still identify somebody, in sentences."""
    return render(request, "anonymity/remains.html", pages_record.remains(board(_read(request, pk))))


def page(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """A PDF's page as it looks, with the findings boxed."""
    laid = board(_read(request, pk))
    return render(request, "anonymity/page.html", pages_picture.page(laid, number))


def picture(request: SignedInRequest, pk: UUID, number: int) -> HttpResponse:
    """The picture of that page. No browser keeps it."""
    answer = HttpResponse(pages_picture.png(_read(request, pk), number), content_type="image/png")
    answer["Cache-Control"] = "no-store, private"
    return answer


@require_POST
def copy(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Have the pseudonymised copy made; the file's page says how far it has come."""
    found = _found(request, pk)
    actions.ask_copy(check=found, by=request.user)
    return redirect("anonymity:document", found.review.slug, found.round, found.document_id)


def _onward(
    request: SignedInRequest, check: MachineCheck, number: int, several: int, show: ShowForm
) -> HttpResponse:
    laid = board(check)
    if several > 1:
        messages.success(request, f"Decided in {several} places.")
    if not any(line.is_open for line in laid.lines.values()):
        messages.success(request, "Everything that the machine found is decided.")
    return redirect(pages_findings.after(laid, number, show))


def _read(request: SignedInRequest, pk: UUID) -> MachineCheck:
    """A look at a file for somebody who may read it; the reading is recorded."""
    found = _found(request, pk)
    if request.method != "POST":
        record(Event.FINDINGS_READ, found, by=request.user)
    return found


def _found(request: SignedInRequest, pk: UUID) -> MachineCheck:
    found = queries.machine_check_or_404(pk, request.user)
    permissions.require_can_run(found.review_id, by=request.user)
    return found
