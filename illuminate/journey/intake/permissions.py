"""Who may notify, scope, decide and answer."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews import permissions as reviews

NOTIFYING = (Organisation.Type.POLICE, Organisation.Type.AGENCY)
SCOPERS = (Role.COORDINATOR,)
DECIDERS = (Role.PARTNERSHIP_CHAIR,)
ANSWERERS = (Role.HOME_OFFICE_READER,)
COMMISSIONERS = (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR)
TELLERS = (Role.COORDINATOR, Role.INDEPENDENT_CHAIR)


def notifying_organisation(user: User) -> Organisation | None:
    """The police force or agency for which a person may notify a death."""
    post = access.posts_of(user).filter(role=Role.NOTIFIER, organisation__type__in=NOTIFYING).first()
    return post.organisation if post else None


def require_can_notify(*, by: User) -> Organisation:
    organisation = notifying_organisation(by)
    if organisation is None:
        raise PermissionDenied("Only a police force's or an agency's notifier can notify a death here.")
    return organisation


def require_can_scope(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *SCOPERS)


def require_can_decide(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *DECIDERS)


def require_can_answer(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *ANSWERERS)


def require_can_commission(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *COMMISSIONERS)


def require_can_tell_family(review_id: UUID, *, by: User) -> None:
    reviews.require(by, review_id, *TELLERS)


def may_scope(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *SCOPERS)


def may_decide(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *DECIDERS)


def may_answer(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *ANSWERERS)


def may_commission(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *COMMISSIONERS)


def may_tell_family(review_id: UUID, user: User) -> bool:
    return reviews.holds(user, review_id, *TELLERS)


def is_home_office(user: User) -> bool:
    return access.holds_post(user, Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER)
