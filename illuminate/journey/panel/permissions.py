"""Who may do what about the panel."""

from uuid import UUID

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews.permissions import holds, require

LEADING = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)


def require_can_appoint(review_id: UUID, *, by: User) -> None:
    """The partnership appoints its independent chair; nobody appoints themselves."""
    require(by, review_id, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR)


def require_can_lead(review_id: UUID, *, by: User) -> None:
    """Members, terms, meetings and papers are the coordinator's and the independent chair's work."""
    require(by, review_id, *LEADING)


def can_appoint(user: User, review_id: UUID) -> bool:
    """Whether to show what only the partnership does."""
    return holds(user, review_id, Role.COORDINATOR, Role.PARTNERSHIP_CHAIR)


def can_lead(user: User, review_id: UUID) -> bool:
    """Whether to show what only the coordinator and the independent chair do."""
    return holds(user, review_id, *LEADING)
