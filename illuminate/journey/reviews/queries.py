"""Reading reviews."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.reviews.models import Review


def visible_to(user: User) -> QuerySet[Review]:
    return access.visible_to(user, Review.objects.select_related("partnership"))


def review_or_404(slug: str, user: User) -> Review:
    """A review by its address; one that you may not see does not exist."""
    return get_object_or_404(visible_to(user), slug=slug)


def stage_of(review_id: UUID) -> str:
    """Where a review stands, for anybody who sits in one of its compartments; empty for everybody else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reviews_stage(%s)", [review_id])
        return str(cursor.fetchone()[0] or "")


def panel_compartment_id(review_id: UUID) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reviews_compartment(%s)", [review_id])
        found: UUID | None = cursor.fetchone()[0]
        return found
