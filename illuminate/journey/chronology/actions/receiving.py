"""Taking in agencies' chronologies, releasing them to the panel, and beginning the analysis."""

import hashlib
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate, now

from illuminate.engines.chronology import Reading
from illuminate.engines.chronology.columns import Columns
from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.agencies import actions as agencies
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import blockers, notices, permissions, queries, queue, rows, storing
from illuminate.journey.chronology.actions.comparing import place_anew
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.identity import Told, carried, changes
from illuminate.journey.chronology.models import ChronologyFile, ColumnMapping, Entry, RefusedRow
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

Known = list[tuple[UUID, Told]]


@transaction.atomic
def receive(
    *, request: InformationRequest, upload: Upload, happened_on: date | None = None, by: User
) -> ChronologyFile:
    """Take in a version of an agency's chronology: the file, its entries, and the rows that can't be read.

    Raises `documents.checks.NotAccepted`, one plain sentence, for a file that can't be read; then nothing is kept.
    Two uploads at once become two versions, one after the other.
    """
    permissions.require_can_send(request, by=by)
    request = held(request)
    refuse_if(blockers.to_receive(request, hashlib.sha256(upload.data).hexdigest()))
    reading = rows.read_with(upload, queries.known_columns(request))
    document = documents.keep(
        upload=upload, purpose="chronology.file", compartment=request.compartment, also=rows.ALSO, by=by
    )
    return enter(request=request, document=document, reading=reading, happened_on=happened_on, by=by)


def enter(
    *, request: InformationRequest, document: Document, reading: Reading, happened_on: date | None, by: User
) -> ChronologyFile:
    """Make what was read an agency's newest version, and have it compared. In the transaction of who calls."""
    known = queries.known_entries(request)
    before = queries.current_of(request)
    _replace(before, by)
    file = _keep(request, document, reading, known, before, happened_on or localdate(), by)
    record(Event.RECEIVED, file, by=by, happened_on=happened_on,
           detail={"version": file.version, "rows": file.rows_read, "refused": file.rows_refused})  # fmt: skip
    agencies.note_chronology(request=request, happened_on=happened_on, by=by)
    queue.compare_later(file.review_id)
    return file


@transaction.atomic
def read_again(
    *, file: ChronologyFile, fields: dict[str, str], seen: int, happened_on: date | None = None, by: User
) -> ChronologyFile:
    """Say what an agency's columns mean, and read its file again with that: a new version, of the same bytes.

    It holds for the agency's next files too. `seen` is the mapping's revision that was on the page.
    """
    request = held(file.request)
    permissions.require_can_send(request, by=by)
    file = ChronologyFile.objects.select_related("document").get(pk=file.pk)
    refuse_if(blockers.to_read_again(file, queries.mapping_of(request), seen))
    reading = rows.read_upload(rows.upload_of(file.document), Columns(fields))
    return enter_again(
        request=request, file=file, fields=fields, reading=reading, happened_on=happened_on, by=by
    )


def enter_again(
    *, request: InformationRequest, file: ChronologyFile, fields: dict[str, str], reading: Reading,
    happened_on: date | None, by: User,
) -> ChronologyFile:  # fmt: skip
    """Keep what columns mean, and make what was read with it the newest version. In the transaction of who calls."""
    day = happened_on or localdate()
    mapping = queries.mapping_of(request) or ColumnMapping(
        review_id=request.review_id, compartment_id=request.compartment_id,
        organisation_id=request.organisation_id, revision=0,
    )  # fmt: skip
    mapping.columns, mapping.kept_on, mapping.kept_by = fields, day, by
    mapping.revision += 1
    mapping.save()
    known = queries.known_entries(request)
    _replace(file, by)
    again = _keep(request, file.document, reading, known, file, day, by)
    record(Event.COLUMNS_KEPT, again, by=by, happened_on=happened_on, detail={"version": again.version})
    queue.compare_later(request.review_id)
    return again


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
    place_anew(review_id=file.review_id, cause=file, by=by)
    return file


@transaction.atomic
def begin_analysis(*, review: Review, happened_on: date | None = None, by: User) -> None:
    """Leave the gathering: the panel works on what has come in, and later chronologies are still taken."""
    permissions.require_can_begin_analysis(review.pk, by=by)
    refuse_if(blockers.to_begin_analysis(review))
    reviews.move(review_id=review.pk, to=Stage.ANALYSING, happened_on=happened_on, by=by)
    record(Event.ANALYSIS_BEGUN, review, by=by, happened_on=happened_on)
    notices.analysis_begun(review, by=by)


def held(request: InformationRequest) -> InformationRequest:
    """An agency's request as it stands, for nobody else to send to until the transaction ends."""
    return (
        InformationRequest.objects.select_for_update(of=("self",))
        .select_related("compartment")
        .get(pk=request.pk)
    )


def _replace(file: ChronologyFile | None, by: User) -> None:
    if file:
        file.replaced_at = now()
        file.save(update_fields=["replaced_at"])
        record(Event.REPLACED, file, by=by, detail={"version": file.version})


def _keep(
    request: InformationRequest, document: Document, reading: Reading, known: Known, before: ChronologyFile | None,
    day: date, by: User,
) -> ChronologyFile:  # fmt: skip
    counts = rows.counts(reading)
    told = [rows.told(entry) for entry in reading.entries]
    identities = carried(known, told)
    summary = rows.summary(reading) | _since(before, known, list(zip(identities, told, strict=True)))
    file = ChronologyFile.objects.create(
        review_id=request.review_id, compartment_id=request.compartment_id, request=request,
        organisation_id=request.organisation_id, document=document, version=queries.latest_version(request) + 1,
        summary=summary, people=rows.people(reading), rows_read=counts.read, rows_entered=counts.entered,
        rows_refused=counts.refused, entry_count=len(reading.entries), received_on=day, received_by=by,
    )  # fmt: skip
    with keys.holding(file.review_id):
        storing.insert(
            rows.entry_row(file, number, entry, identity)
            for number, (entry, identity) in enumerate(zip(reading.entries, identities, strict=True), 1)
        )
    storing.insert(rows.refused_row(file, row) for row in reading.refused)
    return file


def _since(
    before: ChronologyFile | None, known: Known, new: list[tuple[UUID | None, Told]]
) -> dict[str, Any]:
    """What has changed since the version before, if there is one."""
    if before is None:
        return {}
    had = queries.identities_of(before)
    found = changes({identity: told for identity, told in known if identity in had}, new)
    return {"since": {"version": before.version, **asdict(found)}}
