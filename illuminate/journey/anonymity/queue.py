"""Handing the machine's work to the worker, in the same transaction as what made it necessary."""

from uuid import UUID

from procrastinate.contrib.django import app

DO = "anonymity.do"


def do_later(work_id: UUID) -> None:
    """Ask the worker to look at a file, or to make its copy. Undone with the transaction."""
    app.configure_task(DO).defer(work_id=str(work_id))
