"""Writing and taking out the public copies."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

from django.contrib.postgres.search import SearchVector
from django.db import connection
from django.db.models import Value
from django.utils.text import slugify

from illuminate.journey.publication.full_text import words_of
from illuminate.journey.publication.models import (
    ReleasedAction,
    ReleasedFile,
    ReleasedLesson,
    ReleasedRecommendation,
    ReleasedReport,
    ReleasedWithdrawal,
)
from illuminate.journey.publication.page import PageRecommendation, PublicPage
from illuminate.journey.publication.queries import Kept

LOCK = 1_111_012


def hold_store() -> None:
    """One release or takedown at a time, so that nobody sweeps away what another is about to name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def named() -> set[str]:
    """The digests that public rows name."""
    return set(ReleasedFile.objects.values_list("digest", flat=True))


def write(*, slug: str, page: PublicPage, day: date, files: Iterable[Kept]) -> ReleasedReport:
    """The rows of a report's public page."""
    files = list(files)
    ReleasedWithdrawal.objects.filter(slug=slug).delete()
    report = ReleasedReport.objects.create(
        slug=slug, title=page.title, label=page.label, partnership=page.partnership, region=page.region,
        died=page.died, summary=page.summary, published_on=day, year=day.year,
    )  # fmt: skip
    ReleasedFile.objects.bulk_create(_file(report, one) for one in files)
    ReleasedLesson.objects.bulk_create(
        ReleasedLesson(report=report, number=one.number, title=one.title, text=one.text)
        for one in page.lessons
    )
    for one in page.recommendations:
        _recommendation(report, one)
    _index(report, page, words_of(files))
    return report


def remove(*, slug: str) -> list[str]:
    """Take a report's public rows out; returns the digests that nothing names any more."""
    digests = set(ReleasedFile.objects.filter(report__slug=slug).values_list("digest", flat=True))
    ReleasedReport.objects.filter(slug=slug).delete()
    return sorted(digests - named())


def _file(report: ReleasedReport, one: Kept) -> ReleasedFile:
    """Under a name that says what it is: the name of the file itself was never checked by two people."""
    ending = PurePath(one.file.document.name).suffix.lower()
    return ReleasedFile(
        report=report, kind=one.kind, digest=one.file.digest, size=len(one.data),
        name=f"{slugify(report.title) or 'report'}-{slugify(one.kind.label)}{ending}",
        content_type=one.file.document.content_type,
    )  # fmt: skip


def _recommendation(report: ReleasedReport, one: PageRecommendation) -> None:
    row = ReleasedRecommendation.objects.create(
        report=report, number=one.number, text=one.text, scope=one.scope, lead=one.lead, target_date=one.target_date,
        expected_change=one.expected_change, lesson_numbers=list(one.lessons),
    )  # fmt: skip
    ReleasedAction.objects.bulk_create(
        ReleasedAction(recommendation=row, number=action.number, text=action.text, owner=action.owner,
                       target_date=action.target_date)
        for action in one.actions
    )  # fmt: skip


def _index(report: ReleasedReport, page: PublicPage, full_text: str) -> None:
    """Words for the search: title first, then the page, then the files."""
    found = "\n".join(text for _, text in page.words())
    weighted = (
        SearchVector(Value(f"{page.title} {page.partnership}"), weight="A", config="english")
        + SearchVector(Value(page.summary), weight="B", config="english")
        + SearchVector(Value(found), weight="C", config="english")
        + SearchVector(Value(full_text), weight="D", config="english")
    )
    ReleasedReport.objects.filter(pk=report.pk).update(search=weighted)
