"""What is written of a message when it has been tried: sent, put off, or given up."""

from datetime import timedelta

from django.utils import timezone

from illuminate.foundation.audit.actions import Actor, record
from illuminate.foundation.mailroom import queue
from illuminate.foundation.mailroom.events import Event
from illuminate.foundation.mailroom.models import Message

WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=3))
ATTEMPTS = len(WAITS) + 1


def mark_sent(*, message: Message, by: Actor) -> None:
    message.status, message.sent_at, message.error = Message.Status.SENT, timezone.now(), ""
    message.attempts += 1
    message.save(update_fields=["status", "sent_at", "error", "attempts"])
    record(Event.SENT, message, by=by)


def give_up(*, message: Message, why: str, by: Actor) -> None:
    """It can't be delivered: the coordinator is shown why."""
    message.attempts += 1
    _fail(message, why, by)


def put_off(*, message: Message, why: str, by: Actor) -> None:
    """Try again after a while, each time a longer one; after the last time give up."""
    if message.attempts + 1 >= ATTEMPTS:
        give_up(message=message, why=f"{why} It was tried {ATTEMPTS} times.", by=by)
        return
    message.next_try_at = timezone.now() + WAITS[message.attempts]
    message.attempts, message.error = message.attempts + 1, why[:200]
    message.save(update_fields=["next_try_at", "attempts", "error"])
    queue.deliver_later(message.pk, at=message.next_try_at)


def bounce(*, message: Message, by: Actor) -> None:
    """It was taken, and came back."""
    _fail(message, "It was sent, and came back as not deliverable. Check the address.", by)


def _fail(message: Message, why: str, by: Actor) -> None:
    message.status, message.error = Message.Status.FAILED, why[:200]
    message.save(update_fields=["status", "error", "attempts"])
    record(Event.FAILED, message, by=by, detail={"attempts": message.attempts})
