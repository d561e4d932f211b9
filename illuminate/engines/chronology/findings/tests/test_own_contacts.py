"""Two contacts that two agencies each had of their own are two, unless one speaks of the other's agency."""

import pytest

from illuminate.engines.chronology import Entry, Reading, combine
from illuminate.engines.chronology.findings.reading.contacts import contacts
from illuminate.engines.chronology.findings.reading.features import lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.same_event.beside import ruled
from illuminate.engines.chronology.findings.same_event.evidence import ANOTHER_PERSON, EACH_ITS_OWN
from illuminate.engines.chronology.findings.same_event.groups import ENOUGH, LIKELY, group
from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
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
    entry,
    findings_of,
    same,
)
from illuminate.engines.chronology.findings.text import tokenise

APART = {
    "two visits of a day": [
        entry(
            HOUSING, "2019-05-14", "Tenancy visit. Zahra let us in, baby asleep on the sofa, parrot loose."
        ),
        entry(CSC, "2019-05-14", "Home visit. Zahra let us in, baby asleep on the sofa. Parrot noisy."),
    ],
    "a visit, and another the day after": [
        entry(POLICE, "2019-05-14", "Officer visited to leave a marker. Zahra at the gate with the parrot."),
        entry(HOUSING, "2019-05-15", "Visited about the boiler. Zahra at the gate with the parrot."),
    ],
    "each rang her": [
        entry(HOUSING, "2019-05-14", "Phoned tenant about her birth certificate. No reply."),
        entry(IDVA, "2019-05-14", "Rang client about the birth certificate, she has hidden it in the shed."),
    ],
    "she rang each of them": [
        entry(ASC, "2019-05-14", "Call from sister, worried about the cellar and the padlock.", at="10:10"),
        entry(PROBATION, "2019-05-14", "Sister rang, worried about the cellar and the padlock.", at="16:40"),
    ],
    "an appointment here and a call there": [
        entry(GP, "2019-05-14", "Appointment. Wrist less swollen, splint off, trampoline fall talked over."),
        entry(RECOVERY, "2019-05-14", "Telephone review. Wrist less swollen since the trampoline fall."),
    ],
    "she came to two offices": [
        entry(IDVA, "2019-05-14", "Came to our drop in, talked of the tribunal and the caravan."),
        entry(MENTAL, "2019-05-14", "Clinic review, talked of the tribunal and the caravan."),
    ],
    "another patient, the same hour": [
        entry(POLICE, "2019-05-14", "Man on the viaduct, brought down, s136.", at="21:10"),
        entry(AMBULANCE, "2019-05-14", "Man drunk below the viaduct. Not the same patient.", at="21:05"),
    ],
}

TOGETHER = {
    "a joint visit": [
        entry(HOUSING, "2019-05-14", "Visited with the social worker. Zahra showed us the broken cot."),
        entry(CSC, "2019-05-14", "Joint visit with housing. Broken cot seen, a new one asked for."),
    ],
    "a call of which the other heard": [
        entry(POLICE, "2019-05-14", "Call from neighbour: greenhouse smashed with a spade.", at="19:10"),
        entry(CSC, "2019-05-15", "Police notice received: greenhouse smashed with a spade last night."),
    ],
    "ambulance and hospital": [
        entry(
            AMBULANCE, "2019-05-14", "Call from husband, female fallen from a ladder. Conveyed.", at="19:10"
        ),
        entry(HOSPITAL, "2019-05-14", "Attended by ambulance, fell from a ladder.", at="19:50"),
    ],
}


@pytest.mark.parametrize("told", APART.values(), ids=APART)
def test_what_each_did_by_itself_is_not_one_event(told: list[Entry]) -> None:
    assert not same(*told)


@pytest.mark.parametrize("told", TOGETHER.values(), ids=TOGETHER)
def test_what_one_tells_of_the_other_stays_one_event(told: list[Entry]) -> None:
    found, _ = findings_of(*told)
    assert [one.kind for one in found if one.kind == "same_event"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Home visit. Curtains drawn.", {"visit"}),
        ("Called at the flat, no answer.", {"visit"}),
        ("After the last visit we wrote to her.", set()),
        ("Telephoned mother about nursery.", {"call"}),
        ("Telephone review. Sleeping better.", {"call"}),
        ("Mother rang about nursery.", {"caller"}),
        ("Call from neighbour, loud music.", {"caller"}),
        ("Spoke to client about court.", {"call"}),
        ("Came into the office upset.", {"seen"}),
        ("Rent account in credit.", set()),
        ("Rent account in credit, letter filed, and nothing else was done. Mother rang.", set()),
    ],
)
def test_what_contact_an_entry_opens_with(text: str, kinds: set[str]) -> None:
    assert contacts(tokenise(text), frozenset(), ()) == kinds


def test_what_rules_say_needs_no_case() -> None:
    assert ruled({EACH_ITS_OWN: 1.0}) < 0
    assert ruled({EACH_ITS_OWN: 1.0, ANOTHER_PERSON: 1.0}) < ruled({EACH_ITS_OWN: 1.0})
    assert ruled({"on the same day": 1.0}) == 0


def test_two_accounts_alone_need_more_than_three_together() -> None:
    told = (POLICE, CSC, GP)
    entries = combine(
        [Reading("case", "", tuple(entry(one, "2019-05-14", "Fence.") for one in told), (), ())]
    )
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = [read_features(one, place, agencies, lexer) for place, one in enumerate(entries)]
    features = [one for one in read if one]
    between = (LIKELY + ENOUGH) / 2
    assert not group(features, {(0, 1): between})
    assert group(features, {(0, 1): between, (0, 2): between, (1, 2): between}) == [[0, 1, 2]]


def test_a_move_and_the_same_house_in_the_week_are_one() -> None:
    assert same(
        entry(IDVA, "2018-04-10", "Moved into Heron Cottage today."),
        entry(GP, "2018-04-13", "Change of address to Heron Cottage."),
    )
    assert not same(
        entry(IDVA, "2018-04-10", "Moved into Heron Cottage today."),
        entry(GP, "2018-04-13", "Change of address for sister, 9 Mill Lane."),
    )
