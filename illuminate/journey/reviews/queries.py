"""Reading reviews."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Membership, Post, User
from illuminate.foundation.access.roles import CARDS, Role
from illuminate.journey.reviews.blockers import ENDED_ELSEWHERE
from illuminate.journey.reviews.models import Review, StageMove


@dataclass(frozen=True)
class TeamMember:
    """A person's role in a review; `by_post` when they hold it through their organisation."""

    role: Role
    person: User
    by_post: bool

    @property
    def ends_here(self) -> bool:
        """Whether the role is one that the team's page can end."""
        return not self.by_post and self.role not in ENDED_ELSEWHERE

    @property
    def role_name(self) -> str:
        return CARDS[self.role].name


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


def moves_of(reviews: Iterable[Review]) -> dict[UUID, list[StageMove]]:
    """Every review's moves, oldest first, in one query."""
    found: dict[UUID, list[StageMove]] = defaultdict(list)
    for move in StageMove.objects.filter(review__in=list(reviews)).order_by("happened_on", "recorded_at"):
        found[move.review_id].append(move)
    return found


def team(review: Review) -> list[TeamMember]:
    """Who has a role in a review, each role of each person once, in the order of the roles' table.

    Never a relative or who stands beside them: whether they take part is told on the family's page alone.
    """
    seats = (
        Membership.objects.filter(compartment__review_id=review.pk, ended_at=None)
        .exclude(role__in=(Role.FAMILY_MEMBER, Role.ADVOCATE))
        .values_list("role", "user_id", "organisation_id")
        .distinct()
    )
    by_post = Post.objects.filter(
        organisation_id__in={seat[2] for seat in seats if seat[2]}, ended_on=None
    ).values_list("organisation_id", "role", "user_id")
    held = {(role, user_id, False) for role, user_id, _ in seats if user_id}
    held |= {
        (role, user_id, True)
        for organisation_id, role, user_id in by_post
        if any(seat[0] == role and seat[2] == organisation_id for seat in seats)
    }
    people = User.objects.in_bulk([user_id for _, user_id, _ in held])
    members = [TeamMember(Role(role), people[user_id], by_post) for role, user_id, by_post in held]
    order = list(Role)
    return sorted(members, key=lambda member: (order.index(member.role), member.person.created_at))
