"""Each request is one transaction, seen through the eyes of whoever is signed in."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse

from illuminate.foundation.database.acting import acting_as

GetResponse = Callable[[HttpRequest], HttpResponse]


class ActingMiddleware:
    """Opens the transaction, names the actor, and undoes everything when the answer is an error of ours."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        with acting_as(user.pk if user.is_authenticated else None):
            response = self.get_response(request)
            if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
                response.render()
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
