"""What was done to and read of a file and its entries, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.documents.events import Event as DocumentEvent
from illuminate.journey.chronology.events import Event

NEWEST = 30
SENTENCES = {value: str(label) for events in (Event, DocumentEvent) for value, label in events.choices}


@dataclass(frozen=True)
class Told:
    """One event, shaped for the design's timeline."""

    title: str
    when: datetime | None
    by: str


def of(*subject_ids: Any) -> list[Told]:
    """The newest events of some rows; row-level security leaves out those in other compartments."""
    wanted = [str(one) for one in subject_ids]
    rows = list(AuditEvent.objects.filter(subject_id__in=wanted).order_by("-recorded_at")[:NEWEST])
    people = User.objects.in_bulk([row.actor_id for row in rows if row.actor_id])
    return [
        Told(SENTENCES.get(row.kind, row.kind), row.recorded_at, _who(people, row.actor_id)) for row in rows
    ]


def _who(people: dict[Any, User], actor_id: Any) -> str:
    person = people.get(actor_id)
    return str(person.name) if person else "the system"
