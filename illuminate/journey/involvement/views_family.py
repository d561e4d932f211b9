"""The family's own space: its first page, and what they write for the review."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.involvement import actions, blockers, forms_family, queries, shown_family, space
from illuminate.journey.involvement.models import Contribution, Relative
from illuminate.journey.involvement.space import own_space, show
from illuminate.journey.reviews.queries import stage_of
from illuminate.journey.reviews.web import trying


def with_relative(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """An advocate opens the space of somebody they help."""
    space.choose(request, pk)
    return redirect("involvement:start")


@own_space
def start(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """What this is, who reads what is written here, and where to go on."""
    return show(request, relative, "start", "Your own space", back="", **shown_family.start(relative))


@own_space
def words(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """What they have written so far."""
    fixed = blockers.to_change_words(stage_of(relative.review_id))
    context = {"contributions": queries.standing_contributions(relative), "fixed": fixed}
    return show(request, relative, "own_words", "What you have written", **context)


@own_space
def words_new(request: SignedInRequest, relative: Relative) -> HttpResponse:
    form = forms_family.WordsForm(request.POST or None, initial=space.kept(request))
    name = space.called(relative)
    form.fields["text"].label = f"What would you like us to know about {name}?"
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.contribute(relative=relative, text=form.cleaned_data["text"], by=request.user)
        if outcome.done:
            messages.success(
                request, "Thank you. We have what you wrote. You can change it, or take it back."
            )
            return redirect("involvement:own_words")
    return show(request, relative, "writing", "Write to us", back="own_words", form=form,
                autosave_url=space.keeps(request), submit_label="Send it to us")  # fmt: skip


@own_space
def words_change(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    found = _own(relative, pk)
    initial = {"text": found.text, "seen": found.revision, **space.kept(request)}
    form = forms_family.WordsForm(request.POST or None, initial=initial)
    form.fields["text"].label = "Change what you wrote"
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with trying(form) as outcome:
            actions.change_contribution(
                contribution=found, seen=given["seen"] or 0, text=given["text"], by=request.user
            )
        if outcome.done:
            messages.success(request, "It has been changed. What you wrote before is not kept.")
            return redirect("involvement:own_words")
    return show(request, relative, "writing", "Change what you wrote", back="own_words", form=form,
                autosave_url=space.keeps(request), submit_label="Save the change")  # fmt: skip


@own_space
def words_back(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    """Take something back. Their own words are on the page, to be copied first."""
    found = _own(relative, pk)
    form = forms_family.TakeBack(request.POST or None, initial={"seen": found.revision})
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.withdraw_contribution(contribution=found, seen=form.cleaned_data["seen"], by=request.user)
        if outcome.done:
            messages.success(request, "You have taken it back. We no longer have it.")
            return redirect("involvement:own_words")
    return show(request, relative, "take_back", "Take back what you wrote", back="own_words", form=form,
                text=found.text, submit_label="Take it back", skip_url=reverse("involvement:own_words"))  # fmt: skip


def _own(relative: Relative, pk: UUID) -> Contribution:
    return get_object_or_404(Contribution.objects.filter(relative=relative, withdrawn_at=None), pk=pk)
