"""Reading the outbox."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.mailroom.models import Message


def waiting() -> QuerySet[Message]:
    """What is still to be sent, of all that whoever is acting may see."""
    return Message.objects.filter(status=Message.Status.WAITING)


def due() -> QuerySet[Message]:
    """What should be tried now."""
    return waiting().filter(next_try_at__lte=timezone.now())


def failed() -> QuerySet[Message]:
    return Message.objects.filter(status=Message.Status.FAILED)


def sent(references: Iterable[str]) -> QuerySet[Message]:
    """Sent messages by their references; what is no reference of ours is passed over."""
    ours = [reference for reference in references if _is_uuid(reference)]
    return Message.objects.filter(pk__in=ours, status=Message.Status.SENT)


def visible_to(user: User) -> QuerySet[Message]:
    """Messages in the person's compartments, and those about accounts that they wrote or were sent."""
    in_mine = access.seats_of(user).values("compartment_id")
    own = Q(compartment=None) & (Q(created_by=user) | Q(to_user=user))
    return Message.objects.filter(Q(compartment__in=in_mine) | own)


def coordinated_by(user: User) -> QuerySet[Message]:
    """Messages that a coordinator answers for: of the reviews they coordinate, and of accounts they wrote about."""
    seats = access.seats_of(user).filter(role=Role.COORDINATOR).values("compartment_id")
    return Message.objects.filter(Q(compartment__in=seats) | Q(compartment=None, created_by=user))


def outbox(user: User) -> QuerySet[Message]:
    """A coordinator's page: what failed first, then what waits, then the latest sent."""
    order = Case(
        When(status=Message.Status.FAILED, then=Value(0)),
        When(status=Message.Status.WAITING, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return coordinated_by(user).select_related("compartment", "to_user").order_by(order, "-recorded_at")


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
