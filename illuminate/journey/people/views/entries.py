"""One entry of the register: read, added alone or with others, corrected; and which of its forms are looked for."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from illuminate.foundation.access import keys
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.people import actions, pages, permissions, queries
from illuminate.journey.people.events import Event
from illuminate.journey.people.forms import PRACTITIONER, EntryForm, FormsForm, LinesForm, TicksForm
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.permissions import holds
from illuminate.journey.reviews.web import trying

AGAIN = "Files that the machine has checked are looked at again."


@never_cache
def entry(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """One person, place or number, with the real name and the forms it takes: opening the page is recorded."""
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    record(Event.ENTRY_READ, found, by=request.user)
    spellings = queries.spellings(review, found)
    may_keep = holds(request.user, review.pk, *permissions.KEEPERS)
    form = TicksForm(request.POST or None, spellings=spellings.worked_out)
    if request.method == "POST":
        permissions.require_can_keep(review.pk, by=request.user)
        if form.is_valid():
            actions.strike_forms(entry=found, struck=form.struck, by=request.user)
            messages.success(request, f"Saved. {AGAIN}")
            return redirect("people:entry", slug, pk)
    context = pages.frame(review, f"About {found.label}") | {
        "rows": pages.entry_rows(found),
        "spellings": spellings,
        "form": form,
        "may_agree": holds(request.user, review.pk, *permissions.NAMERS),
        "may_keep": may_keep,
        "entry": found,
    }
    return render(request, "people/entry.html", context)


def add(request: SignedInRequest, slug: str) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    permissions.require_can_keep(review.pk, by=request.user)
    form = EntryForm(request.POST or None, register=queries.register(review), stage=review.stage)
    with keys.holding(review.pk):
        is_sound = form.is_valid()
    if is_sound:
        with trying(form) as outcome:
            found = _add(review, form, request)
        if outcome.done:
            messages.success(request, "Added to the register. Look at the forms that will be looked for.")
            _tell_overlaps(request, review, found)
            return redirect("people:entry", slug, found.pk)
    return render(
        request, "people/form.html", pages.form(review, form, "Add to the register", "Add to the register")
    )


def add_several(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lines are typed, looked at as rows, and only then kept; what was typed stays until they are."""
    review = queries.in_core_or_404(slug, request.user)
    permissions.require_can_keep(review.pk, by=request.user)
    form = LinesForm(request.POST or None, register=queries.register(review), stage=review.stage)
    with keys.holding(review.pk):
        is_sound = form.is_valid()
    step = request.POST.get("step", "")
    if is_sound and step == "keep":
        with trying(form) as outcome:
            _add_lines(review, form, request)
        if outcome.done:
            messages.success(request, f"Added to the register: {len(form.read)}. {AGAIN}")
            return redirect("people:list", slug)
    if is_sound and step == "look" and not form.errors:
        return render(request, "people/several_rows.html", pages.several(review, form))
    context = pages.form(review, form, "Add several to the register", "Look at the rows")
    return render(request, "people/several.html", context)


@never_cache
def forms_of(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    permissions.require_can_keep(review.pk, by=request.user)
    record(Event.ENTRY_READ, found, by=request.user)
    form = FormsForm(
        request.POST or None, register=queries.register(review), stage=review.stage, entry=found,
        initial={"real": found.real, "role": found.role, "aliases": "\n".join(found.forms[1:])},
    )  # fmt: skip
    with keys.holding(review.pk):
        is_sound = form.is_valid()
    if is_sound:
        with trying(form) as outcome:
            actions.correct_entry(entry=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            messages.success(request, f"Saved. {AGAIN}")
            _tell_overlaps(request, review, found)
            return redirect("people:entry", slug, pk)
    title = f"Real name and its forms: {found.label}"
    return render(request, "people/form.html", pages.form(review, form, title, "Save"))


def _add(review: Review, form: EntryForm, request: SignedInRequest) -> RegisterEntry:
    said = form.cleaned_data
    if form.is_subject:
        subject = actions.record_subject(
            review=review, kind=said["what"], name=said["real"], other_names=said["aliases"].replace("|", ", "),
            role=said["role"], pseudonym=said["pseudonym"], by=request.user,
        )  # fmt: skip
        return subject.entry
    return actions.add_entry(
        review=review, kind=form.kind, real=said["real"], pseudonym=said["pseudonym"],
        role=said["role"] or (PRACTITIONER if said["what"] == PRACTITIONER else ""), aliases=said["aliases"],
        by=request.user,
    )  # fmt: skip


def _add_lines(review: Review, form: LinesForm, request: SignedInRequest) -> None:
    actions.add_entries(review=review, kind=form.kind, lines=form.lines_with_roles, by=request.user)


def _tell_overlaps(request: SignedInRequest, review: Review, entry: RegisterEntry) -> None:
    """A form that two entries list is no mistake, two people share a name; but it has to be known."""
    for sentence in queries.overlaps(review, entry):
        messages.warning(request, sentence)
