"""What there is to do between the partnership and the Home Office."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.assurance import blockers, queries
from illuminate.journey.assurance.models import Point, Submission
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task


def tasks(review: Review, user: User) -> list[Task]:
    """Sign off, send, wait, answer."""
    if review.stage == Stage.DRAFTING:
        url = reverse("assurance:sign_off", args=[review.slug])
        return [task("Sign off the report", url, done=False, blockers=blockers.to_sign_off(review),
                     hint="The chair of the partnership does this.")]  # fmt: skip
    if review.stage == Stage.SIGNED_OFF:
        url = reverse("assurance:submit", args=[review.slug])
        return [
            task("Send the report to the Home Office", url, done=False, blockers=blockers.to_submit(review))
        ]
    if review.stage == Stage.WITH_HOME_OFFICE:
        url = reverse("assurance:assurance", args=[review.slug])
        return [
            task(
                "Wait for the Quality Assurance Panel’s letter",
                url,
                done=False,
                hint="The Home Office has it.",
            )
        ]
    if review.stage == Stage.REVISING:
        return _revising(review)
    return []


def _revising(review: Review) -> list[Task]:
    latest = queries.latest_submission(review.pk)
    outcome = queries.outcome_of(latest) if latest else None
    points = list(outcome.points.all()) if outcome else []
    answers = [
        task(f"Answer point {point.number}", reverse("assurance:answer", args=[review.slug, point.pk]),
             done=queries.answer_of(point) is not None)
        for point in points
    ]  # fmt: skip
    again = reverse("assurance:submit", args=[review.slug])
    return [*answers, task("Send the report again", again, done=False, blockers=blockers.to_resubmit(review))]


def waiting_for(user: User) -> list[Waiting]:
    """Reports without a letter wait for the Home Office's readers; open points for those who answer them."""
    submissions = Submission.objects.filter(
        outcome=None, compartment__in=_seats(user, Role.QUALITY_ASSURANCE_READER)
    ).select_related("compartment")
    points = Point.objects.filter(
        answer=None, compartment__in=_seats(user, Role.INDEPENDENT_CHAIR)
    ).select_related("compartment", "review")
    return [
        Waiting(
            "Read a report and record the letter",
            reverse("assurance:submission", args=[row.pk]),
            row.compartment.title,
        )
        for row in submissions
    ] + [
        Waiting(
            f"Answer point {row.number} of the Home Office’s letter",
            reverse("assurance:answer", args=[row.review.slug, row.pk]),
            row.compartment.title,
        )
        for row in points
    ]


def _seats(user: User, role: Role) -> QuerySet[Any, Any]:
    return access.seats_of(user).filter(role=role).values("compartment_id")
