"""Dates as people write them, one example a line."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from illuminate.engines.dates import ClockTime, Refusal, When, in_words, read, read_time, year_of

TODAY = date(2026, 6, 1)


def shown(value: object, **hints: object) -> tuple[str | None, str | None, str | None, str, bool]:
    when = read(value, today=TODAY, **hints)
    assert isinstance(when, When), when
    found = when.as_json()
    return found["start"], found["end"], found["time"], found["precision"], found["uncertain"]


@pytest.mark.parametrize(
    "text",
    [
        "22.5.16",
        "22/05/2016",
        "22-5-16",
        "22 5 2016",
        "22.5/16",
        "22nd May 2016",
        "22 may 16",
        "22May2016",
        "Sun 22 May 2016",
        "May 22, 2016",
        "2016-05-22",
        "2016/05/22",
        "22–May–2016",
        "22nd of May 2016",
        "20160522",
        "22052016",
        "220516",
        "Sunday, 22nd May 2016",
        "22 May '16",
        "42512",
        "2016-05-22 00:00:00",
        "dated 22/5/16",
        "22-May-16",
    ],
)
def test_one_day_in_many_hands(text: str) -> None:
    assert shown(text) == ("2016-05-22", "2016-05-22", None, "day", False)


@pytest.mark.parametrize(
    "text",
    [
        "22/5/16 14:30",
        "22 May 2016 at 14:30",
        "22.5.16 1430hrs",
        "22.5.16 2.30pm",
        "22.5.16, 2.30 p.m.",
        "14:30 22/5/16",
        "2016-05-22T14:30:00Z",
        "22/05/2016 1430",
        "2.30pm on 22 May 2016",
        "22/5/16 14:30-15:10",
        "Sun 22/5/16 14.30",
    ],
)
def test_one_minute_in_many_hands(text: str) -> None:
    assert shown(text) == ("2016-05-22", "2016-05-22", "14:30", "minute", False)


@pytest.mark.parametrize(
    "text",
    [
        "?22/5/16",
        "c. 22 May 2016",
        "approx 22.5.16",
        "circa 22–May–2016",
        "about 22 May 2016",
        "22/5/16?",
        "22/5/16 (approx)",
        "on or about 22 May 2016",
        "possibly 22/05/2016",
        "Mon 22 May 2016",
    ],
)
def test_a_doubted_day(text: str) -> None:
    assert shown(text) == ("2016-05-22", "2016-05-22", None, "day", True)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("June 2019", "2019-06-01", "2019-06-30", "month"),
        ("sept 2021", "2021-09-01", "2021-09-30", "month"),
        ("Jun-19", "2019-06-01", "2019-06-30", "month"),
        ("06/2019", "2019-06-01", "2019-06-30", "month"),
        ("00/06/2019", "2019-06-01", "2019-06-30", "month"),
        ("??/06/2019", "2019-06-01", "2019-06-30", "month"),
        ("2019", "2019-01-01", "2019-12-31", "year"),
        ("spring 2020", "2020-03-01", "2020-05-31", "season"),
        ("winter 2018/19", "2018-12-01", "2019-02-28", "season"),
        ("winter 2019", "2018-12-01", "2020-02-29", "season"),
        ("early 2018", "2018-01-01", "2018-04-30", "range"),
        ("mid-June 2019", "2019-06-11", "2019-06-20", "range"),
        ("late Feb 2020", "2020-02-21", "2020-02-29", "range"),
        ("second half of April 2015", "2015-04-15", "2015-04-30", "range"),
        ("mid-1990s", "1993-01-01", "1996-12-31", "range"),
        ("between 3 and 9 May 2018", "2018-05-03", "2018-05-09", "range"),
        ("12-14/03/2019", "2019-03-12", "2019-03-14", "range"),
        ("24–28 July 2017", "2017-07-24", "2017-07-28", "range"),
        ("Oct–Dec 2020", "2020-10-01", "2020-12-31", "range"),
        ("28-02-2018 - 03-03-2018", "2018-02-28", "2018-03-03", "range"),
        ("28 December to 3 January 2019", "2018-12-28", "2019-01-03", "range"),
        ("19/02, 21/02, 26/02 & 01/03/2018", "2018-02-19", "2018-03-01", "range"),
        ("5th, 8th and 14th May 2020", "2020-05-05", "2020-05-14", "range"),
        ("2015-2017", "2015-01-01", "2017-12-31", "range"),
        ("2018/19", "2018-01-01", "2019-12-31", "range"),
        ("w/c 13/9/21", "2021-09-13", "2021-09-19", "range"),
        ("week of 15 September 2021", "2021-09-13", "2021-09-21", "range"),
        ("before 2010", None, "2009-12-31", "before"),
        ("before Christmas 2016", None, "2016-12-24", "before"),
        ("by June 2019", None, "2019-06-30", "before"),
        ("after May 2017", "2017-06-01", None, "after"),
        ("since 2015", "2015-01-01", None, "after"),
    ],
)
def test_words_without_one_day(text: str, start: str | None, end: str | None, precision: str) -> None:
    assert shown(text) == (start, end, None, precision, False)


@pytest.mark.parametrize("text", ["", "  ", "n/k", "Not known", "undated", "?", "TBC", None])
def test_no_date_is_no_date(text: str | None) -> None:
    refusal = read(text)
    assert isinstance(refusal, Refusal)
    assert (refusal.why, refusal.kind) == ("no date", "no_date")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02/2019", "February 2019 has no day 31"),
        ("05/22/2016", "no month 22"),
        ("0/5/2016", "no day 0"),
        ("201110", "it may be two dates"),
        ("June 19", "it may be June 2019, or the 19th of a June with no year"),
        ("17 Aug", "it has no year"),
        ("5 May 1066", "not between 1900"),
        ("########", "can't be read"),
        ("14:30", "can't be read"),
        ("today", "can't be read"),
        ("12" * 500, "longer than a date"),
    ],
)
def test_what_is_refused_says_why(text: str, why: str) -> None:
    refusal = read(text)
    assert isinstance(refusal, Refusal)
    assert why in refusal.why
    assert "\n" not in refusal.why


def test_an_end_before_its_start_is_kept_and_said() -> None:
    when = read("Admitted 11 March 2020, discharged 10 March 2020")
    assert isinstance(when, When)
    assert (when.start, when.end) == (date(2020, 3, 10), date(2020, 3, 11))
    assert when.decided == ("the end is written before the start",)


def test_the_year_of_the_sheet_helps_a_date_without_one() -> None:
    assert shown("17 Aug", year_hint=2015)[0] == "2015-08-17"
    assert shown("17/8", year_hint=2015)[0] == "2015-08-17"


def test_the_century_fits_the_rest_of_the_file() -> None:
    assert shown("3.2.14")[0] == "2014-02-03"
    assert shown("3.2.82")[0] == "1982-02-03"
    assert shown("3.2.60", century_hint=[2014, 2021])[0] == "1960-02-03"
    assert shown("3.2.14", century_hint=[1913])[0] == "1914-02-03"
    assert shown("3.2.27")[0] == "1927-02-03", "a year in the future is not taken without a reason"


def test_numbers_and_real_dates_from_spreadsheets() -> None:
    assert shown(43202)[0] == "2018-04-12"
    assert shown(43202.5) == ("2018-04-12", "2018-04-12", "12:00", "minute", False)
    assert shown(2015.0) == ("2015-01-01", "2015-12-31", None, "year", False)
    assert shown(date(2014, 4, 10))[3] == "day"
    assert shown(datetime(2014, 4, 10))[3] == "day"
    assert shown(datetime(2014, 4, 10, 9, 10))[2] == "09:10"
    for nonsense in (True, float("nan"), float("inf"), -5, 7, 1e300):
        assert isinstance(read(nonsense), Refusal)


@pytest.mark.parametrize(
    ("value", "hour", "minute"),
    [
        ("14:30", 14, 30),
        ("0050hrs", 0, 50),
        ("2.30pm", 14, 30),
        ("12am", 0, 0),
        ("12.15 pm", 12, 15),
        ("noon", 12, 0),
        ("10:00-11:30", 10, 0),
        ("approx 9am", 9, 0),
        (time(9, 40), 9, 40),
        (0.5, 12, 0),
        (1430.0, 14, 30),
    ],
)
def test_times(value: object, hour: int, minute: int) -> None:
    clock = read_time(value)
    assert isinstance(clock, ClockTime)
    assert clock.time == time(hour, minute)


def test_a_part_of_the_day_is_no_time() -> None:
    assert read_time("am") == ClockTime(None, "am")
    when = read("?22.5.16 am", today=TODAY)
    assert isinstance(when, When)
    assert (when.time, when.part_of_day, when.uncertain) == (None, "am", True)


@pytest.mark.parametrize("value", ["##", "25:00", "14:75", "13am", "9", "", None, -0.5])
def test_times_that_are_none(value: object) -> None:
    assert isinstance(read_time(value), Refusal)


def test_a_when_that_contradicts_itself_is_a_fault_of_the_program() -> None:
    one, two = date(2020, 1, 1), date(2020, 1, 2)
    for wrong in (
        lambda: When(two, one, "range"),
        lambda: When(None, one, "day"),
        lambda: When(one, two, "day"),
        lambda: When(one, one, "minute"),
        lambda: When(one, one, "day", time=time(1)),
    ):
        with pytest.raises(ValueError, match=r"\w"):
            wrong()


def test_years_in_cells() -> None:
    assert year_of("13.03.2014") == 2014
    assert year_of(date(2014, 3, 13)) == 2014
    assert year_of("3.2.14") is None
    assert year_of(None) is None


def test_in_words() -> None:
    assert (
        in_words(When(date(2016, 5, 22), date(2016, 5, 22), "minute", time(14, 30))) == "22 May 2016 at 14:30"
    )
    assert in_words(When(None, None, "unknown")) == "unknown"
