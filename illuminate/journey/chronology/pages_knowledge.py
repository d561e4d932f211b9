"""The pages that read across agencies: who knew what, contacts by month, what is marked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.journey.chronology import (
    pages,
    permissions,
    queries_findings,
    queries_knowledge,
    words,
    words_findings,
)
from illuminate.journey.chronology.models import Entry
from illuminate.journey.chronology.models_findings import MarkKind
from illuminate.journey.chronology.pages import Line
from illuminate.journey.chronology.queries_knowledge import MOST, Contacts, Knowledge
from illuminate.journey.reviews.models import Review

YES, PERHAPS, NOT_YET, NOTHING = "On record", "Perhaps", "Not yet on record", "Nothing on record"
COLOURS = {YES: "green", PERHAPS: "yellow", NOT_YET: "grey", NOTHING: "grey"}
BAR_WIDTH, BAR_HEIGHT, AXIS_HEIGHT = 600, 60, 28
YEAR_WIDTH = 70


@dataclass(frozen=True)
class Knew:
    """One agency's line: what it had, in a word and in a sentence, with the entries that show it."""

    agency: str
    state: str
    colour: str
    text: str
    lines: list[Line]


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    words: str


@dataclass(frozen=True)
class Tick:
    """Where a year begins under the bars; without words where there is no room for them."""

    x: float
    words: str


@dataclass(frozen=True)
class Strip:
    """An agency's contacts as small bars, and in a sentence."""

    number: int
    agency: str
    bars: list[Bar]
    text: str


def knew(review: Review, user: User, base: list[Entry], day: date | None) -> dict[str, Any]:
    too_many = len(base) > MOST
    found = [] if too_many else queries_knowledge.knowledge(review, user, base)
    return pages.frame(review.compartment, "Who knew what, and when", _back(review)) | {
        "review": review,
        "base": pages.lines(base[:5]),
        "base_count": len(base),
        "too_many": too_many,
        "most": MOST,
        "day": day,
        "agencies": [_knew(one, day) for one in found] if base else [],
    }


def _knew(one: Knowledge, day: date | None) -> Knew:
    state, text = _said(one, day)
    return Knew(one.name, state, COLOURS[state], text, pages.lines(one.own[:5]))


def _said(one: Knowledge, day: date | None) -> tuple[str, str]:
    """What an agency had on record by a day. Nothing on record does not say that nobody knew."""
    dated = [row for row in one.own if row.starts_on or row.ends_on]
    sure = [row for row in dated if row.ends_on and (day is None or row.ends_on <= day)]
    maybe = [row for row in dated if day is None or (row.starts_on or date.min) <= day]
    if sure:
        return YES, f"Its own entry of {words.day_words(min(sure, key=_end))}."
    if maybe or len(dated) < len(one.own):
        return PERHAPS, "It has an entry of its own, but its date is in doubt."
    if one.told:
        return PERHAPS, f"{one.told[0].why} No receipt is on record."
    if dated:
        return NOT_YET, f"Its first entry is of {words.day_words(min(dated, key=_start))}."
    return NOTHING, "That does not show that nobody there knew."


def _end(row: Entry) -> date:
    return row.ends_on or date.max


def _start(row: Entry) -> date:
    return row.starts_on or row.ends_on or date.max


def contacts(review: Review, user: User) -> dict[str, Any]:
    told = queries_knowledge.contacts(review, user)
    agencies = queries_knowledge.agencies(review, user)
    without = queries_knowledge.without_month(review, user)
    months = _months(told)
    counts = {(one.organisation_id, one.month): one.count for one in told}
    strips = [_strip(number, pk, name, months, counts, without) for number, (pk, name) in enumerate(agencies)]
    used = [month for month in months if any((pk, month) in counts for pk, _ in agencies)]
    table = [(f"{month:%B %Y}", [counts.get((pk, month), 0) for pk, _ in agencies]) for month in used]
    return pages.frame(review.compartment, "Contacts by month", _back(review)) | {
        "review": review, "strips": strips, "names": [name for _, name in agencies], "table": table,
        "without": [(name, without[pk]) for pk, name in agencies if without.get(pk)],
        "first": f"{months[0]:%B %Y}" if months else "", "last": f"{months[-1]:%B %Y}" if months else "",
        "bar_width": BAR_WIDTH, "bar_height": BAR_HEIGHT, "picture_height": BAR_HEIGHT + AXIS_HEIGHT,
        "ticks": year_ticks(months),
    }  # fmt: skip


def _months(told: Sequence[Contacts]) -> list[date]:
    """Every month from the first contact to the last."""
    if not told:
        return []
    first, last = told[0].month, told[-1].month
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def year_ticks(months: Sequence[date]) -> list[Tick]:
    """The beginning of each year, named as far as the names have room; the first month stands for its year."""
    width, ticks, free = BAR_WIDTH / max(1, len(months)), [], 0.0
    firsts = [place for place, month in enumerate(months) if place == 0 or month.month == 1]
    if len(firsts) > 1 and months[0].month > 1 and firsts[1] * width < YEAR_WIDTH:
        firsts = firsts[1:]  # the first is a part of a year, too short to be named
    for place in firsts:
        x = round(place * width, 1)
        has_room = free <= x <= BAR_WIDTH - YEAR_WIDTH or len(firsts) == 1
        ticks.append(Tick(x, str(months[place].year) if has_room else ""))
        free = x + YEAR_WIDTH if has_room else free
    return ticks


def _strip(
    number: int, pk: UUID, name: str, months: list[date], counts: dict[tuple[UUID, date], int],
    without: dict[UUID, int],
) -> Strip:  # fmt: skip
    own = {month: counts[(pk, month)] for month in months if (pk, month) in counts}
    most, width = max(counts.values(), default=1), BAR_WIDTH / max(1, len(months))
    bars = []
    for place, month in enumerate(months):
        if month in own:
            height = max(2.0, round((BAR_HEIGHT - 4) * own[month] / most, 1))
            said = f"{month:%B %Y}: {own[month]}"
            bars.append(
                Bar(
                    round(place * width, 1),
                    BAR_HEIGHT - height,
                    round(max(width - 0.6, 0.8), 1),
                    height,
                    said,
                )
            )
    return Strip(number, name, bars, _strip_words(own, without.get(pk, 0)))


def _strip_words(own: dict[date, int], without: int) -> str:
    if not own:
        return "No contact that can be put into one month."
    total, busiest = sum(own.values()), max(own, key=lambda month: own[month])
    text = f"{total} in {len(own)} {'month' if len(own) == 1 else 'months'}; most in {busiest:%B %Y} ({own[busiest]})."
    return f"{text} {without} more can’t be put into one month." if without else text


def marks(review: Review, user: User) -> dict[str, Any]:
    found = queries_findings.marked(review.pk, user)
    counted = Counter(one.mark.kind for one in found)
    rows = {kind: [one for one in found if one.mark.kind == kind] for kind in MarkKind}
    return pages.frame(review.compartment, "What is marked", _back(review)) | {
        "review": review,
        "groups": [
            (kind.label, words_findings.MARKS[kind], counted[kind],
             list(zip(pages.lines(one.entry for one in rows[kind]), rows[kind], strict=True)))
            for kind in MarkKind
        ],
        "total": len(found),
        "may_mark": permissions.may_settle(review.pk, user),
    }  # fmt: skip


def _back(review: Review) -> str:
    return reverse("chronology:combined", args=[review.slug])
