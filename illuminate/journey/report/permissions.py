"""Who may write the report, and who may bring its files."""

from uuid import UUID

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews import permissions as reviews

WRITERS = (Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
UPLOADERS = (*WRITERS, Role.COORDINATOR)


def require_can_begin(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, Role.INDEPENDENT_CHAIR)


def require_can_write(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *WRITERS)


def require_can_upload(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *UPLOADERS)


def may_write(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *WRITERS)


def may_upload(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *UPLOADERS)
