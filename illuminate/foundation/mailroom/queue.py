"""Handing work to the worker: by the job's name and the row's id, in the same transaction as the row."""

from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

DELIVER = "mailroom.deliver_message"


def deliver_later(message_id: UUID, *, at: datetime | None = None) -> None:
    """Ask the worker to send a message, now or later. Undone together with the transaction."""
    job = app.configure_task(DELIVER, schedule_at=at, queue="mail")
    job.defer(message_id=str(message_id))
