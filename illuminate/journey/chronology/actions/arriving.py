"""Large files: stored at once, read by the worker as the person who sent them."""

import hashlib
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate, now

from illuminate.engines.chronology import Reading
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import Actor, record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import blockers, permissions, queries, queue, rows
from illuminate.journey.chronology.actions.receiving import enter, enter_again, held
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.models import Arrival, ChronologyFile
from illuminate.journey.reviews.blockers import refuse_if

MOST_BEGUN = 3


@transaction.atomic
def store(
    *, request: InformationRequest, upload: Upload, happened_on: date | None = None, by: User
) -> Arrival:
    """Keep a large file as it came, and have the worker read it. Raises as `receive` does, except for what only
    reading can tell: that ends on the file's page."""
    permissions.require_can_send(request, by=by)
    request = held(request)
    refuse_if(blockers.to_receive(request, hashlib.sha256(upload.data).hexdigest()))
    document = documents.keep(
        upload=upload, purpose="chronology.file", compartment=request.compartment, also=rows.ALSO, by=by
    )
    arrival = Arrival.objects.create(
        review_id=request.review_id, compartment_id=request.compartment_id, request=request, document=document,
        sent_on=happened_on or localdate(), sent_by=by,
    )  # fmt: skip
    record(Event.STORED, arrival, by=by, happened_on=happened_on)
    queue.read_later(arrival.pk)
    return arrival


@transaction.atomic
def read_again_later(
    *, file: ChronologyFile, fields: dict[str, str], seen: int, happened_on: date | None = None, by: User
) -> Arrival:
    """Have the worker do what `read_again` does, with a large file. Until it is done everything is as it was."""
    request = held(file.request)
    permissions.require_can_send(request, by=by)
    file = ChronologyFile.objects.select_related("document").get(pk=file.pk)
    refuse_if(blockers.to_read_again(file, queries.mapping_of(request), seen))
    arrival = Arrival.objects.create(
        review_id=request.review_id, compartment_id=request.compartment_id, request=request, document=file.document,
        sent_on=happened_on or localdate(), sent_by=by, columns=fields, seen=seen,
    )  # fmt: skip
    record(Event.READING_ASKED, arrival, by=by, happened_on=happened_on)
    queue.read_later(arrival.pk)
    return arrival


@transaction.atomic
def read_once_more(*, arrival: Arrival, by: User) -> Arrival:
    """Have a file read that could not be read; whoever asks is who acts now."""
    permissions.require_can_send(arrival.request, by=by)
    held(arrival.request)
    arrival = Arrival.objects.select_related("request", "document").get(pk=arrival.pk)
    refuse_if(blockers.to_read_once_more(arrival))
    arrival.failed, arrival.why_not, arrival.begun, arrival.sent_by = False, None, 0, by
    arrival.save(update_fields=["failed", "why_not", "begun", "sent_by"])
    record(Event.READING_ASKED, arrival, by=by)
    queue.read_later(arrival.pk)
    return arrival


@transaction.atomic
def begin(*, arrival: Arrival, by: Actor) -> bool:
    """Say that reading begins. False if it is done, or began too often and never came to an end."""
    arrival = Arrival.objects.select_for_update(of=("self",)).get(pk=arrival.pk)
    if not arrival.is_waiting or arrival.begun >= MOST_BEGUN:
        return False
    arrival.begun, arrival.began_at, arrival.rows = arrival.begun + 1, now(), None
    arrival.save(update_fields=["begun", "began_at", "rows"])
    record(Event.READING_BEGAN, arrival, by=by, detail={"time": arrival.begun})
    return True


@transaction.atomic
def note_rows(*, arrival: Arrival, number: int, by: Actor) -> None:
    """Say how many rows were read, while they are put into the list. Nothing is decided by it."""
    Arrival.objects.filter(pk=arrival.pk).update(rows=number)


@transaction.atomic
def take_in(*, arrival: Arrival, reading: Reading, by: User) -> ChronologyFile:
    """What was read becomes the agency's newest version: all of it or nothing."""
    permissions.require_can_send(arrival.request, by=by)
    request = held(arrival.request)
    arrival = Arrival.objects.select_for_update(of=("self",)).select_related("document").get(pk=arrival.pk)
    refuse_if(blockers.to_take_in(arrival))
    file = _entered(request, arrival, reading, by)
    arrival.file, arrival.began_at = file, None
    arrival.save(update_fields=["file", "began_at"])
    return file


def _entered(request: InformationRequest, arrival: Arrival, reading: Reading, by: User) -> ChronologyFile:
    before = queries.current_of(request)
    if arrival.columns is not None and before is not None:
        return enter_again(request=request, file=before, fields=arrival.columns, reading=reading,
                           happened_on=arrival.sent_on, by=by)  # fmt: skip
    return enter(
        request=request, document=arrival.document, reading=reading, happened_on=arrival.sent_on, by=by
    )


@transaction.atomic
def give_up(*, arrival: Arrival, why_not: str | None, by: Actor) -> None:
    """It can't be read: its page says why, and the file itself stays."""
    arrival = Arrival.objects.select_for_update(of=("self",)).get(pk=arrival.pk)
    if arrival.is_waiting:
        arrival.failed, arrival.why_not, arrival.began_at = True, why_not, None
        arrival.save(update_fields=["failed", "why_not", "began_at"])
        record(Event.READING_FAILED, arrival, by=by)
