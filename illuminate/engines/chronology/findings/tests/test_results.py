"""What undertakings came to, how often a thing was done, when it ends: two accounts against each other, or in peace."""

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
    Account,
)
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on, told

CAME_TO: list[tuple[str, Account, Account]] = [
    ("outcome", (POLICE, "Warning notice served on him."), (HOUSING, "Officer: he has had no warning.")),
    ("outcome", (POLICE, "Simple caution."), (CSC, "Police: community resolution.")),
    ("outcome", (POLICE, "He denied the offence."), (PROBATION, "He made full admissions to officers.")),
    ("outcome", (IDVA, "Power of arrest attached."), (POLICE, "No power of arrest on it.")),
    ("outcome", (POLICE, "Warrant issued."), (PROBATION, "He appeared at court, adjourned.")),
    ("outcome", (PROBATION, "Breach papers prepared."), (POLICE, "Probation: good compliance.")),
    ("outcome", (PROBATION, "Order revoked early."), (POLICE, "Order still in force.")),
    ("outcome", (POLICE, "His rifle was lodged with a dealer."), (GP, "Police let him keep the rifle at home.")),
    ("what was disclosed", (POLICE, "Disclosure made to her."), (IDVA, "She has been told nothing.")),
    ("outcome", (MENTAL, "Weekend leave granted."), (IDVA, "His leave was cancelled.")),
    ("outcome", (HOSPITAL, "Listed for surgery on the hand."), (GP, "Managed conservatively.")),
    ("outcome", (GP, "Referred for a termination."), (HOSPITAL, "Booked with the midwife.")),
    ("outcome", (MENTAL, "Home treatment begun."), (GP, "Mental health: back to GP, no role.")),
    ("outcome", (ASC, "Respite approved."), (GP, "Family were turned down for respite.")),
    ("outcome", (SCHOOL, "He has left the school roll."), (CSC, "Still on roll.")),
    ("outcome", (SCHOOL, "Suspended for two days."), (CSC, "School permanently excluded him.")),
    ("outcome", (CSC, "Father signed the agreement."), (IDVA, "He would not sign.")),
    ("outcome", (IDVA, "She has decided to leave him."), (HOUSING, "She is staying with her husband.")),
    ("risk level", (IDVA, "Risk has reduced."), (PROBATION, "IDVA say the risk is rising.")),
    ("outcome", (POLICE, "Case archived."), (HOUSING, "MARAC: to remain on the list.")),
    ("outcome", (IDVA, "She travelled to a refuge."), (HOUSING, "No refuge would have her.")),
    ("outcome", (HOUSING, "Management move agreed."), (IDVA, "Housing say she must bid.")),
    ("outcome", (HOUSING, "Main duty accepted."), (IDVA, "Council found no priority need.")),
    ("outcome", (CSC, "Decided not to issue proceedings."), (SCHOOL, "Care proceedings started.")),
    ("outcome", (RECOVERY, "Abstinent for five weeks."), (GP, "Drinking daily again.")),
]  # fmt: skip
TIMES: list[tuple[str, Account, Account]] = [
    ("injury", (POLICE, "Stabbed once."), (HOSPITAL, "Three stab wounds to the chest.")),
    (
        "outcome",
        (POLICE, "Four calls from the address that week."),
        (IDVA, "She rang the police nine times."),
    ),
    ("outcome", (ASC, "Six hours of care a week."), (GP, "Council gives ten hours a week.")),
    ("outcome", (SCHOOL, "Attendance 92%."), (CSC, "School attendance stands at 64 per cent.")),
    ("outcome", (PROBATION, "Order with 30 RAR days."), (POLICE, "Order with 20 RAR days.")),
    (
        "outcome",
        (POLICE, "Conditional discharge, 12 months."),
        (IDVA, "Conditional discharge for 24 months."),
    ),
    ("risk level", (POLICE, "MARAC. DASH 19."), (HOUSING, "MARAC. DASH given to the panel as 14.")),
]
DAYS: list[tuple[str, Account, Account]] = [
    ("expiry date", (IDVA, "Her visa runs to 30 November 2019."), (CSC, "Leave to remain ends 30 May 2019.")),
    ("expiry date", (HOUSING, "Notice expires on 14 June."), (IDVA, "The notice runs out on 28 June.")),
    ("date", (POLICE, "Trial listed for 14 October."), (IDVA, "Trial date is 28 October.")),
    ("date", (PROBATION, "Released from prison 14 May."), (HOUSING, "He came out of prison on 10 May.")),
]
OPPOSED: list[tuple[str, Account, Account]] = [
    ("outcome", (POLICE, "Bruises photographed by us."), (HOSPITAL, "She refused to be photographed.")),
    ("outcome", (POLICE, "A Polish interpreter was used."), (GP, "Seen with a Romanian interpreter.")),
    ("outcome", (RECOVERY, "Group called off."), (PROBATION, "Group went ahead.")),
]
PEACE: list[tuple[Account, Account]] = [
    ((POLICE, "Two guns taken for safekeeping."), (GP, "Police have his guns.")),
    ((IDVA, "She is thinking about leaving him."), (HOUSING, "Asked about a move.")),
    ((MENTAL, "Section 136, then detained under section 2."), (POLICE, "Detained under section 136.")),
    ((RECOVERY, "Twelve sessions planned."), (GP, "He has had six sessions so far.")),
    ((POLICE, "MARAC: four actions."), (IDVA, "MARAC: two actions for us.")),
    ((SCHOOL, "Attendance 92%."), (CSC, "Attendance is 91.8%.")),
    ((POLICE, "She rang four times."), (HOUSING, "Two calls to the landlord about rent.")),
    ((POLICE, "Trial listed for 14 October."), (IDVA, "Sentencing on 28 October.")),
    ((POLICE, "Trial listed for 14 October."), (IDVA, "Trial in October.")),
    ((IDVA, "Letter of 3 June about her visa."), (CSC, "Visa ends 30 May 2019.")),
    ((POLICE, "Threat to stab her."), (IDVA, "He said that he would stab her if she left.")),
]


@pytest.mark.parametrize(("field", "one", "other"), [*CAME_TO, *TIMES, *DAYS, *OPPOSED])
def test_two_accounts_of_one_thing_that_cannot_both_be_right(
    field: str, one: Account, other: Account
) -> None:
    assert field in differ_on(told(one), told(other))


@pytest.mark.parametrize(("one", "other"), PEACE)
def test_a_share_a_stage_a_wish_or_another_thing_is_no_difference(one: Account, other: Account) -> None:
    assert differ_on(told(one), told(other)) == set()


def test_an_order_made_on_one_day_may_be_served_on_another() -> None:
    served = (POLICE, "Court order received and served on him.", "2019-05-14", "15:20")
    shown = (IDVA, "She brought the order (made last Friday).", "2019-05-15")
    assert differ_on(told(served), told(shown)) == set()
