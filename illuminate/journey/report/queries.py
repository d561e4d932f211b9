"""Reading drafts, lessons, recommendations and the plan."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.journey.report.models import Draft, DraftSection, Lesson, PlannedAction, Recommendation
from illuminate.journey.reviews.models import Review

Row = TypeVar("Row", bound=Model)


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def drafts(review: Review) -> list[Draft]:
    """Every version of both files, newest first."""
    found = Draft.objects.filter(review=review).select_related("document", "uploaded_by")
    return list(found.order_by("kind", "-version"))


def latest_draft(review: Review, kind: str) -> Draft | None:
    return (
        Draft.objects.filter(review=review, kind=kind).select_related("document").order_by("-version").first()
    )


def latest_drafts(review: Review) -> dict[str, Draft]:
    """The newest overview report and the newest summary, as far as there are any."""
    found = Draft.objects.filter(review=review).select_related("document").order_by("kind", "version")
    return {draft.kind: draft for draft in found}


def draft_or_404(review: Review, draft_id: UUID, user: User) -> Draft:
    rows = visible_to(user, Draft.objects.select_related("document", "uploaded_by"))
    return get_object_or_404(rows, review=review, pk=draft_id)


def sections(draft: Draft) -> list[DraftSection]:
    return list(DraftSection.objects.filter(draft=draft))


def lessons(review: Review) -> QuerySet[Lesson]:
    return Lesson.objects.filter(review=review, taken_out_at=None)


def recommendations(review: Review) -> list[Recommendation]:
    """The recommendations in their order, each with its actions and the lessons that it answers."""
    actions = PlannedAction.objects.filter(taken_out_at=None).select_related("organisation")
    return list(
        Recommendation.objects.filter(review=review, taken_out_at=None)
        .select_related("lead_organisation")
        .prefetch_related(Prefetch("actions", actions), "lessons")
    )


def lesson_or_404(review: Review, pk: UUID, user: User) -> Lesson:
    return get_object_or_404(visible_to(user, lessons(review)), pk=pk)


def recommendation_or_404(review: Review, pk: UUID, user: User) -> Recommendation:
    rows = Recommendation.objects.filter(review=review, taken_out_at=None).select_related("lead_organisation")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def action_or_404(review: Review, pk: UUID, user: User) -> PlannedAction:
    rows = PlannedAction.objects.filter(review=review, taken_out_at=None)
    return get_object_or_404(visible_to(user, rows.select_related("recommendation", "organisation")), pk=pk)


def leads(review: Review) -> QuerySet[Organisation]:
    """The organisations that may lead: the partnership, and those that have a part in this review."""
    taking_part = Compartment.objects.filter(
        review_id=review.pk, organisation__type__in=(Organisation.Type.AGENCY, Organisation.Type.POLICE)
    ).values("organisation")
    return Organisation.objects.filter(Q(pk__in=taking_part) | Q(pk=review.partnership_id))
