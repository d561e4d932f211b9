"""What there is to do about people and names."""

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.journey.people import permissions, queries
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting, task

STAGES = (Stage.COMMISSIONED, Stage.GATHERING, Stage.ANALYSING, Stage.DRAFTING)


def tasks(review: Review, user: User) -> list[Task]:
    """Pseudonyms are agreed with the family before anything is written."""
    if review.stage not in STAGES or not permissions.may_read(review.pk, user):
        return []
    unnamed = sum(not subject.entry.is_named for subject in queries.subjects(review))
    url = reverse("people:list", args=[review.slug])
    hint = f"{unnamed} of the people the review is about have none yet" if unnamed else ""
    return [task("Agree pseudonyms with the family", url, done=not unnamed, hint=hint)]


def waiting_for(user: User) -> list[Waiting]:
    return []
