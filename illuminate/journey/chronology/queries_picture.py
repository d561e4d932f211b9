"""Reading what the picture draws: counts for the lanes that hold much, single entries for those that hold little.

The number of queries does not grow with the entries.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from django.db.models import Count, DateField, F, Func, IntegerField, Max, Min, Q, QuerySet, Value

from illuminate.foundation.access.models import User
from illuminate.journey.chronology import queries_findings
from illuminate.journey.chronology.models import Entry
from illuminate.journey.reviews.models import Review

BINS = 120
MOST_SINGLE = 1000
FEW, MUCH = 1 / 50, 1 / 8
Names = Mapping[UUID, tuple[UUID, str]]
EXACT = Q(precision__in=("minute", "day"), uncertain=False)


@dataclass(frozen=True)
class Window:
    """The days that a picture shows, both included."""

    first: date
    last: date

    @classmethod
    def between(cls, first: str, last: str) -> "Window | None":
        """From two days as ISO 8601 writes them; None when they are not, or end before they begin."""
        try:
            found = cls(date.fromisoformat(first), date.fromisoformat(last))
        except ValueError:
            return None
        return found if found.first <= found.last else None

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Lane:
    """An agency's entries: all that have a day, those within the window, and those that end before it."""

    organisation_id: UUID
    name: str
    total: int
    shown: int
    wide: int
    before: int = 0


@dataclass(frozen=True)
class Single:
    """One entry to be drawn by itself. An open side is None."""

    pk: UUID
    identity: UUID
    organisation_id: UUID
    first: date | None
    last: date | None
    exact: bool


@dataclass(frozen=True)
class Bin:
    """How many entries of an agency begin in one part of the window, and how many of those name no one day."""

    organisation_id: UUID
    number: int
    count: int
    wide: int


@dataclass(frozen=True)
class Asked:
    """A finding to be drawn."""

    pk: UUID
    kind: str
    state: str
    entries: list[UUID]
    starts_on: date | None
    ends_on: date | None
    first_on: date | None


@dataclass(frozen=True)
class Whole:
    """A list in figures, from one look at all of it: how many entries, its lanes, and its days."""

    entries: int
    lanes: list[Lane]
    window: Window | None


def whole(rows: QuerySet[Entry], names: Names) -> Whole:
    """What a list holds as a whole. `names` has the agency of each current file, so that nothing need be joined."""
    dated = Q(sort_day__isnull=False)
    told = list(
        rows.order_by().values_list("file_id").annotate(
            entries=Count("pk"), dated=Count("pk", filter=dated), wide=Count("pk", filter=dated & ~EXACT),
            first=Min("sort_day"), last=Max("sort_day"), end=Max("ends_on"),
        )
    )  # fmt: skip
    found = [Lane(*names[file], dated, dated, wide) for file, _, dated, wide, *_ in told if dated]
    firsts = [first for *_, first, _, _ in told if first]
    lasts = [day for *_, last, end in told for day in (last, end) if day]
    window = Window(min(firsts), max(lasts)) if firsts else None
    return Whole(sum(row[1] for row in told), sorted(found, key=lambda one: one.name), window)


def opening(rows: QuerySet[Entry], found: Whole) -> Window | None:
    """The days that hold all but a few entries, where those few stretch the whole by much; else None.

    A few are a fiftieth at either end; much is an eighth of the days from the first entry to the last.
    """
    few = int(found.entries * FEW)
    if found.window is None:
        return None
    days = rows.exclude(sort_day=None).order_by("sort_day").values_list("sort_day", flat=True)
    least = found.window.days * MUCH
    first, last = _after_gap(days[: few + 1], least), _after_gap(days.reverse()[: few + 1], least)
    if first is None and last is None:
        return None
    return Window(first or found.window.first, last or found.window.last)


def _after_gap(told: Iterable[date | None], least: float) -> date | None:
    """The day behind the widest gap between some days in a row, if that is wide enough."""
    days = [day for day in told if day]
    gaps = [(abs((after - before).days), after) for before, after in pairwise(days)]
    wide = max(gaps, default=(0, None), key=lambda one: one[0])
    return wide[1] if wide[0] >= least else None


def lanes(rows: QuerySet[Entry], window: Window, names: Names) -> list[Lane]:
    """Every agency of a list, with what it has in the window."""
    found = rows.order_by().exclude(sort_day=None).values_list("file_id").annotate(
        total=Count("pk"), shown=Count("pk", filter=_within(window)),
        wide=Count("pk", filter=_within(window) & ~EXACT),
        before=Count("pk", filter=Q(sort_day__lt=window.first) & ~_within(window)),
    )  # fmt: skip
    return sorted((Lane(*names[file], *counts) for file, *counts in found), key=lambda one: one.name)


def singles(rows: QuerySet[Entry], window: Window, of: Collection[UUID], names: Names) -> list[Single]:
    """The entries of some agencies in the window, one by one."""
    if not of:
        return []
    found = rows.filter(_within(window), file__in=_files(of, names)).order_by("sort_day", "sort_width", "pk")
    columns = ("pk", "identity", "file_id", "starts_on", "ends_on", "precision", "uncertain")
    return [
        Single(pk, identity, names[file][0], first, last, precision in ("minute", "day") and not uncertain)
        for pk, identity, file, first, last, precision, uncertain in found.values_list(*columns)
    ]


def bins(rows: QuerySet[Entry], window: Window, of: Collection[UUID], names: Names) -> list[Bin]:
    """The entries of some agencies, counted by the part of the window in which they begin."""
    if not of:
        return []
    since = Func(
        F("sort_day"), Value(window.first, DateField()), function="date_mi", output_field=IntegerField()
    )
    found = (
        rows.order_by().filter(_within(window), file__in=_files(of, names)).annotate(since=since)
        .annotate(bin=F("since") * BINS / window.days).values_list("file_id", "bin")
        .annotate(count=Count("pk"), wide=Count("pk", filter=~EXACT)).order_by("file_id", "bin")
    )  # fmt: skip
    return [Bin(names[file][0], max(0, number), count, wide) for file, number, count, wide in found]


def _files(of: Collection[UUID], names: Names) -> list[UUID]:
    return [file for file, (organisation, _) in names.items() if organisation in of]


def _within(window: Window) -> Q:
    """Entries some of whose days lie in the window; an open side has the one day that it names."""
    begins = Q(starts_on__lte=window.last) | Q(starts_on=None, ends_on__lte=window.last)
    ends = Q(ends_on__gte=window.first) | Q(ends_on=None, starts_on__gte=window.first)
    return Q(sort_day__isnull=False) & begins & ends


def asked(review: Review, user: User) -> list[Asked]:
    """Every finding that a person may see, with its days."""
    rows = queries_findings.findings(review.pk, user).filter(gone_at=None)
    columns = ("pk", "kind", "state", "entries", "starts_on", "ends_on", "first_on")
    return [Asked(*row) for row in rows.order_by("first_on").values_list(*columns)]


def days_of(rows: QuerySet[Entry], review: Review, user: User, names: Names) -> dict[UUID, tuple[UUID, date]]:
    """Agency and first day of each entry of a list that a finding or a mark is about."""
    about = queries_findings.identities(queries_findings.findings(review.pk, user))
    marked = queries_findings.marks(review.pk, user).order_by().values("entry")
    found = rows.order_by().exclude(sort_day=None).filter(Q(identity__in=about) | Q(identity__in=marked))
    columns = ("identity", "file_id", "sort_day")
    return {identity: (names[file][0], day) for identity, file, day in found.values_list(*columns)}


def single_lanes(found: Iterable[Lane]) -> list[UUID]:
    """The agencies whose entries are drawn one by one: few enough that all of them together stay quick to draw."""
    left, chosen = MOST_SINGLE, []
    for lane in sorted(found, key=lambda one: one.shown):
        if lane.shown > left:
            break
        left -= lane.shown
        chosen.append(lane.organisation_id)
    return chosen


def widened(window: Window, least: int = 7) -> Window:
    """At least some days, so that a single day has a width."""
    missing = least - window.days
    if missing <= 0:
        return window
    return Window(
        window.first - timedelta(days=missing // 2), window.last + timedelta(days=missing - missing // 2)
    )
