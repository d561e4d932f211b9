"""Dates are said as people say them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from illuminate.foundation.design import days

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 1), "due in 6 days, Tuesday 1 December"),
        (date(2026, 11, 25), "due today, Wednesday 25 November"),
        (date(2026, 11, 26), "due tomorrow, Thursday 26 November"),
        (date(2026, 11, 24), "1 day overdue, Tuesday 24 November 2026"),
        (date(2026, 11, 23), "2 days overdue, Monday 23 November 2026"),
        (date(2027, 1, 4), "due in 40 days, Monday 4 January 2027"),
        (date(2027, 2, 25), "due in about 3 months, Thursday 25 February 2027"),
        (date(2025, 11, 25), "about 12 months overdue, Tuesday 25 November 2025"),
        (date(2029, 11, 25), "due in about 3 years, Sunday 25 November 2029"),
    ],
)
def test_when_it_is_due(day, words):
    assert days.in_words(day, TODAY) == words


def test_the_year_is_said_when_it_could_be_mistaken():
    assert days.in_words(date(2026, 12, 31), date(2026, 12, 28)) == "due in 3 days, Thursday 31 December"
    assert days.in_words(date(2027, 1, 2), date(2026, 12, 28)) == "due in 5 days, Saturday 2 January"
    assert days.in_words(date(2026, 4, 3), date(2026, 4, 5)) == "2 days overdue, Friday 3 April 2026"


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_late_and_overdue_are_one(day, today):
    assert days.is_late(day, today) == ("overdue" in days.in_words(day, today))
    assert f"{day.day} {day:%B}" in days.in_words(day, today)


def test_since_and_the_plain_forms():
    assert days.since(date(2026, 11, 24), TODAY) == "yesterday, Tuesday 24 November 2026"
    assert days.since(date(2026, 11, 19), TODAY) == "6 days ago, Thursday 19 November 2026"
    assert days.since(date(2026, 11, 27), TODAY) == "in 2 days, Friday 27 November 2026"
    assert days.long_day(date(2018, 4, 3)) == "3 April 2018"
    assert days.short_day(date(2018, 4, 3)) == "3 Apr 2018"
    assert days.moment(datetime(2018, 4, 3, 14, 32)) == "3 April 2018 at 14:32"
