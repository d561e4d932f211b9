"""What the pages of the library show."""

from typing import Any

from django.core.paginator import Page
from django.urls import reverse

from illuminate.foundation.design.days import long_day
from illuminate.journey.publication.models_released import (
    ReleasedAction,
    ReleasedRecommendation,
    ReleasedReport,
    ReleasedStatement,
)
from illuminate.reading.library import queries
from illuminate.reading.library.forms import SearchForm
from illuminate.reading.library.queries import Wanted

NAME = "Published reviews"


def home(form: SearchForm, page: Page[ReleasedReport], wanted: Wanted) -> dict[str, Any]:
    return {
        "title": NAME, "form": form, "page": page, "number": _number(page.paginator.count),
        "is_narrowed": wanted.is_narrowed,
    }  # fmt: skip


def report(found: ReleasedReport) -> dict[str, Any]:
    recommendations = list(found.recommendations.all())
    return {
        **_trail([found.title]),
        "title": found.title,
        "caption": found.label,
        "report": found,
        "facts": _facts(found),
        "files": sorted(found.files.all(), key=lambda file: file.place),
        "lessons": [(lesson, queries.answering(lesson, recommendations)) for lesson in found.lessons.all()],
        "recommendations": [(one, since(one)) for one in recommendations],
    }


def recommendation(found: ReleasedRecommendation) -> dict[str, Any]:
    """One recommendation from the lesson to what was done."""
    title = f"Recommendation {found.number}"
    return {
        **_trail([(found.report.title, reverse("library:report", args=[found.report.slug])), title]),
        "title": title,
        "caption": found.report.title,
        "recommendation": found,
        "lessons": queries.lessons_behind(found),
        "facts": _asked(found),
        "actions": [
            (action, _planned(action), list(action.statements.all())) for action in found.actions.all()
        ],
    }


def since(found: ReleasedRecommendation) -> list[ReleasedStatement]:
    """What has been done since, of all its actions, in the order of time."""
    said = [one for action in found.actions.all() for one in action.statements.all()]
    return sorted(said, key=lambda one: one.said_on)


def _facts(found: ReleasedReport) -> list[tuple[str, str]]:
    rows = [("Partnership", found.partnership), ("Region", found.region), ("Died", found.died),
            ("Published", long_day(found.published_on))]  # fmt: skip
    return [(name, value) for name, value in rows if value]


def _asked(found: ReleasedRecommendation) -> list[tuple[str, str]]:
    by = long_day(found.target_date) if found.target_date else ""
    rows = [
        ("Asked of", found.lead),
        ("Reach", found.scope),
        ("By", by),
        ("Expected change", found.expected_change),
    ]
    return [(name, value) for name, value in rows if value]


def _planned(action: ReleasedAction) -> str:
    by = f", by {long_day(action.target_date)}" if action.target_date else ""
    return f"{action.owner}{by}"


def _trail(then: list[Any]) -> dict[str, Any]:
    return {"breadcrumbs": [(NAME, reverse("library:home")), *then]}


def _number(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"
