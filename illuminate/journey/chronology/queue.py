"""Handing the comparison of a review's entries to the worker, in the same transaction as what made it necessary."""

from uuid import UUID

from django.db import connection
from procrastinate.contrib.django import app

COMPARE = "chronology.compare"


def compare_later(review_id: UUID) -> None:
    """Say that a review's entries are to be compared, and ask the worker to do it. Undone with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT chronology_compare(%s)", [review_id])
    app.configure_task(COMPARE).defer(review_id=str(review_id))
