"""Reading the plan, its progress, its evidence and its public statements."""

from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.journey.improvement.models import Closure, Evidence, FollowUp, Progress, PublicStatement
from illuminate.journey.publication import queries as publication
from illuminate.journey.report import queries as report
from illuminate.journey.report.models import PlannedAction, Recommendation
from illuminate.journey.reviews.models import Review

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Planned:
    """An action of the plan, with what has become of it; `follow_up` is None until it is handed over."""

    action: PlannedAction
    follow_up: FollowUp | None


@dataclass(frozen=True)
class PlanLine:
    """A recommendation with its actions."""

    recommendation: Recommendation
    actions: list[Planned] = field(default_factory=list)


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def plan(review: Review) -> list[PlanLine]:
    """Every recommendation with its actions and how they stand, in a constant number of queries."""
    rows = FollowUp.objects.filter(review=review).select_related("organisation")
    handed = {one.action_id: one for one in rows.prefetch_related("closures", "evidence")}
    return [
        PlanLine(one, [Planned(action, handed.get(action.pk)) for action in one.actions.all()])
        for one in report.recommendations(review)
    ]


def planned_or_404(review: Review, pk: UUID, user: User) -> PlannedAction:
    return report.action_or_404(review, pk, user)


def follow_up_of(action: PlannedAction) -> FollowUp | None:
    return FollowUp.objects.filter(action=action).first()


def follow_up_or_404(pk: UUID, user: User) -> FollowUp:
    """An action that was handed over, for its lead and for those who follow it."""
    return get_object_or_404(visible_to(user, whole()), pk=pk)


def mine(user: User) -> list[FollowUp]:
    """The actions of the organisations in which somebody is a lead: open ones first, by their day."""
    seats = access.seats_of(user).filter(role=Role.ACTION_LEAD).values("compartment_id")
    rows = (
        whole()
        .filter(compartment__in=seats)
        .order_by("target_date", "recommendation_number", "action_number")
    )
    return sorted(rows, key=lambda one: one.closure is not None)


def statement_or_404(pk: UUID, user: User) -> PublicStatement:
    rows = PublicStatement.objects.filter(dropped_on=None).select_related(
        "follow_up", "written_by", "compartment"
    )
    return get_object_or_404(visible_to(user, rows), pk=pk)


def statements(follow_up: FollowUp) -> list[PublicStatement]:
    rows = PublicStatement.objects.filter(follow_up=follow_up, dropped_on=None)
    return list(rows.select_related("written_by", "confirmed_by", "released_by"))


def public_now(review: Review, follow_up: FollowUp) -> set[str]:
    """The digests of the statements on this action that the library shows now."""
    shown = publication.public_statements(publication.release_of(review))
    place = (follow_up.recommendation_number, follow_up.action_number)
    return {digest for recommendation, action, digest in shown if (recommendation, action) == place}


def whole() -> QuerySet[FollowUp]:
    """Follow-ups with all that their pages show."""
    evidence = Prefetch("evidence", Evidence.objects.select_related("document"))
    progress = Progress.objects.select_related("recorded_by").prefetch_related(evidence)
    closures = Closure.objects.select_related("closed_by", "reopened_by")
    return FollowUp.objects.select_related("organisation", "lead", "compartment").prefetch_related(
        Prefetch("progress", progress), Prefetch("closures", closures), evidence
    )
