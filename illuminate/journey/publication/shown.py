"""What the pages of the gate show."""

from typing import Any

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.people import queries as people
from illuminate.journey.publication import addresses, blockers, permissions, plan_file, queries, tasks
from illuminate.journey.publication.kinds import FileKind
from illuminate.journey.publication.models import FrozenReport
from illuminate.journey.publication.page import page_of
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.views import crumbs

TAKE_DOWN_WARNING = (
    "What has been copied from the public page by others can’t be taken back. To publish again the report is frozen "
    "and agreed to again."
)
STATUS = {"done": "Done", "to_do": "To do", "waiting": "Cannot start yet"}


def gate(review: Review, user: User) -> dict[str, Any]:
    """The whole page of the gate."""
    frozen, release = queries.frozen_now(review), queries.release_of(review)
    blocking = [] if release else blockers.of_gate(review)
    return {
        **_trail(review, "Publication"),
        "frozen": frozen,
        "release": release,
        "public_url": addresses.public(release) if release else "",
        "past": [one for one in queries.releases(review) if one.taken_down_on],
        "blockers": blocking,
        "is_open": not blocking and not release,
        "steps": [] if release else _steps(review, user),
        "files": queries.files_of(frozen) if frozen else [],
        "may_take_down": permissions.may_take_down(review.pk, user),
        "may_release": permissions.may_release(review.pk, user),
    }


def form(review: Review, title: str, form: Any, submit: str, why_not: list[Any]) -> dict[str, Any]:
    """A page with a form; what blocks takes the place of its button."""
    return {
        **_trail(review, title, gate=True),
        "form": form,
        "submit_label": submit,
        "blockers": why_not,
        "cancel_url": _gate(review),
    }


def initial(review: Review) -> dict[str, str]:
    """What was said at the last freeze; the first time the month of the death, as the register has it."""
    frozen = queries.frozen_now(review)
    if frozen:
        return {"died": frozen.died, "summary": frozen.summary}
    days = [one.died for one in people.subjects(review) if one.kind == "victim" and one.died]
    return {"died": f"{days[0]:%B %Y}"} if days else {}


def made_plan(review: Review, died: str, summary: str) -> Upload:
    """The action plan as a file, from the plan as it stands."""
    page = page_of(review, died=died, summary=summary)
    return Upload(plan_file.FILE_NAME, plan_file.plan_file(page))


def taken_over(review: Review, sources: dict[str, Document]) -> list[tuple[str, str]]:
    """Which files the review has, with where they can be read."""
    return [
        (FileKind(kind).label, reverse("documents:download", args=[one.pk])) for kind, one in sources.items()
    ]


def public_page(review: Review, frozen: FrozenReport) -> dict[str, Any]:
    return {
        **_trail(review, "What the public page will say", gate=True),
        "page": page_of(review, died=frozen.died, summary=frozen.summary),
        "frozen": frozen,
    }


def of_frozen(frozen: FrozenReport) -> dict[str, Any]:
    return {"frozen": frozen, "files": queries.files_of(frozen)}


def _steps(review: Review, user: User) -> list[dict[str, Any]]:
    return [
        {
            "text": one.text,
            "url": one.url,
            "status": STATUS[one.status],
            "blockers": one.blockers,
            "hint": one.hint,
        }
        for one in tasks.steps(review, user)
    ]


def _trail(review: Review, title: str, *, gate: bool = False) -> dict[str, Any]:
    between = [("Publication", _gate(review))] if gate else []
    return {
        "title": title, "review": review, "caption": review.title,
        "breadcrumbs": [*crumbs(review), *between, title],
    }  # fmt: skip


def _gate(review: Review) -> str:
    return reverse("publication:gate", args=[review.slug])
