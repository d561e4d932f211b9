"""Reading a family's part. Words are read by their own branch and by the team; nobody else's query finds them."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Draft, User
from illuminate.journey.involvement.choices import Code, State
from illuminate.journey.involvement.models import (
    Comment,
    Contribution,
    DraftReading,
    PrivateLink,
    QuietDay,
    ReadingSection,
    Relative,
    Step,
)
from illuminate.journey.reviews.models import Review

Row = TypeVar("Row", bound=Model)


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def relatives(review: Review, user: User) -> list[Relative]:
    """Everybody recorded, with their steps, for the team."""
    rows = visible_to(user, Relative.objects.filter(review=review))
    steps = Prefetch("steps", Step.objects.select_related("recorded_by"))
    return list(rows.select_related("entry").prefetch_related(steps, "quiet_days", "told_of_publication"))


def relative_or_404(review: Review, pk: UUID, user: User) -> Relative:
    rows = visible_to(user, Relative.objects.filter(review=review))
    return get_object_or_404(rows.select_related("entry", "compartment"), pk=pk)


def current_steps(relative: Relative) -> dict[str, Step]:
    """Where each step stands: the newest of its records."""
    return {step.code: step for step in relative.steps.all()}


def was_told(relative: Relative) -> bool:
    """Whether the review was told of and an advocate offered, whatever was answered since."""
    return any(step.code == Code.TOLD and step.state != State.NOT_YET for step in relative.steps.all())


def quiet_days(relative: Relative) -> list[QuietDay]:
    return list(relative.quiet_days.all())


def quiet_today(relative: Relative, today: date) -> QuietDay | None:
    return next((day for day in quiet_days(relative) if day.holds(today)), None)


def live_link(relative: Relative) -> PrivateLink | None:
    """The link that is not withdrawn; it may have expired."""
    return PrivateLink.objects.filter(relative=relative, withdrawn_at=None).first()


def contributions(relative: Relative) -> list[Contribution]:
    """What they have told; withdrawn ones too, without their words."""
    return list(relative.contributions.select_related("written_by"))


def standing_contributions(relative: Relative) -> list[Contribution]:
    return [one for one in contributions(relative) if one.withdrawn_at is None]


def readings(relative: Relative) -> list[DraftReading]:
    return list(DraftReading.objects.filter(relative=relative))


def reading_or_404(relative: Relative, pk: UUID) -> DraftReading:
    return get_object_or_404(DraftReading.objects.filter(relative=relative), pk=pk)


def sections(reading: DraftReading) -> list[ReadingSection]:
    """The sections with the comments that stand beside them, and their answers."""
    comments = Comment.objects.filter(withdrawn_at=None).select_related("reply", "written_by")
    return list(
        ReadingSection.objects.filter(reading=reading).prefetch_related(Prefetch("comments", comments))
    )


def comments(relative: Relative) -> list[Comment]:
    """Everything they wrote about any draft that still stands, oldest first."""
    rows = Comment.objects.filter(reading__relative=relative, withdrawn_at=None)
    return list(rows.select_related("section", "reading", "reply", "written_by"))


def comment_or_404(review: Review, pk: UUID, user: User) -> Comment:
    rows = visible_to(user, Comment.objects.filter(review=review, withdrawn_at=None))
    return get_object_or_404(rows.select_related("section", "reading__relative__entry", "reply"), pk=pk)


def unanswered_comments(review: Review) -> list[Comment]:
    """Comments that still wait for a written answer, as far as the reader may see them."""
    rows = Comment.objects.filter(review=review, withdrawn_at=None, reply=None)
    return list(rows.select_related("section", "reading__relative__entry"))


@dataclass(frozen=True)
class Standing:
    """How far a review's families are, in numbers only: for whoever must know and may not see the words."""

    relatives: int
    not_told: int
    wait_for_draft: int
    reading: int
    unanswered: int
    not_told_of_publication: int


def standing(review: Review, today: date | None = None) -> Standing:
    """Counted by the database across compartments, for whoever sits in the review's core; zeros for others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM involvement_standing(%s, %s)", [review.pk, today or localdate()])
        return Standing(*cursor.fetchone())


def told_of_publication(review: Review) -> bool:
    """Whether everybody who wants to hear from the review was told, or it is recorded why not."""
    return standing(review).not_told_of_publication == 0


def agreed_name(review_id: UUID) -> str:
    """The name the family agreed for the person who died; empty until there is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT involvement_agreed_name(%s)", [review_id])
        return str(cursor.fetchone()[0] or "")


def mine(user: User) -> Relative | None:
    """The relative that a family account belongs to."""
    rows = visible_to(user, Relative.objects.filter(user=user))
    return rows.select_related("compartment").first()


def helped_by(user: User) -> list[Relative]:
    """The relatives whose advocate somebody is."""
    seats = access.seats_of(user).filter(role="advocate").values("compartment_id")
    return list(Relative.objects.filter(compartment__in=seats).select_related("compartment"))


def branches_helped_by(user: User, review_id: UUID) -> set[UUID | None]:
    """The branches of a review whose advocate somebody is."""
    seats = access.seats_of(user).filter(compartment__review_id=review_id, role="advocate")
    return set(seats.values_list("compartment__branch", flat=True))


def begun(user: User, paths: list[str]) -> set[str]:
    """The pages among these on which somebody has begun to write and not sent it."""
    return set(Draft.objects.filter(user=user, path__in=paths).values_list("path", flat=True))
