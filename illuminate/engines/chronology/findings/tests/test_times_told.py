"""Days and times of day that two accounts give one deed, told in whatever way; and what explains a difference."""

import pytest

from illuminate.engines.chronology.findings.reading.days import days_in
from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    SCHOOL,
    Account,
    told,
)
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on

DAY, NEXT, LATER = "2019-03-14", "2019-03-15", "2019-03-20"  # a Thursday, a Friday, the Wednesday after

DIFFER: list[tuple[str, Account, Account]] = [
    (
        "time",  # a part of the day against a clock
        (POLICE, "Attended the flat, the ex-partner was kicking the door and shouting.", DAY, "22:35"),
        (HOUSING, "The ex-partner was kicking her door and shouting this morning.", DAY),
    ),
    (
        "time",  # two parts of the day
        (SCHOOL, "Bruise to the ear seen during registration.", DAY),
        (CSC, "School called: bruise to the ear seen after lunch.", DAY),
    ),
    (
        "time",  # in words against a clock
        (POLICE, "Neighbour reports glass breaking. Police arrived at 20:50.", DAY),
        (AMBULANCE, "Police arrived at half past nine in the evening while we waited outside.", DAY),
    ),
    (
        "time",  # told by another of what an agency did
        (PROBATION, "Seen at the office.", DAY, "11:00"),
        (IDVA, "Probation say that he reported at 3pm.", DAY),
    ),
    (
        "time",  # told as over before it began
        (POLICE, "Woman attended the front counter about harassment.", DAY, "19:20"),
        (IDVA, "Spoke on the phone. She had just come back from the police station.", DAY, "16:10"),
    ),
    (
        "time",  # received before it was passed on
        (POLICE, "999 call from the wife, officers sent.", DAY, "21:40"),
        (AMBULANCE, "Call passed by police. Woman on the floor, breathing.", DAY, "21:15"),
    ),
    (
        "date",  # "today" against the row
        (POLICE, "Attended the front counter and gave a statement about the threats.", DAY, "14:20"),
        (IDVA, "She went to the police station today and gave her statement.", "2019-03-16"),
    ),
    (
        "date",  # told ahead of the day on which it was done
        (HOUSING, "Eviction carried out with bailiffs.", DAY),
        (CSC, "Rang: evicted today, nowhere to go.", NEXT),
    ),
    (
        "date",  # an act with two days, one told by its place in the list
        (HOSPITAL, "Ward stay ended, discharged on 14 March.", DAY),
        (GP, "Summary: in from 10/3/19, home 12/3/19.", LATER),
    ),
    (
        "date",  # a weekday that is another day's
        (POLICE, "Attended a fire set in the porch, no one hurt.", DAY),
        (HOUSING, "There was a fire set in her porch on Saturday.", LATER),
    ),
]
AGREE: list[tuple[Account, Account]] = [
    (
        (POLICE, "Call: he got hold of her wrist outside the library that afternoon.", DAY, "20:10"),
        (HOSPITAL, "Wrist twisted at the library when he took hold of it.", DAY, "18:50"),
    ),
    (
        (POLICE, "999 from the father: daughter's ex at the door with flowers.", DAY, "19:20"),
        (PROBATION, "Telephone from control for information: ex at the door with flowers.", DAY, "23:00"),
    ),
    (
        (CSC, "Visit, no reply. Card left.", DAY, "14:00"),
        (SCHOOL, "Social worker to visit this afternoon.", DAY, "10:00"),
    ),
    (
        (HOSPITAL, "Brought in by ambulance in cardiac arrest.", DAY, "23:52"),
        (POLICE, "Found with fatal injuries. Husband arrested.", DAY, "22:47"),
    ),
    (
        (POLICE, "Statement taken.", DAY),
        (IDVA, "With her to give a statement to police about the assault of 1 March.", DAY),
    ),
    (
        (POLICE, "Arrested on suspicion of assault.", "2019-03-16", "22:10"),
        (SCHOOL, "Mother told us this morning that he was arrested at the weekend.", "2019-03-18"),
    ),
    (
        (HOSPITAL, "Attended with a hand injury.", NEXT, "01:10"),
        (GP, "Letter: attended 14 March with a hand injury.", LATER),
    ),
    (
        (HOUSING, "Moved in with both children.", DAY),
        (CSC, "Visited the mother. She moved in a week ago.", "2019-03-21"),
    ),
    (
        (HOUSING, "Moved out to a flat found by a colleague.", DAY),
        (IDVA, "Client has moved to a flat found by a colleague.", "2019-03-18"),
    ),
]


@pytest.mark.parametrize(("field", "one", "other"), DIFFER)
def test_one_deed_at_two_times_is_a_conflict(field: str, one: Account, other: Account) -> None:
    assert field in differ_on(told(one), told(other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_what_a_telling_explains_is_none(one: Account, other: Account) -> None:
    assert not differ_on(told(one), told(other)) & {"date", "time"}


@pytest.mark.parametrize("text", ["BM 2.1 on arrival.", "Born at 4.12, well.", "Temp 38.5, hb 9.8."])
def test_a_measure_and_a_clock_are_no_day(text: str) -> None:
    assert days_in(text, 737_000) == []
