"""The only writers of accounts, posts and organisations."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction
from django.utils import timezone

from illuminate.foundation.access import blockers, permissions
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.models import Invitation, Organisation, Post, User
from illuminate.foundation.access.refusals import refuse_if
from illuminate.foundation.audit.actions import record

Purposes = Invitation.Purposes


@transaction.atomic
def invite(
    *, name: str, email: str, partnership: Organisation, organisation: Organisation | None = None,
    role: str = "", by: User,
) -> User:  # fmt: skip
    """Let somebody in: an account, perhaps a post, and an e-mail with a link to choose a password.

    Without a role the person joins reviews one by one: as independent chair, author or panel member. Whoever has
    an account already keeps it, and is told of the new role.
    """
    permissions.require_can_invite(partnership, role, by=by)
    person, is_new = _found_or_made(name, email)
    refuse_if(blockers.to_invite(None if is_new else person, organisation, role, partnership))
    _write_invitation(
        person, Purposes.ROLE if person.has_usable_password() else Purposes.JOIN, partnership, by
    )
    record(Event.PERSON_INVITED, person, by=by)
    if role and organisation:
        _give(person, organisation, role, partnership, by)
    return person


@transaction.atomic
def appoint(
    *,
    name: str,
    email: str,
    role: str,
    organisation_name: str,
    organisation_type: str,
    short_name: str = "",
) -> User:
    """Give somebody a post from the command line: a partnership's first coordinator, or a national reader."""
    organisation, _ = Organisation.objects.get_or_create(
        name=organisation_name.strip(),
        defaults={"type": organisation_type, "short_name": short_name.strip()},
    )
    refuse_if(blockers.to_appoint(organisation, organisation_type, email))
    person, _ = _found_or_made(name, email)
    _write_invitation(
        person, Purposes.ROLE if person.has_usable_password() else Purposes.JOIN, _partnership(organisation), None
    )  # fmt: skip
    record(Event.PERSON_INVITED, person, by=None)
    if not person.posts.filter(organisation=organisation, role=role, ended_on=None).exists():
        _give(person, organisation, role, None, None)
    return person


@transaction.atomic
def add_organisation(*, name: str, type: str, short_name: str = "", by: User) -> Organisation:  # noqa: A002 - the field's own name
    """Add an agency, a force or an advocacy service to the list that every partnership chooses from."""
    permissions.require_any_coordinator(by=by)
    refuse_if(blockers.to_add_organisation(name))
    organisation = Organisation.objects.create(name=name.strip(), type=type, short_name=short_name.strip())
    record(Event.ORGANISATION_ADDED, organisation, by=by)
    return organisation


@transaction.atomic
def invite_again(*, person: User, by: User) -> None:
    """Send a new link to somebody who has not accepted yet."""
    permissions.require_can_manage(person, by=by)
    person = _locked(person)
    refuse_if(blockers.to_invite_again(person))
    _write_invitation(person, Purposes.JOIN, None, by)
    record(Event.PERSON_INVITED, person, by=by)


@transaction.atomic
def deactivate(*, person: User, by: User) -> None:
    """Close an account. Its sessions and links end at once, and it sees nothing any more; what it did stays."""
    permissions.require_can_manage(person, by=by)
    person = _locked(person)
    refuse_if(blockers.to_deactivate(person, by))
    person.is_active = False
    _end_sessions(person)
    _end_invitations(person)
    person.save(update_fields=["is_active", "sessions_since"])
    record(Event.PERSON_DEACTIVATED, person, by=by)


@transaction.atomic
def reactivate(*, person: User, by: User) -> None:
    """Open an account again, with the posts that were not ended."""
    permissions.require_can_manage(person, by=by)
    person = _locked(person)
    refuse_if(blockers.to_reactivate(person))
    person.is_active = True
    person.save(update_fields=["is_active"])
    if not person.has_usable_password():
        _write_invitation(person, Purposes.JOIN, None, by)
    record(Event.PERSON_REACTIVATED, person, by=by)


@transaction.atomic
def recover(*, person: User, by: User) -> None:
    """Somebody lost their password or second factor, or somebody else has it: everything is taken off the account,
    and a new link goes to its own address."""
    permissions.require_can_manage(person, by=by)
    person = _locked(person)
    refuse_if(blockers.to_recover(person, by))
    person.set_unusable_password()
    _end_sessions(person)
    person.save(update_fields=["password", "sessions_since"])
    Authenticator.objects.filter(user=person).delete()
    _end_invitations(person)
    _write_invitation(person, Purposes.RECOVER, None, by)
    record(Event.PERSON_RECOVERED, person, by=by)


@transaction.atomic
def end_post(*, post: Post, by: User) -> None:
    """End a role. What it opened closes at once."""
    permissions.require_can_end(post, by=by)
    Organisation.objects.select_for_update().get(pk=post.organisation_id)
    post = Post.objects.select_for_update().get(pk=post.pk)
    refuse_if(blockers.to_end_post(post))
    post.ended_on = timezone.localdate()
    post.save(update_fields=["ended_on"])
    record(Event.POST_ENDED, post, by=by, detail={"role": post.role, "user": str(post.user_id)})


def _found_or_made(name: str, email: str) -> tuple[User, bool]:
    """The account with this address, locked, and whether it is new. Two at once get the same one."""
    known = User.objects.by_email(email)
    if known is None:
        try:
            with transaction.atomic():
                return User.objects.create_user(email=email, name=name.strip()), True
        except IntegrityError:
            known = User.objects.by_email(email)
    assert known is not None  # the other one was committed before ours was refused
    return _locked(known), False


def _give(
    person: User, organisation: Organisation, role: str, given_by: Organisation | None, by: User | None
) -> None:
    post = Post.objects.create(
        user=person, organisation=organisation, role=role, given_by=given_by, started_on=timezone.localdate()
    )
    record(Event.POST_GIVEN, post, by=by, detail={"role": role, "user": str(person.pk)})


def _write_invitation(person: User, purpose: str, partnership: Organisation | None, by: User | None) -> None:
    if purpose == Purposes.JOIN:
        _end_invitations(person)
    Invitation.objects.create(user=person, purpose=purpose, partnership=partnership, invited_by=by)


def _partnership(organisation: Organisation) -> Organisation | None:
    return organisation if organisation.type == Organisation.Type.PARTNERSHIP else None


def _end_invitations(person: User) -> None:
    Invitation.objects.filter(user=person, ended_at=None).exclude(purpose=Purposes.ROLE).update(
        ended_at=timezone.now()
    )


def _end_sessions(person: User) -> None:
    person.sessions_since = timezone.now()
    for session in UserSession.objects.filter(user=person):
        session.end()


def _locked(person: User) -> User:
    return User.objects.select_for_update().get(pk=person.pk)
