"""Planning the panel's meetings, and filing its papers."""

from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.panel import blockers, notices, permissions
from illuminate.journey.panel.actions.common import hold, keep
from illuminate.journey.panel.events import Event
from illuminate.journey.panel.models import Meeting, Paper
from illuminate.journey.reviews.actions import compartment_of
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review

PAPERS = (".docx", ".pdf", ".xlsx")
"""The kinds of file that the panel works with."""


@transaction.atomic
def plan_meeting(
    *, review: Review, starts_at: datetime, ends_at: datetime, place: str, purpose: str = "",
    happened_on: date | None = None, by: User,
) -> Meeting:  # fmt: skip
    """Plan a meeting and send everybody on the panel with an account its calendar invitation.

    `happened_on` is the day on which it was planned; a running review that is brought in has meetings that have been.
    """
    permissions.require_can_lead(review.pk, by=by)
    hold(review)
    today = happened_on or localdate()
    refuse_if(
        [*blockers.to_be_dated(happened_on),
         *blockers.to_plan_meeting(review, starts_at=starts_at, ends_at=ends_at, today=today)]
    )  # fmt: skip
    meeting = Meeting.objects.create(
        review=review, compartment=compartment_of(review, Kind.PANEL), starts_at=starts_at, ends_at=ends_at,
        place=place.strip(), purpose=purpose.strip(), planned_by=by,
    )  # fmt: skip
    record(Event.MEETING_PLANNED, meeting, by=by, happened_on=happened_on)
    notices.meeting_planned(meeting, by=by)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, starts_at: datetime, ends_at: datetime, place: str, purpose: str = "",
    sequence: int | None = None, by: User,
) -> Meeting:  # fmt: skip
    """Change a planned meeting; calendars get the next sequence. `sequence` is what the writer had in front of them."""
    permissions.require_can_lead(meeting.review_id, by=by)
    hold(meeting.review)
    meeting.refresh_from_db()
    refuse_if(blockers.to_change_meeting(meeting, sequence))
    refuse_if(
        blockers.to_plan_meeting(
            meeting.review, starts_at=starts_at, ends_at=ends_at, today=localdate(), besides=meeting
        )
    )
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    meeting.place, meeting.purpose = place.strip(), purpose.strip()
    meeting.sequence += 1
    meeting.save(update_fields=["starts_at", "ends_at", "place", "purpose", "sequence"])
    record(Event.MEETING_CHANGED, meeting, by=by, detail={"sequence": meeting.sequence})
    notices.meeting_changed(meeting, by=by)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """Cancel a planned meeting and take it out of everybody's calendar."""
    permissions.require_can_lead(meeting.review_id, by=by)
    hold(meeting.review)
    meeting.refresh_from_db()
    refuse_if(blockers.to_change_meeting(meeting, None))
    meeting.sequence += 1
    meeting.cancelled_on, meeting.cancelled_by = localdate(), by
    meeting.save(update_fields=["sequence", "cancelled_on", "cancelled_by"])
    record(Event.MEETING_CANCELLED, meeting, by=by)
    notices.meeting_cancelled(meeting, by=by)
    return meeting


@transaction.atomic
def file_paper(
    *, review: Review, kind: str, upload: Upload, meeting: Meeting | None = None, happened_on: date | None = None,
    by: User,
) -> Paper:  # fmt: skip
    """File an agenda, minutes or a paper where the panel, and nobody else, can download it."""
    permissions.require_can_lead(review.pk, by=by)
    hold(review)
    digest = sha256(upload.data).hexdigest()
    refuse_if([*blockers.to_be_dated(happened_on), *blockers.to_file_paper(review, kind, meeting, digest)])
    compartment = compartment_of(review, Kind.PANEL)
    document = keep(upload, purpose=f"panel.{kind}", accept=PAPERS, compartment=compartment, by=by)
    paper = Paper.objects.create(
        review=review, compartment=compartment, meeting=meeting, kind=kind, document=document, filed_by=by
    )
    record(Event.PAPER_FILED, paper, by=by, happened_on=happened_on, detail={"kind": str(kind)})
    notices.paper_filed(paper, by=by)
    return paper
