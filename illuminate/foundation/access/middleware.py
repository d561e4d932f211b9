"""Closed by default: who may open which page, before its view is asked.

Signed out           only pages marked `open_to_all`
A person             everything, once they have a second factor; before that, only setting one up
A relative or friend only pages marked `family_page`; for them nothing else exists
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from illuminate.foundation.access.actions_sign_in import WITHOUT_SECOND_FACTOR
from illuminate.foundation.access.failures import too_large
from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import has_second_factor

View = TypeVar("View", bound=Callable[..., HttpResponse])
GetResponse = Callable[[HttpRequest], HttpResponse]


def open_to_all(view: View) -> View:
    """Mark a view as open to people who are not signed in. tests/guards lists every one."""
    view.open_to_all = True  # type: ignore[attr-defined]  # a mark that the middleware reads
    return view


def family_page(view: View) -> View:
    """Mark a view that a relative or friend may open, signed in by their private link."""
    view.family_page = True  # type: ignore[attr-defined]  # a mark that the middleware reads
    return view


def before_second_factor(view: View) -> View:
    """Mark a view that a person needs before they have a second factor: setting it up, and signing out."""
    view.before_second_factor = True  # type: ignore[attr-defined]  # a mark that the middleware reads
    return view


class ClosedByDefaultMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if getattr(view, "open_to_all", False):
            return None
        user = request.user
        if not isinstance(user, User):
            return redirect_to_login(request.get_full_path())
        if user.kind == User.Kinds.FAMILY:
            if not getattr(view, "family_page", False):
                raise Http404
            return None
        request.is_proven = _is_proven(request, user)  # type: ignore[attr-defined]  # set for the views that follow
        if request.is_proven or getattr(view, "before_second_factor", False):  # type: ignore[attr-defined]  # set for the views that follow
            return None
        return redirect("mfa_index")


def _is_proven(request: HttpRequest, user: User) -> bool:
    """Whether the person has a second factor (sign-in asked for it), or came in by the demo's door."""
    if settings.DEMO and request.session.get(WITHOUT_SECOND_FACTOR):
        return True
    return has_second_factor(user)


class RequestSizeMiddleware:
    """Turns away what is too large before any of it is read."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = settings.UPLOAD_LIMIT_MB * FILES_AT_ONCE * 1024 * 1024
        if length.isdigit() and int(length) > most:
            return too_large(request)
        return self.get_response(request)


FILES_AT_ONCE = 4
