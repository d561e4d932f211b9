"""Sendings as offices write them: the name with a hedging word in it, the letter that asks, nothing that came back."""

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.reading.kinds import role_of
from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    GP,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    RECOVERY,
    SCHOOL,
    entry,
    quiet_life,
    unanswered,
)

OPTIONS = "Weald District Housing Options"
LEAVERS = "Weald County Leaving Care Team"


def beside(agency: str, *told: Entry) -> list[tuple[int, str]]:
    """What has no receipt where ``agency`` writes too, over all the years of the case."""
    own = [entry(agency, one.when.start.isoformat(), "Note.") for one in quiet_life()[:24] if one.when.start]
    return unanswered(*told, *own)


@pytest.mark.parametrize(
    ("sender", "text", "outcome", "to"),
    [
        (POLICE, "Request for information about the order sent to probation.", "Nothing back.", PROBATION),
        (POLICE, "Warned of arrears. Wrote to the duty desk of Children's Social Care.", "Unanswered.", CSC),
        (POLICE, "Constable e-mailed the probation office to inform them.", "Summons.", PROBATION),
        (POLICE, "Letter of support to the housing officer.", "", HOUSING),
        (POLICE, "Asked the recovery service by letter for their view.", "Not answered.", RECOVERY),
        (GP, "Refer Women's Aid. Bruising.", "", IDVA),
        (GP, "Ref made to MASH re cold house.", "", CSC),
        (GP, "Details sent on to the recovery service.", "", RECOVERY),
        (GP, "Wrote to probation asking for help: he is back at the flat.", "", PROBATION),
        (GP, "E-mailed Haven to refer her, with her agreement.", "Sent", IDVA),
        (GP, "Letter to Wealdshire Police: please keep the marker.", "Posted", POLICE),
        (GP, "Referral made to MASH by nurse form.", "", CSC),
    ],
)
def test_a_sending_with_an_ask_in_it_is_asked_about(sender: str, text: str, outcome: str, to: str) -> None:
    assert unanswered(entry(sender, "2018-04-10", text, outcome)) == [(0, to)]


@pytest.mark.parametrize(
    "text",
    [
        "Gave her information about sending a request to probation.",
        "Wrote to the housing officer. Enjoys her garden.",
        "Probation rung for a view; school are to make their own notification.",
        "Would e-mail the probation office to inform them.",
        "Haven report that a referral was sent on to another county.",
        "GP to refer to Women's Aid.",
        "Previous referral to MASH noted on file (closed).",
        "Stolen bag reported to police by Nadia.",
        "School uniform form handed in.",
    ],
)
def test_an_ask_without_a_sending_is_not(text: str) -> None:
    assert unanswered(entry(GP, "2018-04-10", text)) == []


def test_a_hedging_word_in_an_offices_name_is_part_of_the_name() -> None:
    assert beside(OPTIONS, entry(IDVA, "2018-04-10", f"E-mailed {OPTIONS} to request a move.")) == [
        (0, OPTIONS)
    ]
    assert beside(OPTIONS, entry(IDVA, "2018-04-10", "Talked about options, might ask the council.")) == []


def test_leaving_is_not_the_leaving_care_team() -> None:
    assert beside(LEAVERS, entry(SCHOOL, "2018-04-10", "Notice: father asked to leave.")) == []
    assert beside(LEAVERS, entry(SCHOOL, "2018-04-10", "Referral to leaving care sent.")) == [(0, LEAVERS)]


def test_a_dash_between_ages_is_a_hyphen() -> None:
    assert role_of("Weald 0–19 Service") == role_of("Weald 0-19 Service") == "health_visiting"
    assert role_of("Weald – Lane Club") != "health_visiting"


def test_neither_a_sixth_form_nor_a_crime_reported_is_a_receipt() -> None:
    told = entry(AMBULANCE, "2018-04-10", "Safeguarding referral sent to the school.")
    days = [entry(SCHOOL, f"2018-04-{day}", "Absent, cold.") for day in ("11", "13", "16")]
    filed = entry(SCHOOL, "2018-04-12", "Records filed for Priory Sixth Form.")
    assert unanswered(told, filed, *days) == [(0, SCHOOL)]
    lost = entry(SCHOOL, "2018-04-12", "Bag taken, reported to police.")
    assert (0, SCHOOL) in unanswered(told, lost)
    assert unanswered(told, entry(SCHOOL, "2018-04-12", "Referral form filed.")) == []
