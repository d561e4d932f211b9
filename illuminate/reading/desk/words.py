"""Audit events as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from django.apps import apps

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.models import AuditEvent
from illuminate.journey.reviews.lifecycle import CARDS, Stage


@dataclass(frozen=True)
class Told:
    """One event, shaped for the design's timeline."""

    title: str
    when: datetime | None
    by: str
    text: str = ""


def sentences() -> dict[str, str]:
    """Every room's events with their sentences."""
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("illuminate."):
            try:
                events = import_module(f"{config.name}.events")
            except ModuleNotFoundError:
                continue
            found |= {value: str(label) for value, label in events.Event.choices}
    return found


def in_words(events: Iterable[AuditEvent]) -> list[Told]:
    """What happened, when and by whom; names only of those who act, never of those the review is about."""
    rows = list(events)
    people = User.objects.in_bulk([row.actor_id for row in rows if row.actor_id])
    known = sentences()
    return [
        Told(
            title=known.get(row.kind, row.kind),
            when=row.recorded_at,
            by=_who(people.get(row.actor_id)) if row.actor_id else "the system",
            text=_more(row),
        )
        for row in rows
    ]


def _who(user: User | None) -> str:
    if user is None:
        return "somebody whose account is gone"
    if user.kind == User.Kinds.FAMILY:
        return "a member of the family"
    return str(user.name) or "the system"


def _more(row: AuditEvent) -> str:
    if row.kind == "reviews.stage_moved":
        return f"From {CARDS[Stage(row.detail['from'])].name} to {CARDS[Stage(row.detail['to'])].name}"
    if row.kind == "reviews.page_read":
        return f"Page: {row.detail.get('page', '')}"
    return f"Happened on {row.happened_on:%-d %B %Y}" if row.happened_on else ""
