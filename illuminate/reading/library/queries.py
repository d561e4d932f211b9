"""Reading released copies, through the library's own login and no other."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Count, F, Prefetch, QuerySet
from django.http import Http404

from illuminate.journey.publication.models_released import (
    ReleasedAction,
    ReleasedFile,
    ReleasedLesson,
    ReleasedRecommendation,
    ReleasedReport,
    ReleasedStatement,
    ReleasedWithdrawal,
)

DATABASE = "library"
WEIGHTS = [0.1, 0.3, 0.6, 1.0]
"""Of D, C, B and A: files, lessons and recommendations, summary, title."""
FILTERS = ("year", "region", "partnership")


@dataclass(frozen=True)
class Wanted:
    """What a reader is looking for: words, and one value a filter or none."""

    words: str = ""
    chosen: dict[str, str] = field(default_factory=dict)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.chosen)


def reports(wanted: Wanted, *, without: str = "") -> QuerySet[ReleasedReport]:
    """The published reports that fit, the best match first, else the newest; `without` leaves one filter out."""
    rows = ReleasedReport.objects.using(DATABASE).defer("search")
    for name, value in wanted.chosen.items():
        if name != without:
            rows = rows.filter(**{name: value})
    if not wanted.words:
        return rows.order_by("-published_on", "title", "pk")
    query = SearchQuery(wanted.words, config="english", search_type="websearch")
    ranked = rows.filter(search=query).annotate(rank=SearchRank(F("search"), query, weights=WEIGHTS))
    return ranked.order_by("-rank", "-published_on", "pk")


def counts(wanted: Wanted, name: str) -> list[tuple[str, int]]:
    """How many reports each value of a filter would leave, beside what else is wanted."""
    rows = reports(wanted, without=name).order_by().values(name).annotate(number=Count("pk"))
    found = {str(row[name]): row["number"] for row in rows if row[name]}
    if wanted.chosen.get(name):
        found.setdefault(wanted.chosen[name], 0)
    return sorted(found.items(), reverse=name == "year")


def report_or_404(slug: str) -> ReleasedReport:
    """A report with everything its page shows."""
    found = _whole().filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def recommendation_or_404(slug: str, number: int) -> ReleasedRecommendation:
    rows = _recommendations().select_related("report").defer("report__search")
    found = rows.filter(report__slug=slug, number=number).first()
    if found is None:
        raise Http404
    return found


def lessons_behind(recommendation: ReleasedRecommendation) -> list[ReleasedLesson]:
    """The lessons that a recommendation answers."""
    rows = ReleasedLesson.objects.using(DATABASE).filter(report_id=recommendation.report_id)
    return list(rows.filter(number__in=recommendation.lesson_numbers))


def file_or_404(slug: str, kind: str) -> ReleasedFile:
    found = ReleasedFile.objects.using(DATABASE).filter(report__slug=slug, kind=kind).first()
    if found is None:
        raise Http404
    return found


def withdrawal(slug: str) -> ReleasedWithdrawal | None:
    return ReleasedWithdrawal.objects.using(DATABASE).filter(slug=slug).first()


def answering(lesson: ReleasedLesson, recommendations: Iterable[ReleasedRecommendation]) -> list[int]:
    """The numbers of the recommendations that answer a lesson."""
    return [one.number for one in recommendations if lesson.number in one.lesson_numbers]


def _whole() -> QuerySet[ReleasedReport]:
    return (
        ReleasedReport.objects.using(DATABASE)
        .defer("search")
        .prefetch_related("files", "lessons", Prefetch("recommendations", _recommendations()))
    )


def _recommendations() -> QuerySet[ReleasedRecommendation]:
    statements = Prefetch("statements", ReleasedStatement.objects.using(DATABASE))
    actions = ReleasedAction.objects.using(DATABASE).prefetch_related(statements)
    return ReleasedRecommendation.objects.using(DATABASE).prefetch_related(Prefetch("actions", actions))
