"""Who is meant by a name, a team or a door; calls that got their answer; and what is no receipt."""

import pytest

from illuminate.engines.chronology.findings.tests.life import (
    ASC,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    MENTAL,
    POLICE,
    PROBATION,
    RECOVERY,
    SCHOOL,
    entry,
    quiet_life,
    unanswered,
)

STUDENTS = "Weald College Student Wellbeing"
STAFF = [
    entry(IDVA, "2016-01-05", "Key worker Ama Doyle met client."),
    entry(MENTAL, "2016-01-05", "CPN Lee Marsh called at the house."),
    entry(POLICE, "2016-01-05", "DC Oakes took the statement."),
]
SENT = {
    "a worker by name": (RECOVERY, "Emailed Ama Doyle about the drinking.", IDVA),
    "an officer by rank and name": (SCHOOL, "Left a voicemail for DC Oakes about the gate.", POLICE),
    "a nurse known by his whole name": (GP, "Wrote to Lee Marsh to see him sooner.", MENTAL),
    "made aware": (POLICE, "Made the housing association aware of the order by secure email.", HOUSING),
    "asked at some length": (IDVA, "Requested by secure mail that the surgery mark her notes.", GP),
    "a child's notice is the writer's": (
        POLICE,
        "Vulnerable child notice put through to children's social care.",
        CSC,
    ),
    "a plan that is a paper": (HOSPITAL, "Emailed the care plan to the probation office.", PROBATION),
}
NOT_SENT = {
    "a call that was answered": (SCHOOL, "T/c to MASH. They have it already and will do nothing more."),
    "who said": (HOUSING, "Rang the police, who said they would not come."),
    "advice to go oneself": (GP, "Advised to contact the crisis team himself."),
    "help with somebody's own request": (SCHOOL, "Supported her request to Kestrel for a transfer."),
    "a chaser": (IDVA, "Chased the police by email about the statement."),
    "what is told of an office": (GP, "Tells me that the probation officer saw her in the garden."),
    "as they had asked": (GP, "Report sent to children's social care as requested."),
    "an outcome still to be done": (HOUSING, "Interview about the flat."),
    "their own written words": (ASC, "Kestrel's written concern was screened."),
}
OUTCOMES = {
    "an outcome still to be done": "Ask Women's Aid.",
}


@pytest.mark.parametrize("kind", SENT)
def test_an_agency_is_reached_by_its_staff_and_in_many_frames(kind: str) -> None:
    agency, text, to = SENT[kind]
    assert unanswered(entry(agency, "2018-04-10", text), *STAFF) == [(0, to)]


@pytest.mark.parametrize("kind", NOT_SENT)
def test_an_answer_an_advice_and_a_chaser_are_no_sendings(kind: str) -> None:
    agency, text = NOT_SENT[kind]
    assert unanswered(entry(agency, "2018-04-10", text, OUTCOMES.get(kind, ""))) == []


def test_two_offices_with_a_comma_between_them_are_two() -> None:
    told = entry(POLICE, "2018-04-10", "PPN to CSC, school and probation.")
    assert set(unanswered(told)) == {(0, CSC), (0, SCHOOL), (0, PROBATION)}


def test_an_office_goes_by_a_word_of_its_agencys_name() -> None:
    own = [
        entry(STUDENTS, one.when.start.isoformat(), "Note.") for one in quiet_life()[:24] if one.when.start
    ]
    told = entry(HOUSING, "2018-04-10", "Incident form emailed across to the wellbeing team for their file.")
    assert unanswered(told, *own) == [(0, STUDENTS)]


def test_of_two_surgeries_the_one_called_by_its_word_is_meant() -> None:
    other = "Mill Medical Practice"
    own = [entry(other, one.when.start.isoformat(), "Note.") for one in quiet_life()[:24] if one.when.start]
    told = entry(IDVA, "2018-04-10", "Wrote to the practice asking for her notes.", who="Sam Pell")
    assert unanswered(told, *own) == [(0, other)]


def test_what_it_asked_the_sender_itself_is_no_receipt() -> None:
    told = entry(HOUSING, "2018-04-10", "Notes found in the hall. Scanned and emailed to the police.")
    asked = entry(POLICE, "2018-04-12", "Asked Kestrel by email for the bicycle store film.")
    assert (0, POLICE) in unanswered(told, asked)
    assert (
        unanswered(told, entry(POLICE, "2018-04-12", "Email from Kestrel with notes found in the hall."))
        == []
    )
