"""Sendings in hands of every kind: asides, answers asked for, teams of one's own, and notes that only wonder."""

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
    RECOVERY,
    SCHOOL,
    entry,
    unanswered,
)

SENT = {
    "asked to confirm": (ASC, "I have asked the police to confirm to me whether he holds a licence.", POLICE),
    "given, without was": (SCHOOL, "Mum came in. Housing association given her number by post.", HOUSING),
    "a letter that says why": (IDVA, "I wrote to her surgery explaining how she was hurt.", GP),
    "a letter about somebody": (PROBATION, "A warning letter about him was copied to Kestrel.", HOUSING),
    "made known": (POLICE, "Concern for her was made known to adult social care.", ASC),
    "contact in writing": (POLICE, "Contact made with adult social care by e-mail.", ASC),
    "a ward sister": (HOSPITAL, "The ward sister contacted Haven by e-mail about her.", IDVA),
    "a team of one's own": (HOUSING, "ASB team passed details of the noise to Wealdshire Police.", POLICE),
}
NOT_SENT = {
    "a wondering note": (RECOVERY, "Asked GP?"),
    "what a patient says": (HOSPITAL, "Patient says police were called in the night."),
    "a plan": (IDVA, "Safety plan: call police on 999."),
}


@pytest.mark.parametrize("kind", SENT)
def test_a_sending_is_known_in_any_hand(kind: str) -> None:
    agency, text, to = SENT[kind]
    assert unanswered(entry(agency, "2018-04-10", text)) == [(0, to)]


@pytest.mark.parametrize("kind", NOT_SENT)
def test_what_is_wondered_said_or_planned_is_none(kind: str) -> None:
    agency, text = NOT_SENT[kind]
    assert unanswered(entry(agency, "2018-04-10", text)) == []


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
