"""Telling the worker that a register has changed, in the transaction of the change. Undone with it.

The job is carried out by the room whose work hangs on the register, below this one: it takes the job's name from here.
"""

from procrastinate.contrib.django import app

from illuminate.foundation.access.models import User
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

REGISTER_CHANGED = "people.register_changed"
BEFORE_ANY_FILE = (Stage.NOTIFIED, Stage.DECIDING)


def register_changed(review: Review, by: User) -> None:
    """Have what was checked against the register checked again, as the person who changed it."""
    if review.stage not in BEFORE_ANY_FILE:
        app.configure_task(REGISTER_CHANGED).defer(review_id=str(review.pk), user_id=str(by.pk))
