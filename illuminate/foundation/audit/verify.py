"""Walks the chain and names the first row that was changed, taken out or put in."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from illuminate.foundation.audit.models import AuditEvent

CANONICAL_FIELDS = (
    "id", "kind", "happened_on", "recorded_at", "actor_id", "review_id", "compartment_id",
    "subject_type", "subject_id", "detail",
)  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """How far the chain holds: `broken` says which row fails and why, or is empty."""

    checked: int
    unsealed: int
    broken: dict[str, object] | None

    @property
    def whole(self) -> bool:
        return self.broken is None


def verify(*, using: str = "owner") -> Verdict:
    """Check every row in order, through a login that row-level security does not confine."""
    previous, expected, checked = "", 1, 0
    for event in _sealed(using):
        why = _fault(event, previous, expected)
        if why:
            return Verdict(checked, 0, {"sequence": event.sequence, "id": str(event.pk), "why": why})
        previous, expected, checked = event.hash, expected + 1, checked + 1
    unsealed = AuditEvent.objects.using(using).filter(sequence=None)
    first = unsealed.first()
    broken: dict[str, object] | None = (
        {"sequence": None, "id": str(first.pk), "why": "the row was never sealed"} if first else None
    )
    return Verdict(checked, unsealed.count(), broken)


def _sealed(using: str) -> Iterator[AuditEvent]:
    return (
        AuditEvent.objects.using(using).exclude(sequence=None).order_by("sequence").iterator(chunk_size=2000)
    )


def _fault(event: AuditEvent, previous: str, expected: int) -> str:
    if event.sequence != expected:
        return f"row {expected} is missing"
    if event.previous != previous:
        return "it does not follow the row before it"
    digest = hashlib.sha256((previous + event.canonical).encode()).hexdigest()
    if digest != event.hash:
        return "its text does not match its seal"
    if _told(event) != _stored(event):
        return "its columns do not match its sealed text"
    return ""


def _told(event: AuditEvent) -> dict[str, object]:
    told: dict[str, object] = json.loads(event.canonical)
    return told


def _stored(event: AuditEvent) -> dict[str, object]:
    def plain(value: object) -> object:
        return value if value is None or isinstance(value, dict | str) else str(value)

    stored = {name: plain(getattr(event, name)) for name in CANONICAL_FIELDS}
    moment = event.recorded_at
    stored["recorded_at"] = moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if moment else None
    return stored
