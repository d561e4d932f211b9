"""What the journey's pages share: a refusal becomes words on the page, and reading a page is recorded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from illuminate.foundation.audit.actions import record
from illuminate.journey.reviews.blockers import Refused
from illuminate.journey.reviews.events import Event
from illuminate.journey.reviews.models import Review


@dataclass
class Outcome:
    """Whether the action inside `trying` was done."""

    done: bool = False


@contextmanager
def trying(form: forms.BaseForm) -> Iterator[Outcome]:
    """Run an action; what refuses it is shown in the form's error summary instead of an error page."""
    outcome = Outcome()
    try:
        yield outcome
        outcome.done = True
    except Refused as refused:
        for blocker in refused.blockers:
            form.add_error(None, blocker.text)


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


def page_read(request: HttpRequest, review: Review, page: str) -> None:
    """Reading a page about people is an event too (architecture.md, rule 9)."""
    record(Event.PAGE_READ, review, by=request.user, detail={"page": page})
