"""Who may keep a family's part, and whose words are whose."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import seats_of
from illuminate.foundation.access.roles import Role
from illuminate.journey.involvement.models import Relative
from illuminate.journey.reviews import permissions as reviews

TEAM = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
CONTACTS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
ANSWERERS = (Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
COUNTERS = (*TEAM, Role.PARTNERSHIP_CHAIR)


def require_can_contact(review_id: UUID, *, by: User) -> None:
    """Write to a family, give and withdraw links, seat an advocate: the chair and the coordinator."""
    reviews.require(by, review_id, *CONTACTS)


def require_can_note(review_id: UUID, *, by: User) -> None:
    """Record what was said in a call or a meeting: the chair, the author and the coordinator."""
    reviews.require(by, review_id, *TEAM)


def require_can_answer(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *ANSWERERS)


def require_own(relative: Relative, *, by: User) -> None:
    """Their own words: the relative themselves, or their branch's advocate."""
    if not is_own(relative, by):
        raise PermissionDenied("Only the person whose words these are may do this.")


def require_own_or_team(relative: Relative, *, by: User) -> None:
    """Words may also be written down by the team, when they were said in a conversation."""
    if not is_own(relative, by):
        require_can_note(relative.review_id, by=by)


def is_own(relative: Relative, user: User) -> bool:
    return relative.user_id == user.pk or is_advocate(relative, user)


def is_advocate(relative: Relative, user: User) -> bool:
    return seats_of(user).filter(compartment=relative.compartment_id, role=Role.ADVOCATE).exists()


def is_team(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *TEAM)


def may_contact(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *CONTACTS)


def may_answer(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *ANSWERERS)


def may_count(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *COUNTERS)
