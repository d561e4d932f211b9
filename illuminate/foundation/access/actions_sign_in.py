"""Signing in where no password is asked, and the record of every sign-in."""

from uuid import uuid4

from allauth.usersessions.models import UserSession
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from illuminate.foundation.access.events import Event
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.foundation.database.acting import acting_as

BACKEND = "illuminate.foundation.access.backends.EmailBackend"
WITHOUT_SECOND_FACTOR = "signed_in_without_second_factor"


@transaction.atomic
def sign_in_by_private_link(request: HttpRequest, *, person: User) -> None:
    """A relative, whose link and code have been checked by the room that gave them out."""
    if person.kind != User.Kinds.FAMILY:
        raise ValueError("Only a relative signs in by a private link.")
    _sign_in(request, person, how="private link")


@transaction.atomic
def sign_in_for_demo(request: HttpRequest, *, person: User) -> None:
    """One of the demo's cast, without password and second factor."""
    _sign_in(request, person, how="demo")
    request.session[WITHOUT_SECOND_FACTOR] = True


def _sign_in(request: HttpRequest, person: User, *, how: str) -> None:
    login(request, person, backend=BACKEND)
    UserSession.objects.create_from_request(request)
    record_sign_in(person, how=how)


def record_sign_in(person: User, *, how: str) -> None:
    """The request began as nobody; from here on it is theirs."""
    with acting_as(person.pk):
        record(Event.SIGNED_IN, person, by=person, detail={"how": how})


def record_failed_sign_in(person: User | None, *, how: str) -> None:
    """Somebody tried. An address that belongs to no account is not kept."""
    record(
        Event.SIGN_IN_FAILED,
        person or User(pk=uuid4()),
        by=None,
        detail={"how": how, "known": person is not None},
    )


def record_sign_out(person: User) -> None:
    record(Event.SIGNED_OUT, person, by=person)
