"""On which side of a matter two accounts put the same people, and whether a thing was to be had at all."""

import pytest

from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    Account,
)
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on, told

DIFFER: list[tuple[str, Account, Account]] = [
    ("outcome", (HOSPITAL, "Mr Kerr agreed to carers."), (CSC, "He declined carers.")),
    ("outcome", (HOSPITAL, "His wife is willing to have him back."), (CSC, "She is not ready to have him back.")),
    ("outcome", (GP, "Unfit to hold a shotgun."), (POLICE, "Doctor has no objection to his shotguns.")),
    ("medication", (HOSPITAL, "Switched to a different antidepressant."), (GP, "Medication was left as it is.")),
    ("outcome", (IDVA, "A hotel room was offered."), (HOUSING, "There was no accommodation to be had.")),
    ("outcome", (IDVA, "A lift was offered."), (HOUSING, "No transport was offered.")),
    ("outcome", (GP, "Flu jab given at the surgery."), (HOSPITAL, "Flu jab given at home.")),
    ("outcome", (POLICE, "Statement taken at her home."), (IDVA, "Her statement was taken at the station.")),
    ("outcome", (POLICE, "MARAC: her case was gone through."), (IDVA, "MARAC: her case was held over.")),
    ("injury", (HOSPITAL, "Left ankle: fracture."), (GP, "Left ankle: sprain, nothing broken.")),
    ("cause of injury", (HOSPITAL, "Came off a swing, bruised lip."),
     (GP, "Tripped and hit a table, bruised lip.")),
    ("cause of injury", (HOSPITAL, "Slid off the settee on to the floor, bruised hip."),
     (GP, "Tripped over a rug, bruised hip.")),
    ("cause of injury", (HOSPITAL, "Gate swung back, bruised arm."), (GP, "He gripped her, bruised arm.")),
    ("cause of injury", (HOSPITAL, "Hit by a door, bruised arm."), (GP, "Fell down the stairs, bruised arm.")),
]  # fmt: skip

AGREE: list[tuple[Account, Account]] = [
    ((IDVA, "A refuge space was offered."), (HOUSING, "She declined the refuge space.")),
    ((IDVA, "A room was offered."), (HOUSING, "No food was offered.")),
    ((HOSPITAL, "Daughter asked about having her home."), (CSC, "Daughter is willing to have her home.")),
    ((GP, "New tablet begun."), (HOSPITAL, "Bloods unchanged.")),
    ((GP, "Flu jab given at the surgery."), (HOUSING, "She was at home.")),
    ((POLICE, "MARAC list sent."), (IDVA, "MARAC: her case was heard.")),
    ((GP, "Asked about his certificate."), (POLICE, "Doctor has no objection to his certificate.")),
    ((HOSPITAL, "Slipped and fell on the floor, bruised hip."), (GP, "Tripped over a rug, bruised hip.")),
]


@pytest.mark.parametrize(("field", "one", "other"), DIFFER)
def test_for_and_against_there_and_not_there_are_a_conflict(field: str, one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == {field}


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_an_offer_declined_another_matter_or_a_question_is_none(one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == set()
