"""Who may look after people and the address book: the coordinators of a partnership, for that partnership."""

from django.core.exceptions import PermissionDenied

from illuminate.foundation.access import queries_people as people
from illuminate.foundation.access.models import Organisation, Post, User


def require_coordinator(partnership: Organisation, *, by: User) -> None:
    """Raise `PermissionDenied` unless the person coordinates this partnership."""
    if partnership not in people.partnerships_of(by):
        raise PermissionDenied("Only a coordinator of the partnership may do this.")


def require_can_invite(partnership: Organisation, role: str, *, by: User) -> None:
    """A coordinator invites whomever the partnership needs; who leads one of its reviews, without a post, people
    to add to it."""
    if partnership in people.partnerships_of(by) or (not role and people.leads_for(partnership, by)):
        return
    raise PermissionDenied("Only a coordinator of the partnership may invite people.")


def require_can_manage(person: User, *, by: User) -> None:
    """Closing, opening and recovering an account: see `queries_people.managed_by`."""
    if not people.managed_by(by).filter(pk=person.pk).exists():
        raise PermissionDenied("This account is looked after by somebody else.")


def require_can_end(post: Post, *, by: User) -> None:
    """A post ends by the partnership where it is held, or the one that gave it."""
    own = {partnership.pk for partnership in people.partnerships_of(by)}
    if not own & {post.organisation_id, post.given_by_id}:
        raise PermissionDenied("This role was given by somebody else.")


def require_any_coordinator(*, by: User) -> None:
    """Raise `PermissionDenied` unless the person coordinates some partnership."""
    if not people.partnerships_of(by):
        raise PermissionDenied("Only a coordinator of a partnership may do this.")
