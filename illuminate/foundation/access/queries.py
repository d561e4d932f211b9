"""Reading accounts, posts and seats."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from illuminate.foundation.access.models import Compartment, Membership, Organisation, Post, Sight, User
from illuminate.foundation.access.roles import Kind, Role

Row = TypeVar("Row", bound=Model)
# A team's seats in one of these; its seats in every agency's folder would say the same fifty times over.
TEAM_KINDS = (Kind.CORE, Kind.PANEL)
Seats = dict[UUID, frozenset[Role]]
_held: ContextVar[tuple[UUID, Seats] | None] = ContextVar("seats", default=None)


def seats_of(user: User) -> QuerySet[Membership]:
    """The seats that a person holds, themselves or by a post."""
    by_post = Post.objects.filter(
        user=user, ended_on=None, organisation=OuterRef("organisation"), role=OuterRef("role")
    )
    return Membership.objects.filter(Q(user=user) | Exists(by_post), ended_at=None)


def reviews_of(user: User, *roles: Role) -> Seats:
    """The reviews on whose team a person is in one of the roles, with those that they hold."""
    known = _held.get()
    mine = known[1] if known and known[0] == user.pk else _reviews_of(user)
    wanted = frozenset(roles)
    return {review_id: held & wanted for review_id, held in mine.items() if held & wanted}


@contextmanager
def holding_seats(user: User) -> Iterator[None]:
    """Ask for a person's seats once, for the many rooms that are asked in the block what waits for them."""
    token = _held.set((user.pk, _reviews_of(user)))
    try:
        yield
    finally:
        _held.reset(token)


def _reviews_of(user: User) -> Seats:
    found: dict[UUID, set[Role]] = defaultdict(set)
    inner = seats_of(user).filter(compartment__kind__in=TEAM_KINDS)
    for review_id, role in inner.values_list("compartment__review_id", "role").distinct():
        found[review_id].add(Role(role))
    return {review_id: frozenset(held) for review_id, held in found.items()}


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    """The rows that lie in the person's compartments. Row-level security says the same, in the database."""
    if not user.is_authenticated:
        return rows.none()
    return rows.filter(
        Exists(Sight.objects.filter(user_id=user.pk, compartment_id=OuterRef("compartment_id")))
    )


def roles_in(user: User, review_id: UUID) -> frozenset[Role]:
    """What a person is to a review."""
    held = seats_of(user).filter(compartment__review_id=review_id).values_list("role", flat=True).distinct()
    return frozenset(Role(role) for role in held)


def posts_of(user: User) -> QuerySet[Post]:
    return Post.objects.filter(user=user, ended_on=None).select_related("organisation")


def holds_post(user: User, *roles: Role, organisation: Organisation | None = None) -> bool:
    """Whether a person holds one of the roles in an organisation, or in any."""
    posts = posts_of(user).filter(role__in=roles)
    return (posts.filter(organisation=organisation) if organisation else posts).exists()


def compartment(review_id: UUID, kind: Kind, organisation: Organisation | None = None) -> Compartment:
    """A review's compartment of a kind, for somebody who sits in it. Raises `Compartment.DoesNotExist`."""
    return Compartment.objects.get(review_id=review_id, kind=kind, organisation=organisation, branch=None)


def holders(compartment: Compartment, *roles: Role) -> list[User]:
    """The people who sit in a compartment in one of the roles, each once, active only."""
    seats = Membership.objects.filter(compartment=compartment, role__in=roles, ended_at=None)
    people = {seat.user_id for seat in seats if seat.user_id}
    for seat in seats:
        if seat.organisation_id:
            people |= set(
                Post.objects.filter(
                    organisation_id=seat.organisation_id, role=seat.role, ended_on=None
                ).values_list("user_id", flat=True)
            )
    return list(User.objects.filter(pk__in=people, is_active=True).order_by("created_at", "pk"))


def post_holders(organisation: Organisation, *roles: Role) -> list[User]:
    """The active people who hold one of the roles in an organisation."""
    return list(
        User.objects.filter(
            posts__organisation=organisation, posts__role__in=roles, posts__ended_on=None, is_active=True
        )
        .distinct()
        .order_by("created_at", "pk")
    )


def has_second_factor(user: User, *, but: int | None = None) -> bool:
    """Whether somebody has an authenticator app or a passkey, perhaps besides one."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=kinds).exclude(pk=but).exists())
