"""Whom to tell about an agency's account. No name and no detail of a case stands in an e-mail."""

from collections.abc import Iterable

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.agencies.models import Imr, InformationRequest


def asked(request: InformationRequest, *, by: User) -> None:
    """The agency's author."""
    _tell([request.author], "asked", request.compartment, _page(request), by=by)


def chased(request: InformationRequest, *, by: User) -> None:
    """The agency's author."""
    _tell([request.author], "chased", request.compartment, _page(request), by=by)


def challenged(request: InformationRequest, *, by: User) -> None:
    """The agency's author."""
    _tell([request.author], "challenged", request.compartment, _page(request), by=by)


def answered(request: InformationRequest, *, by: User) -> None:
    """The chair and the coordinator."""
    people = access.holders(request.compartment, Role.INDEPENDENT_CHAIR, Role.COORDINATOR)
    _tell(people, "answered", request.compartment, _page(request), by=by)


def released(imr: Imr, *, by: User) -> None:
    """The panel, which can read it now, and the agency that wrote it."""
    members = access.holders(imr.compartment, Role.PANEL_MEMBER)
    _tell(members, "released", imr.compartment, reverse("agencies:requests", args=[imr.review.slug]), by=by)
    _tell([imr.request.author], "released_to_panel", imr.compartment, _page(imr.request), by=by)


def _page(request: InformationRequest) -> str:
    return reverse("agencies:request", args=[request.pk])


def _tell(people: Iterable[User], template: str, compartment: Compartment, link: str, *, by: User) -> None:
    """An e-mail to each person but the one who has just done it."""
    for person in people:
        if person != by:
            mailroom.email(
                to=person, template=f"agencies/mail/{template}.txt", compartment=compartment, by=by,
                context={"reference": compartment.reference, "link": link},
            )  # fmt: skip
