"""A family's own space: who is in it, and what every page of it shows.

A relative comes in by the private link, an advocate by their own account and with one relative at a time. A link that
has been withdrawn ends the session at the next page.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from illuminate.foundation.access import drafts
from illuminate.foundation.access.middleware import family_page
from illuminate.foundation.access.models import User
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.involvement import links, permissions, queries
from illuminate.journey.involvement.models import Relative

LINK = "involvement_private_link"
WITH = "involvement_with"
NOBODY = "the person who died"
P = ParamSpec("P")
View = Callable[Concatenate[SignedInRequest, Relative, P], HttpResponse]


def own_space(view: View[P]) -> Callable[Concatenate[SignedInRequest, P], HttpResponse]:
    """Mark a page of the family's own space; its view is given the relative whose space it is."""

    @wraps(view)
    def page(request: SignedInRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        relative = whose(request)
        if relative is None:
            logout(request)
            return redirect("involvement:goodbye")
        response = view(request, relative, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return family_page(cast(Callable[Concatenate[SignedInRequest, P], HttpResponse], page))


def whose(request: SignedInRequest) -> Relative | None:
    """Whose space is open. None: the link behind it is no longer good."""
    if request.user.kind != User.Kinds.FAMILY:
        return _with_advocate(request)
    relative = queries.mine(request.user)
    link = queries.live_link(relative) if relative else None
    known = request.session.get(LINK)
    if link is None or str(link.pk) != known or not link.is_live(timezone.now()):
        return None
    request.session.set_expiry(links.SESSION_MINUTES * 60)
    return relative


def _with_advocate(request: SignedInRequest) -> Relative:
    """The relative whom an advocate has chosen to help; nobody else has anything here."""
    chosen = request.session.get(WITH, "")
    for one in queries.helped_by(request.user):
        if str(one.pk) == chosen:
            return one
    raise Http404


def choose(request: SignedInRequest, pk: UUID) -> None:
    """An advocate turns to one relative of their branch."""
    if not any(one.pk == pk for one in queries.helped_by(request.user)):
        raise Http404
    request.session[WITH] = str(pk)


def called(relative: Relative) -> str:
    """What the person who died is called in running text: the name that the family agreed."""
    return queries.agreed_name(relative.review_id) or NOBODY


def show(
    request: SignedInRequest, relative: Relative, template: str, title: str, **context: Any
) -> HttpResponse:
    """A page of the space, with the way out, the way back, and whom to ring."""
    back = context.pop("back", "start")
    return render(
        request,
        f"involvement/{template}.html",
        {
            "title": title,
            "relative": relative,
            "called": called(relative),
            "back_url": reverse(f"involvement:{back}") if back and "/" not in back else back,
            "is_advocate": permissions.is_advocate(relative, request.user),
            "frame": frame(),
            **context,
        },
    )


def keeps(request: SignedInRequest, path: str = "") -> str:
    """Where a form saves as it is written. Not for an advocate: the words of two families would share one page."""
    if request.user.kind != User.Kinds.FAMILY:
        return ""
    return f"{reverse('access:drafts')}?{urlencode({'path': path})}" if path else drafts.autosave_url(request)


def kept(request: SignedInRequest) -> dict[str, Any]:
    """What was written on this page and not sent."""
    return drafts.with_draft(request) if request.user.kind == User.Kinds.FAMILY else {}


def frame() -> dict[str, Any]:
    """The frame around the family's pages: no navigation, and leaving always possible."""
    return {
        "home_url": reverse("involvement:start"),
        "account": {"sign_out_url": reverse("involvement:leave")},
        "footer": [{"text": "Accessibility", "href": reverse("access:accessibility")}],
    }


def closed_frame() -> dict[str, Any]:
    """The frame for somebody who is not in any space: it leads nowhere."""
    return {"home_url": "", "footer": [{"text": "Accessibility", "href": reverse("access:accessibility")}]}


def gone(request: HttpRequest) -> HttpResponse:
    """One gentle page for every link that doesn't work: nobody learns why, nor whether there is a review."""
    context = {"title": "This link does not work", "frame": closed_frame()}
    response = render(request, "involvement/gone.html", context, status=404)
    response["Cache-Control"] = "no-store"
    return response
