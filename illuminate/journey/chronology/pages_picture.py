"""The picture above the list, put together from what was read, and the sentence that says what it shows."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from illuminate.foundation.access.models import User
from illuminate.foundation.design.days import long_day
from illuminate.journey.chronology import picture, queries_findings, queries_picture, words_findings
from illuminate.journey.chronology.models import ChronologyFile, Entry
from illuminate.journey.chronology.models_findings import FindingKind, MarkKind, State
from illuminate.journey.chronology.picture_shapes import (
    FULL_WIDTH,
    LEAST_WIDTH,
    Canvas,
    Material,
    Picture,
)
from illuminate.journey.chronology.queries_picture import Lane, Names, Whole, Window
from illuminate.journey.reviews.models import Review

LEGEND = [(words_findings.SYMBOLS[kind], kind.label) for kind in FindingKind] + [
    (words_findings.MARKS[kind], kind.label) for kind in MarkKind
]


def names_of(files: Iterable[ChronologyFile]) -> dict[UUID, tuple[UUID, str]]:
    """The agency of each current file."""
    return {file.pk: (file.organisation_id, file.organisation.name) for file in files if file.is_current}


def first_picture(
    rows: QuerySet[Entry], found: Whole, review: Review, user: User, names: Names, *, all_of_it: bool
) -> dict[str, Any]:
    """The picture of a list, without a few entries far before or after the others unless all of it is wanted.

    Empty when nothing in the list has a day.
    """
    if found.window is None:
        return {}
    everything = queries_picture.widened(found.window)
    opening = None if all_of_it else queries_picture.opening(rows, found)
    drawn = (
        zoomed(rows, review, user, opening, names)
        if opening
        else _drawn(rows, found.lanes, review, user, Canvas(everything), names)
    )
    return drawn | {"picture_whole": everything, "picture_narrowed": opening is not None}


def zoomed(
    rows: QuerySet[Entry],
    review: Review,
    user: User,
    window: Window,
    names: Names,
    *,
    width: int = FULL_WIDTH,
) -> dict[str, Any]:
    """The picture of one window of a list, as wide as the screen has room for."""
    canvas = Canvas(queries_picture.widened(window), width)
    return _drawn(rows, queries_picture.lanes(rows, canvas.window, names), review, user, canvas, names)


def width_of(said: str) -> int:
    """How many pixels a page has for the picture; what is no such number is the width at first."""
    wide = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else FULL_WIDTH
    return min(max(wide, LEAST_WIDTH), 2 * FULL_WIDTH)


def _drawn(
    rows: QuerySet[Entry], found: list[Lane], review: Review, user: User, canvas: Canvas, names: Names
) -> dict[str, Any]:
    single = queries_picture.single_lanes(found)
    dense = [lane.organisation_id for lane in found if lane.organisation_id not in single]
    material = Material(
        lanes=found, singles=queries_picture.singles(rows, canvas.window, single, names),
        bins=queries_picture.bins(rows, canvas.window, dense, names), asked=queries_picture.asked(review, user),
        marks=[(mark.entry, mark.kind) for mark in queries_findings.marks(review.pk, user)],
        days=queries_picture.days_of(rows, review, user, names),
    )  # fmt: skip
    drawn = picture.draw(material, canvas)
    return {"picture": drawn, "picture_words": words(drawn, material), "legend": LEGEND}


def words(drawn: Picture, material: Material) -> str:
    """What the picture shows, in a few sentences: the same for who can't see it."""
    shown, wide = (sum(getattr(lane, name) for lane in material.lanes) for name in ("shown", "wide"))
    agencies = sum(1 for lane in material.lanes if lane.shown)
    window = drawn.canvas.window
    told = [
        f"{_number(shown, 'entry', 'entries')} of {_number(agencies, 'agency', 'agencies')} "
        f"from {long_day(window.first)} to {long_day(window.last)}."
    ]
    if wide:
        told.append(f"{_number(wide, 'has', 'have')} a date in doubt, or wider than a day.")
    if outside := _outside(material):
        told.append(outside)
    placed = [
        one for one in material.asked
        if one.first_on and window.first <= one.first_on <= window.last
        and all(entry in material.days for entry in one.entries)
    ]  # fmt: skip
    still_open = sum(one.state != State.SETTLED for one in placed)
    if placed:
        told.append(f"{_number(len(placed), 'finding', 'findings')}, {still_open} of them open.")
    return " ".join(told)


def _outside(material: Material) -> str:
    """How many entries lie before what is shown, and how many after."""
    before = sum(lane.before for lane in material.lanes)
    after = sum(lane.total - lane.shown - lane.before for lane in material.lanes)
    parts = [
        f"{number:,} {where}" for number, where in ((before, "before it"), (after, "after it")) if number
    ]
    return f"Not shown: {' and '.join(parts)}." if parts else ""


def _number(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {more}"
