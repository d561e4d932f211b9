"""A chronology on its way: sending one, putting its columns right, and how far the reading of a large one has come."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.chronology import (
    actions,
    pages,
    pages_arrival,
    permissions,
    queries,
    queries_arrival,
    rows,
    sizing,
    words,
)
from illuminate.journey.chronology.forms import ColumnsForm, UploadForm
from illuminate.journey.chronology.seen import seen_in
from illuminate.journey.reviews.web import trying


def upload(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The agency's place to send its chronology, and every version that it has sent."""
    asked = queries.request_or_404(pk, request.user)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        sent = form.cleaned_data["file"]
        with trying(form) as outcome:
            if sizing.is_large(sent):
                arrival = actions.store(request=asked, upload=sent, by=request.user)
                return redirect("chronology:arrival", arrival.pk)
            file = actions.receive(request=asked, upload=sent, by=request.user)
        if outcome.done:
            messages.success(request, f"The chronology was received. {words.counts(file)}")
            return redirect("chronology:file", file.pk)
    context = pages.upload(asked, request.user) | {"form": form}
    return render(request, "chronology/upload.html", context)


def columns(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """What was understood of a file's columns, put right and kept for the agency; the file is read again with it."""
    found = queries.file_or_404(pk, request.user)
    permissions.require_can_send(queries.request_or_404(found.request_id, request.user), by=request.user)
    form = ColumnsForm(request.POST or None, headings=dict(found.summary.get("headings", [])))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            fields, seen = form.columns(), seen_in(request)
            if sizing.is_large(rows.upload_of(found.document)):
                later = actions.read_again_later(file=found, fields=fields, seen=seen, by=request.user)
                return redirect("chronology:arrival", later.pk)
            again = actions.read_again(file=found, fields=fields, seen=seen, by=request.user)
        if outcome.done:
            messages.success(request, f"The file was read again. {words.counts(again)}")
            return redirect("chronology:file", again.pk)
    return render(request, "chronology/columns.html", pages.columns(found) | {"form": form})


def arrival(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """How far the reading of a large file has come, or why it failed; once it is read, what was read."""
    found = queries_arrival.arrival_or_404(pk, request.user)
    if found.file_id:
        return redirect("chronology:file", found.file_id)
    return render(request, "chronology/arrival.html", pages_arrival.arrival(found, request.user))


def progress(request: SignedInRequest, pk: UUID) -> JsonResponse:
    """The same in a sentence, for the page that waits."""
    return JsonResponse(pages_arrival.progress(queries_arrival.arrival_or_404(pk, request.user)))


@require_POST
def again(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Read a file once more that could not be read."""
    actions.read_once_more(arrival=queries_arrival.arrival_or_404(pk, request.user), by=request.user)
    return redirect("chronology:arrival", pk)
