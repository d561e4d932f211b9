"""What somebody is called: a pseudonym, suggested or the family's own; or the real name, if the family wants it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from illuminate.foundation.access import keys
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.people import actions, pages, permissions, queries, suggesting
from illuminate.journey.people.forms import PseudonymForm, RealNameForm
from illuminate.journey.reviews.web import trying


def pseudonym(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    permissions.require_can_agree_pseudonym(review.pk, by=request.user)
    offer = suggesting.offer(review, found, request.GET)
    form = PseudonymForm(
        request.POST or None, register=queries.register(review), stage=review.stage, entry=found,
        initial={"pseudonym": offer.chosen or found.pseudonym, "chosen_by": found.chosen_by,
                 "chosen_on": found.chosen_on},
    )  # fmt: skip
    with keys.holding(review.pk):
        is_sound = form.is_valid()
    if is_sound:
        with trying(form) as outcome:
            actions.agree_pseudonym(entry=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            messages.success(request, f"The pseudonym is now {found.pseudonym}.")
            return redirect("people:list", slug)
    title = f"Pseudonym for {found.role or found.label}"
    context = pages.form(review, form, title, "Save pseudonym") | {"offer": offer, "entry": found}
    context["action_url"] = reverse("people:pseudonym", args=[slug, pk])
    return render(request, "people/pseudonym.html", context)


@never_cache
def real_name(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """The family chose the real name: with the day, and the word of whoever confirms it."""
    review = queries.in_core_or_404(slug, request.user)
    found = queries.entry_or_404(review, pk, request.user)
    permissions.require_can_agree_pseudonym(review.pk, by=request.user)
    form = RealNameForm(
        request.POST or None, register=queries.register(review), stage=review.stage, entry=found
    )
    with keys.holding(review.pk):
        is_sound = form.is_valid()
    if is_sound:
        said = form.cleaned_data
        with trying(form) as outcome:
            actions.use_real_name(
                entry=found, name=said["name"], chosen_on=said["chosen_on"], by=request.user
            )
        if outcome.done:
            messages.success(request, "Their real name is used, as the family chose.")
            return redirect("people:entry", slug, pk)
    title = f"Use the real name of {found.role or found.label}"
    return render(request, "people/real_name.html", pages.form(review, form, title, "Use the real name"))
