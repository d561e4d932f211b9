"""Who may keep the register, and who may agree a pseudonym."""

from uuid import UUID

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews import permissions as reviews

CORE = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
KEEPERS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
NAMERS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)


def require_can_read(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *CORE)


def require_can_keep(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *KEEPERS)


def require_can_agree_pseudonym(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *NAMERS)


def may_read(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *CORE)
