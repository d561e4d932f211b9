"""Coming in as one of the demo's relatives, without the letter, the link and the code."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from illuminate.foundation.access import demo as access_demo
from illuminate.foundation.access.middleware import open_to_all
from illuminate.journey.involvement import demo
from illuminate.journey.involvement.views_link import come_in


@open_to_all
@never_cache
def relatives(request: HttpRequest) -> HttpResponse:
    """Every relative of the demo who has a private link, each with a button."""
    _require_demo()
    context = {"title": "Come in as a relative", "players": demo.relatives()}
    return render(request, "involvement/demo.html", context)


@open_to_all
@require_POST
def relative(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Come in by somebody's link, as after the code."""
    _require_demo()
    for door in demo.doors():
        if door.link_id == pk:
            return come_in(request, door)
    raise Http404


def _require_demo() -> None:
    if not access_demo.is_open():
        raise Http404
