"""Who knew what, and when; and how often each agency was in contact: read from the entries, nothing is guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractYear, TruncMonth

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.chronology import queries, queries_findings
from illuminate.journey.chronology.models import Entry, Finding
from illuminate.journey.chronology.models_findings import Decision, FindingKind
from illuminate.journey.reviews.models import Review

MOST = 500
"""How many entries a fact may be: more than that is no one fact."""


@dataclass
class Knowledge:
    """What one agency has on record of a fact: its own entries, and what others record that they told it."""

    organisation_id: UUID
    name: str
    own: list[Entry] = field(default_factory=list)
    told: list[Finding] = field(default_factory=list)


def fact(review: Review, user: User, *, entry: UUID | None = None, words: str = "") -> list[Entry]:
    """The entries that a fact is picked by: one of them, or all that hold the words."""
    rows = queries.combined(review, user)
    if entry:
        return list(rows.filter(identity=entry))
    return list(queries.narrowed(rows, words=words)[: MOST + 1]) if words else []


def knowledge(review: Review, user: User, base: Sequence[Entry]) -> list[Knowledge]:
    """Each agency that has sent a chronology, with what it has on record of the fact, by name."""
    named = (
        queries.combined(review, user)
        .order_by()
        .values_list("file__organisation_id", "file__organisation__name")
    )
    found = {pk: Knowledge(pk, name) for pk, name in named.distinct()}
    linked = _linked(review, user, base)
    for row in {one.identity: one for one in [*base, *linked]}.values():
        found[row.file.organisation_id].own.append(row)
    for one in _sent(review, user, base):
        for each in found.values():
            if each.name == one.expected_agency:
                each.told.append(one)
    return sorted(found.values(), key=lambda one: one.name)


def _linked(review: Review, user: User, base: Sequence[Entry]) -> list[Entry]:
    """What other agencies record of the same events, unless it was settled that they are not the same."""
    same = queries_findings.findings(review.pk, user).filter(
        kind=FindingKind.SAME_EVENT, gone_at=None, entries__overlap=[one.identity for one in base]
    )
    same = same.exclude(decision=Decision.NOT_SAME)
    rows = queries.combined(review, user).filter(identity__in=queries_findings.identities(same))
    return list(rows) if base else []


def _sent(review: Review, user: User, base: Sequence[Entry]) -> Iterable[Finding]:
    if not base:
        return []
    return queries_findings.findings(review.pk, user).filter(
        kind=FindingKind.ONE_SIDED, gone_at=None, entries__overlap=[one.identity for one in base]
    )


@dataclass(frozen=True)
class Contacts:
    """How many entries of an agency lie in one month."""

    organisation_id: UUID
    month: date
    count: int


def contacts(review: Review, user: User) -> list[Contacts]:
    """Entries by agency and month: those whose words name no more than a month."""
    rows = _in_one_month(queries.combined(review, user).order_by())
    found = rows.annotate(month=TruncMonth("starts_on")).values_list("file__organisation_id", "month")
    return [Contacts(*row) for row in found.annotate(count=Count("pk")).order_by("month")]


def without_month(review: Review, user: User) -> dict[UUID, int]:
    """How many entries of each agency can't be put into one month."""
    rows = queries.combined(review, user).order_by()
    told = rows.exclude(pk__in=_in_one_month(rows).values("pk")).values_list("file__organisation_id")
    return dict(told.annotate(count=Count("pk")))


def agencies(review: Review, user: User) -> list[tuple[UUID, str]]:
    rows = access.visible_to(user, Entry.objects.filter(review=review, file__replaced_at=None))
    named = rows.order_by().values_list("file__organisation_id", "file__organisation__name")
    return sorted(named.distinct(), key=lambda one: one[1])


def _in_one_month(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    return rows.filter(Q(starts_on__year=ExtractYear(F("ends_on"))), starts_on__month=F("ends_on__month"))
