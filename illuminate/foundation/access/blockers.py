"""Why something about an account can't be done yet."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from illuminate.foundation.access.models import Invitation, Organisation, Post, User
from illuminate.foundation.access.queries_people import ROLES_AT
from illuminate.foundation.access.refusals import Blocker
from illuminate.foundation.access.roles import CARDS, Role


def to_invite(
    known: User | None, organisation: Organisation | None, role: str, partnership: Organisation
) -> list[Blocker]:
    """A role needs a fitting organisation, and nobody is given the same one twice."""
    if known is not None and not known.is_active:
        return [Blocker("There is an account with this address, and it is closed. Open it again instead.")]
    if not role:
        return []
    if organisation is None:
        return [Blocker("Choose the organisation where they hold this role.")]
    name = CARDS[Role(role)].name
    if role not in ROLES_AT.get(Organisation.Type(organisation.type), ()):
        return [Blocker(f"“{name}” is not a role that you can give at {organisation.name}.")]
    if organisation.type == Organisation.Type.PARTNERSHIP and organisation != partnership:
        return [Blocker(f"Only a coordinator of {organisation.name} can give its roles.")]
    if known is not None and known.posts.filter(organisation=organisation, role=role, ended_on=None).exists():
        return [Blocker(f"This person has that role already: {name}, {organisation.name}.")]
    return []


def to_appoint(organisation: Organisation, organisation_type: str, email: str) -> list[Blocker]:
    """From the command line: an address that can be one, and an organisation of the right kind."""
    found = []
    if organisation.type != organisation_type:
        label = Organisation.Type(organisation.type).label.lower()
        found.append(Blocker(f"{organisation.name} is known as another kind of organisation: {label}."))
    try:
        validate_email(email)
    except ValidationError:
        found.append(Blocker(f"“{email}” is not an e-mail address."))
    return found


def to_add_organisation(name: str) -> list[Blocker]:
    """Each organisation stands in the list once."""
    if Organisation.objects.filter(name__iexact=name.strip()).exists():
        return [Blocker("This organisation is in the list already.")]
    return []


def to_invite_again(person: User) -> list[Blocker]:
    blockers = _closed(person)
    if person.has_usable_password():
        blockers.append(
            Blocker("This person has accepted already. If they can't get in, recover the account.")
        )
    return blockers


def to_recover(person: User, by: User) -> list[Blocker]:
    return _closed(person) + _oneself(person, by)


def to_deactivate(person: User, by: User) -> list[Blocker]:
    blockers = _oneself(person, by)
    if not person.is_active:
        blockers.append(Blocker("This account is closed already."))
    return blockers


def to_reactivate(person: User) -> list[Blocker]:
    return [Blocker("This account is open already.")] if person.is_active else []


def to_end_post(post: Post) -> list[Blocker]:
    """A partnership always has a coordinator: nobody else could let anybody in."""
    if post.ended_on is not None:
        return [Blocker("This role has ended already.")]
    if post.role != Role.COORDINATOR:
        return []
    others = Post.objects.filter(
        organisation=post.organisation_id, role=Role.COORDINATOR, ended_on=None, user__is_active=True
    ).exclude(user=post.user_id)
    if others.exists():
        return []
    return [Blocker("This is the partnership's only coordinator. Invite another before you end this role.")]


def to_accept(invitation: Invitation) -> list[Blocker]:
    if invitation.ended_at is not None:
        return [Blocker("This link has been used or replaced by a newer one.")]
    return _closed(invitation.user)


def _closed(person: User) -> list[Blocker]:
    return [] if person.is_active else [Blocker("This account is closed. Open it again first.")]


def _oneself(person: User, by: User) -> list[Blocker]:
    if person.pk != by.pk:
        return []
    return [Blocker("This is your own account. Ask another coordinator to do this.")]
