"""What the lead reports, with what shows it; and what became of what was sent to others."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.improvement import blockers, notices, permissions
from illuminate.journey.improvement.actions.common import hold
from illuminate.journey.improvement.events import Event
from illuminate.journey.improvement.models import Evidence, FollowUp, Progress
from illuminate.journey.reviews.blockers import refuse_if


@transaction.atomic
def record_progress(
    *, follow_up: FollowUp, status: str, text: str, evidence: Iterable[Upload] = (), happened_on: date | None = None,
    by: User,
) -> Progress:  # fmt: skip
    """Say what was done by a day, and how the action stands now. Files that show it stay inside."""
    permissions.require_can_report(follow_up, by=by)
    current, stage = hold(follow_up)
    today = localdate()
    day = happened_on or today
    refuse_if(
        blockers.to_record_progress(current, stage, text=text, status=status, happened_on=day, today=today)
    )
    progress = Progress.objects.create(
        review_id=current.review_id, compartment=current.compartment, follow_up=current, status=status,
        text=text.strip(), happened_on=day, recorded_by=by,
    )  # fmt: skip
    count = _keep(progress, evidence, by)
    latest = Progress.objects.filter(follow_up=current).first()
    current.status = latest.status if latest else status
    current.save(update_fields=["status"])
    record(Event.PROGRESS_RECORDED, current, by=by, happened_on=happened_on,
           detail={"status": str(status), "files": count})  # fmt: skip
    notices.progress_recorded(current, by=by)
    return progress


@transaction.atomic
def record_addressee(
    *, follow_up: FollowUp, sent_on: date | None, acknowledged_on: date | None = None, answered_on: date | None = None,
    answer: str = "", by: User,
) -> FollowUp:  # fmt: skip
    """What became of a recommendation that others have to carry out: sent, acknowledged, answered (journey.md)."""
    permissions.require_can_close(follow_up.review_id, by=by)
    current, stage = hold(follow_up)
    days = (sent_on, acknowledged_on, answered_on)
    refuse_if(blockers.to_record_addressee(current, stage, days=days, answer=answer, today=localdate()))
    current.sent_on, current.acknowledged_on, current.answered_on = days
    current.answer = answer.strip()
    current.save(update_fields=["sent_on", "acknowledged_on", "answered_on", "answer"])
    record(Event.ADDRESSEE_RECORDED, current, by=by)
    return current


def note_reading(*, follow_up: FollowUp, by: User) -> None:
    """Reading an action's page is an event too; a lead can't see the review's own row."""
    record(Event.ACTION_READ, follow_up, by=by)


def _keep(progress: Progress, evidence: Iterable[Upload], by: User) -> int:
    files = list(evidence)
    for file in files:
        document = documents.keep(
            upload=file, purpose="improvement.evidence", compartment=progress.compartment, by=by
        )
        Evidence.objects.create(
            review_id=progress.review_id, compartment=progress.compartment, follow_up=progress.follow_up,
            progress=progress, document=document,
        )  # fmt: skip
    return len(files)
