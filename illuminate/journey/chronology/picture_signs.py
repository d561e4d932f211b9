"""What the picture says beside the entries: the questions below the lanes, the silences and the marks within them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from illuminate.foundation.design.days import long_day, span
from illuminate.journey.chronology.models_findings import FindingKind, MarkKind, State
from illuminate.journey.chronology.picture_shapes import (
    DOTS,
    LANE,
    Canvas,
    Material,
    Row,
    Shape,
    Sign,
    Text,
)
from illuminate.journey.chronology.queries_picture import Asked, Window
from illuminate.journey.chronology.words_findings import MARKS, SYMBOLS

LINE, APART, BESIDE = 28, 25, 15
"""Height of a line of questions; how near two signs become one; how far marks of one day stand apart."""
LINKED = (FindingKind.SAME_EVENT, FindingKind.CONFLICT)
TEXT_ROOM = 130


@dataclass(frozen=True)
class Questions:
    """The signs below the lanes, a line for each kind, and what each line is called."""

    signs: list[Sign]
    labels: list[Text]
    bottom: float


@dataclass(frozen=True)
class _Placed:
    """A finding with its day, its place across, and the lanes and days of its entries."""

    one: Asked
    day: date
    x: float
    at: list[tuple[Row, date]]


def questions(rows: Mapping[UUID, Row], material: Material, canvas: Canvas, top: float) -> Questions:
    """Each finding under the lanes; those that would lie on each other are one sign with their number."""
    by_kind: dict[FindingKind, list[_Placed]] = defaultdict(list)
    for placed in _placed(rows, material, canvas):
        by_kind[FindingKind(placed.one.kind)].append(placed)
    signs, labels, y = [], [], top + 4
    for kind in FindingKind:
        if kind not in by_kind:
            continue
        labels.append(Text(f"{SYMBOLS[kind]} {kind.label}", y + (14 if canvas.is_narrow else 18), "question"))
        y += canvas.head
        signs += [_sign(kind, several, canvas, y + LINE / 2) for several in _together(by_kind[kind])]
        y += LINE
    return Questions(signs, labels, y)


def _placed(rows: Mapping[UUID, Row], material: Material, canvas: Canvas) -> list[_Placed]:
    """Those whose entries are all in the list, and whose day is in the window."""
    found = []
    for one in material.asked:
        told = [material.days[entry] for entry in one.entries if entry in material.days]
        at = [(rows[organisation], day) for organisation, day in told if organisation in rows]
        day = one.first_on or min((day for _, day in at), default=None)
        if day and at and len(at) == len(one.entries) and canvas.window.first <= day <= canvas.window.last:
            found.append(_Placed(one, day, canvas.middle_of(day), at))
    return sorted(found, key=lambda placed: placed.x)


def _together(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    """In runs of signs that would touch, from left to right."""
    found: list[list[_Placed]] = []
    for one in placed:
        if found and one.x - found[-1][0].x < APART:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _sign(kind: FindingKind, several: Sequence[_Placed], canvas: Canvas, y: float) -> Sign:
    still_open = sum(placed.one.state != State.SETTLED for placed in several)
    look = f"{kind.value.replace('_', '-')} app-lanes__sign--{'open' if still_open else 'settled'}"
    first, last = several[0], several[-1]
    if len(several) > 1:
        words = (
            f"{len(several)} findings, {kind.label.lower()}, {still_open} open: {_days(first.day, last.day)}"
        )
        days = Window(first.day, last.day)
        return Sign(first.x, y, str(len(several)), look, words, days=days)
    state = State(first.one.state).label.lower()
    lines = tuple((canvas.middle_of(day), row.middle) for row, day in first.at) if kind in LINKED else ()
    url = reverse("chronology:finding", args=[first.one.pk])
    words = f"{kind.label}, {state}: {long_day(first.day)}"
    return Sign(first.x, y, SYMBOLS[kind], look, words, url, lines)


def _days(first: date, last: date) -> str:
    return long_day(first) if first == last else f"{long_day(first)} to {long_day(last)}"


def draw_silences(rows: Mapping[UUID, Row], material: Material, canvas: Canvas) -> None:
    """A silence lies behind its agency's entries, with its length written in it where there is room."""
    window = canvas.window
    for one in material.asked:
        places = [material.days[entry][0] for entry in one.entries if entry in material.days]
        if one.kind != FindingKind.SILENCE or not places or not one.starts_on or places[0] not in rows:
            continue
        end = one.ends_on or window.last
        first, last = max(one.starts_on, window.first), min(end, window.last)
        if first > last:
            continue
        row = rows[places[0]]
        left, right = canvas.x_of(first), canvas.x_of(last + timedelta(days=1))
        words = f"{row.name}: nothing recorded from {long_day(one.starts_on)} to {long_day(end)}"
        text = f"silent {span((end - one.starts_on).days)}" if right - left > TEXT_ROOM else ""
        url = reverse("chronology:finding", args=[one.pk])
        row.shapes.insert(
            0, Shape(left, row.y + 2, round(right - left, 1), LANE - 4, "silence", words, url, text)
        )


def marks(rows: Mapping[UUID, Row], material: Material, canvas: Canvas) -> list[Sign]:
    """What is marked, in its agency's lane: equal marks of one place once, others side by side."""
    counted: Counter[tuple[UUID, date, str]] = Counter()
    for entry, kind in material.marks:
        if entry not in material.days:
            continue
        organisation, day = material.days[entry]
        if organisation in rows and canvas.window.first <= day <= canvas.window.last:
            counted[organisation, day, kind] += 1
    found, last = [], {organisation: float(canvas.left) - BESIDE for organisation in rows}
    for (organisation, day, kind), number in sorted(
        counted.items(), key=lambda told: (told[0][1], told[0][2])
    ):
        row, label = rows[organisation], MarkKind(kind).label
        x = last[organisation] = max(canvas.middle_of(day), last[organisation] + BESIDE)
        many = f" ({number})" if number > 1 else ""
        words = f"{label}{many}: {row.name}, {long_day(day)}"
        found.append(Sign(min(x, canvas.width - 8), row.y + DOTS, MARKS[MarkKind(kind)], "mark", words))
    return found
