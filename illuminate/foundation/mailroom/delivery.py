"""Sending what the outbox holds: once each, again when it could not be handed over, never lost."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q, QuerySet

from illuminate.foundation.access.keys import KeyErased
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import actions_delivery, invitations, queries, transports
from illuminate.foundation.mailroom.actors import MAILROOM
from illuminate.foundation.mailroom.faults import NotDeliverable, TryLater
from illuminate.foundation.mailroom.mail import EMAIL, Mail, unpack
from illuminate.foundation.mailroom.models import Message

log = logging.getLogger(__name__)


@dataclass
class _Acting:
    """Who is recorded: only the key is needed."""

    pk: UUID


def deliver(message_id: UUID, *, eyes: UUID = MAILROOM) -> bool:
    """Try one message; True if it was sent now.

    The row stays locked until the outcome is written. Whoever comes second passes by; a process that dies leaves
    the row waiting, and the next one tries again.
    """
    with acting_as(eyes):
        message = _locked(message_id)
        if message is None:
            return False
        by = _Acting(eyes)
        try:
            _hand_over(message)
        except NotDeliverable as fault:
            actions_delivery.give_up(message=message, why=str(fault), by=by)
        except TryLater as fault:
            actions_delivery.put_off(message=message, why=str(fault), by=by)
        else:
            actions_delivery.mark_sent(message=message, by=by)
            return True
    return False


def _hand_over(message: Message) -> None:
    """What nobody foresaw is put off like the rest, and logged without the message's words."""
    try:
        mail = _mail(message)
    except KeyErased:
        raise NotDeliverable("The review's key has been erased, and the message with it.") from None
    try:
        transports.of(message.channel).send(mail)
    except (NotDeliverable, TryLater):
        raise
    except ImproperlyConfigured as fault:
        raise TryLater(str(fault)) from None
    except Exception as fault:
        # Each transport has its own faults; the message is tried again, and the others are still sent.
        log.error("Message %s could not be sent: %s", message.pk, type(fault).__name__)
        raise TryLater("Something unforeseen went wrong while sending.") from None


def deliver_all(*, eyes: Iterable[UUID] = ()) -> int:
    """Try everything that is due; returns how many were sent.

    The worker does it as the mailroom. The tests' memory transport runs on the web's login, which may not act as
    the mailroom, so there everybody's own eyes are borrowed in turn.
    """
    invitations.tell_all()
    sent = 0
    for one in eyes or _eyes():
        with acting_as(one):
            waiting = list(_within_reach(one).values_list("pk", flat=True))
        sent += sum(deliver(message_id, eyes=one) for message_id in waiting)
    return sent


def _within_reach(eyes: UUID) -> QuerySet[Message]:
    """Borrowed eyes see the mail about accounts that they get; only who wrote it may mark it as sent."""
    if eyes == MAILROOM:
        return queries.due()
    return queries.due().filter(Q(compartment__isnull=False) | Q(created_by=eyes))


def collect_bounces(*, eyes: UUID = MAILROOM) -> int:
    """Give up the messages that were taken and came back later; returns how many."""
    try:
        references = transports.of(EMAIL).bounced()
    except (TryLater, NotDeliverable, ImproperlyConfigured) as fault:
        log.warning("Bounces could not be asked for: %s", fault)
        return 0
    with acting_as(eyes):
        back = list(queries.sent(references).select_for_update(skip_locked=True))
        for message in back:
            actions_delivery.bounce(message=message, by=_Acting(eyes))
    return len(back)


def _eyes() -> list[UUID]:
    if settings.MAIL_TRANSPORT == "memory":
        return [*User.objects.order_by("created_at").values_list("pk", flat=True)]
    return [MAILROOM]


def _locked(message_id: UUID) -> Message | None:
    """The message, locked, if it is still waiting, due, and nobody else is sending it."""
    return queries.due().select_for_update(skip_locked=True).filter(pk=message_id).first()


def _mail(message: Message) -> Mail:
    return Mail(
        reference=str(message.pk), channel=message.channel, to=_address(message), subject=message.subject,
        body=message.body, attachments=unpack(message.attachments),
    )  # fmt: skip


def _address(message: Message) -> str:
    """Where it goes: an account's address is looked up now, so that a changed one is the one used."""
    if message.to_user is None:
        address = str(message.address)
    elif not message.to_user.is_active:
        raise NotDeliverable("The account is closed, so nothing was sent.")
    else:
        address = str(message.to_user.email)
    if not address:
        raise NotDeliverable("There is no address to send this to. Add one, then send it again.")
    return address
