"""The same contact told by several agencies, across wording and days; and what only sounds alike."""

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.tests.heard import HEARD, NEAR
from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    POLICE,
    entry,
    findings_of,
    groups_of,
    same,
)
from illuminate.engines.chronology.findings.tests.told import APART, TOGETHER


@pytest.mark.parametrize("told", [*TOGETHER.values(), *HEARD.values()], ids=[*TOGETHER, *HEARD])
def test_one_event_is_found_in_all_its_files(told: list[Entry]) -> None:
    assert same(*told)


@pytest.mark.parametrize("told", APART.values(), ids=APART)
def test_what_only_sounds_alike_stays_apart(told: list[Entry]) -> None:
    assert not [group for group in groups_of(*told) if len(group & set(range(len(told)))) > 1]


@pytest.mark.parametrize("told", NEAR.values(), ids=NEAR)
def test_what_is_near_to_it_is_told_of_by_nobody_else(told: list[Entry]) -> None:
    assert not groups_of(*told)


def test_the_receipt_belongs_to_the_referral_and_not_to_the_incident() -> None:
    told = [
        entry(POLICE, "2018-03-03", "Verbal argument over money. Both spoken to.", at="21:00"),
        entry(POLICE, "2018-03-04", "PPN submitted to Children's Social Care.", at="06:10"),
        entry(CSC, "2018-03-05", "PPN received: verbal argument over money on 3 March."),
    ]
    assert {1, 2} in groups_of(*told)


def test_two_referrals_in_a_week_find_each_its_own_receipt() -> None:
    told = [
        entry(POLICE, "2018-03-04", "PPN to Children's Social Care: child upset."),
        entry(CSC, "2018-03-05", "PPN received: child upset."),
        entry(POLICE, "2018-03-08", "PPN to Children's Social Care: mother drunk."),
        entry(CSC, "2018-03-09", "PPN received: mother drunk."),
    ]
    assert [{0, 1}, {2, 3}] == sorted(groups_of(*told), key=min)


def test_call_arrival_and_arrest_are_rows_of_one_incident() -> None:
    told = [
        entry(
            POLICE,
            "2018-08-11",
            "999 call: man threatening partner with knife.",
            "Ambulance requested.",
            at="22:31",
        ),
        entry(
            POLICE,
            "2018-08-11",
            "On scene. Male arrested, kitchen knife seized. Female cut to hand, with ambulance crew.",
            at="22:50",
        ),
        entry(
            AMBULANCE,
            "2018-08-11",
            "Police request: stabbing? 34F, cut to hand, dressed. Police on scene.",
            at="22:44",
        ),
    ]
    assert same(*told)


def test_a_finding_says_why_in_whole_words() -> None:
    found, _ = findings_of(*TOGETHER["an assessment under the Mental Health Act"])
    [one] = [f for f in found if f.kind == "same_event"]
    assert "5 November 2019 at 18:20" in one.why and "threatening" not in one.why
    assert "each names the other agency" in one.why or "railway" in one.why
    assert one.confidence is not None and one.confidence > 0.6
