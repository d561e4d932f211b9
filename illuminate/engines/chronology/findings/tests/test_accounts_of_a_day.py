"""Accounts that name a day: which day is meant, and what follows from it."""

from dataclasses import replace
from datetime import date

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.reading.days import days_in
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    entry,
    groups_of,
    same,
)
from illuminate.engines.dates import When


def over(one: Entry, start: str, end: str) -> Entry:
    """The entry, dated only by a range."""
    return replace(one, when=When(date.fromisoformat(start), date.fromisoformat(end), "range"))


def test_a_safeguarding_meeting_with_others_is_one_meeting() -> None:
    assert same(
        entry(GP, "2018-04-10", "Safeguarding meeting about Nadia."),
        entry(CSC, "2018-04-10", "Safeguarding meeting about Nadia."),
    )


def test_an_account_of_years_has_nothing_at_first_hand() -> None:
    told = [
        entry(IDVA, "2018-04-10", "Judge made an occupation order. Court order runs six months."),
        entry(POLICE, "2018-04-12", "Occupation order: court order put on the system."),
    ]
    assert same(*told)
    assert not groups_of(over(told[0], "2014-01-01", "2018-04-11"), told[1])


def test_the_call_that_passed_the_news_goes_before_the_day_it_names() -> None:
    event = entry(POLICE, "2018-04-10", "Arrested for assault and bailed.", at="21:40")
    call = entry(POLICE, "2018-04-12", "Probation officer told of his arrest and bail conditions.")
    heard = entry(PROBATION, "2018-04-13", "Call from police: arrest of 10 April, bail conditions.")
    assert groups_of(event, call, heard) == [{1, 2}]
    assert same(event, heard)


@pytest.mark.parametrize(
    ("text", "day"),
    [("Seen on the 14th.", "2018-04-14"), ("Chimney fire, small hours of 18th.", "2018-03-18")],
)
def test_a_bare_number_is_the_last_such_day(text: str, day: str) -> None:
    own = date(2018, 4, 16).toordinal()
    assert [one.day for one in days_in(text, own)] == [date.fromisoformat(day).toordinal()]


@pytest.mark.parametrize(
    "text", ["On the 4th visit.", "Attended 2nd appointment.", "His 7th birthday.", "14th"]
)
def test_a_count_is_no_day(text: str) -> None:
    assert days_in(text, date(2018, 4, 16).toordinal()) == []


def test_help_given_on_the_day_of_the_move_is_part_of_it() -> None:
    assert same(
        entry(HOUSING, "2018-04-10", "Signed up for 4 Larch House, keys given."),
        entry(IDVA, "2018-04-10", "Sign-up at Larch House with her."),
    )
