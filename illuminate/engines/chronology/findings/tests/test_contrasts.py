"""What two accounts say of one thing against each other, though no question names it."""

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
    Account,
)
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on, told

DIFFER: list[tuple[str, Account, Account]] = [
    ("outcome", (POLICE, "His greyhound was seized."), (HOUSING, "He was allowed to keep the greyhound.")),
    ("outcome", (PROBATION, "Ombudsman: her complaint was upheld."), (GP, "Her complaint was not upheld.")),
    ("outcome", (POLICE, "Back gate locked."), (HOUSING, "Back gate was wide open when they came.")),
    ("outcome", (POLICE, "Back gate was not locked."), (HOUSING, "Back gate secured.")),
    ("outcome", (CSC, "The crib was delivered."), (SCHOOL, "The crib was never delivered.")),
    ("outcome", (HOUSING, "No skip was provided."), (IDVA, "A skip was provided on Monday.")),
    ("outcome", (GP, "Baby weighed at clinic."), (CSC, "Baby was not weighed.")),
    ("outcome", (IDVA, "She has weekly sessions with us."), (GP, "IDVA give her daily sessions.")),
    ("outcome", (POLICE, "He drove off in a red van."), (HOUSING, "He left in a white van.")),
    ("outcome", (GP, "Physiotherapy in two weeks."), (HOSPITAL, "Physiotherapy in eight weeks.")),
    ("outcome", (POLICE, "Two parcels were on the step."), (HOUSING, "Five parcels were on the step.")),
    ("where it happened", (POLICE, "He argued with her in the kitchen."), (IDVA, "They argued in the pub.")),
    (
        "who was present",
        (POLICE, "Three neighbours had come out."),
        (HOUSING, "Five neighbours had come out."),
    ),
]

AGREE: list[tuple[Account, Account]] = [
    ((POLICE, "Two officers spoke to her."), (HOUSING, "One officer spoke to her.")),
    ((HOUSING, "No further skip was provided."), (IDVA, "A skip was provided on Monday.")),
    ((HOUSING, "Little food in the cupboards."), (CSC, "There was no food.")),
    ((HOUSING, "The skip is to be provided."), (IDVA, "No skip was provided.")),
    ((POLICE, "Back gate locked."), (HOUSING, "Window was wide open.")),
    ((POLICE, "Back gate was not locked."), (HOUSING, "Back gate was wide open.")),
    ((ASC, "Her allowance was not increased."), (GP, "Her allowance is unchanged.")),
    (
        (PROBATION, "Ombudsman will say whether her complaint was upheld."),
        (GP, "Her complaint was not upheld."),
    ),
    ((GP, "Poor sleep."), (CSC, "He is not sleeping.")),
    ((POLICE, "He argued with her in the kitchen, then in the hall."), (IDVA, "He argued in the hall.")),
    ((POLICE, "He drove off in a red van."), (HOUSING, "He came in a white coat.")),
    ((GP, "Physiotherapy two weeks ago."), (HOSPITAL, "Physiotherapy for eight weeks.")),
]


@pytest.mark.parametrize(("field", "one", "other"), DIFFER)
def test_opposite_things_said_of_one_thing_are_a_conflict(field: str, one: Account, other: Account) -> None:
    assert field in differ_on(told(one), told(other))


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_another_thing_a_plan_or_less_of_it_is_none(one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == set()
