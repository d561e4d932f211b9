"""Who may prepare a publication, agree to it, carry it out and take it back."""

from uuid import UUID

from django.http import Http404

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews.permissions import holds, require

CORE = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
PREPARING = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
WITHDRAWING = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR)


def require_can_read(review_id: UUID, *, by: User) -> None:
    """The gate is the core's; for a panel member it does not exist."""
    if not holds(by, review_id, *CORE):
        raise Http404


def require_can_freeze(review_id: UUID, *, by: User) -> None:
    require(by, review_id, *PREPARING)


def require_can_choose_date(review_id: UUID, *, by: User) -> None:
    """Those who know the family's wishes."""
    require(by, review_id, *PREPARING)


def require_can_approve(review_id: UUID, *, by: User) -> None:
    """The partnership's sign-off is its chair's."""
    require(by, review_id, Role.PARTNERSHIP_CHAIR)


def require_can_release(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.COORDINATOR)


def require_can_take_down(review_id: UUID, *, by: User) -> None:
    require(by, review_id, *WITHDRAWING)


def may_prepare(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, *PREPARING)


def may_approve(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, Role.PARTNERSHIP_CHAIR)


def may_release(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, Role.COORDINATOR)


def may_take_down(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, *WITHDRAWING)
