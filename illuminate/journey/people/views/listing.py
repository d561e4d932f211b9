"""The list: pseudonyms on the page, real names on request; the register as a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from illuminate.foundation.access import keys
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.people import actions, pages, permissions, queries
from illuminate.journey.people.forms import RegisterFileForm, SearchForm
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.permissions import holds
from illuminate.journey.reviews.web import page_read, trying


def people_list(request: SignedInRequest, slug: str) -> HttpResponse:
    """The register by pseudonyms. A search is sent with the page, so that no word of it stands in an address."""
    review = queries.in_core_or_404(slug, request.user)
    page_read(request, review, "people")
    return _list(request, review, queries.register(review), named=False)


@require_POST
@never_cache
def names(request: SignedInRequest, slug: str) -> HttpResponse:
    """The same page with the real names: asked for with a button, and recorded."""
    review = queries.in_core_or_404(slug, request.user)
    return _list(request, review, actions.show_names(review=review, by=request.user), named=True)


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
    return render(
        request, "people/form.html", pages.form(review, form, "Bring in a register file", "Read the file")
    )


@never_cache
def export_file(request: SignedInRequest, slug: str) -> HttpResponse:
    """A page that says what the file holds; with a button, the file. Taking it out is recorded."""
    review = queries.in_core_or_404(slug, request.user)
    permissions.require_can_agree_pseudonym(review.pk, by=request.user)
    if request.method != "POST":
        context = pages.frame(review, "Take the register out as a file")
        return render(request, "people/export.html", context | {"review": review})
    response = HttpResponse(
        actions.export_register(review=review, by=request.user), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = (
        f'attachment; filename="{review.reference} register {pages.MARKING}.csv"'
    )
    return response


def _list(request: SignedInRequest, review: Review, register: list[Any], *, named: bool) -> HttpResponse:
    form = SearchForm(request.POST if "words" in request.POST else None)
    wanted = form.cleaned_data if form.is_valid() else {}
    with keys.holding(review.pk):
        groups = pages.groups(register, named=named, **wanted)
    context = pages.frame(review, "People and names", back=reverse("desk:review", args=[review.slug])) | {
        "named": named,
        "groups": groups,
        "form": form,
        "narrowed": any(wanted.values()),
        "counted": pages.counted(groups, register),
        "warnings": pages.warnings(register),
        "may_keep": holds(request.user, review.pk, *permissions.KEEPERS),
        "may_import": holds(request.user, review.pk, *permissions.NAMERS),
        "review": review,
    }
    return render(request, "people/list.html", context)
