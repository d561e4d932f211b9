"""Invitations become e-mails: access writes whom to tell, the mailroom asks for each link as it writes the mail."""

from uuid import UUID

from django.conf import settings

from illuminate.foundation.access import actions_invitations, queries_invitations
from illuminate.foundation.access.models import Invitation
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import actions
from illuminate.foundation.mailroom.actors import MAILROOM

TEMPLATES = {
    Invitation.Purposes.JOIN: "access/mail/invitation.txt",
    Invitation.Purposes.ROLE: "access/mail/role.txt",
    Invitation.Purposes.RECOVER: "access/mail/recover.txt",
    Invitation.Purposes.PASSWORD: "access/mail/password.txt",
}


def tell_all() -> int:
    """Write an e-mail for every invitation that waits for one; returns how many."""
    return sum(_tell(invitation) for invitation in queries_invitations.to_tell())


def _tell(waiting: Invitation) -> bool:
    """Link and e-mail in one transaction: a mail that was not written leaves the invitation waiting."""
    with acting_as(_eyes(waiting)):
        invitation = (
            queries_invitations.to_tell()
            .select_for_update(skip_locked=True, of=("self",))
            .filter(pk=waiting.pk)
            .first()
        )
        if invitation is None:
            return False
        link = actions_invitations.issue(invitation=invitation)
        actions.email(
            to=invitation.user, template=TEMPLATES[Invitation.Purposes(invitation.purpose)],
            context={"link": link, "expires": invitation.expires_at}, compartment=None, by=invitation.invited_by,
        )  # fmt: skip
    return True


def _eyes(invitation: Invitation) -> UUID | None:
    """The worker writes as the mailroom; the tests' memory transport on the web's login, as whoever invited."""
    return invitation.invited_by_id if settings.MAIL_TRANSPORT == "memory" else MAILROOM
