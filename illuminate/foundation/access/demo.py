"""The demo and real reviews never share a database.

Which of the two a database holds is written, once and for good, when its first review is opened.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection

from illuminate.foundation.access.models import Installation, Organisation, User
from illuminate.foundation.access.roles import CARDS, Role, RoleCard


class MixedUp(Exception):
    """The program was started as the demo on real reviews, or the other way round. Says what to do."""


def refuse_mixed_up() -> None:
    """Raise `MixedUp` if this database's reviews are not of the kind that the settings say. Asked at every start."""
    kind = kind_here()
    if kind == Installation.Kinds.REAL and settings.DEMO:
        raise MixedUp(
            "This database holds real reviews, so the demo does not start on it. Unset ILLUMINATE_DEMO, or name"
            " another database in DATABASE_URL."
        )
    if kind == Installation.Kinds.DEMO and not settings.DEMO:
        raise MixedUp(
            "This database holds the demo's invented reviews, where anybody can sign in as anybody. Name another"
            " database in DATABASE_URL for real reviews, or set ILLUMINATE_DEMO=1."
        )


def kind_here() -> str:
    """ "demo" or "real"; empty before the first review."""
    return Installation.objects.values_list("kind", flat=True).first() or ""


def is_open() -> bool:
    """Whether anybody may sign in as one of the cast."""
    return bool(settings.DEMO) and kind_here() != Installation.Kinds.REAL


@dataclass
class Player:
    """One of the cast, with where they hold the role."""

    user: User
    organisations: list[str] = field(default_factory=list)


def cast() -> list[tuple[RoleCard, list[Player]]]:
    """Everybody who can be signed in as, under the roles they hold, in the roles' own order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT user_id, role, organisation_id FROM access_demo_cast()")
        held = cursor.fetchall()
    people = User.objects.filter(pk__in=[row[0] for row in held]).in_bulk()
    names = dict(Organisation.objects.values_list("pk", "name"))
    players: dict[Role, dict[User, Player]] = {}
    for user_id, role, organisation_id in held:
        player = players.setdefault(Role(role), {}).setdefault(people[user_id], Player(people[user_id]))
        if organisation_id:
            player.organisations.append(names[organisation_id])
    return [
        (card, sorted(players[role].values(), key=lambda player: player.user.created_at))
        for role, card in CARDS.items()
        if role in players
    ]
