"""Hurts, causes, days and hours that two accounts tell differently; and what is wrong in an entry by itself."""

import pytest

from illuminate.engines.chronology.findings.reading.hours import hours_in
from illuminate.engines.chronology.findings.tests.hurting import AGREE, DIFFER, Account
from illuminate.engines.chronology.findings.tests.life import CSC, GP, HOSPITAL, POLICE, entry
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on, told
from illuminate.engines.chronology.findings.tests.test_silence_and_order import found


@pytest.mark.parametrize(("field", "one", "other"), DIFFER)
def test_two_tellings_that_exclude_each_other_are_a_conflict(
    field: str, one: Account, other: Account
) -> None:
    assert field in differ_on(told(one), told(other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_what_can_both_be_so_is_none(one: Account, other: Account) -> None:
    assert not differ_on(told(one), told(other)) & {"injury", "cause of injury", "time", "date"}


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("left at ten past nine in the evening", [(1270, 1270)]),
        ("just gone half nine", [(570, 570), (1290, 1290)]),
        ("2110hrs", [(1270, 1270)]),
        ("at quarter to three in the morning", [(165, 165)]),
        ("9.40pm", [(1300, 1300)]),
        ("came at lunchtime", [(690, 840)]),
        ("shortly before midnight", [(0, 0)]),
        ("weighed 3.25kg in 2015, £4.50, paid 12.5%", []),
    ],
)
def test_an_hour_is_read_in_every_usual_form(words: str, spans: list[tuple[int, int]]) -> None:
    assert [span for hour in hours_in(words) for span in hour.spans] == spans


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Letter dictated on 8 March 2018 and received here on 6 March 2018.", True),
        ("Letter dictated on 5 March 2018 and received here on 6 March 2018.", False),
        ("Adm 6/3/18, d/c 5/3/18.", True),
        ("Arrived at 15:10 and left at 14:30 for the next visit.", True),
        ("Arrived at 23:10 and left at 00:30.", False),
        ("Arrested at 2310, RUI 2145 same date.", True),
        ("Arrested at 2310, RUI 2145.", False),
        ("F, dob 19/11/1940, age 61, fell.", True),
        ("F, dob 19/11/1940, age 77, fell.", False),
        ("Born 1990, told the group he is 41.", True),
        ("Saw Ella, who's nine and in Reception.", True),
        ("Saw Ella, who's nine and in Year 4.", False),
        ("Our letter of 9 March 2018 was answered on 6 March 2018.", True),
        ("Following the meeting of 20 March 2018 she is safe.", True),
        ("Following the meeting of 1 March 2018 she is safe.", False),
        ("Appointment booked, to be seen on 20 March 2018.", False),
        ("Moved in on 3 March 2018, left 28 February 2018.", True),
        ("Moved in on 3 March 2018, left the old address on 5 March 2018.", False),
        ("Order commences 5/3/18, expires 1/3/18.", True),
        ("Order made 5 March 2018, replaces one that expired 1 March 2018.", False),
        ("Session from 11.30 to 10.45.", True),
        ("Session from 11.30 to 12.15.", False),
        ("Call received 03:10, on scene 02:55.", True),
        ("Call received 23:50, on scene 00:05.", False),
        ("Seen at home on Monday 7 March 2018.", True),
        ("Seen at home on Wednesday 7 March 2018.", False),
        ("Baby, born 2 April 2018, weighed in clinic.", True),
        ("Baby due 2 April 2018.", False),
        ("A 43 year old man born in April 1961.", True),
        ("DOB 12/6/1975, has children aged 12 and 9.", False),
    ],
)
def test_an_entry_that_cannot_be_right_in_itself(text: str, wrong: bool) -> None:
    rows = [entry(agency, "2018-03-07", "Routine.") for agency in (CSC, GP, HOSPITAL)]
    assert bool(found(entry(POLICE, "2018-03-07", text), *rows, kind="order")) is wrong
