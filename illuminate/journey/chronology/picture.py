"""The swim-lane picture as shapes: agencies down, time across. Pure: it reads what is given.

One unit is a pixel. Whatever a colour says, a shape and words say too.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from textwrap import wrap
from uuid import UUID

from django.urls import reverse

from illuminate.foundation.design.days import long_day, short_day
from illuminate.journey.chronology import picture_signs as signs
from illuminate.journey.chronology.picture_shapes import (
    BARS,
    LANE,
    RIGHT,
    TOP,
    Band,
    Canvas,
    Material,
    Picture,
    Row,
    Shape,
    Sign,
    Text,
    Tick,
)
from illuminate.journey.chronology.queries_picture import BINS, Bin, Lane, Single, Window

ROWS, SLOT = 3, 7
NAME_LENGTH, CHARACTER = 30, 7.5
TICK_ROOM = 75


def draw(material: Material, canvas: Canvas) -> Picture:
    """Place everything."""
    lane = LANE + canvas.head
    rows = {
        one.organisation_id: _row(one, TOP + number * lane, canvas)
        for number, one in enumerate(material.lanes)
    }
    crowds = _draw_singles(rows, material.singles, canvas)
    _draw_bins(rows, material.bins, canvas)
    signs.draw_silences(rows, material, canvas)
    bottom = TOP + len(rows) * lane
    questions = signs.questions(rows, material, canvas, bottom)
    window = canvas.window
    return Picture(
        canvas=canvas, height=questions.bottom + 6, rows=list(rows.values()), ticks=ticks(canvas),
        bands=[Band(TOP + number * lane, lane) for number in range(0, len(rows), 2)],
        signs=[*questions.signs, *crowds, *signs.marks(rows, material, canvas)], labels=questions.labels,
        title=f"Entries of {len(rows)} agencies from {long_day(window.first)} to {long_day(window.last)}",
    )  # fmt: skip


def _row(lane: Lane, top: float, canvas: Canvas) -> Row:
    count = "1 entry" if lane.shown == 1 else f"{lane.shown:,} entries"
    if canvas.is_narrow:
        most = int((canvas.width - 16) / CHARACTER)
        return Row(lane.name, top + canvas.head, [Text(cut(f"{lane.name}: {lane.shown:,}", most), top + 15)])
    lines = wrap(lane.name, NAME_LENGTH)
    lines = lines if len(lines) < 3 else [lines[0], cut(" ".join(lines[1:]), NAME_LENGTH)]
    named = [Text(line, top + 15 + 16 * number) for number, line in enumerate(lines)]
    return Row(lane.name, top, [*named, Text(count, top + 14 + 16 * len(lines), "count")])


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _draw_singles(rows: Mapping[UUID, Row], singles: Sequence[Single], canvas: Canvas) -> list[Sign]:
    """Each entry by itself; where more lie on each other than can be seen apart, their number stands beside them."""
    beside: dict[UUID, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    bars: dict[UUID, int] = defaultdict(int)
    for one in singles:
        row = rows.get(one.organisation_id)
        if row is None:
            continue
        url = reverse("chronology:entry", args=[one.pk])
        if one.exact and one.first:
            x = canvas.middle_of(one.first)
            slots = beside[one.organisation_id]
            y = row.y + 6 + (slots[int(x // SLOT)] % ROWS) * 8
            slots[int(x // SLOT)] += 1
            words = f"{row.name}, {long_day(one.first)}"
            row.shapes.append(Shape(round(x - 3, 1), y, 6, 6, "dot", words, url))
        else:
            row.shapes.append(_bar(row, one, canvas, url, bars[one.organisation_id]))
            bars[one.organisation_id] += 1
    return [sign for organisation, slots in beside.items() for sign in _crowds(rows[organisation], slots)]


def _crowds(row: Row, slots: Mapping[int, int]) -> list[Sign]:
    """The numbers of entries that lie on each other; neighbours are told together."""
    told: list[tuple[int, int]] = []
    for slot in sorted(slot for slot, count in slots.items() if count > ROWS):
        if told and slot - told[-1][0] < 3:
            told[-1] = (slot, told[-1][1] + slots[slot])
        else:
            told.append((slot, slots[slot]))
    return [
        Sign(slot * SLOT + SLOT + 8, row.y + 14, str(count), "crowd", f"{count} entries lie here")
        for slot, count in told
    ]


def _bar(row: Row, one: Single, canvas: Canvas, url: str, number: int) -> Shape:
    """An uncertain date: as wide as the words allow; an open side is drawn a short way."""
    window = canvas.window
    first = one.first or one.last or window.first
    last = one.last or one.first or window.last
    left = max(canvas.left, canvas.x_of(first) - (12 if one.first is None else 0))
    right = min(canvas.width - RIGHT, canvas.x_of(last + timedelta(days=1)) + (12 if one.last is None else 0))
    if one.first and one.last:
        words = long_day(first) if first == last else f"{long_day(first)} to {long_day(last)}"
    else:
        words = f"before {long_day(last)}" if one.last else f"after {long_day(first)}"
    y = row.y + BARS + (number % 2) * 7
    return Shape(left, y, max(5.0, round(right - left, 1)), 5, "bar", f"{row.name}, in doubt: {words}", url)


def _draw_bins(rows: Mapping[UUID, Row], bins: Sequence[Bin], canvas: Canvas) -> None:
    most = max((one.count for one in bins), default=1)
    width, window = canvas.plot / BINS, canvas.window
    for one in bins:
        row = rows[one.organisation_id]
        x, first = canvas.left + one.number * width, day_of(one.number, window)
        words = f"{row.name}: {one.count} from {long_day(first)} to {long_day(day_of(one.number + 1, window, -1))}"
        words += f", {one.wide} of them in doubt" if one.wide else ""
        height = max(2.0, round((LANE - 6) * one.count / most, 1))
        base = row.y + LANE - 3
        row.shapes.append(Shape(round(x, 1), base - height, round(width - 1, 1), height, "column", words))
        if one.wide:
            part = round(height * one.wide / one.count, 1)
            row.shapes.append(
                Shape(round(x, 1), base - part, round(width - 1, 1), part, "column-wide", words)
            )


def day_of(number: int, window: Window, add: int = 0) -> date:
    """The first day of a bin."""
    return window.first + timedelta(days=-(-number * window.days // BINS) + add)


def ticks(canvas: Canvas) -> list[Tick]:
    """Years, months or days: as many as have room."""
    window, most = canvas.window, max(3, canvas.plot // TICK_ROOM)
    found: list[Tick] = []
    for months in (12, 24, 60, 120) if window.days > 900 else (1, 2, 3, 6, 12):
        found = _month_ticks(canvas, months)
        if len(found) <= most:
            break
    if len(found) < 3:
        step = -(-window.days // most)
        days = [window.first + timedelta(days=number) for number in range(0, window.days, step)]
        return [_tick(canvas, day, short_day(day)) for day in days]
    return found


def _month_ticks(canvas: Canvas, step: int) -> list[Tick]:
    window, found = canvas.window, []
    for number in range(
        window.first.year * 12 + window.first.month - 1, window.last.year * 12 + window.last.month
    ):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0 and day >= window.first:
            text = str(day.year) if step >= 12 else f"{day:%b} {day.year}"
            found.append(_tick(canvas, day, text))
    return found


def _tick(canvas: Canvas, day: date, text: str) -> Tick:
    """Without its words where they would run over the edge."""
    x = canvas.x_of(day)
    return Tick(x, text if x + CHARACTER * len(text) <= canvas.width else "")
