"""Nothing is sent twice: a form with a once-token (`design.forms.UniqueSubmission`) runs its view one time.

The token is taken in the same transaction as what the view does. A second press, or the same page sent from two
windows, waits for the first and is led to where that one led. When the first was not taken (a form with errors, a
refusal, a fault of ours), the token is free again. A draft kept for the form goes when the form is taken.
"""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from illuminate.foundation.access import actions_forms
from illuminate.foundation.access.middleware import View
from illuminate.foundation.access.models import Submission, User

FIELD = "submission_token"
LONGEST_ADDRESS = 500
LONGEST_PATH = 300


class OnceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and isinstance(getattr(request, "user", None), User):
            _conclude(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        token = None if getattr(view, "may_repeat", False) else _token(request)
        if token is None or not isinstance(request.user, User):
            return None
        if actions_forms.claim(token=token, path=request.path[:LONGEST_PATH], by=request.user):
            request.claimed = token  # type: ignore[attr-defined]  # set for the rest of the request
            return None
        return _sent_already(request, token)


def may_repeat(view: View) -> View:
    """Mark a view that takes a form's fields without being the form: keeping a draft."""
    view.may_repeat = True  # type: ignore[attr-defined]  # a mark that the middleware reads
    return view


def sent_among(tokens: Iterable[UUID]) -> set[UUID]:
    """Those forms among these that whoever is acting has sent."""
    return set(Submission.objects.filter(token__in=list(tokens)).values_list("token", flat=True))


def as_token(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _token(request: HttpRequest) -> UUID | None:
    return as_token(request.POST.get(FIELD)) if request.method == "POST" else None


def _conclude(request: HttpRequest, response: HttpResponse) -> None:
    if response.status_code >= 500:
        return  # the whole transaction is undone
    token: UUID | None = getattr(request, "claimed", None)
    led_to = response.get("Location", "") if response.status_code in (301, 302, 303) else ""
    if led_to:
        actions_forms.drop_draft(path=request.path, by=request.user)  # type: ignore[arg-type]  # only who is signed in sends a form
    if token and led_to:
        actions_forms.settle(token=token, led_to=led_to[:LONGEST_ADDRESS])
    elif token:
        actions_forms.give_back(token=token)


def _sent_already(request: HttpRequest, token: UUID) -> HttpResponse:
    """To where the first one led; in words for somebody else's token, which should never be."""
    first = Submission.objects.filter(token=token, path=request.path[:LONGEST_PATH]).first()
    if first is not None and first.led_to:
        return HttpResponseRedirect(first.led_to)
    return render(request, "access/sent_already.html", status=409)
