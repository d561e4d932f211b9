"""Writing messages into the outbox, and putting one back there. Sending comes later, by the worker."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.audit.actions import record
from illuminate.foundation.mailroom import queries, queue, wording
from illuminate.foundation.mailroom.events import Event
from illuminate.foundation.mailroom.mail import Attachment, pack
from illuminate.foundation.mailroom.models import Message

__all__ = ["Attachment", "email", "email_address", "note_reading", "send_again", "text"]


def email(
    *, to: User, template: str, context: dict[str, Any], compartment: Compartment | None, by: User | None,
    attachments: Iterable[Attachment] = (),
) -> Message:  # fmt: skip
    """Write an e-mail to somebody with an account; `compartment` is None for mail about the account itself.

    The template's first line is "Subject: …". Neither subject nor text holds a name or a detail of a case: they
    say that something waits, and `link` leads to it.
    """
    subject, body = wording.email(template, context)
    return _write(compartment, by, to_user=to, subject=subject, body=body, attachments=pack(attachments))


def email_address(
    *, address: str, template: str, context: dict[str, Any], compartment: Compartment | None, by: User | None,
    attachments: Iterable[Attachment] = (),
) -> Message:  # fmt: skip
    """Write an e-mail to somebody who has no account."""
    subject, body = wording.email(template, context)
    return _write(
        compartment, by, address=address.strip(), subject=subject, body=body, attachments=pack(attachments)
    )


def text(
    *, phone: str, template: str, context: dict[str, Any], compartment: Compartment | None, by: User | None
) -> Message:
    """Write a text message. Its template has no subject."""
    return _write(
        compartment,
        by,
        address=phone.strip(),
        channel=Message.Channel.SMS,
        body=wording.render(template, context),
    )


@transaction.atomic
def send_again(*, message: Message, by: User) -> bool:
    """Put a failed message back into the outbox; False if it is waiting or sent already (a double click)."""
    if not queries.coordinated_by(by).filter(pk=message.pk).exists():
        raise PermissionDenied("Only the review's coordinator can send a message again.")
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.status != Message.Status.FAILED:
        return False
    message.status, message.attempts, message.error = Message.Status.WAITING, 0, ""
    message.next_try_at = timezone.now()
    message.save(update_fields=["status", "attempts", "error", "next_try_at"])
    record(Event.SENT_AGAIN, message, by=by)
    queue.deliver_later(message.pk)
    return True


@transaction.atomic
def note_reading(*, message: Message, by: User) -> None:
    """A message's page shows an address: looking at it is recorded."""
    record(Event.READ, message, by=by)


@transaction.atomic
def _write(compartment: Compartment | None, by: User | None, **what: Any) -> Message:
    message = Message.objects.create(
        compartment=compartment,
        review_id=compartment.review_id if compartment else None,
        created_by=by,
        **what,
    )
    queue.deliver_later(message.pk)
    return message
