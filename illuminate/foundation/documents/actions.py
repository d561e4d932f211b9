"""The only writers of stored files: the bytes first, the row second."""

import logging
from uuid import UUID

from django.db import connection, transaction

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import checks, files
from illuminate.foundation.documents.events import Event
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import NotAccepted, Unreadable

LOCK = 1_111_003
log = logging.getLogger(__name__)


@transaction.atomic
def store(
    *,
    data: bytes,
    name: str,
    purpose: str,
    compartment: Compartment,
    also: checks.Also | None = None,
    by: User,
) -> Document:
    """Keep a file in a compartment. Raises `NotAccepted`, whose words say what is wrong with it.

    `also` is as for `checks.check`.
    """
    content_type = checks.check(data, name, also=also)
    review_id = compartment.review_id
    _hold(review_id, files.digest_of(data))
    try:
        digest = files.write(review_id, data)
    except files.NoRoom as error:
        raise NotAccepted(
            "The file could not be stored because there is no room left for it. Nothing was kept: tell whoever "
            "runs the system, then upload the file again."
        ) from error
    document = Document.objects.create(
        review_id=review_id, compartment=compartment, digest=digest, name=checks.tidy_name(name),
        size=len(data), content_type=content_type, purpose=purpose, uploaded_by=by,
    )  # fmt: skip
    record(Event.STORED, document, by=by, detail={"purpose": purpose})
    return document


def keep(
    *, upload: Upload, purpose: str, compartment: Compartment, also: checks.Also | None = None, by: User
) -> Document:
    """Keep what somebody uploaded. Raises as `store` does."""
    return store(
        data=upload.data, name=upload.name, purpose=purpose, compartment=compartment, also=also, by=by
    )


def contents(document: Document) -> bytes:
    """The bytes, for the engines: nothing is recorded. Raises `Unreadable`."""
    return files.read(document.review_id, document.digest)


def read(document: Document, *, by: User) -> bytes:
    """The bytes, for a person: the reading is recorded. Raises `Unreadable`."""
    return _read(document, Event.READ, by)


def download(document: Document, *, by: User) -> bytes:
    """The bytes, to be taken out of the system: the download is recorded. Raises `Unreadable`."""
    return _read(document, Event.DOWNLOADED, by)


@transaction.atomic
def share(*, document: Document, compartment: Compartment, by: User) -> Document:
    """Give the same file to another compartment of its review as well. Twice is once."""
    _same_review(document, compartment)
    _hold(document.review_id, document.digest)
    before = Document.objects.filter(
        compartment_id=compartment.pk, digest=document.digest, purpose=document.purpose
    )
    for known in before:
        if known.name == document.name:
            return known
    copy = Document.objects.create(
        review_id=document.review_id, compartment=compartment, digest=document.digest, name=document.name,
        size=document.size, content_type=document.content_type, purpose=document.purpose,
        uploaded_by_id=document.uploaded_by_id,
    )  # fmt: skip
    record(Event.SHARED, copy, by=by, detail={"from": str(document.compartment_id)})
    return copy


@transaction.atomic
def move(*, document: Document, compartment: Compartment, by: User) -> Document:
    """Take a file out of one compartment and put it into another of the same review."""
    _same_review(document, compartment)
    left = document.compartment_id
    document.compartment = compartment
    document.save(update_fields=["compartment"])
    record(Event.MOVED, document, by=by, detail={"from": str(left)})
    return document


def _read(document: Document, event: Event, by: User) -> bytes:
    try:
        data = contents(document)
    except Unreadable as fault:
        log.error("Document %s of review %s: %s", document.pk, document.review_id, fault)
        record(Event.FOUND_DAMAGED, document, by=by)
        raise
    record(event, document, by=by)
    return data


def _same_review(document: Document, compartment: Compartment) -> None:
    if document.review_id != compartment.review_id:
        raise ValueError("A file can't leave its review: it is locked with that review's key.")


def _hold(review_id: UUID, digest: str) -> None:
    """Keep the sweeper away from these bytes until the row that names them stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock_shared(%s, hashtext(%s))", [LOCK, f"{review_id}/{digest}"]
        )
