"""Whom to tell about publication. No name and no detail of a case stands in an e-mail."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.publication.models import FrozenReport
from illuminate.journey.reviews.models import Review


def frozen(report: FrozenReport, *, by: User) -> None:
    """The chair of the partnership agrees to it; the others who prepare it know."""
    _tell(report.review, "frozen", (Role.PARTNERSHIP_CHAIR, Role.COORDINATOR, Role.INDEPENDENT_CHAIR), by=by)


def date_chosen(review: Review, *, by: User) -> None:
    _tell(review, "date_chosen", (Role.PARTNERSHIP_CHAIR, Role.COORDINATOR, Role.INDEPENDENT_CHAIR), by=by)


def approved(review: Review, *, by: User) -> None:
    """The coordinator can publish once nothing else blocks."""
    _tell(review, "approved", (Role.COORDINATOR, Role.INDEPENDENT_CHAIR), by=by)


def released(review: Review, *, by: User) -> None:
    """The lifecycle table, approved to published."""
    _tell(review, "released", (Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR, Role.COORDINATOR), by=by)
    _tell_home_office(review, "released_home_office", by=by)


def taken_down(review: Review, *, by: User) -> None:
    """The lifecycle table, published to approved."""
    _tell(review, "taken_down", (Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR, Role.COORDINATOR), by=by)
    _tell_home_office(review, "taken_down_home_office", by=by)


def _tell(review: Review, template: str, roles: tuple[Role, ...], *, by: User) -> None:
    """An e-mail to each but the one who has just done it."""
    core = access.compartment(review.pk, Kind.CORE)
    link = reverse("publication:gate", args=[review.slug])
    for person in access.holders(core, *roles):
        if person != by:
            mailroom.email(
                to=person, template=f"publication/mail/{template}.txt", compartment=core, by=by,
                context={"reference": core.reference, "link": link},
            )  # fmt: skip


def _tell_home_office(review: Review, template: str, *, by: User) -> None:
    """The Quality Assurance readers, who see what was sent to the Home Office only."""
    told = access.seats_of(by).filter(compartment__review_id=review.pk, compartment__kind=Kind.HOME_OFFICE)
    for seat in told.select_related("compartment")[:1]:
        for person in access.holders(seat.compartment, Role.QUALITY_ASSURANCE_READER):
            mailroom.email(
                to=person, template=f"publication/mail/{template}.txt", compartment=seat.compartment, by=by,
                context={"reference": seat.compartment.reference, "link": reverse("assurance:queue")},
            )  # fmt: skip
