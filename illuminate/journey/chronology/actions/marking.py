"""Marking entries: key episodes, missed opportunities, good practice."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.chronology import blockers_findings as blockers
from illuminate.journey.chronology import permissions
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.models import Entry, Mark
from illuminate.journey.reviews.blockers import refuse_if


@transaction.atomic
def mark(*, entry: Entry, kind: str, note: str = "", happened_on: date | None = None, by: User) -> Mark:
    """Say what an entry shows, and why. The panel reads it once it reads the entry."""
    permissions.require_can_settle(entry.review_id, by=by)
    Entry.objects.select_for_update().get(pk=entry.pk)
    marks = Mark.objects.filter(review_id=entry.review_id, entry=entry.identity, kind=kind, ended_on=None)
    refuse_if(blockers.to_mark(entry, marks.select_related("marked_by").first()))
    kind_of_place = Kind.PANEL if entry.file.is_released else Kind.ANALYSIS
    made = Mark.objects.create(
        review_id=entry.review_id, entry=entry.identity, kind=kind, note=note.strip(),
        compartment=access.compartment(entry.review_id, kind_of_place),
        marked_on=happened_on or localdate(), marked_by=by,
    )  # fmt: skip
    record(Event.MARKED, made, by=by, happened_on=happened_on, detail={"kind": str(kind)})
    return made


@transaction.atomic
def change_mark(*, mark: Mark, note: str, seen: int, happened_on: date | None = None, by: User) -> Mark:
    """Write another note. `seen` is the revision that was on the page: a later one is not written over."""
    permissions.require_can_settle(mark.review_id, by=by)
    _hold(mark)
    refuse_if(blockers.to_change_mark(mark, seen))
    mark.note, mark.revision = note.strip(), mark.revision + 1
    mark.marked_on, mark.marked_by = happened_on or localdate(), by
    mark.save(update_fields=["note", "revision", "marked_on", "marked_by"])
    record(Event.MARK_CHANGED, mark, by=by, happened_on=happened_on)
    return mark


@transaction.atomic
def end_mark(*, mark: Mark, seen: int, happened_on: date | None = None, by: User) -> Mark:
    """Take a mark off; that it was there stays on record."""
    permissions.require_can_settle(mark.review_id, by=by)
    _hold(mark)
    refuse_if(blockers.to_change_mark(mark, seen))
    mark.ended_on, mark.ended_by = happened_on or localdate(), by
    mark.save(update_fields=["ended_on", "ended_by"])
    record(Event.MARK_ENDED, mark, by=by, happened_on=happened_on)
    return mark


def _hold(mark: Mark) -> None:
    Mark.objects.select_for_update().get(pk=mark.pk)
    mark.refresh_from_db()
