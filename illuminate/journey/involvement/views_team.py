"""The team's pages: whom to be in touch with, what was offered, letters and links."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.involvement import (
    actions,
    blockers,
    forms_family,
    forms_team,
    permissions,
    queries,
    shown,
)
from illuminate.journey.involvement.choices import Closeness, Code, LinkWay
from illuminate.journey.involvement.models import Relative
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import trying

SHOWN_ONCE = "involvement_link"


def family(request: SignedInRequest, slug: str) -> HttpResponse:
    """Everybody close to the person who died. Who must sign off and may not see them gets the numbers."""
    review = review_or_404(slug, request.user)
    if not permissions.may_count(review.pk, request.user):
        raise Http404
    if not permissions.is_team(review.pk, request.user):
        return render(request, "involvement/counts.html", shown.counts(review))
    return render(request, "involvement/family.html", shown.family(review, request.user))


def from_mail(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The address that stands in e-mails: it holds no reference and no slug."""
    rows = queries.visible_to(request.user, Relative.objects.select_related("review"))
    found = get_object_or_404(rows, pk=pk)
    if not permissions.is_team(found.review_id, request.user):
        raise Http404
    return redirect("involvement:relative", found.review.slug, found.pk)


def new(request: SignedInRequest, slug: str) -> HttpResponse:
    review = team_review(request, slug)
    known = queries.relatives(review, request.user)
    form = forms_team.RelativeForm(request.POST or None, relatives=known)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        branch = given.pop("branch")
        given["branch"] = uuid4() if branch == "new" else UUID(branch)
        with trying(form) as outcome:
            made = actions.record_relative(review=review, **given, by=request.user)
        if outcome.done:
            return done(request, made, "They are on the list. Now say how to reach them.", "contacts")
    return render(
        request, "involvement/form.html", shown.page(review, "Somebody close to the person who died", form)
    )


def relative(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """One relative: steps, wishes, link, words. Name and contacts are shown on request, and the asking is recorded."""
    found = team_relative(request, slug, pk)
    contacts = request.method == "POST"
    if contacts:
        actions.show_contacts(relative=found, by=request.user)
    else:
        actions.read_relative(relative=found, by=request.user)
    return render(
        request, "involvement/relative.html", shown.relative(found, request.user, contacts=contacts)
    )


def contacts(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    permissions.require_can_contact(found.review_id, by=request.user)
    kind = forms_team.FriendContactsForm if found.closeness == Closeness.FRIEND else forms_team.ContactsForm
    if request.method == "GET":
        actions.show_contacts(relative=found, by=request.user)
    form = kind(request.POST or None, initial={name: getattr(found, name) for name in kind.base_fields})
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.change_contacts(relative=found, by=request.user, **form.cleaned_data)
        if outcome.done:
            return done(request, found, "How to reach them has been saved.")
    return ask(request, found, "How to reach them", form)


def letter(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    form = forms_team.LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.write_first(relative=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            return done(request, found, "The letter is ready to print and sign. Put the leaflet with it.")
    return ask(
        request, found, "Write to them first", form, submit="Make the letter", why=blockers.to_contact(found)
    )


def step(request: SignedInRequest, slug: str, pk: UUID, code: str) -> HttpResponse:
    found = team_relative(request, slug, pk)
    if code not in Code.values:
        raise Http404
    form = forms_team.StepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.record_step(relative=found, code=code, **form.cleaned_data, by=request.user)
        if outcome.done:
            return done(request, found, "The step has been recorded.")
    return ask(request, found, Code(code).label, form)


def link_wish(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    form = forms_team.LinkWishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.record_link_wish(relative=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            return done(request, found, "Their wish has been recorded.")
    return ask(request, found, "A private link", form)


def give_link(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    form = forms_team.LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        way = form.cleaned_data["way"]
        with trying(form) as outcome:
            path = actions.give_link(relative=found, way=way, by=request.user)
        if outcome.done and way == LinkWay.HAND:
            request.session[SHOWN_ONCE] = path
            return redirect("involvement:link_shown", slug, pk)
        if outcome.done:
            return done(
                request, found, "The link is on its way. A link that they had before no longer works."
            )
    why = blockers.to_give_link(found)
    return ask(request, found, "Give them a private link", form, submit="Give the link", why=why)


def link_shown(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """A link on paper is shown once, to be printed or copied; it is kept nowhere."""
    found = team_relative(request, slug, pk)
    path = request.session.pop(SHOWN_ONCE, "")
    response = render(request, "involvement/link_shown.html", shown.link(found, path))
    response["Cache-Control"] = "no-store"
    return response


def withdraw_link(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    permissions.require_can_contact(found.review_id, by=request.user)
    if request.method == "POST":
        actions.withdraw_link(relative=found, by=request.user)
        return done(request, found, "The link no longer works.")
    return render(request, "design/confirm.html", shown.withdrawing(found))


def advocate(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    form = forms_team.AdvocateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.add_advocate(relative=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            return done(
                request, found, "The advocate has been invited, and sees what this part of the family sees."
            )
    return ask(request, found, "An advocate for them", form, submit="Invite")


def quiet_day(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """A day not to be in touch, said in a call or a letter."""
    found = team_relative(request, slug, pk)
    form = forms_family.QuietDayForm(request.POST or None)
    form.fields["first"].label = "On which day do they want to be left in peace?"
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.add_quiet_day(relative=found, **form.days(), by=request.user)
        if outcome.done:
            return done(request, found, "Nobody will be asked to be in touch on that day.")
    return ask(request, found, "A day not to be in touch", form)


def team_review(request: SignedInRequest, slug: str) -> Review:
    """A review for its team; for the panel and everybody else its family pages do not exist."""
    review = review_or_404(slug, request.user)
    if not permissions.is_team(review.pk, request.user):
        raise Http404
    return review


def team_relative(request: SignedInRequest, slug: str, pk: UUID) -> Relative:
    return queries.relative_or_404(team_review(request, slug), pk, request.user)


def done(request: SignedInRequest, found: Relative, words: str, name: str = "relative") -> HttpResponse:
    messages.success(request, words)
    return redirect(f"involvement:{name}", found.review.slug, found.pk)


def ask(
    request: SignedInRequest, found: Relative, title: str, form: Any, *, submit: str = "Save", why: Any = (),
    autosave: str = "",
) -> HttpResponse:  # fmt: skip
    context = shown.about(found, title, form, submit=submit, why=why)
    return render(request, "involvement/form.html", {**context, "autosave_url": autosave})
