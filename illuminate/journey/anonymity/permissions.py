"""Who may run the machine, ask people, and give a verdict; and who is too close to the report to check it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.anonymity.models import Check
from illuminate.journey.reviews import permissions as reviews

RUNNERS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
ASKERS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
WRITERS = (Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
READERS = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.PANEL_MEMBER)


def require_can_run(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *RUNNERS)


def may_run(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *RUNNERS)


def require_can_ask(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *ASKERS)


def may_ask(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *ASKERS)


def require_can_give(check: Check, *, by: User) -> None:
    if check.checker_id != by.pk:
        raise PermissionDenied("Only the person who was asked can give this verdict.")
