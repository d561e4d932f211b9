"""The worker's jobs. Their arguments are ids; each says as whom it acts."""

from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from illuminate.foundation.access import actions_forms
from illuminate.foundation.documents import sweeper
from illuminate.foundation.mailroom import delivery, invitations, queue

WHEN_AWAY = RetryStrategy(max_attempts=10, linear_wait=15)


@app.task(name=queue.DELIVER, queue="mail", retry=WHEN_AWAY)
def deliver_message(message_id: str) -> None:
    """Send one message, as the mailroom."""
    delivery.deliver(UUID(message_id))


@app.periodic(cron="* * * * * */15")
@app.task(name="mailroom.tell_invitations", queue="mail", queueing_lock="mailroom.tell_invitations")
def tell_invitations(timestamp: int) -> None:
    """Four times a minute: who has been invited, or asked for a new password."""
    invitations.tell_all()


@app.periodic(cron="* * * * *")
@app.task(name="mailroom.retry_due", queue="mail", queueing_lock="mailroom.retry_due")
def retry_due(timestamp: int) -> None:
    """Every minute: what is due and was left lying, by a worker that died or a job that was lost."""
    delivery.deliver_all()


@app.periodic(cron="*/10 * * * *")
@app.task(name="mailroom.collect_bounces", queue="mail", queueing_lock="mailroom.collect_bounces")
def collect_bounces(timestamp: int) -> None:
    """Every ten minutes: what came back after it was sent."""
    delivery.collect_bounces()


@app.periodic(cron="17 3 * * *")
@app.task(name="documents.sweep", queueing_lock="documents.sweep")
def sweep_documents(timestamp: int) -> None:
    """Every night: files that no row names."""
    sweeper.sweep()


@app.periodic(cron="27 3 * * *")
@app.task(name="access.forget_old", queueing_lock="access.forget_old")
def forget_old(timestamp: int) -> None:
    """Every night: sessions that have ended, unsent drafts and sent forms' tokens after 30 days."""
    actions_forms.forget_old()
