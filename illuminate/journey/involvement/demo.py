"""The demo's relatives, and the door they come in by. Where reviews are real there is neither."""

from dataclasses import dataclass

from django.db import connection
from django.utils import timezone

from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.involvement import queries
from illuminate.journey.involvement.links import Door


@dataclass(frozen=True)
class Player:
    """A relative in the demo: who they are, to whose review they belong, and their private link."""

    name: str
    relationship: str
    review: str
    door: Door


def doors() -> list[Door]:
    """Every private link of the demo that is good."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT link_id, user_id FROM involvement_demo_doors(%s)", [timezone.now()])
        return [Door(*row) for row in cursor.fetchall()]


def relatives() -> list[Player]:
    """Everybody in the demo who has a private link, by review."""
    players = [player for door in doors() if (player := _player(door))]
    return sorted(players, key=lambda player: (player.review, player.name))


def _player(door: Door) -> Player | None:
    """A relative as they see themselves: nobody else's eyes are borrowed."""
    with acting_as(door.user_id):
        relative = queries.mine(User(pk=door.user_id))
        if relative is None:
            return None
        return Player(relative.name, relative.relationship, relative.compartment.title, door)
