"""Who may do what about an agency's account."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.reviews.permissions import holds, require

ASKING = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
SEALED = (*ASKING, Role.REPORT_AUTHOR)
"""Who, besides the agency itself, sits in its sealed compartment (access/roles.py)."""


def require_can_ask(review_id: UUID, *, by: User) -> None:
    """The coordinator and the independent chair ask agencies, and remind them."""
    require(by, review_id, *ASKING)


def require_can_question(review_id: UUID, *, by: User) -> None:
    """The independent chair asks about a passage, accepts an answer and releases to the panel: nobody else."""
    require(by, review_id, Role.INDEPENDENT_CHAIR)


def require_can_answer(request: InformationRequest, *, by: User) -> None:
    """The agency's own author answers."""
    if not is_author(request, by):
        raise PermissionDenied("Only the agency’s own author can do this.")


def require_can_send(request: InformationRequest, *, by: User) -> None:
    """The agency's author sends; what came by post or e-mail the coordinator can record for them."""
    if not can_send(request, by):
        raise PermissionDenied("Only the agency’s own author or the coordinator can do this.")


def is_author(request: InformationRequest, user: User) -> bool:
    """Whether a person answers for this agency, and not for another one in the same review."""
    seats = access.seats_of(user).filter(compartment=request.compartment_id, role=Role.AGENCY_AUTHOR)
    return seats.exists()


def can_send(request: InformationRequest, user: User) -> bool:
    """Whether to show how to send."""
    return is_author(request, user) or holds(user, request.review_id, Role.COORDINATOR)


def can_ask(user: User, review_id: UUID) -> bool:
    """Whether to show how to ask and to remind."""
    return holds(user, review_id, *ASKING)


def can_question(user: User, review_id: UUID) -> bool:
    """Whether to show what only the independent chair does."""
    return holds(user, review_id, Role.INDEPENDENT_CHAIR)


def sees_sealed(user: User, review_id: UUID) -> bool:
    """Whether the overview shows every agency, or only what has been released."""
    return holds(user, review_id, *SEALED)
