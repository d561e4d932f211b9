"""Which accounts of one event may be held against each other: the same encounter, the same act, the same people."""

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.conflicts.conflicts import conflicts
from illuminate.engines.chronology.findings.order.sequence import left_first
from illuminate.engines.chronology.findings.reading.features import lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    SCHOOL,
    entry,
)

DIFFER = {
    "discharged on two days": (
        "date",
        entry(HOSPITAL, "2019-05-02", "Pneumonia. Discharged 9 May after physiotherapy."),
        entry(GP, "2019-05-13", "Discharge letter: pneumonia, discharged 6/5/19."),
    ),
    "one parent, and neither": (
        "who was present",
        entry(CSC, "2019-05-14", "Core group. Only father attended."),
        entry(SCHOOL, "2019-05-14", "Core group at school, neither parent attended."),
    ),
    "a child in the next room, and no child at all": (
        "children present",
        entry(POLICE, "2019-05-14", "Assault reported. No children present.", at="20:10"),
        entry(AMBULANCE, "2019-05-14", "Assault, female. Child was in the next room.", at="20:25"),
    ),
    "the left forearm, and the right wrist": (
        "injury",
        entry(HOSPITAL, "2019-05-14", "Fracture of left forearm after a fall."),
        entry(GP, "2019-05-17", "ED letter: fracture of right wrist, fell."),
    ),
    "rung at the end of one sentence, and before that by the other's clock": (
        "time",
        entry(POLICE, "2019-05-14", "Call from a crisis line nurse about Tom Kerr.", at="17:25"),
        entry(IDVA, "2019-05-14", "Crisis line. Tom Kerr ended the call. Rang police at 18.10."),
    ),
}

AGREE = {
    "in the ambulance with her brother, at the hospital alone": (
        entry(AMBULANCE, "2019-05-14", "Fall. Brother answered for her.", at="14:20"),
        entry(HOSPITAL, "2019-05-14", "Seen alone in the cubicle after a fall.", at="15:05"),
    ),
    "a conference that is still to come": (
        entry(POLICE, "2019-05-14", "DASH high. Case listed for June MARAC."),
        entry(IDVA, "2019-05-15", "High risk referral in from police. MARAC in June."),
    ),
    "bail with a condition, and the victim told": (
        entry(POLICE, "2019-05-14", "Tom Kerr charged, bailed not to contact Nadia Kerr."),
        entry(IDVA, "2019-05-15", "Told that he is charged and bailed. Nadia told."),
    ),
    "the day of a letter about the guns": (
        entry(POLICE, "2019-05-14", "Visited Tom Kerr, shotguns taken. GP told by letter of 15 May.", at="16:30"),
        entry(GP, "2019-05-20", "Letter from licensing dated 15/5: his shotguns have been taken."),
    ),
    "not enough for a charge, and no further action": (
        entry(POLICE, "2019-05-14", "Decision on Tom Kerr: insufficient for charge. NFA."),
        entry(IDVA, "2019-05-15", "E-mail from the officer, NFA on Tom Kerr."),
    ),
    "moved, and told of it after": (
        entry(IDVA, "2019-05-14", "Nadia moved out today."),
        entry(HOUSING, "2019-05-19", "Nadia has moved into a flat of her own."),
    ),
    "the two addresses from which it was rung in": (
        entry(POLICE, "2019-05-14", "Call from flat 9: shouting."),
        entry(HOUSING, "2019-05-14", "Shouting at flat 11, police came."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    "told", ["Walked in at 15:30 and left at 14:50.", "Interview began 14:10 and was concluded at 13:05."]
)
def test_an_end_by_the_clock_before_its_beginning(told: str) -> None:
    assert left_first(told)


def fields(one: Entry, other: Entry) -> set[str]:
    """The fields on which two accounts differ that are known to be of one event."""
    entries = [one, other]
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = [read_features(told, place, agencies, lexer) for place, told in enumerate(entries)]
    found = conflicts(entries, [told for told in read if told], [[0, 1]], agencies)
    return {str(finding.field) for finding in found}


@pytest.mark.parametrize(("field", "one", "other"), DIFFER.values(), ids=DIFFER)
def test_what_can_t_both_be_right_is_asked(field: str, one: Entry, other: Entry) -> None:
    assert field in fields(one, other)


@pytest.mark.parametrize(("one", "other"), AGREE.values(), ids=AGREE)
def test_what_can_both_be_right_is_not(one: Entry, other: Entry) -> None:
    assert not fields(one, other)
