"""Handing long work to the worker, in the same transaction as what made it necessary."""

from uuid import UUID

from django.db import connection
from procrastinate.contrib.django import app

COMPARE = "chronology.compare"
READ = "chronology.read"


def compare_later(review_id: UUID) -> None:
    """Say that a review's entries are to be compared, and ask the worker to do it. Undone with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT chronology_compare(%s)", [review_id])
    app.configure_task(COMPARE).defer(review_id=str(review_id))


def read_later(arrival_id: UUID) -> None:
    """Ask the worker to read a large file. Undone with the transaction."""
    app.configure_task(READ).defer(arrival_id=str(arrival_id))
