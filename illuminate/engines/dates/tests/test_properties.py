"""What holds for every date and every text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time, timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from illuminate.engines.dates import ClockTime, Refusal, When, in_words, read, read_time

DAYS = st.dates(date(1901, 1, 2), date(2098, 12, 30))
LETTERS = st.sampled_from(list("0123456789/.-–: ,?&amptoandbeforeMayJun2019"))


def month(day: date) -> When:
    last = monthrange(day.year, day.month)[1]
    return When(day.replace(day=1), day.replace(day=last), "month")


def season(day: date, first: int) -> When:
    return When(
        date(day.year, first, 1), date(day.year, first + 2, monthrange(day.year, first + 2)[1]), "season"
    )


WHENS = st.one_of(
    st.builds(
        lambda day, at: When(day, day, "minute", at.replace(second=0, microsecond=0)), DAYS, st.times()
    ),
    st.builds(lambda day: When(day, day, "day"), DAYS),
    st.builds(month, DAYS),
    st.builds(season, DAYS, st.sampled_from([3, 6, 9])),
    st.builds(lambda day: When(date(day.year, 1, 1), date(day.year, 12, 31), "year"), DAYS),
    st.builds(
        lambda day, more: When(day, day + timedelta(days=more), "range"), DAYS, st.integers(1, 366)
    ).filter(lambda when: when.end is not None and when.end.year < 2099),
    st.builds(lambda day: When(None, day, "before"), DAYS),
    st.builds(lambda day: When(day, None, "after"), DAYS),
)


@given(WHENS, st.booleans())
def test_every_precision_comes_back_from_its_own_words(when: When, doubted: bool) -> None:
    written = When(when.start, when.end, when.precision, when.time, doubted)
    assert read(in_words(written)) == written


@given(DAYS, st.sampled_from([".", "/", "-", " "]), st.sampled_from([".", "/", "-", " "]), st.booleans())
def test_any_separators_give_the_day(day: date, one: str, two: str, zeros: bool) -> None:
    # A space among other marks may split a number, so it takes two figures on both sides.
    zeros = zeros or (one == " " and two != " ")
    text = f"{day:%d}{one}{day:%m}{two}{day.year}" if zeros else f"{day.day}{one}{day.month}{two}{day.year}"
    assert read(text) == When(day, day, "day")


@given(DAYS, st.times())
def test_a_time_never_moves_the_day(day: date, at: time) -> None:
    when = read(f"{day:%d/%m/%Y} {at:%H:%M}")
    assert isinstance(when, When)
    assert (when.start, when.end, when.time) == (day, day, at.replace(second=0, microsecond=0))


@given(DAYS, DAYS)
def test_a_range_is_never_narrower_than_its_words(one: date, two: date) -> None:
    when = read(f"{one:%d/%m/%Y} - {two:%d/%m/%Y}")
    assert isinstance(when, When)
    assert when.start == min(one, two)
    assert when.end == max(one, two)


@given(DAYS, st.sampled_from(["early", "mid", "late", "first half of", "second half of"]))
def test_a_part_lies_in_its_whole(day: date, part: str) -> None:
    for words, whole in ((f"{day:%B %Y}", month(day)), (str(day.year), read(str(day.year)))):
        when = read(f"{part} {words}")
        assert isinstance(when, When)
        assert isinstance(whole, When)
        assert when.start and when.end and whole.start and whole.end
        assert whole.start <= when.start < when.end <= whole.end


@given(st.integers(1900, 2099))
def test_early_mid_and_late_leave_no_day_out(year: int) -> None:
    for words in [str(year)] + [f"{month}/{year}" for month in range(1, 13)]:
        parts = [read(f"{part} {words}") for part in ("early", "mid", "late")]
        whole = read(words)
        assert isinstance(whole, When)
        thirds = [part for part in parts if isinstance(part, When)]
        assert thirds[0].start == whole.start
        assert thirds[2].end == whole.end
        for left, right in pairwise(thirds):
            assert left.end and right.start
            assert right.start - left.end == timedelta(days=1)


@given(st.one_of(st.text(), st.text(alphabet=LETTERS, max_size=40)))
@example("²/²/2016")
@example("٢٢/٠٥/٢٠١٦")
@example("1-" * 90)
@example("and " * 49)
@example("?" * 199)
def test_no_text_is_too_strange(text: str) -> None:
    found = read(text)
    assert isinstance(found, When) or (isinstance(found, Refusal) and found.why and found.original == text)
    assert isinstance(read_time(text), (ClockTime, Refusal))


@given(st.one_of(st.integers(), st.floats(), st.booleans()))
def test_no_number_is_too_strange(number: float) -> None:
    assert isinstance(read(number), (When, Refusal))
    assert isinstance(read_time(number), (ClockTime, Refusal))


@given(st.text(alphabet=LETTERS, max_size=30), st.dates(date(2000, 1, 1), date(2098, 1, 1)))
def test_the_day_of_reading_is_never_the_answer(text: str, today: date) -> None:
    """Only the century of a short year may hang on the day of reading."""
    first, second = (
        read(text, today=today, century_hint=[2015]),
        read(text, today=date(1999, 1, 1), century_hint=[2015]),
    )
    assert isinstance(first, When) == isinstance(second, When)
    if isinstance(first, When) and isinstance(second, When) and not first.decided:
        assert first == second


@given(DAYS)
def test_impossible_days_are_refused(day: date) -> None:
    last = monthrange(day.year, day.month)[1]
    for wrong in (last + 1, 32, 99, 0):
        refusal = read(f"{wrong}/{day.month}/{day.year}")
        assert isinstance(refusal, Refusal)
        assert refusal.kind == "impossible"
