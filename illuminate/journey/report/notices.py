"""Who is told that the report moves on. No name and no detail: a link."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.models import Review


def drafting_begun(review: Review, *, by: User) -> None:
    """The coordinator learns that the timetable has moved."""
    _tell(review, "report/mail/drafting_begun.txt", (Role.COORDINATOR,), by)


def draft_uploaded(review: Review, draft: Draft, *, by: User) -> None:
    """Chair, author, coordinator and panel learn that there is something to read."""
    readers = (Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR, Role.COORDINATOR, Role.PANEL_MEMBER)
    _tell(
        review,
        "report/mail/draft_uploaded.txt",
        readers,
        by,
        reverse("report:draft", args=[review.slug, draft.pk]),
    )


def _tell(review: Review, template: str, roles: tuple[Role, ...], by: User, link: str = "") -> None:
    panel = reviews.compartment_of(review, Kind.PANEL)
    context = {"reference": review.reference, "link": link or reverse("report:report", args=[review.slug])}
    for person in access.holders(panel, *roles):
        if person != by:
            mailroom.email(to=person, template=template, context=context, compartment=panel, by=by)
