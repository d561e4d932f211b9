"""What holds for every way to write a date, whole or damaged."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from illuminate.engines.dates import Hints, Refusal, When, read, split_days, take_date
from illuminate.engines.dates.tests.forms import (
    DAMAGES,
    DAY_FORMS,
    MONTH_FORMS,
    RANGE_FORMS,
    SHORT_RANGE_FORMS,
    Interval,
    vague,
)

YEARS = range(2010, 2023)
TODAY = date(2026, 6, 1)
DAYS = st.dates(date(2010, 1, 1), date(2022, 12, 31))
FIRST_HALF = st.integers(1, 14)


def month(day: date) -> Interval:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


@st.composite
def written(draw: st.DrawFn) -> tuple[str, Interval]:
    """Words, and the interval that they were made from."""
    day, kind = draw(DAYS), draw(st.sampled_from(["day", "day", "month", "range", "short"]))
    if kind == "day":
        return draw(st.sampled_from(DAY_FORMS))(day), (day, day)
    if kind == "month":
        return draw(st.sampled_from(MONTH_FORMS))(day), month(day)
    if kind == "range":
        end = day + timedelta(days=draw(st.integers(1, 300)))
        return draw(st.sampled_from(RANGE_FORMS))(day, end), (day, end)
    first = day.replace(day=draw(FIRST_HALF))
    last = first.replace(day=first.day + draw(FIRST_HALF))
    return draw(st.sampled_from(SHORT_RANGE_FORMS))(first, last), (first, last)


def holds(when: When, interval: Interval) -> bool:
    """Whether a date that was read leaves no day of an interval out."""
    start, end = interval
    from_first = when.start is None or (start is not None and when.start <= start)
    to_last = when.end is None or (end is not None and when.end >= end)
    return from_first and to_last


@given(written())
def test_every_form_gives_its_own_days(made: tuple[str, Interval]) -> None:
    text, interval = made
    when = read(text, century_hint=YEARS, today=TODAY)
    assert isinstance(when, When), when
    assert (when.start, when.end) == interval


@given(DAYS, st.integers(0, 25))
def test_vague_words_are_never_read_narrower_than_they_are(day: date, which: int) -> None:
    text, interval = vague(day)[which]
    when = read(text, century_hint=YEARS, today=TODAY)
    assert isinstance(when, When), (text, when)
    assert holds(when, interval), text


@given(written(), st.sampled_from(DAMAGES), st.integers(0, 99), st.integers(0, 99))
def test_a_damaged_date_is_the_same_or_wider_or_refused(
    made: tuple[str, Interval], damage: object, at: int, which: int
) -> None:
    text, interval = made
    damaged = damage(text, at, which)
    when = read(damaged, century_hint=YEARS, today=TODAY)
    assert isinstance(when, Refusal) or holds(when, interval), (damaged, when)


@given(written(), st.dates(date(2023, 1, 1), date(2098, 1, 1)))
def test_a_year_comes_from_the_words_or_a_hint(made: tuple[str, Interval], today: date) -> None:
    text, interval = made
    when = read(text, century_hint=YEARS, today=today)
    assert isinstance(when, When)
    assert (when.start, when.end) == interval


@given(written(), st.integers(0, 60), st.integers(0, 60))
def test_a_piece_of_a_date_invents_no_year(made: tuple[str, Interval], start: int, length: int) -> None:
    """Words torn from a date may name another one, but never a year that isn't in them."""
    torn = made[0][start : start + length]
    when = read(torn, today=TODAY)
    years = {day.year for day in (when.start, when.end) if day} if isinstance(when, When) else set()
    assert all(f"{year % 100:02d}" in torn or _beside(year, torn) for year in years), (torn, when)


def _beside(year: int, text: str) -> bool:
    """Whether a neighbour of a year is in the text: winters and open sides reach over the turn of it."""
    return any(f"{(year + step) % 100:02d}" in text for step in (-1, 1)) or f"{year // 10}?" in text


@given(st.text(max_size=80), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_no_sentence_is_too_strange(text: str, near: date) -> None:
    hints = Hints(year_hint=2016, month_hint=(2016, 5), near=near, today=TODAY)
    taken = take_date(text, **hints)
    assert taken is None or (taken[1] in text and taken[2] in text)
    found = read(text, **hints)
    assert isinstance(found, (When, Refusal))
    assert bool(split_days(text, **hints)) == isinstance(found, When)


@given(
    written(),
    st.sampled_from([": ", " - ", " – ", "\n"]),
    st.sampled_from(["Seen at home.", "3 officers attended."]),
)
def test_a_date_before_a_mark_is_taken_whole(made: tuple[str, Interval], mark: str, rest: str) -> None:
    text, interval = made
    taken = take_date(text + mark + rest, century_hint=YEARS, today=TODAY)
    assert taken is not None
    assert (taken[0].start, taken[0].end, taken[2]) == (*interval, rest)
