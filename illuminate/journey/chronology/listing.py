"""What somebody wants to see of the combined chronology, and the list narrowed to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from illuminate.foundation.access.models import User
from illuminate.journey.chronology import queries, queries_findings
from illuminate.journey.chronology.models import ChronologyFile, Entry
from illuminate.journey.chronology.models_findings import State
from illuminate.journey.reviews.models import Review

OPEN, ANY = "open", "any"


@dataclass(frozen=True)
class Wanted:
    """The filters, each empty when it does not narrow. `person` is a blind index, never a name."""

    agency: str = ""
    person: str = ""
    finding: str = ""
    mark: str = ""
    dates: str = ""
    first: date | None = None
    last: date | None = None
    words: str = ""

    @classmethod
    def said(cls, cleaned: Mapping[str, Any]) -> "Wanted":
        """From a filter form's answers."""
        return cls(**{name: cleaned[name] for name in cls.__dataclass_fields__ if cleaned.get(name)})


def narrowed(review: Review, user: User, wanted: Wanted, files: Iterable[ChronologyFile]) -> QuerySet[Entry]:
    """The combined chronology as far as a person may see it and wants to. `files` are those that they may see."""
    chosen = [
        file.pk for file in files
        if file.is_current and (not wanted.agency or str(file.organisation_id) == wanted.agency)
    ]  # fmt: skip
    rows = queries.in_order(queries.visible_to(user, Entry.objects.filter(review=review, file__in=chosen)))
    rows = queries.narrowed(rows, dates=wanted.dates, words=wanted.words)
    if wanted.person:
        rows = rows.filter(named__contains=[wanted.person])
    if wanted.first:
        rows = rows.filter(Q(ends_on__gte=wanted.first) | Q(ends_on=None, starts_on__isnull=False))
    if wanted.last:
        rows = rows.filter(Q(starts_on__lte=wanted.last) | Q(starts_on=None, ends_on__isnull=False))
    if wanted.finding:
        rows = rows.filter(identity__in=queries_findings.identities(_findings(review, user, wanted.finding)))
    if wanted.mark:
        marks = queries_findings.marks(review.pk, user).order_by()
        marks = marks if wanted.mark == ANY else marks.filter(kind=wanted.mark)
        rows = rows.filter(identity__in=marks.values("entry"))
    return rows


def _findings(review: Review, user: User, finding: str) -> Any:
    rows = queries_findings.findings(review.pk, user)
    if finding == ANY:
        return rows
    return rows.exclude(state=State.SETTLED) if finding == OPEN else rows.filter(kind=finding)
