"""Recommendations: who should do what by when, and what is expected to change."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.timezone import now

from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.report import blockers, permissions
from illuminate.journey.report.actions.shared import close_up, hold, hold_to_change, next_number
from illuminate.journey.report.events import Event
from illuminate.journey.report.models import Lesson, LessonAnswered, Recommendation
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review

WORDS = ["text", "scope", "lead_organisation", "lead_name", "target_date", "expected_change"]


@transaction.atomic
def record_recommendation(
    *,
    review: Review,
    text: str,
    scope: str,
    lead_organisation: Organisation | None = None,
    lead_name: str = "",
    target_date: date | None = None,
    expected_change: str = "",
    lessons: Iterable[Lesson] = (),
    by: User,
) -> Recommendation:
    """Add a recommendation. Lead, date and expected change may follow; the report isn't complete without them."""
    permissions.require_can_write(review.pk, by=by)
    review = hold(review)
    refuse_if(blockers.to_change_findings(review))
    recommendation = Recommendation.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.PANEL),
        number=next_number(Recommendation, review=review), text=text, scope=scope,
        lead_organisation=lead_organisation, lead_name=lead_name, target_date=target_date,
        expected_change=expected_change,
    )  # fmt: skip
    _answer(recommendation, lessons)
    record(Event.RECOMMENDATION_RECORDED, recommendation, by=by, detail={"number": recommendation.number})
    return recommendation


@transaction.atomic
def change_recommendation(
    *,
    recommendation: Recommendation,
    seen: int,
    text: str,
    scope: str,
    lead_organisation: Organisation | None = None,
    lead_name: str = "",
    target_date: date | None = None,
    expected_change: str = "",
    lessons: Iterable[Lesson] = (),
    by: User,
) -> Recommendation:
    """Replace all that a recommendation says; `seen` is the revision that was on the page."""
    permissions.require_can_write(recommendation.review_id, by=by)
    refuse_if(blockers.to_change_findings(recommendation.review))
    current: Recommendation = hold_to_change(recommendation, seen)
    current.text, current.scope, current.expected_change = text, scope, expected_change
    current.lead_organisation, current.lead_name = lead_organisation, lead_name
    current.target_date = target_date
    current.save(update_fields=[*WORDS, "revision"])
    _answer(current, lessons)
    record(Event.RECOMMENDATION_CHANGED, current, by=by, detail={"revision": current.revision})
    return current


@transaction.atomic
def take_out_recommendation(*, recommendation: Recommendation, seen: int, by: User) -> None:
    """Drop a recommendation and its actions from the lists. They are kept; the numbers close up."""
    permissions.require_can_write(recommendation.review_id, by=by)
    review = hold(recommendation.review)
    refuse_if(blockers.to_change_findings(review))
    current = hold_to_change(recommendation, seen)
    current.actions.filter(taken_out_at=None).update(taken_out_at=now())
    close_up(current, review=review)
    record(Event.RECOMMENDATION_TAKEN_OUT, current, by=by, detail={"number": current.number})


def _answer(recommendation: Recommendation, lessons: Iterable[Lesson]) -> None:
    """Say which lessons a recommendation answers, in place of what was said before."""
    LessonAnswered.objects.filter(recommendation=recommendation).delete()
    LessonAnswered.objects.bulk_create(
        LessonAnswered(review_id=recommendation.review_id, compartment_id=recommendation.compartment_id,
                       recommendation=recommendation, lesson=lesson)
        for lesson in lessons
    )  # fmt: skip
