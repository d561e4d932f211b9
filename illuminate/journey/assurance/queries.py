"""Reading sign-offs, submissions, letters and answers."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.assurance.models import (
    Outcome,
    Point,
    PointAnswer,
    SignOff,
    Submission,
    SubmittedDocument,
)
from illuminate.journey.reviews.models import Review

Row = TypeVar("Row", bound=Model)


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def standing_sign_off(review_id: UUID) -> SignOff | None:
    """The sign-off that counts; None before it, and after the report went back to drafting."""
    return SignOff.objects.filter(review_id=review_id, withdrawn_on=None).select_related("signed_by").first()


def submissions(review_id: UUID) -> list[Submission]:
    """Every submission with its files, its letter, the points and the answers that the reader may see; newest first."""
    return list(_whole().filter(review_id=review_id).order_by("-number"))


def latest_submission(review_id: UUID) -> Submission | None:
    return _whole().filter(review_id=review_id).order_by("-number").first()


def submission_or_404(pk: UUID, user: User) -> Submission:
    return get_object_or_404(visible_to(user, _whole()), pk=pk)


def queue(user: User) -> list[Submission]:
    """What was sent to the Home Office: what waits for its letter first, then the newest."""
    rows = visible_to(user, _whole()).order_by("-submitted_on", "-number")
    return sorted(rows, key=lambda submission: outcome_of(submission) is not None)


def outcome_of(submission: Submission) -> Outcome | None:
    return getattr(submission, "outcome", None)


def answer_of(point: Point) -> PointAnswer | None:
    return getattr(point, "answer", None)


def unanswered(outcome: Outcome) -> list[Point]:
    return [point for point in outcome.points.all() if answer_of(point) is None]


def point_or_404(review: Review, pk: UUID, user: User) -> Point:
    rows = Point.objects.select_related("outcome__submission", "answer")
    return get_object_or_404(visible_to(user, rows), review=review, pk=pk)


def _whole() -> QuerySet[Submission]:
    points = Prefetch("outcome__points", Point.objects.select_related("answer"))
    files = Prefetch("documents", SubmittedDocument.objects.select_related("document"))
    return Submission.objects.select_related(
        "compartment", "outcome__letter", "submitted_by"
    ).prefetch_related(files, points)
