"""What one agency had at first hand and others heard of; names by which agencies go; minutes and notes of a sending."""

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.kinds import UNKNOWN, role_of, roles_in
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    RECOVERY,
    SCHOOL,
    entry,
    groups_of,
    same,
    unanswered,
)

ONE = {
    "an order made at court and copied to police days later": [
        entry(IDVA, "2018-04-10", "Judge made an occupation order. Court order runs six months."),
        entry(POLICE, "2018-04-12", "Occupation order: court order put on the system."),
    ],
    "a window broken, told to police and to the landlord": [
        entry(
            POLICE, "2018-04-10", "Kitchen window broken with a spade. Criminal damage recorded.", at="22:10"
        ),
        entry(HOUSING, "2018-04-11", "Kitchen window broken overnight, glazing ordered."),
    ],
    "a child seen at hospital, the letter filed in the week after": [
        entry(HOSPITAL, "2018-04-10", "Child attended ED: scald to foot from bath.", who="Ella Kerr"),
        entry(GP, "2018-04-16", "ED letter: scald to foot.", who="Ella Kerr"),
    ],
    "minutes that come a week after the meeting": [
        entry(POLICE, "2018-04-10", "MARAC: actions for the neighbourhood officer."),
        entry(GP, "2018-04-18", "Summary of MARAC scanned."),
    ],
    "went with her to the conference": [
        entry(CSC, "2018-04-10", "Initial child protection conference, plan agreed."),
        entry(IDVA, "2018-04-10", "Went with Nadia to the case conference."),
    ],
    "a visit made alongside another agency": [
        entry(CSC, "2018-04-10", "Home seen alongside the housing officer, damp in the bedroom."),
        entry(HOUSING, "2018-04-10", "Inspection carried out jointly with social worker."),
    ],
    "a force by its county alone": [
        entry(POLICE, "2018-04-10", "Rang the school: bail has ended.", at="09:10"),
        entry(SCHOOL, "2018-04-10", "Wealdshire on the phone: his bail has ended."),
    ],
}

OTHERS = {
    "a row heard by a neighbour on a day with another row": [
        entry(
            POLICE,
            "2018-04-10",
            "Shouting in Mill Row, two men outside the shop.",
            at="20:00",
            who="Tom Kerr",
        ),
        entry(HOUSING, "2018-04-10", "Mrs Pell of Mill Row upset by shouting children.", who="Nadia Kerr"),
    ],
    "the same words of two routine visits": [
        entry(HOSPITAL, "2018-04-10", "Clinic. Fit and well, sleeping better, smiling, sister held baby."),
        entry(GP, "2018-04-10", "Vaccines. Fit and well, sleeping better, smiling, sister held baby."),
    ],
    "two referrals for safety work to a body outside": [
        entry(IDVA, "2018-04-10", "Referral to the fire service: smoke alarm.", "Sent"),
        entry(POLICE, "2018-04-10", "Referral to the fire service: letterbox plate.", "Sent", at="10:00"),
    ],
    "minutes from before the meeting": [
        entry(GP, "2018-04-10", "Summary of MARAC scanned."),
        entry(POLICE, "2018-04-17", "MARAC: actions for the neighbourhood officer."),
    ],
}


@pytest.mark.parametrize("told", ONE.values(), ids=ONE)
def test_what_others_heard_of_is_the_same_event(told: list[Entry]) -> None:
    assert same(*told)


@pytest.mark.parametrize("told", OTHERS.values(), ids=OTHERS)
def test_like_words_on_one_day_are_not(told: list[Entry]) -> None:
    assert not groups_of(*told)


@pytest.mark.parametrize(
    ("text", "outcome", "to"),
    [
        ("Refer Women's Aid. Bruising.", "", IDVA),
        ("Ref made to MASH re cold house.", "", CSC),
        ("Details sent on to the recovery service.", "", RECOVERY),
        ("Wrote to probation asking for help: he is back at the flat.", "", PROBATION),
        ("E-mailed Haven to refer her, with her agreement.", "Sent", IDVA),
        ("Letter to Wealdshire Police: please keep the marker.", "Posted", POLICE),
        ("Referral made to MASH by nurse form.", "", CSC),
    ],
)
def test_a_sending_in_few_words_is_asked_about(text: str, outcome: str, to: str) -> None:
    assert unanswered(entry(GP, "2018-04-10", text, outcome)) == [(0, to)]


@pytest.mark.parametrize(
    "text",
    [
        "GP to refer to Women's Aid.",
        "Previous referral to MASH noted on file (closed).",
        "Stolen bag reported to police by Nadia.",
        "School uniform form handed in.",
    ],
)
def test_what_was_not_sent_from_here_is_not(text: str) -> None:
    assert unanswered(entry(GP, "2018-04-10", text)) == []


def test_a_cold_house_is_not_the_housing_office() -> None:
    assert unanswered(entry(GP, "2018-04-10", "Referred to MASH - house damp, no beds.")) == [(0, CSC)]


def test_a_referral_to_a_national_charity_is_none_to_the_local_service() -> None:
    assert unanswered(entry(GP, "2018-04-10", "Referral to Victim Support sent.")) == []


def test_a_name_that_tells_nothing_is_known_by_its_daily_work() -> None:
    told = [entry("New Leaf Weald", "2018-04-10", f"Keywork session {n}, harm reduction.") for n in range(5)]
    assert role_of("New Leaf Weald") == UNKNOWN
    assert roles_in(["New Leaf Weald", POLICE], told) == ["substance", "police"]
    assert roles_in(["New Leaf Weald"], []) == [UNKNOWN]
