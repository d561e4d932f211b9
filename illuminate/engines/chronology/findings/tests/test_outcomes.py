"""What came of an event, and hurts, in further ways of saying it; and what is no contradiction."""

import pytest

from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    MENTAL,
    POLICE,
    PROBATION,
    SCHOOL,
    Account,
)
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on, told

DIFFER: list[tuple[str, Account, Account]] = [
    ("outcome", (PROBATION, "Order ended: 11 of 30 sessions attended."),
     (CSC, "He did every one of his programme sessions.")),
    ("outcome", (PROBATION, "Community service 80 hours."), (POLICE, "Given 160 hours of unpaid work.")),
    ("outcome", (POLICE, "No charge."), (IDVA, "He is to appear before the bench in June.")),
    ("outcome", (MENTAL, "Seen by liaison psychiatry on the ward."),
     (HOSPITAL, "He left before the psychiatric nurse came.")),
    ("outcome", (HOSPITAL, "ED. Out cold for a minute."), (POLICE, "She was alert and talking when we came.")),
    ("outcome", (POLICE, "Bailed not to contact her."), (IDVA, "No restrictions have been put on him.")),
    ("outcome", (PROBATION, "Recalled to custody."), (POLICE, "Warning letter, his licence continues.")),
    ("outcome", (SCHOOL, "Permanently excluded."), (CSC, "He has been warned about it by the head.")),
    ("outcome", (CSC, "Home visit completed."), (HOUSING, "Social worker called. No answer at the door.")),
    ("outcome", (POLICE, "Recorded as a non crime domestic."), (IDVA, "Recorded as a crime.")),
    ("injury", (HOSPITAL, "Ears normal."), (GP, "Left eardrum perforated.")),
    ("risk level", (POLICE, "DASH: low risk."), (IDVA, "DASH: high risk.")),
    ("test result", (GP, "PHQ-9 = 6."), (MENTAL, "PHQ-9 was 19.")),
    ("injury", (POLICE, "Both children seen; no injuries."), (SCHOOL, "Bruise to the child's ear.")),
    ("injury", (POLICE, "No injuries to anybody."), (HOUSING, "Her shin was bruised.", "2018-05-15")),
    ("injury", (HOSPITAL, "Arm: full movement."), (GP, "Unable to lift her arm.")),
    ("injury", (HOSPITAL, "Superficial cut to the forearm."), (GP, "Deep cut to the forearm.")),
    ("cause of injury", (HOSPITAL, "Slipped in the shower."), (POLICE, "Her husband punched her.")),
    ("cause of injury", (HOSPITAL, "Came off a ladder, sprained wrist."),
     (GP, "Sprained wrist, slipped on a wet floor.")),
    ("cause of injury", (POLICE, "Son kicked her, bruised shin."), (GP, "Husband kicked her, bruised shin.")),
]  # fmt: skip

AGREE: list[tuple[Account, Account]] = [
    ((POLICE, "Mr Kerr declined support."), (IDVA, "Mrs Kerr accepted support.")),
    ((HOSPITAL, "Daughter was admitted."), (GP, "Mother was discharged home.")),
    ((POLICE, "Children seen; no injuries."), (HOSPITAL, "Mother has a stab wound to the chest.")),
    ((POLICE, "No visible injuries."), (GP, "Bruise came up on her arm.", "2018-05-16")),
    ((POLICE, "DASH: low risk."), (IDVA, "DASH: standard risk.")),
    ((POLICE, "Mrs Kerr did not come back last night."), (HOUSING, "She attended our office later.")),
    ((PROBATION, "MARAC: he is not yet sentenced."), (GP, "MARAC held today.")),
    ((PROBATION, "Nine of 12 sessions so far."), (CSC, "He goes to his sessions.")),
]


@pytest.mark.parametrize(("field", "one", "other"), DIFFER)
def test_what_cannot_both_be_so_is_a_conflict(field: str, one: Account, other: Account) -> None:
    assert field in differ_on(told(one), told(other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_another_person_stage_or_name_is_none(one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == set()
