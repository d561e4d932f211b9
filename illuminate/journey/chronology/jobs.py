"""The worker's jobs of this room. Their arguments are ids; each says as whom it acts."""

from uuid import UUID

from procrastinate.contrib.django import app

from illuminate.journey.chronology import arriving, comparing, queue


@app.task(name=queue.COMPARE, queue="chronology")
def compare(review_id: str) -> None:
    """Compare a review's entries, if anything has come since they were compared last."""
    comparing.run(UUID(review_id))


@app.periodic(cron="* * * * *")
@app.task(name="chronology.compare_left", queue="chronology", queueing_lock="chronology.compare_left")
def compare_left(timestamp: int) -> None:
    """Every minute: what a worker that was ended left half done."""
    comparing.run_all()


@app.task(name=queue.READ, queue="chronology")
def read(arrival_id: str) -> None:
    """Read a large file, as the person who sent it."""
    arriving.run(UUID(arrival_id))


@app.periodic(cron="* * * * *")
@app.task(name="chronology.read_left", queue="chronology", queueing_lock="chronology.read_left")
def read_left(timestamp: int) -> None:
    """Every minute: large files that a worker that was ended left unread."""
    arriving.run_all()
