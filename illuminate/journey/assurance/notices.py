"""Whom to tell; no mail holds a name or a detail."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.assurance.models import Outcome, Submission
from illuminate.journey.reviews.models import Review


def signed_off(review: Review, *, by: User) -> None:
    """The coordinator sends it on; the independent chair knows."""
    _tell_team(review, "signed_off.txt", (Role.COORDINATOR, Role.INDEPENDENT_CHAIR), by=by)


def returned(review: Review, *, by: User) -> None:
    _tell_team(review, "returned.txt", (Role.INDEPENDENT_CHAIR,), by=by)


def reopened(review: Review, *, by: User) -> None:
    _tell_team(review, "reopened.txt", (Role.COORDINATOR, Role.INDEPENDENT_CHAIR), by=by)


def submitted(submission: Submission, review: Review, *, by: User) -> None:
    """The Quality Assurance readers have it in their queue; the independent chair knows."""
    link = reverse("assurance:submission", args=[submission.pk])
    _tell(submission.compartment, "submitted.txt", (Role.QUALITY_ASSURANCE_READER,), link, by=by)
    _tell_team(review, "sent.txt", (Role.INDEPENDENT_CHAIR,), by=by)


def outcome_recorded(outcome: Outcome, *, by: User) -> None:
    """The reader can't see the review's own row, so the link goes to the submission."""
    link = reverse("assurance:submission", args=[outcome.submission_id])
    _tell(outcome.compartment, "outcome.txt", (Role.COORDINATOR, Role.INDEPENDENT_CHAIR), link, by=by)


def _tell_team(review: Review, template: str, roles: tuple[Role, ...], *, by: User) -> None:
    core = access.compartment(review.pk, Kind.CORE)
    _tell(core, template, roles, reverse("assurance:assurance", args=[review.slug]), by=by)


def _tell(compartment: Compartment, template: str, roles: tuple[Role, ...], link: str, *, by: User) -> None:
    for person in access.holders(compartment, *roles):
        if person != by:
            mailroom.email(
                to=person, template=f"assurance/mail/{template}",
                context={"reference": compartment.reference, "link": link}, compartment=compartment, by=by,
            )  # fmt: skip
