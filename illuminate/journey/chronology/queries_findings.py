"""Reading what comparing the entries found, how it was settled, and what was marked."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Func, Prefetch, Q, QuerySet, UUIDField
from django.shortcuts import get_object_or_404

from illuminate.engines.chronology import Entry as Read
from illuminate.engines.chronology import Original, Source
from illuminate.engines.dates import When
from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.journey.chronology.continuity import OnRecord
from illuminate.journey.chronology.models import Comparison, Entry, Finding, Mark, Settlement
from illuminate.journey.chronology.queries import IN_ORDER
from illuminate.journey.chronology.rows import BETWEEN


class Placed(NamedTuple):
    """Whose an entry is, and its first day."""

    organisation_id: UUID
    day: date | None


def place(review_id: UUID, kind: Kind) -> UUID | None:
    """A review's analysis or panel, for those who sit in the review and for the comparison."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT chronology_place(%s, %s)", [review_id, str(kind)])
        found: UUID | None = cursor.fetchone()[0]
        return found


def waiting_to_be_compared() -> list[UUID]:
    rows = Comparison.objects.filter(compared__lt=F("asked"), failed=False)
    return list(rows.order_by("recorded_at").values_list("review_id", flat=True))


def comparison_of(review_id: UUID, user: User) -> Comparison | None:
    """How far comparing has come, for those who oversee the review."""
    return access.visible_to(user, Comparison.objects.filter(review_id=review_id)).first()


def current_entries(review_id: UUID) -> QuerySet[Entry]:
    return Entry.objects.filter(review_id=review_id, file__replaced_at=None)


def placed(review_id: UUID) -> dict[UUID, Placed]:
    """Every current entry by its identity."""
    rows = current_entries(review_id).values_list("identity", "file__organisation_id", "sort_day")
    return {identity: Placed(organisation_id, day) for identity, organisation_id, day in rows}


def released_entries(review_id: UUID) -> set[UUID]:
    """The identities of the entries that the panel can read."""
    rows = current_entries(review_id).exclude(file__released_on=None)
    return set(rows.values_list("identity", flat=True))


def lying(review_id: UUID) -> list[tuple[UUID, list[UUID], UUID]]:
    """Each finding with its entries and where it lies; those that are gone stay where they are."""
    rows = Finding.objects.filter(review_id=review_id, gone_at=None)
    return list(rows.order_by().values_list("pk", "entries", "compartment_id"))


def marks_lying(review_id: UUID) -> list[tuple[UUID, UUID, UUID]]:
    rows = Mark.objects.filter(review_id=review_id)
    return list(rows.order_by().values_list("pk", "entry", "compartment_id"))


def on_record(finding: Finding) -> OnRecord:
    sort = (finding.kind, finding.field, finding.expected_agency or finding.agency)
    return OnRecord(finding.pk, finding.key, sort, frozenset(finding.entries))


def to_compare(review_id: UUID) -> list[Read]:
    """The current entries as the engine reads them, under their identities. Call while holding the review's key."""
    rows = current_entries(review_id).select_related("file__organisation").order_by(*IN_ORDER)
    return [as_read(row, str(row.file_id)) for row in rows]


def as_read(row: Entry, file: str) -> Read:
    """An entry as the engine reads it, under its identity; `file` is what its source is called."""
    text = "\n".join(part for part in (row.event, row.response, row.comment) if part)
    return Read(
        agency=row.file.organisation.name, source=Source(file, row.source_part, row.source_row),
        original=Original(row.original_date, row.original_time, text), when=_when(row),
        subjects=tuple(one for one in str(row.subjects).split(BETWEEN) if one), event=row.event,
        response=row.response, comment=row.comment, kind=row.contact, origin=row.origin,
        practitioner=str(row.practitioner), extra=row.columns(), hidden=row.hidden, id=str(row.identity),
    )  # fmt: skip


def _when(row: Entry) -> When:
    precision: Any = row.precision
    return When(row.starts_on, row.ends_on, precision, time=row.time, uncertain=row.uncertain,
                part_of_day=row.part_of_day or None, turned=row.turned)  # fmt: skip


def findings(review_id: UUID, user: User) -> QuerySet[Finding]:
    """The findings that a person may see: those that the entries raise as they are now, and those that are settled."""
    shown = Q(gone_at=None) | ~Q(state="open")
    return access.visible_to(user, Finding.objects.filter(shown, review_id=review_id))


def with_settlements(rows: QuerySet[Finding]) -> QuerySet[Finding]:
    told = Settlement.objects.select_related("settled_by").order_by("recorded_at")
    return rows.prefetch_related(Prefetch("settlements", told))


def aliases(review_id: UUID) -> list[tuple[str, str]]:
    """The short names by which agencies' rows speak of each other."""
    rows = (
        current_entries(review_id)
        .order_by()
        .values_list("file__organisation__short_name", "file__organisation__name")
    )
    return [(short, name) for short, name in rows.distinct() if short]


def finding_or_404(pk: UUID, user: User) -> Finding:
    rows = access.visible_to(user, Finding.objects.select_related("compartment", "review"))
    return get_object_or_404(with_settlements(rows), pk=pk)


def counts(review_id: UUID, user: User) -> dict[tuple[str, str], int]:
    """How many findings there are, by kind and state."""
    rows = findings(review_id, user).order_by().values_list("kind", "state").annotate(number=Count("pk"))
    return {(kind, state): number for kind, state, number in rows}


def about(rows: Iterable[Entry], review_id: UUID, user: User) -> dict[UUID, list[Finding]]:
    """The findings that are about some entries, by the entry's identity."""
    wanted = [row.identity for row in rows]
    found: dict[UUID, list[Finding]] = defaultdict(list)
    for finding in findings(review_id, user).filter(entries__overlap=wanted):
        for identity in finding.entries:
            found[identity].append(finding)
    return found


def entries_of(found: Iterable[Finding], review_id: UUID, user: User) -> dict[UUID, Entry]:
    """The current entries that findings are about, as far as the reader may see them."""
    wanted = {identity for finding in found for identity in finding.entries}
    rows = current_entries(review_id).filter(identity__in=wanted).select_related("file__organisation")
    return {row.identity: row for row in access.visible_to(user, rows)}


def marks(review_id: UUID, user: User) -> QuerySet[Mark]:
    """What is marked now, as far as a person may see it."""
    rows = Mark.objects.filter(review_id=review_id, ended_on=None).select_related("marked_by")
    return access.visible_to(user, rows).order_by("recorded_at")


def marks_on(rows: Iterable[Entry], review_id: UUID, user: User) -> dict[UUID, list[Mark]]:
    found: dict[UUID, list[Mark]] = defaultdict(list)
    for mark in marks(review_id, user).filter(entry__in=[row.identity for row in rows]):
        found[mark.entry].append(mark)
    return found


def mark_or_404(pk: UUID, user: User) -> Mark:
    rows = Mark.objects.filter(ended_on=None).select_related("compartment", "review", "marked_by")
    return get_object_or_404(access.visible_to(user, rows), pk=pk)


def entry_of(mark: Mark, user: User) -> Entry:
    """The entry that a mark is on, as it stands now."""
    rows = current_entries(mark.review_id).select_related(
        "file__organisation", "file__document", "compartment"
    )
    return get_object_or_404(access.visible_to(user, rows), identity=mark.entry)


class Marked(NamedTuple):
    """A mark with the entry that it is on, for the report."""

    mark: Mark
    entry: Entry


def marked(review_id: UUID, user: User) -> list[Marked]:
    """Key episodes, missed opportunities and good practice in the order of the chronology: they feed the report."""
    found = defaultdict(list)
    for mark in marks(review_id, user):
        found[mark.entry].append(mark)
    rows = current_entries(review_id).filter(identity__in=list(found)).select_related("file__organisation")
    with keys.holding(review_id):
        return [
            Marked(mark, entry)
            for entry in access.visible_to(user, rows).order_by(*IN_ORDER)
            for mark in found[entry.identity]
        ]


def identities(rows: QuerySet[Finding]) -> QuerySet[Finding, UUID]:
    """The entries that some findings are about, as a subquery."""
    each = Func(F("entries"), function="unnest", output_field=UUIDField())
    return rows.order_by().annotate(each=each).values_list("each", flat=True)
