"""What the journey's pages share: a refusal becomes words on the page, and reading a page is recorded."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from illuminate.foundation.access.refusals import Outcome, trying
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.events import Event
from illuminate.journey.reviews.models import Review

__all__ = ["Outcome", "RefusalMiddleware", "page_read", "trying"]


class RefusalMiddleware:
    """An action that is refused outside a form ends in a page that says why, and where to go on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return render(request, "reviews/refused.html", {"blockers": exception.blockers}, status=409)
        return None


def page_read(request: SignedInRequest, review: Review, page: str) -> None:
    """Reading a page about people is an event too (architecture.md, rule 9)."""
    record(Event.PAGE_READ, review, by=request.user, detail={"page": page})
