"""Who may bring a chronology, who may release one, and who sees the whole."""

from uuid import UUID

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.agencies import permissions as agencies
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.reviews import permissions as reviews

OVERSEERS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)
SETTLERS = (Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR)


def may_send(request: InformationRequest, user: User) -> bool:
    """The agency's own author, or the coordinator for an agency that sent its file by e-mail."""
    return agencies.can_send(request, user)


def require_can_send(request: InformationRequest, *, by: User) -> None:
    agencies.require_can_send(request, by=by)


def require_can_release(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, Role.INDEPENDENT_CHAIR)


def may_release(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, Role.INDEPENDENT_CHAIR)


def require_can_begin_analysis(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, Role.INDEPENDENT_CHAIR)


def require_oversees(review_id: UUID, *, by: User) -> None:
    """The coordinator, the chair and the author of the report."""
    reviews.require(by, review_id, *OVERSEERS)


def require_can_settle(review_id: UUID, *, by: User) -> None:
    """The independent chair, and who writes the report for them; the coordinator reads."""
    reviews.require(by, review_id, *SETTLERS)


def may_settle(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *SETTLERS)


def require_can_ask(review_id: UUID, *, by: User) -> None:
    """The independent chair asks the agencies."""
    reviews.require(by, review_id, Role.INDEPENDENT_CHAIR)


def may_ask(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, Role.INDEPENDENT_CHAIR)


def oversees(review_id: UUID, user: User) -> bool:
    """Whether a person sees every agency's material, released or not, and so who has not sent any."""
    return reviews.holds(user, review_id, *OVERSEERS)
