"""The people of a review: pseudonyms on the page, real names on request."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from illuminate.foundation.access import keys
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.people import actions, pages, permissions, queries
from illuminate.journey.people.events import Event
from illuminate.journey.people.forms import EntryForm, FormsForm, PseudonymForm, RegisterFileForm
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.permissions import holds
from illuminate.journey.reviews.web import page_read, trying


def people_list(request: SignedInRequest, slug: str) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    page_read(request, review, "people")
    return _list(request, review, queries.register(review), named=False)


@require_POST
@never_cache
def names(request: SignedInRequest, slug: str) -> HttpResponse:
    """The same page with the real names: asked for with a button, and recorded."""
    review = queries.in_core_or_404(slug, request.user)
    return _list(request, review, actions.show_names(review=review, by=request.user), named=True)


@never_cache
def entry(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """One person, place or number, with the real name: opening the page is recorded."""
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    record(Event.ENTRY_READ, found, by=request.user)
    context = pages.frame(review, f"About {found.label}") | {
        "rows": pages.entry_rows(found),
        "may_agree": holds(request.user, review.pk, *permissions.NAMERS),
        "may_keep": holds(request.user, review.pk, *permissions.KEEPERS),
        "entry": found,
    }
    return render(request, "people/entry.html", context)


def add(request: SignedInRequest, slug: str) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    permissions.require_can_keep(review.pk, by=request.user)
    form = EntryForm(request.POST or None)
    if form.is_valid():
        with trying(form) as outcome:
            _add(review, form, request)
        if outcome.done:
            messages.success(request, "Added to the register.")
            return redirect("people:list", slug)
    return _form(request, review, form, "Add to the register", "Add to the register")


def pseudonym(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    permissions.require_can_agree_pseudonym(review.pk, by=request.user)
    form = PseudonymForm(request.POST or None, initial={"pseudonym": found.pseudonym})
    if form.is_valid():
        with trying(form) as outcome:
            actions.agree_pseudonym(entry=found, pseudonym=form.cleaned_data["pseudonym"], by=request.user)
        if outcome.done:
            messages.success(request, f"The pseudonym is now {found.pseudonym}.")
            return redirect("people:list", slug)
    return _form(request, review, form, f"Pseudonym for {found.role or found.label}", "Save pseudonym")


@never_cache
def forms_of(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    permissions.require_can_keep(review.pk, by=request.user)
    record(Event.ENTRY_READ, found, by=request.user)
    form = FormsForm(
        request.POST or None,
        initial={"real": found.real, "role": found.role, "aliases": "\n".join(found.forms[1:])},
    )
    if form.is_valid():
        with trying(form) as outcome:
            actions.correct_entry(entry=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            messages.success(request, "Saved.")
            return redirect("people:entry", slug, pk)
    return _form(request, review, form, f"Real name and its forms: {found.label}", "Save")


def import_file(request: SignedInRequest, slug: str) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    permissions.require_can_agree_pseudonym(review.pk, by=request.user)
    form = RegisterFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with trying(form) as outcome:
            count = actions.import_register(
                review=review, csv_text=form.cleaned_data["csv_text"], by=request.user
            )
        if outcome.done:
            messages.success(request, f"The register file was read: {count} entries.")
            return redirect("people:list", slug)
    return _form(request, review, form, "Bring in a register file", "Read the file")


def _add(review: Review, form: EntryForm, request: SignedInRequest) -> None:
    said = form.cleaned_data
    if form.is_subject:
        actions.record_subject(
            review=review, kind=said["what"], name=said["real"], other_names=said["aliases"].replace("|", ", "),
            role=said["role"], pseudonym=said["pseudonym"], by=request.user,
        )  # fmt: skip
        return
    actions.add_entry(
        review=review, kind=form.kind, real=said["real"], pseudonym=said["pseudonym"],
        role=said["role"], aliases=said["aliases"], by=request.user,
    )  # fmt: skip


def _list(request: SignedInRequest, review: Review, register: list[Any], *, named: bool) -> HttpResponse:
    with keys.holding(review.pk):
        groups = pages.groups(register, named=named)
    context = pages.frame(review, "People and names", back=reverse("desk:review", args=[review.slug])) | {
        "named": named,
        "groups": groups,
        "warnings": pages.warnings(register),
        "may_keep": holds(request.user, review.pk, *permissions.KEEPERS),
        "may_import": holds(request.user, review.pk, *permissions.NAMERS),
        "review": review,
    }
    return render(request, "people/list.html", context)


def _form(request: SignedInRequest, review: Review, form: Any, title: str, submit: str) -> HttpResponse:
    context = pages.frame(review, title) | {
        "form": form, "submit_label": submit, "cancel_url": reverse("people:list", args=[review.slug]),
    }  # fmt: skip
    return render(request, "people/form.html", context)
