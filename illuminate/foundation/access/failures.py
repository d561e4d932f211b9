"""Pages for when something is not as it should be. They need neither the database nor somebody signed in."""

import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

AWAY = (OperationalError, InterfaceError)
RETRY_AFTER_SECONDS = "60"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return _plain("400.html", 400)


def too_large(request: HttpRequest) -> HttpResponse:
    return _plain("413.html", 413)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The reason, if the one who refused gave a sentence for the page."""
    return render(request, "403.html", {"reason": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def page_open_too_long(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The hidden token of a form is stale: the page was open while somebody signed out or in again."""
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault; or the database is away for a minute, which is said as that."""
    error = sys.exc_info()[1]
    if is_away(error):
        answer = _plain("503.html", 503)
        answer["Retry-After"] = RETRY_AFTER_SECONDS
        return answer
    return _plain("500.html", 500)


def is_away(error: BaseException | None) -> bool:
    """Whether the database could not be reached, directly or at the root of another error."""
    seen: Any = error
    while seen is not None:
        if isinstance(seen, AWAY):
            return _lost(seen)
        seen = seen.__cause__ or seen.__context__
    return False


def _lost(error: BaseException) -> bool:
    """A deadlock or a cancelled statement is an operational error too, while the connection lives on."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(("08", "57P")) or not connection.is_usable()


def _plain(template: str, status: int) -> HttpResponse:
    """Rendered without the request: no navigation, so no question to the database."""
    return HttpResponse(render_to_string(template, {"demo": False}), status=status)
