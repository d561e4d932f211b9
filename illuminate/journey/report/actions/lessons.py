"""Lessons: what the review teaches."""

from django.db import transaction

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.report import blockers, permissions
from illuminate.journey.report.actions.shared import close_up, hold, hold_to_change, next_number
from illuminate.journey.report.events import Event
from illuminate.journey.report.models import Lesson, LessonAnswered
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def record_lesson(*, review: Review, title: str, text: str, by: User) -> Lesson:
    """Add a lesson at the end of the list."""
    permissions.require_can_write(review.pk, by=by)
    review = hold(review)
    refuse_if(blockers.to_change_findings(review))
    lesson = Lesson.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.PANEL), title=title, text=text,
        number=next_number(Lesson, review=review),
    )  # fmt: skip
    record(Event.LESSON_RECORDED, lesson, by=by, detail={"number": lesson.number})
    return lesson


@transaction.atomic
def change_lesson(*, lesson: Lesson, seen: int, title: str, text: str, by: User) -> Lesson:
    """Put other words to a lesson; `seen` is the revision that was on the page."""
    permissions.require_can_write(lesson.review_id, by=by)
    refuse_if(blockers.to_change_findings(lesson.review))
    lesson = hold_to_change(lesson, seen)
    lesson.title, lesson.text = title, text
    lesson.save(update_fields=["title", "text", "revision"])
    record(Event.LESSON_CHANGED, lesson, by=by, detail={"revision": lesson.revision})
    return lesson


@transaction.atomic
def take_out_lesson(*, lesson: Lesson, seen: int, by: User) -> None:
    """Drop a lesson from the list. It is kept, and its number goes to the next one."""
    permissions.require_can_write(lesson.review_id, by=by)
    review = hold(lesson.review)
    refuse_if(blockers.to_change_findings(review))
    lesson = hold_to_change(lesson, seen)
    LessonAnswered.objects.filter(lesson=lesson).delete()
    close_up(lesson, review=review)
    record(Event.LESSON_TAKEN_OUT, lesson, by=by, detail={"number": lesson.number})
