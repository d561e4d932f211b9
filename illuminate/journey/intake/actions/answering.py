"""The Home Office's answer to a "no", and commissioning what it asks for."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.intake import blockers, notices, permissions, queries
from illuminate.journey.intake.choices import AnswerOutcome
from illuminate.journey.intake.events import Event
from illuminate.journey.intake.models import HomeOfficeAnswer, HomeOfficeNotice
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import stage_of

REVERSALS = {"request": AnswerOutcome.REQUESTED, "direction": AnswerOutcome.DIRECTED}


@transaction.atomic
def accept_decision(
    *, notice: HomeOfficeNotice, reasons: str, letter: Upload | None = None, happened_on: date | None = None,
    by: User,
) -> HomeOfficeAnswer:  # fmt: skip
    """Accept that there is no review. The case ends here."""
    return _answer(notice, AnswerOutcome.ACCEPTED, Stage.NO_REVIEW, reasons, letter, happened_on, by)


@transaction.atomic
def reverse_decision(
    *, notice: HomeOfficeNotice, reasons: str, kind: str, letter: Upload | None = None,
    happened_on: date | None = None, by: User,
) -> HomeOfficeAnswer:  # fmt: skip
    """Reverse a "no": `kind` is "request", which the partnership follows, or "direction" under section 9(2)."""
    return _answer(notice, REVERSALS[kind], Stage.DIRECTED, reasons, letter, happened_on, by)


@transaction.atomic
def commission(*, review: Review, happened_on: date | None = None, by: User) -> Review:
    """Take up the review that the Home Office asked for."""
    permissions.require_can_commission(review.pk, by=by)
    review.refresh_from_db(fields=["stage", "stage_since"])
    refuse_if(blockers.to_commission(review))
    reviews.move(review_id=review.pk, to=Stage.COMMISSIONED, happened_on=happened_on, by=by)
    review.refresh_from_db(fields=["stage", "stage_since"])
    core = reviews.compartment_of(review, Kind.CORE)
    record(Event.COMMISSIONED, review, by=by, compartment_id=core.pk, happened_on=happened_on)
    notice = queries.notice_of(review)
    if notice:
        notices.commissioned(notice, review, by)
    return review


def _answer(
    notice: HomeOfficeNotice, outcome: AnswerOutcome, to: Stage, reasons: str, letter: Upload | None,
    happened_on: date | None, by: User,
) -> HomeOfficeAnswer:  # fmt: skip
    permissions.require_can_answer(notice.review_id, by=by)
    day = happened_on or localdate()
    refuse_if(
        blockers.to_answer_decision(stage_of(notice.review_id), reasons, day, notice.decided_on, localdate())
    )
    reviews.move(review_id=notice.review_id, to=to, happened_on=day, by=by)
    answer = HomeOfficeAnswer.objects.create(
        review_id=notice.review_id, compartment_id=notice.compartment_id, notice=notice, outcome=outcome,
        reasons=reasons, happened_on=day, answered_by=by, letter=_keep(letter, notice, by),
    )  # fmt: skip
    accepted = outcome == AnswerOutcome.ACCEPTED
    event = Event.DECISION_ACCEPTED if accepted else Event.DECISION_REVERSED
    record(event, answer, by=by, happened_on=day, detail={"outcome": str(outcome)})
    notices.home_office_answered(answer, by)
    return answer


def _keep(letter: Upload | None, notice: HomeOfficeNotice, by: User) -> Document | None:
    if letter is None:
        return None
    return documents.keep(upload=letter, purpose="home_office_letter", compartment=notice.compartment, by=by)
