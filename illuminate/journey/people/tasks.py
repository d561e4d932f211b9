"""What there is to do about people and names."""

from illuminate.foundation.access.models import User
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting


def tasks(review: Review, user: User) -> list[Task]:
    return []


def waiting_for(user: User) -> list[Waiting]:
    return []
