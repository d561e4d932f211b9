"""The private link's door: open to whoever has the link, and passed only with the code from their phone."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from illuminate.foundation.access.actions_sign_in import sign_in_by_private_link
from illuminate.foundation.access.middleware import family_page, open_to_all
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.involvement import actions, forms_family, links, space
from illuminate.journey.involvement.actions.links import Entered
from illuminate.journey.involvement.models import PrivateLink
from illuminate.journey.reviews.blockers import Refused

AT_DOOR = "involvement_door"
TRY_AGAIN = "That is not the code we sent. Please look at the message again."
ASK_NEW = "That code has run out, or was tried too often. Please ask for a new one."


@open_to_all
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link itself. It leaves the address bar at once; nothing is sent until they ask."""
    digest = links.digest_of(token)
    if links.door(digest) is None:
        return space.gone(request)
    request.session[AT_DOOR] = digest
    return redirect("involvement:door")


@open_to_all
def door(request: HttpRequest) -> HttpResponse:
    """Ask for a code."""
    found = _found(request)
    if found is None:
        return space.gone(request)
    why = ""
    if request.method == "POST":
        try:
            with acting_as(found.user_id):
                actions.send_code(link=_link(found), by=_person(found))
            return redirect("involvement:code")
        except Refused as refused:
            why = str(refused)
    context = {"title": "Open your own space", "why": why, "frame": space.closed_frame()}
    return render(request, "involvement/door.html", context)


@open_to_all
def code(request: HttpRequest) -> HttpResponse:
    """Enter the code, and be in."""
    found = _found(request)
    if found is None:
        return space.gone(request)
    form = forms_family.CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with acting_as(found.user_id):
            entered = actions.enter_code(link=_link(found), code=form.cleaned_data["code"], by=_person(found))
        if entered == Entered.OPENED:
            return come_in(request, found)
        if entered == Entered.CLOSED:
            return space.gone(request)
        form.add_error("code", TRY_AGAIN if entered == Entered.WRONG else ASK_NEW)
    context = {"title": "Your code", "form": form, "frame": space.closed_frame(), "submit_label": "Continue"}
    return render(request, "involvement/code.html", context)


@family_page
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("involvement:goodbye")


@open_to_all
def goodbye(request: HttpRequest) -> HttpResponse:
    """After leaving, and when a link has stopped working while somebody was reading."""
    context = {"title": "Your space is closed", "frame": space.closed_frame()}
    return render(request, "involvement/goodbye.html", context)


def _found(request: HttpRequest) -> links.Door | None:
    digest = request.session.get(AT_DOOR, "")
    return links.door(digest) if digest else None


def _person(found: links.Door) -> User:
    return User.objects.get(pk=found.user_id)


def _link(found: links.Door) -> PrivateLink:
    return PrivateLink.objects.select_related("relative").get(pk=found.link_id)


def come_in(request: HttpRequest, found: links.Door) -> HttpResponse:
    """The door's session ends; a new one, short and only for these pages, begins."""
    sign_in_by_private_link(request, person=_person(found))
    request.session.pop(AT_DOOR, None)
    request.session[space.LINK] = str(found.link_id)
    request.session.set_expiry(links.SESSION_MINUTES * 60)
    return redirect("involvement:start")
