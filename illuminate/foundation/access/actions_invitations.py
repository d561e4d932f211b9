"""The life of a link: asked for, written into an e-mail by the mailroom, used once.

Access writes that somebody is to be told; the mailroom, a floor above, takes what waits, asks for the link at that
moment and writes the e-mail. So nobody but the e-mail ever holds the link.
"""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from illuminate.foundation.access import blockers, queries_invitations
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.models import Invitation, User
from illuminate.foundation.access.refusals import refuse_if
from illuminate.foundation.audit.actions import record
from illuminate.foundation.database.acting import acting_as

Purposes = Invitation.Purposes
LASTS = {
    Purposes.JOIN: timedelta(days=7),
    Purposes.RECOVER: timedelta(days=7),
    Purposes.PASSWORD: timedelta(days=1),
}
ASKED_ONCE_IN = timedelta(minutes=5)


@transaction.atomic
def issue(*, invitation: Invitation) -> str:
    """The path for the e-mail of an invitation that has not been told yet; called by the mailroom, once."""
    now = timezone.now()
    invitation.told_at = now
    if invitation.purpose == Purposes.ROLE:
        invitation.ended_at = now
        invitation.save(update_fields=["told_at", "ended_at"])
        return "/"
    token = secrets.token_urlsafe(32)
    invitation.digest = digest_of(token)
    invitation.expires_at = now + LASTS[Purposes(invitation.purpose)]
    invitation.save(update_fields=["told_at", "digest", "expires_at"])
    return reverse("access:invitation", args=[token])


@transaction.atomic
def accept(*, invitation: Invitation, password: str) -> User:
    """Choose a password through a link that works. Whoever comes second with the same link is refused."""
    with acting_as(invitation.user_id):
        invitation = Invitation.objects.select_for_update().select_related("user").get(pk=invitation.pk)
        refuse_if(blockers.to_accept(invitation))
        person = invitation.user
        person.set_password(password)
        person.save(update_fields=["password"])
        Invitation.objects.filter(user=person, ended_at=None).exclude(purpose=Purposes.ROLE).update(
            ended_at=timezone.now()
        )
        record(Event.INVITATION_ACCEPTED, person, by=person, detail={"purpose": invitation.purpose})
    return person


@transaction.atomic
def ask_new_password(*, email: str) -> None:
    """Somebody forgot their password: a link goes to the account's address, if there is such an account.

    Nothing that the asker can see depends on whether there is.
    """
    person = User.objects.by_email(email)
    if person is None or not person.is_active or person.kind != User.Kinds.PERSON:
        return
    purpose = Purposes.PASSWORD if person.has_usable_password() else Purposes.JOIN
    if queries_invitations.asked_since(person, timezone.now() - ASKED_ONCE_IN):
        return
    Invitation.objects.create(user=person, purpose=purpose)
    record(Event.PASSWORD_FORGOTTEN, person, by=None)


def digest_of(token: str) -> str:
    """What is kept of a link; it is random enough that its digest needs no key."""
    return hashlib.sha256(token.encode()).hexdigest()
