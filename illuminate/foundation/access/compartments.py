"""Opening compartments and seating people in them: the only writers of who sees what."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from illuminate.foundation.access import keys
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.models import Compartment, Installation, Membership, Organisation, User
from illuminate.foundation.access.roles import CARDS, Kind, Role, opens
from illuminate.foundation.audit.actions import record
from illuminate.foundation.database.acting import remember


@dataclass(frozen=True)
class Seat:
    """A role in a review: a person's, or an organisation's whoever holds the post."""

    role: Role
    user_id: UUID | None = None
    organisation_id: UUID | None = None
    own_organisation_id: UUID | None = None
    branch: UUID | None = None


@contextmanager
def opening(review_id: UUID) -> Iterator[None]:
    """While a review is being opened, whoever opens it may write in the compartments they make, and only then."""
    with transaction.atomic():
        before = remember("app.opening", str(review_id))
        yield
        remember("app.opening", before)


def open_compartment(
    *, review_id: UUID, kind: Kind, title: str, reference: str, by: User,
    organisation: Organisation | None = None, branch: UUID | None = None,
) -> Compartment:  # fmt: skip
    """Open a sealed folder of a review, or find the one there is, and seat the team that every such folder has."""
    with transaction.atomic(), connection.cursor() as cursor:
        new_id = uuid4()
        cursor.execute(
            "SELECT access_open(%s, %s, %s, %s, %s, %s, %s)",
            [
                new_id,
                review_id,
                str(kind),
                organisation.pk if organisation else None,
                branch,
                title,
                reference,
            ],
        )
        compartment_id = cursor.fetchone()[0]
        if compartment_id == new_id:
            for seat in _standing_seats(review_id):
                if opens(seat.role, kind, own=False):
                    _seat(cursor, compartment_id, seat)
        compartment = Compartment.objects.filter(pk=compartment_id).first()
        if compartment is None:
            compartment = Compartment(pk=compartment_id, review_id=review_id, kind=kind, title=title,
                                      reference=reference)  # fmt: skip
        if compartment_id == new_id:
            record(Event.COMPARTMENT_OPENED, compartment, by=by, review_id=review_id,
                   compartment_id=compartment_id, detail={"kind": str(kind)})  # fmt: skip
    return compartment


def admit(*, review_id: UUID, seat: Seat, by: User) -> int:
    """Give somebody a role in a review: a seat in each compartment that the role opens. Returns how many."""
    with transaction.atomic(), connection.cursor() as cursor:
        count = 0
        for compartment in Compartment.objects.filter(review_id=review_id):
            if opens(seat.role, compartment.kind, own=_is_own(seat, compartment)):
                _seat(cursor, compartment.pk, seat)
                count += 1
                record(Event.MEMBER_ADMITTED, compartment, by=by, review_id=review_id,
                       compartment_id=compartment.pk, detail=_told(seat))  # fmt: skip
    return count


def dismiss(*, review_id: UUID, user: User, role: Role, by: User) -> int:
    """End a person's role in a review at once. Returns how many seats ended."""
    with transaction.atomic(), connection.cursor() as cursor:
        for membership in Membership.objects.filter(
            compartment__review_id=review_id, user=user, role=role, ended_at=None
        ):
            record(Event.MEMBER_DISMISSED, membership, by=by, review_id=review_id,
                   detail={"role": str(role), "user": str(user.pk)})  # fmt: skip
        cursor.execute("SELECT access_dismiss(%s, %s, %s)", [review_id, user.pk, str(role)])
        return int(cursor.fetchone()[0])


def retitle(*, review_id: UUID, title: str) -> None:
    """Change the cover of every compartment of a review: from its code word to the agreed pseudonym."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_retitle(%s, %s)", [review_id, title])


def open_review(
    *, review_id: UUID, title: str, reference: str, partnership: Organisation, by: User
) -> dict[Kind, Compartment]:
    """Open a new review's core and panel with its key, and seat the partnership's coordinators and chair.

    Call inside `opening(review_id)`.
    """
    made: dict[Kind, Compartment] = {}
    for kind in (Kind.CORE, Kind.PANEL):
        made[kind] = open_compartment(review_id=review_id, kind=kind, title=title, reference=reference, by=by)
    keys.new_review_key(review_id)
    _mark_installation()
    for role in (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR):
        admit(review_id=review_id, seat=Seat(role, organisation_id=partnership.pk), by=by)
    return made


def _mark_installation() -> None:
    """The first review says for good whether this database holds real reviews or the demo's."""
    kind = Installation.Kinds.DEMO if settings.DEMO else Installation.Kinds.REAL
    Installation.objects.bulk_create([Installation(kind=kind)], ignore_conflicts=True)


def _standing_seats(review_id: UUID) -> set[Seat]:
    """The seats that open every compartment of some kind, whoever's it is."""
    rows = Membership.objects.filter(compartment__review_id=review_id, ended_at=None).values_list(
        "role", "user_id", "organisation_id"
    )
    return {
        Seat(Role(role), user, organisation) for role, user, organisation in rows if CARDS[Role(role)].every
    }


def _is_own(seat: Seat, compartment: Compartment) -> bool:
    if compartment.branch is not None:
        return compartment.branch == seat.branch
    own = seat.own_organisation_id or seat.organisation_id
    return own is not None and compartment.organisation_id == own


def _seat(cursor: CursorWrapper, compartment_id: UUID, seat: Seat) -> None:
    cursor.execute(
        "SELECT access_admit(%s, %s, %s, %s)",
        [
            compartment_id,
            seat.user_id,
            seat.organisation_id if seat.user_id is None else None,
            str(seat.role),
        ],
    )


def _told(seat: Seat) -> dict[str, str]:
    holder = {"user": str(seat.user_id)} if seat.user_id else {"organisation": str(seat.organisation_id)}
    return {"role": str(seat.role), **holder}
