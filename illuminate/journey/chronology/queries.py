"""Reading agencies' chronologies: the combined list in its order, and who has not sent theirs."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import keys
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.agencies.models import InformationRequest, NilReturn
from illuminate.journey.chronology.identity import Told
from illuminate.journey.chronology.models import ChronologyFile, ColumnMapping, Entry, RefusedRow
from illuminate.journey.reviews.models import Review

Row = TypeVar("Row", bound=Model)
IN_ORDER = (
    F("sort_day").asc(nulls_last=True), "sort_width", F("time").asc(nulls_last=True), "file__organisation__name",
    "source_row", "file_id", "number",
)  # fmt: skip
SEARCHED = ("event", "response", "comment", "original_date", "contact", "origin")


@dataclass(frozen=True)
class Sender:
    """An agency that was asked for a chronology, and what has come of it."""

    request: InformationRequest
    file: ChronologyFile | None
    nil: bool

    @property
    def is_outstanding(self) -> bool:
        return self.file is None and not self.nil

    @property
    def due_on(self) -> date:
        return self.request.due_on

    @property
    def name(self) -> str:
        return self.request.organisation.name


def visible_to(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    return access.visible_to(user, rows)


def request_or_404(pk: UUID, user: User) -> InformationRequest:
    rows = InformationRequest.objects.select_related("organisation", "compartment")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def file_or_404(pk: UUID, user: User) -> ChronologyFile:
    rows = ChronologyFile.objects.select_related("organisation", "compartment", "document", "received_by")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def entry_or_404(pk: UUID, user: User) -> Entry:
    rows = Entry.objects.select_related("file__organisation", "file__document", "compartment")
    return get_object_or_404(visible_to(user, rows), pk=pk)


def current_of(request: InformationRequest) -> ChronologyFile | None:
    """The version that counts now."""
    return ChronologyFile.objects.filter(request=request, replaced_at=None).select_related("document").first()


def mapping_of(request: InformationRequest) -> ColumnMapping | None:
    """What somebody has said that an agency's columns mean, in this review."""
    rows = ColumnMapping.objects.filter(review_id=request.review_id, organisation_id=request.organisation_id)
    return rows.select_for_update(of=("self",)).first()


def known_columns(request: InformationRequest) -> dict[str, str]:
    """The same; else what was said last in another review that whoever acts sees."""
    rows = ColumnMapping.objects.filter(organisation_id=request.organisation_id)
    found = sorted(rows, key=lambda one: (one.review_id == request.review_id, one.kept_on))
    return dict(found[-1].columns) if found else {}


def latest_version(request: InformationRequest) -> int:
    found = (
        ChronologyFile.objects.filter(request=request).order_by("-version").values_list("version", flat=True)
    )
    return found.first() or 0


def known_entries(request: InformationRequest) -> list[tuple[UUID, Told]]:
    """What an agency has told so far, each entry once, in its newest words; those of the current version first."""
    rows = Entry.objects.filter(file__request=request).order_by("-file__version", "number")
    found: dict[UUID, Told] = {}
    columns = ("identity", "source_part", "source_row", "original_date", "original_time")
    for identity, part, row, day, clock, *text in rows.values_list(*columns, "event", "response", "comment"):
        found.setdefault(identity, Told(part, row, day, clock, " ".join(text)))
    return list(found.items())


def identities_of(file: ChronologyFile) -> set[UUID]:
    return set(Entry.objects.filter(file=file).values_list("identity", flat=True))


def versions_of(request: InformationRequest, user: User) -> list[ChronologyFile]:
    """Every version that an agency has sent, newest first."""
    rows = ChronologyFile.objects.filter(request=request).select_related("document", "received_by")
    return list(visible_to(user, rows).order_by("-version"))


def files(review: Review, user: User) -> list[ChronologyFile]:
    """Every file of a review that its reader may see: current ones and, where nothing newer is open, replaced ones."""
    rows = ChronologyFile.objects.filter(review=review).select_related(
        "organisation", "document", "compartment"
    )
    return list(visible_to(user, rows).order_by("organisation__name", "-version"))


def file_names(files: list[ChronologyFile]) -> dict[UUID, str]:
    """The files' own names, opened with the review's key asked for once."""
    if not files:
        return {}
    with keys.holding(files[0].review_id):
        return {file.pk: str(file.document.name) for file in files}


def combined(review: Review, user: User) -> QuerySet[Entry]:
    """The combined chronology: what the reader may see of every agency's current version, in one order."""
    return in_order(visible_to(user, Entry.objects.filter(review=review, file__replaced_at=None)))


def in_order(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """In the order of the engine, each with its file and agency."""
    return rows.select_related("file__organisation").order_by(*IN_ORDER)


def entries_of(file: ChronologyFile, user: User) -> QuerySet[Entry]:
    return visible_to(user, Entry.objects.filter(file=file)).order_by(*IN_ORDER)


def narrowed(rows: QuerySet[Entry], *, agency: str = "", dates: str = "", words: str = "") -> QuerySet[Entry]:
    """The same list, of one agency, with one kind of date, or with all of the words somewhere in the row."""
    exact = Q(precision__in=("minute", "day"), uncertain=False)
    if agency:
        rows = rows.filter(file__organisation_id=agency)
    if dates == "exact":
        rows = rows.filter(exact)
    elif dates == "open":
        rows = rows.exclude(exact)
    elif dates == "none":
        rows = rows.filter(sort_day=None)
    for word in words.split():
        anywhere = Q()
        for field in SEARCHED:
            anywhere |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(anywhere)
    return rows


def refused(review: Review, user: User, *, agency: str = "", words: str = "") -> QuerySet[RefusedRow]:
    """The rows of current files that could not be read; of one agency, or with all of the words."""
    rows = RefusedRow.objects.filter(review=review, file__replaced_at=None)
    if agency:
        rows = rows.filter(file__organisation_id=agency)
    for word in words.split():
        rows = rows.filter(text__icontains=word)
    return visible_to(user, rows.select_related("file__organisation")).order_by(
        "file__organisation__name", "part", "row"
    )


def refused_of(file: ChronologyFile, user: User) -> QuerySet[RefusedRow]:
    return visible_to(user, RefusedRow.objects.filter(file=file)).order_by("part", "row")


def senders(review: Review) -> list[Sender]:
    """Every agency that was asked for a chronology, those with the nearest date first."""
    requests = list(
        InformationRequest.objects.filter(review=review, wants_chronology=True)
        .select_related("organisation")
        .order_by("due_on", "organisation__name")
    )
    current = {
        file.request_id: file for file in ChronologyFile.objects.filter(review=review, replaced_at=None)
    }
    nil = set(NilReturn.objects.filter(request__in=requests).values_list("request_id", flat=True))
    return [Sender(request, current.get(request.pk), request.pk in nil) for request in requests]
