"""Who may hand actions over, report on them, close them, and speak of them in public."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import seats_of
from illuminate.foundation.access.roles import Role
from illuminate.journey.improvement.models import FollowUp
from illuminate.journey.reviews.permissions import holds, require

CORE = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR)
PARTNERSHIP = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR)


def require_can_read_plan(review_id: UUID, *, by: User) -> None:
    """The plan with its progress is for those who see every owner's part; for others it does not exist."""
    if not holds(by, review_id, *CORE):
        raise Http404


def require_can_hand_over(review_id: UUID, *, by: User) -> None:
    require(by, review_id, *PARTNERSHIP)


def require_can_report(follow_up: FollowUp, *, by: User) -> None:
    """The lead, and the partnership for an owner who tells it by telephone."""
    if not may_report(follow_up, by):
        raise PermissionDenied("Only the lead of this action, or the partnership, can do this.")


def require_can_close(review_id: UUID, *, by: User) -> None:
    require(by, review_id, *PARTNERSHIP)


def require_can_confirm(review_id: UUID, *, by: User) -> None:
    """Those who can hold a text against the register."""
    require(by, review_id, *CORE)


def require_can_publish(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.COORDINATOR)


def may_report(follow_up: FollowUp, user: User) -> bool:
    return is_lead(follow_up, user) or holds(user, follow_up.review_id, *PARTNERSHIP)


def is_lead(follow_up: FollowUp, user: User) -> bool:
    return seats_of(user).filter(compartment=follow_up.compartment_id, role=Role.ACTION_LEAD).exists()


def may_close(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, *PARTNERSHIP)


def may_confirm(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, *CORE)


def may_publish(review_id: UUID, user: User) -> bool:
    return holds(user, review_id, Role.COORDINATOR)
