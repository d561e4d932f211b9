"""What every room says there is to do, gathered for the desk and for the review's page."""

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.agencies import tasks as agencies
from illuminate.journey.anonymity import tasks as anonymity
from illuminate.journey.assurance import tasks as assurance
from illuminate.journey.chronology import tasks as chronology
from illuminate.journey.improvement import tasks as improvement
from illuminate.journey.intake import tasks as intake
from illuminate.journey.involvement import tasks as involvement
from illuminate.journey.panel import tasks as panel
from illuminate.journey.people import tasks as people
from illuminate.journey.publication import tasks as publication
from illuminate.journey.report import tasks as report
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.tasks import Task, Waiting

ROOMS = (
    intake, people, panel, agencies, chronology, involvement, report, anonymity, assurance, publication, improvement,
)  # fmt: skip


WORDS = {"done": "Done", "to_do": "To do", "waiting": "Cannot start yet"}


def of_review(review: Review, user: User) -> list[dict[str, object]]:
    """The task list of the review's stage, in the order of the rooms, shaped for the design's list."""
    return [_shown(task) for room in ROOMS for task in room.tasks(review, user)]


def _shown(task: Task) -> dict[str, object]:
    return {
        "text": task.text, "url": task.url, "status": WORDS[task.status], "hint": task.hint,
        "blockers": task.blockers,
    }  # fmt: skip


def waiting_for(user: User) -> list[Waiting]:
    """What waits for a person over all reviews: overdue first, then by due date, what has no date last."""
    with access.holding_seats(user):
        waiting = [item for room in ROOMS for item in room.waiting_for(user)]
    return sorted(waiting, key=lambda item: (item.due is None, item.due or item.text))
