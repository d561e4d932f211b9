"""Whom to tell about the plan. No name and no detail of a case stands in an e-mail."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.improvement.models import FollowUp, PublicStatement
from illuminate.journey.reviews.models import Review


def handed_over(follow_up: FollowUp, *, by: User) -> None:
    """The lead, if there is one."""
    _tell(
        [follow_up.lead] if follow_up.lead else [],
        "handed_over",
        follow_up.compartment,
        _page(follow_up),
        by=by,
    )


def progress_recorded(follow_up: FollowUp, *, by: User) -> None:
    """The coordinator, who closes it in the end."""
    _tell(
        _holders(follow_up, Role.COORDINATOR),
        "progress_recorded",
        follow_up.compartment,
        _page(follow_up),
        by=by,
    )


def action_closed(follow_up: FollowUp, *, by: User) -> None:
    _tell(
        _holders(follow_up, Role.ACTION_LEAD), "action_closed", follow_up.compartment, _page(follow_up), by=by
    )


def action_reopened(follow_up: FollowUp, *, by: User) -> None:
    _tell(
        _holders(follow_up, Role.ACTION_LEAD),
        "action_reopened",
        follow_up.compartment,
        _page(follow_up),
        by=by,
    )


def statement_written(statement: PublicStatement, *, by: User) -> None:
    """Those who can confirm that it identifies nobody."""
    people = _holders(statement.follow_up, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR)
    link = reverse("improvement:confirm", args=[statement.pk])
    _tell(people, "statement_written", statement.compartment, link, by=by)


def statement_confirmed(statement: PublicStatement, *, by: User) -> None:
    """The coordinator, who publishes it."""
    people = _holders(statement.follow_up, Role.COORDINATOR)
    _tell(people, "statement_confirmed", statement.compartment, _page(statement.follow_up), by=by)


def statement_published(statement: PublicStatement, *, by: User) -> None:
    people = _holders(statement.follow_up, Role.ACTION_LEAD)
    _tell(people, "statement_published", statement.compartment, _page(statement.follow_up), by=by)


def review_closed(review: Review, *, by: User) -> None:
    """The lifecycle table, published to closed."""
    core = access.compartment(review.pk, Kind.CORE)
    people = access.holders(core, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR)
    _tell(people, "review_closed", core, reverse("improvement:plan", args=[review.slug]), by=by)


def _holders(follow_up: FollowUp, *roles: Role) -> list[User]:
    return access.holders(follow_up.compartment, *roles)


def _page(follow_up: FollowUp) -> str:
    return reverse("improvement:action", args=[follow_up.pk])


def _tell(people: list[User], template: str, compartment: Compartment, link: str, *, by: User) -> None:
    """An e-mail to each but the one who has just done it."""
    for person in people:
        if person != by:
            mailroom.email(
                to=person, template=f"improvement/mail/{template}.txt", compartment=compartment, by=by,
                context={"reference": compartment.reference, "link": link},
            )  # fmt: skip
