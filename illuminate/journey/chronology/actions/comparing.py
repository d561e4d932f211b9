"""What is written of a comparison: that it began, what it found, that it failed; and where its findings lie."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.timezone import now

from illuminate.engines.chronology.findings import Finding as Found
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import Actor, record
from illuminate.journey.chronology import permissions, queries_findings, queue
from illuminate.journey.chronology.continuity import key_of, known_again
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.models import Comparison, Entry, Finding, Mark, Settlement
from illuminate.journey.chronology.models_findings import State
from illuminate.journey.chronology.queries_findings import Placed

COLUMNS = (
    "key", "kind", "entries", "agencies", "why", "confidence", "field", "expected_agency", "agency", "starts_on",
    "ends_on", "first_on", "grown", "gone_at",
)  # fmt: skip


@transaction.atomic
def begin(*, review_id: UUID, by: Actor) -> int | None:
    """Say that a comparison begins. Gives which one it is, or None when nothing waits."""
    comparison = Comparison.objects.select_for_update().filter(review_id=review_id).first()
    if comparison is None or comparison.is_done or comparison.failed:
        return None
    comparison.began_at, comparison.finished_at = now(), None
    comparison.entry_count = Entry.objects.filter(review_id=review_id, file__replaced_at=None).count()
    comparison.save(update_fields=["began_at", "finished_at", "entry_count"])
    return comparison.asked


@transaction.atomic
def keep(*, review_id: UUID, asked: int, found: Sequence[Found], by: Actor) -> bool:
    """Keep what was found, with what was settled before. False, and nothing kept, if more has come meanwhile."""
    comparison = Comparison.objects.select_for_update().get(review_id=review_id)
    if comparison.asked != asked:
        return False
    _merge(review_id, comparison.compartment_id, found)
    place_anew(review_id=review_id, cause=comparison, by=by)
    record(
        Event.COMPARED, comparison, by=by, detail={"entries": comparison.entry_count, "findings": len(found)}
    )
    comparison.compared, comparison.finished_at = asked, now()
    comparison.save(update_fields=["compared", "finished_at"])
    return True


@transaction.atomic
def give_up(*, review_id: UUID, asked: int, by: Actor) -> None:
    """It can't be done: the page says so, and offers to try again."""
    comparison = Comparison.objects.select_for_update().get(review_id=review_id)
    if comparison.asked == asked:
        comparison.failed, comparison.began_at = True, None
        comparison.save(update_fields=["failed", "began_at"])
        record(Event.COMPARISON_FAILED, comparison, by=by)


@transaction.atomic
def compare_again(*, review_id: UUID, by: User) -> None:
    """Have a review's entries compared once more."""
    permissions.require_oversees(review_id, by=by)
    queue.compare_later(review_id)
    record(Event.COMPARISON_ASKED, Comparison.objects.get(review_id=review_id), by=by)


def place_anew(*, review_id: UUID, cause: Model, by: Actor) -> None:
    """Move findings and marks to the panel when all their entries are released, and back when one no longer is."""
    analysis, panel = (queries_findings.place(review_id, kind) for kind in (Kind.ANALYSIS, Kind.PANEL))
    if analysis is None or panel is None:
        return
    released = queries_findings.released_entries(review_id)
    for target in (panel, analysis):
        findings = [
            pk for pk, entries, at in queries_findings.lying(review_id)
            if at != target and (set(entries) <= released) == (target == panel)
        ]  # fmt: skip
        marks = [
            pk for pk, entry, at in queries_findings.marks_lying(review_id)
            if at != target and (entry in released) == (target == panel)
        ]  # fmt: skip
        Settlement.objects.filter(finding__in=findings).update(compartment_id=target)
        Finding.objects.filter(pk__in=findings).update(compartment_id=target)
        Mark.objects.filter(pk__in=marks).update(compartment_id=target)
        if findings or marks:
            detail = {"to_panel": target == panel, "findings": _told(findings), "marks": _told(marks)}
            record(Event.FINDINGS_MOVED, cause, by=by, compartment_id=analysis, detail=detail)


def _told(keys: Sequence[UUID]) -> list[str]:
    return [str(key) for key in keys]


def _merge(review_id: UUID, compartment_id: UUID, found: Sequence[Found]) -> None:
    """Each finding once: known again, new, or gone. What is settled stays settled."""
    placed = queries_findings.placed(review_id)
    usable = [one for one in found if {UUID(entry) for entry in one.entries} <= placed.keys()]
    before = {one.pk: one for one in Finding.objects.filter(review_id=review_id)}
    same = known_again([queries_findings.on_record(one) for one in before.values()], usable)
    new: list[Finding] = []
    changed: list[Finding] = []
    for one in same:
        row = before.get(one.before) if one.before else None
        (changed if row else new).append(
            _filled(row or Finding(review_id=review_id, compartment_id=compartment_id), one.found, placed,
                    changed=one.changed)
        )  # fmt: skip
    Finding.objects.bulk_update(_freed(changed), ["key"], 500)
    Finding.objects.bulk_update(changed, COLUMNS, 500)
    Finding.objects.bulk_create(new, 500)
    kept = {row.pk for row in changed}
    gone = [pk for pk, row in before.items() if pk not in kept and row.gone_at is None]
    Finding.objects.filter(pk__in=gone).update(gone_at=now())


def _freed(rows: Sequence[Finding]) -> list[Finding]:
    """The same rows under keys that no row wants, so that two can swap theirs."""
    return [Finding(pk=row.pk, key=str(row.pk)) for row in rows]


def _filled(row: Finding, found: Found, placed: dict[UUID, Placed], *, changed: bool) -> Finding:
    row.key, row.kind, row.why, row.confidence = key_of(found), found.kind, found.why, found.confidence
    row.field, row.expected_agency, row.agency = found.field, found.expected_agency, found.agency
    row.entries = [UUID(entry) for entry in found.entries]
    row.agencies = list(dict.fromkeys(placed[entry].organisation_id for entry in row.entries))
    row.starts_on, row.ends_on, row.gone_at = found.start, found.end, None
    days = [day for entry in row.entries if (day := placed[entry].day)]
    row.first_on = found.start or min(days, default=None)
    row.grown = row.grown or (changed and row.state == State.SETTLED)
    return row
