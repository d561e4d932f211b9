"""The only writers of agencies' chronologies."""

import hashlib
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate, now

from illuminate.engines.chronology import Reading
from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies import actions as agencies
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import blockers, notices, permissions, queries, rows
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.models import ChronologyFile, Entry, RefusedRow
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

AT_ONCE = 1000


@transaction.atomic
def receive(
    *, request: InformationRequest, upload: Upload, happened_on: date | None = None, by: User
) -> ChronologyFile:
    """Take in a version of an agency's chronology: the file, its entries, and the rows that can't be read.

    Raises `documents.checks.NotAccepted`, one plain sentence, for a file that can't be read; then nothing is kept.
    Two uploads at once become two versions, one after the other.
    """
    permissions.require_can_send(request, by=by)
    request = InformationRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    refuse_if(blockers.to_receive(request, hashlib.sha256(upload.data).hexdigest()))
    reading = rows.read_upload(upload)
    _replace(queries.current_of(request), by)
    file = _keep(request, upload, reading, happened_on or localdate(), by)
    record(Event.RECEIVED, file, by=by, happened_on=happened_on,
           detail={"version": file.version, "rows": file.rows_read, "refused": file.rows_refused})  # fmt: skip
    agencies.note_chronology(request=request, happened_on=happened_on, by=by)
    return file


@transaction.atomic
def release(*, file: ChronologyFile, happened_on: date | None = None, by: User) -> ChronologyFile:
    """Open an agency's chronology to the panel: the file and all that was read from it move together."""
    permissions.require_can_release(file.review_id, by=by)
    file = ChronologyFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    refuse_if(blockers.to_release(file))
    sealed = file.compartment_id
    opened = access.compartment(file.review_id, Kind.RELEASED, file.organisation)
    documents.move(document=file.document, compartment=opened, by=by)
    for model in (Entry, RefusedRow):
        model._default_manager.filter(file=file).update(compartment=opened)
    file.compartment, file.released_on, file.released_by = opened, happened_on or localdate(), by
    file.save(update_fields=["compartment", "released_on", "released_by"])
    record(Event.RELEASED, file, by=by, happened_on=happened_on, detail={"from": str(sealed)})
    return file


@transaction.atomic
def begin_analysis(*, review: Review, happened_on: date | None = None, by: User) -> None:
    """Leave the gathering: the panel works on what has come in, and later chronologies are still taken."""
    permissions.require_can_begin_analysis(review.pk, by=by)
    refuse_if(blockers.to_begin_analysis(review))
    reviews.move(review_id=review.pk, to=Stage.ANALYSING, happened_on=happened_on, by=by)
    record(Event.ANALYSIS_BEGUN, review, by=by, happened_on=happened_on)
    notices.analysis_begun(review, by=by)


def _replace(file: ChronologyFile | None, by: User) -> None:
    if file:
        file.replaced_at = now()
        file.save(update_fields=["replaced_at"])
        record(Event.REPLACED, file, by=by, detail={"version": file.version})


def _keep(
    request: InformationRequest, upload: Upload, reading: Reading, day: date, by: User
) -> ChronologyFile:
    document = documents.keep(
        upload=upload, purpose="chronology.file", compartment=request.compartment, by=by
    )
    counts = rows.counts(reading)
    file = ChronologyFile.objects.create(
        review_id=request.review_id, compartment_id=request.compartment_id, request=request,
        organisation_id=request.organisation_id, document=document, version=queries.latest_version(request) + 1,
        summary=rows.summary(reading), rows_read=counts.read, rows_entered=counts.entered,
        rows_refused=counts.refused, entry_count=len(reading.entries), received_on=day, received_by=by,
    )  # fmt: skip
    with keys.holding(file.review_id):
        Entry.objects.bulk_create(
            [rows.entry_row(file, number, entry) for number, entry in enumerate(reading.entries, 1)], AT_ONCE
        )
    RefusedRow.objects.bulk_create([rows.refused_row(file, row) for row in reading.refused], AT_ONCE)
    return file
