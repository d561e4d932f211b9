"""That what is seen was taken out of the system."""

from django.db import transaction

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.exporting import Export
from illuminate.journey.reviews.models import Review


@transaction.atomic
def note_export(*, review: Review, made: Export, narrowed: bool, by: User) -> None:
    """Keep on record who took out how much, in which form; never what was searched for."""
    detail = {
        "form": made.name.rpartition(".")[2], "entries": made.entries, "findings": made.findings, "narrowed": narrowed,
    }  # fmt: skip
    record(Event.EXPORTED, review, by=by, detail=detail)
