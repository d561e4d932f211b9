"""The combined chronology, and each agency's own file with what was read from it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.chronology import (
    actions,
    blockers,
    exporting,
    listing,
    pages,
    pages_entry,
    pages_picture,
    permissions,
    queries,
    queries_picture,
)
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.forms import FilterForm
from illuminate.journey.chronology.listing import Wanted
from illuminate.journey.chronology.queries_picture import Window
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read

A_PAGE = 50


def combined(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every agency's entries in one list by date, as far as the reader may see them, and as a picture above it."""
    review = review_or_404(slug, request.user)
    files = queries.files(review, request.user)
    asked = request.POST if request.method == "POST" else request.GET
    form = FilterForm(asked, files=files)
    said = form.said()
    if request.method == "POST" and form.is_valid() and "words" not in said:
        return redirect(f"{request.path}?{urlencode(said)}" if said else request.path)
    page_read(request, review, "chronology")
    wanted = Wanted.said(form.cleaned_data) if form.is_valid() else Wanted()
    rows = listing.narrowed(review, request.user, wanted, files)
    names = pages_picture.names_of(files)
    whole = queries_picture.whole(rows, names)
    paginator = Paginator(rows, A_PAGE)
    vars(paginator)["count"] = whole.entries  # known already: it need not be counted again
    page = paginator.get_page(asked.get("page"))
    drawn = pages_picture.first_picture(
        rows, whole, review, request.user, names, all_of_it=asked.get("period") == "whole"
    )
    context = pages.combined(review, files, request.user, wanted) | {
        "form": form, "page": page, "lines": pages.with_signs(page, files, review, request.user), "said": said,
        "narrowed": bool(said), "kinds": exporting.KINDS, **drawn,
    }  # fmt: skip
    return render(request, "chronology/combined.html", context)


@require_POST
def picture(request: SignedInRequest, slug: str) -> HttpResponse:
    """One window of the picture, for who zooms: drawn here, from what the reader may see and has narrowed it to."""
    review = review_or_404(slug, request.user)
    files = queries.files(review, request.user)
    form = FilterForm(request.POST, files=files)
    window = Window.between(request.POST.get("from", ""), request.POST.get("to", ""))
    if not form.is_valid() or window is None:
        return JsonResponse({"error": "Choose a period that begins before it ends."}, status=400)
    rows = listing.narrowed(review, request.user, Wanted.said(form.cleaned_data), files)
    drawn = pages_picture.zoomed(
        rows, review, request.user, window, pages_picture.names_of(files),
        width=pages_picture.width_of(request.POST.get("width", "")),
    )  # fmt: skip
    html = render_to_string("chronology/parts/picture.html", drawn | {"summary": drawn["picture_words"]})
    return JsonResponse({"picture": html, "words": drawn["picture_words"]})


@require_POST
def export(request: SignedInRequest, slug: str) -> HttpResponse:
    """What is seen, as a file; that it was taken out is recorded."""
    review = review_or_404(slug, request.user)
    files = queries.files(review, request.user)
    form = FilterForm(request.POST, files=files)
    kind = request.POST.get("form", "")
    if not form.is_valid() or kind not in exporting.TYPES:
        messages.error(request, "Choose the kind of file, and filters that fit the list, then export again.")
        return redirect("chronology:combined", slug)
    wanted = Wanted.said(form.cleaned_data)
    rows = listing.narrowed(review, request.user, wanted, files)
    made = exporting.export(review, request.user, rows, wanted, kind)
    actions.note_export(review=review, made=made, narrowed=bool(form.said()), by=request.user)
    answer = HttpResponse(made.data, content_type=made.content_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=made.name)
    answer["Cache-Control"] = "no-store"
    return answer


def file(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One version of one agency's chronology: how it was read, what was not, and its entries."""
    found = queries.file_or_404(pk, request.user)
    record(Event.FILE_READ, found, by=request.user)
    entries = Paginator(queries.entries_of(found, request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "chronology/file.html", pages.file(found, entries, request.user))


def entry(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One entry beside its source row, with what it raises, how it is marked, and its history."""
    found = queries.entry_or_404(pk, request.user)
    record(Event.ENTRY_READ, found, by=request.user)
    return render(request, "chronology/entry.html", pages_entry.entry(found, request.user))


def release(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The chair opens an agency's chronology to the panel."""
    found = queries.file_or_404(pk, request.user)
    permissions.require_can_release(found.review_id, by=request.user)
    if request.method == "POST":
        actions.release(file=found, by=request.user)
        messages.success(request, "The panel can read this chronology now.")
        return redirect("chronology:file", pk)
    return render(request, "design/confirm.html", pages.release(found, blockers.to_release(found)))


def begin_analysis(request: SignedInRequest, slug: str) -> HttpResponse:
    """The chair begins the analysis with what has come in."""
    review = review_or_404(slug, request.user)
    permissions.require_can_begin_analysis(review.pk, by=request.user)
    if request.method == "POST":
        actions.begin_analysis(review=review, by=request.user)
        messages.success(request, "The analysis has begun. Chronologies that come later are still taken in.")
        return redirect("desk:review", slug)
    context: dict[str, Any] = pages.begin_analysis(review, queries.senders(review))
    context |= {
        "blockers": blockers.to_begin_analysis(review),
        "cancel_url": reverse("desk:review", args=[slug]),
    }
    return render(request, "design/confirm.html", context)
