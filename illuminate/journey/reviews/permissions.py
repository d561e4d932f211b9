"""Who may: one question, asked by every room of the roles that somebody holds in a review."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import CARDS, Role


def holds(user: User, review_id: UUID, *roles: Role) -> bool:
    """Whether a person holds one of the roles in a review."""
    return bool(access.roles_in(user, review_id) & set(roles))


def require(user: User, review_id: UUID, *roles: Role) -> None:
    """Raise `PermissionDenied`, in one sentence, unless the person holds one of the roles."""
    if not holds(user, review_id, *roles):
        raise PermissionDenied("Your role in this review does not let you do this.")


def require_may_admit(review_id: UUID, *, by: User) -> None:
    """Who may add people to a review's team and take them off it."""
    require(by, review_id, *(role for role, card in CARDS.items() if card.may_admit))


def may_admit(review_id: UUID, *, by: User) -> bool:
    return holds(by, review_id, *(role for role, card in CARDS.items() if card.may_admit))
