"""Who is told. That a chronology came, the agencies' room tells. No name and no detail: a link."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.models import Review


def analysis_begun(review: Review, *, by: User) -> None:
    """The coordinator learns that the timetable has moved."""
    panel = reviews.compartment_of(review, Kind.PANEL)
    context = {"reference": review.reference, "link": reverse("chronology:combined", args=[review.slug])}
    for person in access.holders(panel, Role.COORDINATOR):
        if person != by:
            mailroom.email(
                to=person,
                template="chronology/mail/analysis_begun.txt",
                context=context,
                compartment=panel,
                by=by,
            )
