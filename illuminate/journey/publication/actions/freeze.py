"""Freezing: what is to be published, to the byte."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate, now

from illuminate.foundation.access.models import Compartment, User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.foundation.documents.refusals import NotAccepted
from illuminate.journey.anonymity import actions as anonymity
from illuminate.journey.anonymity.models import Round
from illuminate.journey.publication import blockers, notices, page, permissions, queries
from illuminate.journey.publication.actions.common import hold
from illuminate.journey.publication.events import Event
from illuminate.journey.publication.kinds import FileKind
from illuminate.journey.publication.manifest import manifest
from illuminate.journey.publication.models import FrozenFile, FrozenReport
from illuminate.journey.publication.page import PublicPage
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import Blocker, Refused, refuse_if
from illuminate.journey.reviews.models import Review

File = Upload | Document


@transaction.atomic
def freeze(
    *, review: Review, documents: Mapping[str, File], died: str, summary: str, happened_on: date | None = None,
    by: User,
) -> FrozenReport:  # fmt: skip
    """Fix the bytes that are to be published: the four files and the words of the public page.

    The machine looks at each at once.
    `documents` are new uploads, or files that the review has, by their kind. A new freeze replaces the one before,
    and everything that was agreed about other bytes no longer counts.
    """
    permissions.require_can_freeze(review.pk, by=by)
    review = hold(review)
    words = page.page_of(review, died=died.strip(), summary=summary)
    refuse_if(blockers.to_freeze(review, documents.keys(), words))
    panel = reviews.compartment_of(review, Kind.PANEL)
    files = {FileKind(kind): _keep(FileKind(kind), file, panel, by) for kind, file in documents.items()}
    files[FileKind.PAGE] = _keep(FileKind.PAGE, Upload(page.FILE_NAME, words.as_file()), panel, by)
    frozen = _replace(review, files, words, happened_on or localdate(), by)
    record(Event.FROZEN, frozen, by=by, happened_on=happened_on,
           detail={"number": frozen.number, "digest": frozen.digest})  # fmt: skip
    for document in files.values():
        anonymity.run_machine_check(document=document, round=Round.FINAL, happened_on=happened_on, by=by)
    notices.frozen(frozen, by=by)
    return frozen


def _replace(
    review: Review, files: Mapping[FileKind, Document], words: PublicPage, day: date, by: User
) -> FrozenReport:
    before, allowed = queries.frozen_now(review), queries.allowing_move(review)
    digest = manifest((document.digest, kind) for kind, document in files.items())
    refuse_if(blockers.to_freeze_anew(before, digest, allowed.pk))
    number = FrozenReport.objects.filter(review=review).count() + 1
    FrozenReport.objects.filter(review=review, replaced_at=None).update(replaced_at=now())
    panel = reviews.compartment_of(review, Kind.PANEL)
    frozen = FrozenReport.objects.create(
        review=review, compartment=panel, number=number, digest=digest, died=words.died, summary=words.summary,
        allowed_by=allowed, frozen_on=day, frozen_by=by,
    )  # fmt: skip
    FrozenFile.objects.bulk_create(
        FrozenFile(review=review, compartment=panel, frozen=frozen, kind=kind, document=document,
                   digest=document.digest)
        for kind, document in files.items()
    )  # fmt: skip
    return frozen


def _keep(kind: FileKind, file: File, panel: Compartment, by: User) -> Document:
    """A file where the panel can check it; what is wrong with it is a refusal like any other."""
    if isinstance(file, Document):
        return documents.share(document=file, compartment=panel, by=by)
    try:
        return documents.keep(upload=file, purpose=f"publication.{kind.value}", compartment=panel, by=by)
    except NotAccepted as refusal:
        raise Refused([Blocker(f"{kind.label}: {refusal}")]) from refusal
