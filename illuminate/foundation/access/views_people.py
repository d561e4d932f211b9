"""People: whom a coordinator has let in, with which roles, and what can be done when something is lost."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from illuminate.foundation.access import actions, permissions, views_confirm
from illuminate.foundation.access import queries_people as people
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.forms_people import InviteForm, OrganisationForm
from illuminate.foundation.access.models import Post, User
from illuminate.foundation.access.refusals import trying
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.access.roles import CARDS, Role
from illuminate.foundation.audit.actions import record

CLOSED, INVITED, OPEN = ("Closed", "grey"), ("Invited", "yellow"), ("Open", "green")


@dataclass(frozen=True)
class Row:
    """A person as the list shows them."""

    person: User
    roles: list[str]
    state: tuple[str, str]


def people_list(request: SignedInRequest) -> HttpResponse:
    """Everybody whom the coordinator's partnership has let in."""
    permissions.require_any_coordinator(by=request.user)
    rows = [
        Row(person, [_said(post) for post in person.posts.all() if post.ended_on is None], state_of(person))
        for person in people.listed_for(request.user).prefetch_related("posts__organisation")
    ]
    return render(request, "access/people.html", {"rows": rows})


def person(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One person: roles, how their account stands, and what can be done about it."""
    found = person_or_404(pk, by=request.user)
    record(Event.PERSON_READ, found, by=request.user)
    own = {partnership.pk for partnership in people.partnerships_of(request.user)}
    posts = [
        (post, _said(post), post.ended_on is None and bool(own & {post.organisation_id, post.given_by_id}))
        for post in people.posts_to_show(found)
    ]
    context = {
        "person": found, "posts": posts, "state": state_of(found), "invited": people.last_invitation(found),
        "is_managed": people.managed_by(request.user).filter(pk=found.pk).exists() and found.pk != request.user.pk,
    }  # fmt: skip
    return render(request, "access/person.html", context)


def invite(request: SignedInRequest) -> HttpResponse:
    """Let somebody in."""
    permissions.require_any_coordinator(by=request.user)
    form = InviteForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            invited = actions.invite(
                name=form.cleaned_data["name"], email=form.cleaned_data["email"], partnership=form.partnership,
                organisation=form.cleaned_data["organisation"], role=form.role_given, by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, "Invited. The e-mail is on its way.")
            return redirect("access:person", pk=invited.pk)
    return render(request, "access/invite.html", {"form": form})


def add_organisation(request: SignedInRequest) -> HttpResponse:
    """An organisation that is not in the list yet."""
    permissions.require_any_coordinator(by=request.user)
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            added = actions.add_organisation(
                name=form.cleaned_data["name"], type=form.cleaned_data["type"],
                short_name=form.cleaned_data["short_name"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, f"{added.name} is in the list now.")
            return redirect("access:invite")
    return render(request, "access/organisation.html", {"form": form})


def change(request: SignedInRequest, pk: UUID, what: str) -> HttpResponse:
    """Close, open, recover, invite again: each asked once more before it is done."""
    found = person_or_404(pk, by=request.user)
    permissions.require_can_manage(found, by=request.user)
    question = views_confirm.QUESTIONS[what]

    def do() -> None:
        getattr(actions, question.action)(person=found, by=request.user)

    return views_confirm.ask(request, question, found, do)


def end_post(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """End a role that somebody holds in an organisation."""
    post = get_object_or_404(Post.objects.select_related("organisation", "user"), pk=pk)
    person_or_404(post.user_id, by=request.user)
    permissions.require_can_end(post, by=request.user)
    question = views_confirm.END_POST.about(_said(post))

    def do() -> None:
        actions.end_post(post=post, by=request.user)

    return views_confirm.ask(request, question, post.user, do)


def person_or_404(pk: UUID, *, by: User) -> User:
    """A person whom the coordinator may see; anybody else does not exist."""
    if not people.partnerships_of(by):
        raise PermissionDenied("Only a coordinator of a partnership may do this.")
    return get_object_or_404(people.listed_for(by), pk=pk)


def state_of(person: User) -> tuple[str, str]:
    """In a word and a colour: whether somebody can come in."""
    if not person.is_active:
        return CLOSED
    return OPEN if person.has_usable_password() or person.last_login else INVITED


def _said(post: Post) -> str:
    return f"{CARDS[Role(post.role)].name}, {post.organisation.name}"
