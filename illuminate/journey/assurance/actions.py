"""The only writers of sign-off, submission, the letter's points and their answers."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import compartments
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.assurance import blockers, notices, permissions, queries
from illuminate.journey.assurance.events import Event
from illuminate.journey.assurance.models import (
    Outcome,
    Point,
    PointAnswer,
    SignOff,
    Submission,
    SubmittedDocument,
)
from illuminate.journey.report import queries as drafts
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review


@transaction.atomic
def sign_off(*, review: Review, statement: str = "", happened_on: date | None = None, by: User) -> SignOff:
    """The partnership accepts the report (journey.md, "The stages", 8): these bytes, in its chair's name."""
    permissions.require_can_sign_off(review.pk, by=by)
    refuse_if(blockers.to_sign_off(review))
    day = happened_on or localdate()
    reviews.move(review_id=review.pk, to=Stage.SIGNED_OFF, happened_on=day, by=by)
    latest = drafts.latest_drafts(review)
    signed = SignOff.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.CORE), statement=statement, signed_by=by,
        overview_digest=latest[Draft.Kind.OVERVIEW].digest, summary_digest=latest[Draft.Kind.SUMMARY].digest,
        signed_on=day,
    )  # fmt: skip
    record(Event.SIGNED_OFF, signed, by=by, happened_on=day)
    notices.signed_off(review, by=by)
    return signed


@transaction.atomic
def return_to_drafting(*, review: Review, reason: str, by: User) -> None:
    """Take the sign-off back, with reasons; the report can be changed again."""
    permissions.require_can_return(review.pk, by=by)
    refuse_if(blockers.to_return_to_drafting(reason))
    reviews.move(review_id=review.pk, to=Stage.DRAFTING, reason=reason, by=by)
    signed = queries.standing_sign_off(review.pk)
    if signed:
        signed.withdrawn_on, signed.withdrawn_why = localdate(), reason
        signed.save(update_fields=["withdrawn_on", "withdrawn_why"])
        record(Event.RETURNED, signed, by=by)
    notices.returned(review, by=by)


@transaction.atomic
def submit(*, review: Review, note: str = "", happened_on: date | None = None, by: User) -> Submission:
    """Send the signed-off report to the Home Office's Quality Assurance Panel."""
    permissions.require_can_submit(review.pk, by=by)
    refuse_if(blockers.to_submit(review))
    return _send(review, note, happened_on, by)


@transaction.atomic
def resubmit(*, review: Review, note: str = "", happened_on: date | None = None, by: User) -> Submission:
    """Send the changed report with the answers to every point; the answers become the Home Office's to read."""
    permissions.require_can_submit(review.pk, by=by)
    refuse_if(blockers.to_resubmit(review))
    submission = _send(review, note, happened_on, by)
    PointAnswer.objects.filter(review=review).update(compartment=submission.compartment)
    return submission


@transaction.atomic
def record_outcome(
    *, submission: Submission, result: str, letter_on: date, points: list[str], letter: Upload | None = None,
    happened_on: date | None = None, by: User,
) -> Outcome:  # fmt: skip
    """Record the Quality Assurance Panel's letter; the review goes to revising, or is approved."""
    permissions.require_can_record_outcome(submission.review_id, by=by)
    refuse_if(blockers.to_record_outcome(submission, result, points))
    to = Stage.APPROVED if result == Outcome.Result.PUBLISH else Stage.REVISING
    reviews.move(review_id=submission.review_id, to=to, happened_on=happened_on or letter_on, by=by)
    outcome = Outcome.objects.create(
        review_id=submission.review_id, compartment=submission.compartment, submission=submission, result=result,
        letter_on=letter_on, recorded_by=by, letter=_keep_letter(submission, letter, by),
    )  # fmt: skip
    Point.objects.bulk_create(
        Point(
            review_id=outcome.review_id,
            compartment=outcome.compartment,
            outcome=outcome,
            number=number,
            text=text,
        )
        for number, text in enumerate(points, 1)
    )
    record(Event.OUTCOME_RECORDED, outcome, by=by, detail={"result": result, "points": len(points)})
    notices.outcome_recorded(outcome, by=by)
    return outcome


@transaction.atomic
def answer_point(*, point: Point, where: str, text: str, by: User) -> PointAnswer:
    """Say where a point is answered and how; it can be said better until the report is sent again."""
    permissions.require_can_answer(point.review_id, by=by)
    refuse_if(blockers.to_answer(point.outcome, queries.latest_submission(point.review_id)))
    core = access.compartment(point.review_id, Kind.CORE)
    answer, _ = PointAnswer.objects.update_or_create(
        point=point,
        defaults={
            "review_id": point.review_id, "compartment": core, "where": where, "text": text, "answered_by": by,
            "answered_on": localdate(),
        },
    )  # fmt: skip
    record(Event.POINT_ANSWERED, answer, by=by, detail={"point": point.number})
    return answer


@transaction.atomic
def reopen(*, review: Review, reason: str, by: User) -> None:
    """Go back from approval to revising, with reasons (journey.md, "Going back")."""
    permissions.require_can_reopen(review.pk, by=by)
    refuse_if(blockers.to_reopen(reason))
    reviews.move(review_id=review.pk, to=Stage.REVISING, reason=reason, by=by)
    record(Event.REOPENED, review, by=by)
    notices.reopened(review, by=by)


@transaction.atomic
def note_reading(*, submission: Submission, by: User) -> None:
    """Opening a submission is an event."""
    record(Event.SUBMISSION_READ, submission, by=by)


def _send(review: Review, note: str, happened_on: date | None, by: User) -> Submission:
    day = happened_on or localdate()
    reviews.move(review_id=review.pk, to=Stage.WITH_HOME_OFFICE, happened_on=day, by=by)
    compartment = _home_office_compartment(review, by)
    before = queries.latest_submission(review.pk)
    submission = Submission.objects.create(
        review=review, compartment=compartment, number=before.number + 1 if before else 1, submitted_on=day,
        submitted_by=by, note=note,
    )  # fmt: skip
    for kind, draft in drafts.latest_drafts(review).items():
        shared = documents.share(document=draft.document, compartment=compartment, by=by)
        SubmittedDocument.objects.create(
            review=review, compartment=compartment, submission=submission, kind=kind, document=shared
        )
    record(Event.SUBMITTED, submission, by=by, happened_on=day, detail={"number": submission.number})
    notices.submitted(submission, review, by=by)
    return submission


def _home_office_compartment(review: Review, by: User) -> Compartment:
    """The Home Office's folder of this review, with its Quality Assurance readers seated."""
    compartment = compartments.open_compartment(
        review_id=review.pk, kind=Kind.HOME_OFFICE, title=review.title, reference=review.reference, by=by
    )
    home_office = Organisation.objects.filter(type=Organisation.Type.HOME_OFFICE).first()
    if home_office and not access.holders(compartment, Role.QUALITY_ASSURANCE_READER):
        for role in (Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER):
            compartments.admit(review_id=review.pk, seat=Seat(role, organisation_id=home_office.pk), by=by)
    return compartment


def _keep_letter(submission: Submission, letter: Upload | None, by: User) -> Document | None:
    if letter is None:
        return None
    return documents.keep(
        upload=letter, purpose="home_office_letter", compartment=submission.compartment, by=by
    )
