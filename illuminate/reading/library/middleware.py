"""The public site's own door: no session, no sign-in, no actor, no cookie; and its own host, if one is set.

A request for the library never reaches what knows who somebody is: it is answered here, by views that read
released copies through the library's own login.
"""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from illuminate.reading.library import pages

PATH = "/library/"
ROBOTS = "/robots.txt"
GetResponse = Callable[[HttpRequest], HttpResponse]


class LibraryMiddleware:
    """Answers what is the library's, and passes on what is not."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == ROBOTS:
            return pages.robots(here=_is_here(request), alone=_is_own_host(request))
        if request.path_info.startswith(PATH) or _is_own_host(request):
            return _with_headers(request, _answer(request))
        response = self.get_response(request)
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if not _is_here(request):
        return pages.not_found(request)
    request.user = AnonymousUser()
    if _is_own_host(request) and request.path_info == "/":
        return pages.to_home()
    try:
        match = resolve(request.path_info)
        if match.app_name != "library":
            return pages.not_found(request)
        request.resolver_match = match
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response
    except (Resolver404, Http404):
        return pages.not_found(request)
    except OperationalError:
        return pages.out_of_order(request)


def _with_headers(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What a page may be kept for, and by which mark it is known again."""
    response.headers["X-Frame-Options"] = settings.X_FRAME_OPTIONS
    if response.status_code != 200:
        return response
    if "ETag" not in response.headers:
        response.headers["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest())
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


def _is_own_host(request: HttpRequest) -> bool:
    return bool(settings.LIBRARY_HOST) and _host(request) == settings.LIBRARY_HOST.lower()


def _is_here(request: HttpRequest) -> bool:
    """Whether this host shows the library: any, or its own if one is set."""
    return not settings.LIBRARY_HOST or _is_own_host(request)


def _host(request: HttpRequest) -> str:
    return (
        request.get_host().lower()
        if ":" in settings.LIBRARY_HOST
        else request.get_host().split(":")[0].lower()
    )
