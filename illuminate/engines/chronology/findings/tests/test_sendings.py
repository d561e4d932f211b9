"""Sendings in many ways of writing, what is none, which office is meant, and what is taken for a receipt."""

import pytest

from illuminate.engines.chronology.findings.tests.life import (
    ASC,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    SCHOOL,
    entry,
    quiet_life,
    unanswered,
)
from illuminate.engines.chronology.findings.tests.sendings import NOT_SENT, SENT, STAFF

STUDENTS = "Weald College Student Wellbeing"


@pytest.mark.parametrize(("agency", "text", "to"), SENT.values(), ids=SENT)
def test_what_was_sent_is_asked_about(agency: str, text: str, to: str) -> None:
    assert unanswered(entry(agency, "2018-04-10", text), *STAFF) == [(0, to)]


@pytest.mark.parametrize("told", NOT_SENT.values(), ids=NOT_SENT)
def test_what_was_not_sent_is_not(told: tuple[str, ...]) -> None:
    agency, *words = told
    assert unanswered(entry(agency, "2018-04-10", *words), *STAFF) == []


def test_any_word_of_the_sender_soon_after_may_be_the_receipt() -> None:
    told = entry(SCHOOL, "2018-04-10", "Rang the housing officer to report threats.")
    assert unanswered(told) == [(0, HOUSING)]
    assert unanswered(told, entry(HOUSING, "2018-04-12", "School on the phone: threats at the gate.")) == []
    assert unanswered(told, entry(HOUSING, "2018-05-25", "School on the phone: threats at the gate.")) == [
        (0, HOUSING)
    ]


def test_of_two_offices_the_one_that_has_these_people_is_meant() -> None:
    other = "Otterdale Council Children's Social Care"
    rows = [entry(CSC, f"2018-0{month}-02", "Visit.") for month in range(1, 8)]
    far = [entry(other, f"201{year}-01-02", "Visit.", who="Sam Pell") for year in range(5, 9)]
    told = entry(SCHOOL, "2018-04-10", "Referral to children's social care sent.")
    assert (0, CSC) in unanswered(told, *far, *rows)


def test_a_receipt_may_name_the_doctor_and_an_entry_that_nothing_came_is_none() -> None:
    told = entry(GP, "2018-04-10", "Adult safeguarding form to adult social care.")
    assert unanswered(told, entry(ASC, "2018-04-12", "Dr Oduya's form about Mrs Hart reached us.")) == []
    none = entry(ASC, "2018-04-12", "Daughter rang: fall. We heard nothing from the surgery before this.")
    assert unanswered(told, none) == [(0, ASC)]


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


def test_a_list_goes_on_after_an_aside() -> None:
    told = entry(IDVA, "2018-04-10", "Police informed and, at her wish, Probation too.")
    assert set(unanswered(told)) == {(0, POLICE), (0, PROBATION)}


def test_a_question_put_in_a_letter_is_sent() -> None:
    told = entry(HOUSING, "2018-04-10", "E-mailed children's social care: is anybody seeing the boys?")
    assert unanswered(told) == [(0, CSC)]


def test_a_trust_goes_by_the_initials_before_nhs() -> None:
    told = entry(GP, "2018-04-10", "We have asked WUH for the clinic letter.")
    assert unanswered(told) == [(0, HOSPITAL)]


def test_a_safety_worker_is_of_probation_itself() -> None:
    told = entry(PROBATION, "2018-04-10", "Women's safety worker passed concerns to IDVA.")
    assert unanswered(told) == [(0, IDVA)]
