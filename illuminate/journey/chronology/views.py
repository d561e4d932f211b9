"""The combined chronology, and each agency's own file with what was read from it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.chronology import actions, blockers, pages, permissions, queries, words
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.forms import FilterForm, UploadForm
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read, trying

A_PAGE = 50


def combined(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every agency's entries in one list by date, as far as the reader may see them."""
    review = review_or_404(slug, request.user)
    files = queries.files(review, request.user)
    asked = request.POST if request.method == "POST" else request.GET
    form = FilterForm(asked, files=files)
    said = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    if request.method == "POST" and form.is_valid() and "words" not in said:
        return redirect(f"{request.path}?{urlencode(said)}" if said else request.path)
    page_read(request, review, "chronology")
    rows = queries.narrowed(queries.combined(review, request.user), **said)
    page = Paginator(rows, A_PAGE).get_page(asked.get("page"))
    context = pages.combined(review, files, request.user, said) | {
        "form": form, "page": page, "lines": pages.lines(page, files), "said": said, "narrowed": bool(said),
    }  # fmt: skip
    return render(request, "chronology/combined.html", context)


def upload(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The agency's place to send its chronology, and every version that it has sent."""
    asked = queries.request_or_404(pk, request.user)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        with trying(form) as outcome:
            file = actions.receive(request=asked, upload=form.cleaned_data["file"], by=request.user)
        if outcome.done:
            messages.success(request, f"The chronology was received. {words.counts(file)}")
            return redirect("chronology:file", file.pk)
    context = pages.upload(asked, request.user) | {"form": form}
    return render(request, "chronology/upload.html", context)


def file(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One version of one agency's chronology: how it was read, what was not, and its entries."""
    found = queries.file_or_404(pk, request.user)
    record(Event.FILE_READ, found, by=request.user)
    entries = Paginator(queries.entries_of(found, request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "chronology/file.html", pages.file(found, entries, request.user))


def entry(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One entry beside its source row, with its history."""
    found = queries.entry_or_404(pk, request.user)
    record(Event.ENTRY_READ, found, by=request.user)
    return render(request, "chronology/entry.html", pages.entry(found, request.user))


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
