"""Accounts that name a day, a meeting or a move: the same event, or only near to it."""

from dataclasses import replace
from datetime import date

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.days import days_in
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    SCHOOL,
    entry,
    groups_of,
    same,
)
from illuminate.engines.dates import When

FOUND = entry(POLICE, "2024-11-08", "Nadia found with fatal injuries. Homicide investigation.", at="22:10")


def over(one: Entry, start: str, end: str) -> Entry:
    """The entry, dated only by a range."""
    return replace(one, when=When(date.fromisoformat(start), date.fromisoformat(end), "range"))


ONE = {
    "a move, and the address taken in the week": [
        entry(HOUSING, "2018-04-10", "Moved into 4 Larch House. Licence signed."),
        entry(GP, "2018-04-14", "New address: 4 Larch House."),
    ],
    "a letter that names the day by its number": [
        entry(HOSPITAL, "2018-04-10", "Cellulitis of shin, intravenous antibiotics."),
        entry(GP, "2018-04-15", "Discharge summary: cellulitis of shin, seen on 10th, antibiotics."),
    ],
    "the death with its day, whoever passed it on": [
        FOUND,
        entry(SCHOOL, "2024-11-11", "Children's Services say mother was murdered Friday."),
    ],
}

OTHERS = {
    "two moves to different places": [
        entry(HOUSING, "2018-04-10", "Moved into 4 Larch House.", who="Tom Kerr"),
        entry(GP, "2018-04-14", "New address: Quay Street.", who="Nadia Kerr"),
    ],
    "a surgery's own meeting and the MARAC of the next day": [
        entry(GP, "2018-04-10", "Surgery safeguarding meeting, Kerr household raised."),
        entry(HOUSING, "2018-04-11", "Multi-agency meeting, MARAC, alarm to be fitted."),
    ],
    "only told of the death by one who was told": [
        FOUND,
        entry(SCHOOL, "2024-11-11", "Told of her death by social care."),
    ],
    "what came of it on a later day": [
        entry(POLICE, "2018-04-08", "Shouting by the bins. Arrested 10 April.", at="21:15"),
        entry(SCHOOL, "2018-04-10", "Child tired. Wondered whether police had been."),
    ],
}


@pytest.mark.parametrize("told", ONE.values(), ids=ONE)
def test_an_account_of_that_day_is_the_same_event(told: list[Entry]) -> None:
    assert same(*told)


@pytest.mark.parametrize("told", OTHERS.values(), ids=OTHERS)
def test_another_matter_near_to_that_day_is_not(told: list[Entry]) -> None:
    assert not groups_of(*told)


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
