"""The family's questions, one at a time: taking part, being in touch, the name and the tribute."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.involvement import actions, forms_family, queries, shown_family, space
from illuminate.journey.involvement.choices import Code
from illuminate.journey.involvement.models import ContactWish, NamingWish, QuietDay, Relative
from illuminate.journey.involvement.space import own_space, show
from illuminate.journey.involvement.steps import CARDS, codes_for
from illuminate.journey.reviews.web import trying

CONTACT = {"how": forms_family.WaysForm, "when": forms_family.WhenForm, "who": forms_family.WhomForm}
NAMING = {
    "name": forms_family.NameForm,
    "tribute": forms_family.TributeForm,
    "public": forms_family.PublicationForm,
}


@own_space
def part(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """All the questions with the answers so far."""
    return show(
        request, relative, "part", "How you would like to take part", rows=shown_family.part(relative)
    )


@own_space
def question(request: SignedInRequest, relative: Relative, code: str) -> HttpResponse:
    """One question. After it comes the next one that has no answer yet."""
    codes = codes_for(relative.closeness, relative.draft_agreed)
    if code not in codes:
        raise Http404
    card, now = CARDS[Code(code)], queries.current_steps(relative).get(code)
    form = forms_family.StepAnswerForm(
        request.POST or None,
        card=card,
        name=space.called(relative),
        initial={"state": now.state if now else None},
    )
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.answer_step(
                relative=relative, code=code, state=form.cleaned_data["state"], by=request.user
            )
        if outcome.done:
            messages.success(request, "Thank you. You can change your answer at any time.")
            return redirect(shown_family.after(relative, code, form.cleaned_data["state"]))
    return show(request, relative, "question", card.name, back="part", form=form,
                submit_label="Continue", skip_url=reverse("involvement:part"))  # fmt: skip


@own_space
def contact(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """How they want to be in touch, as far as they have said."""
    wish = ContactWish.objects.filter(relative=relative).first()
    context = {"wish": wish, "quiet_days": queries.quiet_days(relative)}
    return show(request, relative, "contact", "How and when to be in touch", **context)


@own_space
def contact_question(request: SignedInRequest, relative: Relative, what: str) -> HttpResponse:
    if what not in CONTACT:
        raise Http404
    wish = ContactWish.objects.filter(relative=relative).first() or ContactWish(relative=relative)
    initial: dict[str, Any] = {"ways": wish.way_list, "when": wish.when, "by_whom": wish.by_whom}
    form = CONTACT[what](request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.say_contact_wishes(relative=relative, by=request.user, **form.cleaned_data)
        if outcome.done:
            return redirect(shown_family.next_of(list(CONTACT), what, "contact_question", "contact"))
    return show(request, relative, "question", "How and when to be in touch", back="contact", form=form,
                submit_label="Continue", skip_url=reverse("involvement:contact"))  # fmt: skip


@own_space
def days(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """A day on which nobody is to be in touch."""
    form = forms_family.QuietDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.add_quiet_day(relative=relative, **form.days(), by=request.user)
        if outcome.done:
            messages.success(request, "Thank you. We will leave you in peace on that day.")
            return redirect("involvement:contact")
    return show(request, relative, "question", "A day to be left in peace", back="contact", form=form,
                submit_label="Save", skip_url=reverse("involvement:contact"))  # fmt: skip


@own_space
def day_removed(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    found = get_object_or_404(QuietDay.objects.filter(relative=relative), pk=pk)
    if request.method == "POST":
        actions.remove_quiet_day(relative=relative, day=found, by=request.user)
        messages.success(request, "The day has been taken away.")
        return redirect("involvement:contact")
    return show(request, relative, "day_removed", "Take away this day?", back="contact", day=found)


@own_space
def naming(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """What they wish for the name, the tribute and the publication."""
    wish = NamingWish.objects.filter(relative=relative).first()
    _only_if_offered(relative, Code.NAMING)
    return show(request, relative, "naming", "The name, a tribute, and making it public", wish=wish)


@own_space
def naming_question(request: SignedInRequest, relative: Relative, what: str) -> HttpResponse:
    if what not in NAMING:
        raise Http404
    _only_if_offered(relative, Code.NAMING)
    wish = NamingWish.objects.filter(relative=relative).first() or NamingWish(relative=relative)
    initial = {"wish": wish.wish, "name": wish.name, "tribute": wish.tribute, "publication": wish.publication}
    more = {"called": space.called(relative)} if what == "name" else {}
    form = NAMING[what](request.POST or None, initial={**initial, **space.kept(request)}, **more)
    if request.method == "POST" and form.is_valid():
        given = {name: value or "" for name, value in form.cleaned_data.items()}
        with trying(form) as outcome:
            actions.say_naming(relative=relative, by=request.user, **given)
        if outcome.done:
            return redirect(shown_family.next_of(list(NAMING), what, "naming_question", "naming"))
    return show(request, relative, "question", "The name, a tribute, and making it public", back="naming", form=form,
                autosave_url=space.keeps(request), submit_label="Continue",
                skip_url=reverse("involvement:naming"))  # fmt: skip


def _only_if_offered(relative: Relative, code: Code) -> None:
    if code not in codes_for(relative.closeness, relative.draft_agreed):
        raise Http404
