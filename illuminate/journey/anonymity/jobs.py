"""The worker's jobs of this room. Their arguments are ids; each says as whom it acts."""

from uuid import UUID

from procrastinate.contrib.django import app

from illuminate.journey.anonymity import queue, working
from illuminate.journey.people.queue import REGISTER_CHANGED


@app.task(name=queue.DO, queue="anonymity")
def do(work_id: str) -> None:
    """Look at a file, or make its copy, as the person who asked for it."""
    working.run(UUID(work_id))


@app.periodic(cron="* * * * *")
@app.task(name="anonymity.do_left", queue="anonymity", queueing_lock="anonymity.do_left")
def do_left(timestamp: int) -> None:
    """Every minute: what a worker that was ended left undone."""
    working.run_all()


@app.task(name=REGISTER_CHANGED, queue="anonymity")
def look_again(review_id: str, user_id: str) -> None:
    """A register has changed: look again at every file that was looked at, as the person who changed it."""
    working.look_again(UUID(review_id), UUID(user_id))
