"""A request as the pages behind the door know it: `ClosedByDefaultMiddleware` lets nobody unknown in."""

from django.http import HttpRequest

from illuminate.foundation.access.models import User


class SignedInRequest(HttpRequest):
    """For types only: `request.user` is somebody with an account."""

    user: User
