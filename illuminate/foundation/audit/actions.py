"""Writing to the audit table: the fourth beat of every action."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.db import models

from illuminate.foundation.audit.models import AuditEvent


class Actor(Protocol):
    """Whoever did it: anything with a primary key."""

    pk: Any


@dataclass
class Acting:
    """Who is recorded when no more than the key is known: a part of the program that acts by itself."""

    pk: UUID


def record(
    kind: str,
    subject: models.Model,
    *,
    by: Actor | None,
    review_id: UUID | None = None,
    compartment_id: UUID | None = None,
    happened_on: date | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Say what was done, to which row, by whom; in the same transaction, so that both stand or neither does.

    `review_id` and `compartment_id` are the subject's own unless given. `detail` holds codes and counts, never a
    name, an address or a person's words. The database refuses the row when `by` is not who is acting.
    """
    AuditEvent.objects.create(
        kind=str(kind),
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        actor_id=by.pk if by else None,
        review_id=review_id or getattr(subject, "review_id", None),
        compartment_id=compartment_id or getattr(subject, "compartment_id", None),
        happened_on=happened_on,
        detail=detail or {},
    )
