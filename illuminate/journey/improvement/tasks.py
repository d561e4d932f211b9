"""What there is to do so that recommendations change something."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.improvement import blockers, permissions, queries
from illuminate.journey.improvement.choices import Status
from illuminate.journey.improvement.models import Closure, FollowUp, PublicStatement
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.permissions import holds
from illuminate.journey.reviews.tasks import Task, Waiting, task


def tasks(review: Review, user: User) -> list[Task]:
    """Handing the plan over begins at the gate; following it lasts until every action is closed."""
    if review.stage not in blockers.FOLLOWING or not holds(user, review.pk, *permissions.CORE):
        return []
    every = [planned for line in queries.plan(review) for planned in line.actions]
    handed = [planned.follow_up for planned in every if planned.follow_up]
    page = reverse("improvement:plan", args=[review.slug])
    hand_over = task("Hand the actions over", page, done=len(handed) == len(every),
                     hint=f"{len(handed)} of {len(every)} handed over")  # fmt: skip
    if review.stage == Stage.APPROVED:
        return [hand_over]
    closed = sum(one.closure is not None for one in handed)
    return [
        hand_over,
        task("Follow the actions until each is closed", page, done=bool(every) and closed == len(every),
             hint=f"{closed} of {len(every)} closed"),
        task("Close the review", reverse("improvement:close_review", args=[review.slug]), done=False,
             blockers=blockers.to_close_review(review)),
    ]  # fmt: skip


def waiting_for(user: User) -> list[Waiting]:
    """A lead's open actions; for the partnership, actions to close and statements to check or publish."""
    mine = access.reviews_of(user, *permissions.CORE)
    coordinated = {review_id for review_id, roles in mine.items() if Role.COORDINATOR in roles}
    leading = access.seats_of(user).filter(role=Role.ACTION_LEAD).values("compartment_id")
    standing = Closure.objects.filter(reopened_on=None, follow_up=OuterRef("pk"))
    open_ones = FollowUp.objects.select_related("compartment").exclude(Exists(standing))
    return [
        *_of_lead(open_ones.filter(compartment__in=leading).exclude(status=Status.COMPLETE)),
        *_to_close(open_ones.filter(review__in=coordinated, status=Status.COMPLETE)),
        *_to_check(set(mine), coordinated, user),
    ]  # fmt: skip


def _of_lead(rows: QuerySet[FollowUp]) -> list[Waiting]:
    return [
        Waiting(f"Carry out action {one.number}", _page(one), one.compartment.title, one.target_date)
        for one in rows
    ]


def _to_close(rows: QuerySet[FollowUp]) -> list[Waiting]:
    return [
        Waiting(f"Look at the evidence and close action {one.number}", _page(one), one.compartment.title)
        for one in rows
    ]


def _to_check(mine: set[UUID], coordinated: set[UUID], user: User) -> list[Waiting]:
    rows = PublicStatement.objects.filter(review__in=mine, dropped_on=None, released_on=None)
    found = []
    for one in rows.select_related("compartment"):
        if one.confirmed_on is None and one.written_by_id != user.pk:
            url = reverse("improvement:confirm", args=[one.pk])
            found.append(Waiting("Check a public statement", url, one.compartment.title))
        elif one.confirmed_on and one.review_id in coordinated:
            url = reverse("improvement:action", args=[one.follow_up_id])
            found.append(Waiting("Publish a checked statement", url, one.compartment.title))
    return found


def _page(one: FollowUp) -> str:
    return reverse("improvement:action", args=[one.pk])
