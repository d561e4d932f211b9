"""Who may sign off, submit, record the letter and answer it."""

from uuid import UUID

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews.permissions import holds, require

ANSWERING = (Role.INDEPENDENT_CHAIR, Role.REPORT_AUTHOR, Role.COORDINATOR)


def require_can_sign_off(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.PARTNERSHIP_CHAIR)


def can_sign_off(review_id: UUID, *, by: User) -> bool:
    return holds(by, review_id, Role.PARTNERSHIP_CHAIR)


def require_can_return(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.PARTNERSHIP_CHAIR, Role.COORDINATOR)


def require_can_submit(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.COORDINATOR)


def can_submit(review_id: UUID, *, by: User) -> bool:
    return holds(by, review_id, Role.COORDINATOR)


def require_can_record_outcome(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.QUALITY_ASSURANCE_READER)


def require_can_answer(review_id: UUID, *, by: User) -> None:
    require(by, review_id, *ANSWERING)


def can_answer(review_id: UUID, *, by: User) -> bool:
    return holds(by, review_id, *ANSWERING)


def require_can_reopen(review_id: UUID, *, by: User) -> None:
    require(by, review_id, Role.COORDINATOR, Role.INDEPENDENT_CHAIR)


def require_can_read(review_id: UUID, *, by: User) -> None:
    """The panel reads drafts elsewhere; sign-off and the Home Office's letters are the core's."""
    require(by, review_id, Role.PARTNERSHIP_CHAIR, *ANSWERING)
