"""Opening scoping, asking agencies and recording what they answer."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.design.answers import Answer
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.models import Document
from illuminate.journey.intake import blockers, letters, notices, permissions, queries
from illuminate.journey.intake.actions import copying
from illuminate.journey.intake.details import SubjectAnswer
from illuminate.journey.intake.events import Event
from illuminate.journey.intake.models import ScopingRequest, ScopingReturn, SubjectKnown
from illuminate.journey.people import queries as people
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review


class Answered(TypedDict, total=False):
    """What an agency may say beside whom it knew (journey.md, "Scoping return")."""

    kinds: str
    records_secured: str
    records_secured_where: str
    secured_by: str
    secured_on: date | None
    early_learning: str
    urgent: str
    urgent_action: str
    lead_contact: str
    imr_author: str


@transaction.atomic
def open_scoping(*, review: Review, happened_on: date | None = None, by: User) -> Review:
    """Begin scoping: the people of the notification become the review's subjects and its register begins."""
    permissions.require_can_scope(review.pk, by=by)
    _lock(review)
    notification = queries.notification_of(review)
    refuse_if(blockers.to_open_scoping(review, notification))
    assert notification is not None
    reviews.move(review_id=review.pk, to=Stage.DECIDING, happened_on=happened_on, by=by)
    review.refresh_from_db(fields=["stage", "stage_since"])
    copying.copy(review, notification, by)
    core = reviews.compartment_of(review, Kind.CORE)
    record(Event.SCOPING_OPENED, review, by=by, compartment_id=core.pk, happened_on=happened_on)
    notices.scoping_opened(review, by)
    return review


@transaction.atomic
def ask_agency(
    *, review: Review, organisation: Organisation, contact_name: str, contact_email: str,
    happened_on: date | None = None, by: User,
) -> ScopingRequest:  # fmt: skip
    """Ask an agency to secure its records and to answer: a letter with the names, an e-mail without any."""
    permissions.require_can_scope(review.pk, by=by)
    _lock(review)
    day = happened_on or localdate()
    refuse_if(blockers.to_ask_agency(review, organisation, queries.asked(review), day, localdate()))
    due_on = queries.scoping_due(review, day)
    letter = _letter(review, organisation, contact_name, day, due_on, by)
    request = ScopingRequest.objects.create(
        review=review, compartment=letter.compartment, organisation=organisation, contact_name=contact_name,
        contact_email=contact_email, letter=letter, asked_on=day, due_on=due_on, asked_by=by,
    )  # fmt: skip
    record(Event.AGENCY_ASKED, request, by=by, happened_on=day, detail={"organisation": str(organisation.pk)})
    notices.agency_asked(request, review, by)
    return request


@transaction.atomic
def remind(*, request: ScopingRequest, by: User) -> None:
    """Remind an agency that has not answered."""
    permissions.require_can_scope(request.review_id, by=by)
    refuse_if(blockers.to_remind(queries.latest_return(request) is not None))
    record(Event.AGENCY_REMINDED, request, by=by)
    notices.agency_reminded(request, request.review, by)


@transaction.atomic
def record_return(
    *, request: ScopingRequest, subjects: Sequence[SubjectAnswer] = (), known: str = "", first_contact: str = "",
    last_contact: str = "", version: int = 1, happened_on: date | None = None, by: User,
    **answered: Unpack[Answered],
) -> ScopingReturn:  # fmt: skip
    """Record what an agency answered; a correction is the next version.

    Without `subjects`, `known` and the contacts hold for each subject alike.
    """
    permissions.require_can_scope(request.review_id, by=by)
    review = request.review
    _lock(review)
    latest = queries.latest_return(request)
    day = happened_on or localdate()
    of_each = list(subjects) or [
        SubjectAnswer(subject.pk, known, first_contact, last_contact) for subject in people.subjects(review)
    ]
    seen = latest.version if latest else 0
    refuse_if(blockers.to_record_return(review, of_each, seen, version, day, localdate()))
    answer = _write(request, of_each, answered, version, day, by)
    event = Event.RETURN_CORRECTED if version > 1 else Event.RETURN_RECORDED
    record(event, answer, by=by, happened_on=day, detail={"known": answer.known})
    return answer


def _write(
    request: ScopingRequest,
    of_each: list[SubjectAnswer],
    answered: Answered,
    version: int,
    day: date,
    by: User,
) -> ScopingReturn:
    said = dict(answered)
    said["secured_where"] = said.pop("records_secured_where", "")
    answer = ScopingReturn.objects.create(
        review_id=request.review_id, compartment=request.compartment, request=request, version=version,
        happened_on=day, known=_together([one.known for one in of_each]), recorded_by=by, **said,
    )  # fmt: skip
    SubjectKnown.objects.bulk_create(
        SubjectKnown(
            review_id=request.review_id, compartment=request.compartment, scoping_return=answer,
            subject_id=one.subject_id, known=one.known, first_contact=one.first_contact,
            last_contact=one.last_contact,
        )
        for one in of_each
    )  # fmt: skip
    return answer


def _together(known: list[str]) -> Answer:
    """Yes if the agency knew anyone, no if it knew nobody, else not known."""
    if Answer.YES in known:
        return Answer.YES
    return Answer.NO if all(one == Answer.NO for one in known) else Answer.UNKNOWN


def _letter(
    review: Review, organisation: Organisation, contact_name: str, day: date, due_on: date, by: User
) -> Document:
    data = letters.scoping_request(
        review, people.labels(review), organisation=organisation.name, contact_name=contact_name, asked_on=day,
        due_on=due_on, by=by,
    )  # fmt: skip
    return documents.store(
        data=data, name=f"Scoping letter {organisation.short_name or organisation.name}.docx",
        purpose="intake.scoping_letter", compartment=reviews.compartment_of(review, Kind.CORE), by=by,
    )  # fmt: skip


def _lock(review: Review) -> None:
    """One at a time: two people asking, answering or opening at once come one after the other."""
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage", "stage_since"])
