"""What ties two accounts though their words differ, and what does not though their words are alike."""

import pytest

from illuminate.engines.chronology import Entry
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

ONE = {
    "a conference at which a report was read, not a report of it": [
        entry(CSC, "2019-03-05", "Child protection conference held at the civic offices."),
        entry(SCHOOL, "2019-03-05", "Head attended conference, report submitted."),
    ],
    "a MARAC that one calls a conference": [
        entry(IDVA, "2019-03-05", "MARAC: Nadia heard as case 4."),
        entry(PROBATION, "2019-03-05", "Joined the multi-agency conference by telephone."),
    ],
    "an arrest after a row, and who came to hospital hours later": [
        entry(POLICE, "2019-03-05", "Shouting reported. Tom Kerr arrested on the stairs.", at="21:10"),
        entry(HOSPITAL, "2019-03-05", "Female triaged, alleged DV, seen in minors.", at="22:50"),
    ],
    "an attendance where the hospital needn't say that it is one": [
        entry(HOSPITAL, "2019-03-05", "Brought by father. Fracture of left elbow, back slab."),
        entry(GP, "2019-03-09", "Letter: attended ED, elbow fracture, sling for three weeks."),
    ],
    "what was found on somebody, told elsewhere on that day": [
        entry(POLICE, "2019-03-05", "Cannabis found on Tom Kerr in Mill Lane, warned.", at="16:10"),
        entry(SCHOOL, "2019-03-05", "Tom Kerr stopped in Mill Lane with cannabis after school."),
    ],
    "a letter about the one thing that its sender wrote down": [
        entry(HOSPITAL, "2019-03-05", "Reviewed by the respiratory nurse; inhaler technique poor."),
        entry(GP, "2019-03-11", "Hospital letter received and coded."),
    ],
    "who came, told with a day that is off by one": [
        entry(POLICE, "2019-03-05", "Brick through the kitchen window at Larch House.", at="20:15"),
        entry(HOUSING, "2019-03-08", "Kitchen window smashed with a brick on the 6th, police went out."),
    ],
}

TWO = {
    "an appointment missed with each of two": [
        entry(GP, "2019-03-05", "Nadia DNA appointment. Text sent, new appointment 12.3."),
        entry(PROBATION, "2019-03-05", "Nadia DNA appointment. Text sent, new appointment 12.3."),
    ],
    "a worry rung through to one at noon and to another at night": [
        entry(CSC, "2019-03-05", "Telephone call from aunt Rehana, worried for Nadia.", at="12:05"),
        entry(POLICE, "2019-03-05", "Aunt Rehana telephoned: worried for Nadia.", at="21:40"),
    ],
    "two meetings of a day, each by a name of its own": [
        entry(HOSPITAL, "2019-03-05", "Strategy meeting by telephone."),
        entry(SCHOOL, "2019-03-05", "Core group at school, both parents there."),
    ],
}


@pytest.mark.parametrize("told", ONE.values(), ids=ONE)
def test_one_event_in_other_words(told: list[Entry]) -> None:
    assert same(*told)


@pytest.mark.parametrize("told", TWO.values(), ids=TWO)
def test_two_events_in_like_words(told: list[Entry]) -> None:
    assert not groups_of(*told)
