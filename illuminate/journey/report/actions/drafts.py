"""Beginning to write, and bringing each version of the two files."""

import hashlib
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.checks import NotAccepted
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.report import blockers, notices, permissions, queries
from illuminate.journey.report.actions.shared import hold
from illuminate.journey.report.events import Event
from illuminate.journey.report.models import Draft, DraftSection
from illuminate.journey.report.sections import Section, Unreadable, read_sections
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review


@transaction.atomic
def begin_drafting(*, review: Review, happened_on: date | None = None, by: User) -> None:
    """Leave the analysis: the chair begins to write."""
    permissions.require_can_begin(review.pk, by=by)
    refuse_if(blockers.to_begin_drafting(review))
    reviews.move(review_id=review.pk, to=Stage.DRAFTING, happened_on=happened_on, by=by)
    record(Event.DRAFTING_BEGUN, review, by=by, happened_on=happened_on)
    notices.drafting_begun(review, by=by)


@transaction.atomic
def upload_draft(
    *, review: Review, kind: str, upload: Upload, happened_on: date | None = None, by: User
) -> Draft:
    """Keep a new version of the overview report or the summary, and read its sections.

    Raises `documents.checks.NotAccepted` for a file that isn't a Word document that can be read.
    """
    permissions.require_can_upload(review.pk, by=by)
    review = hold(review)
    refuse_if(blockers.to_upload_draft(review, _digest(upload), kind))
    draft = _keep(review, Draft.Kind(kind), upload, happened_on or localdate(), by)
    record(Event.DRAFT_UPLOADED, draft, by=by, happened_on=happened_on,
           detail={"kind": kind, "version": draft.version, "digest": draft.digest})  # fmt: skip
    notices.draft_uploaded(review, draft, by=by)
    return draft


def _keep(review: Review, kind: Draft.Kind, upload: Upload, day: date, by: User) -> Draft:
    sections = _read(upload)
    panel = reviews.compartment_of(review, Kind.PANEL)
    document = documents.keep(upload=upload, purpose=f"report.{kind}", compartment=panel, by=by)
    latest = queries.latest_draft(review, kind)
    draft = Draft.objects.create(
        review=review, compartment=panel, kind=kind, version=latest.version + 1 if latest else 1,
        document=document, digest=document.digest, uploaded_on=day, uploaded_by=by,
    )  # fmt: skip
    DraftSection.objects.bulk_create(
        DraftSection(review=review, compartment=panel, draft=draft, number=one.number, level=one.level,
                     heading=one.heading, text=one.text)
        for one in sections
    )  # fmt: skip
    return draft


def _read(upload: Upload) -> list[Section]:
    if not upload.name.lower().endswith(".docx"):
        raise NotAccepted("Upload the report as a Word file (.docx), so that it can be read in the page.")
    try:
        return read_sections(upload.data)
    except Unreadable as error:
        raise NotAccepted(str(error)) from error


def _digest(upload: Upload) -> str:
    return hashlib.sha256(upload.data).hexdigest()
