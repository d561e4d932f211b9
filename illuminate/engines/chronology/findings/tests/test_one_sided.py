"""Referrals that nobody received; and those that arrived, or were only talked about."""

import pytest

from illuminate.engines.chronology import Entry
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
    SCHOOL,
    entry,
    unanswered,
)

SENT = {
    "a notification": (
        entry(POLICE, "2018-03-04", "Domestic incident. PPN submitted to Children's Social Care."),
        CSC,
    ),
    "a notification by its other name": (
        entry(POLICE, "2018-03-04", "Merlin shared with Adult Social Care."),
        ASC,
    ),
    "a referral by letter": (
        entry(
            GP,
            "2018-03-04",
            "Drinking heavily. Referred to drug and alcohol service by letter.",
            who="Tom Kerr",
        ),
        RECOVERY,
    ),
    "a form by fax": (entry(GP, "2018-03-04", "Consented to referral to Women's Aid; form faxed."), IDVA),
    "a safeguarding concern": (
        entry(AMBULANCE, "2018-03-04", "Safeguarding concern raised with Adult Social Care."),
        ASC,
    ),
    "an online form": (
        entry(HOSPITAL, "2018-03-04", "Toddler with burn. Referral made to MASH online."),
        CSC,
    ),
    "a request to the landlord": (
        entry(IDVA, "2018-03-04", "Request for management move sent to Kestrel with supporting letter."),
        HOUSING,
    ),
    "an e-mail with a concern": (
        entry(SCHOOL, "2018-03-04", "Emailed safeguarding concern to Children's Social Care."),
        CSC,
    ),
    "a referral to the mental health team": (
        entry(GP, "2018-03-04", "Suicidal thoughts. Urgent referral to CMHT sent.", who="Tom Kerr"),
        MENTAL,
    ),
    "a referral by the verb": (
        entry(PROBATION, "2018-03-04", "Concerned for partner's safety. Referred partner to IDVA service."),
        IDVA,
    ),
    "a letter asking for an answer": (
        entry(RECOVERY, "2018-03-04", "Wrote to Orchard Road Surgery asking for recent bloods."),
        GP,
    ),
    "a notice to police": (
        entry(
            HOUSING, "2018-03-04", "Concern for tenant e-mailed to neighbourhood policing team.", "No reply."
        ),
        POLICE,
    ),
}

NOT_SENT = {
    "considered": entry(GP, "2018-03-04", "Referral to Women's Aid considered."),
    "discussed": entry(GP, "2018-03-04", "Discussed referral to IDVA. She will think about it."),
    "declined": entry(POLICE, "2018-03-04", "Offered referral to Women's Aid.", "Declined."),
    "no consent": entry(HOSPITAL, "2018-03-04", "IDVA referral offered but no consent given."),
    "to be made": entry(HOUSING, "2018-03-04", "Referral to Adult Social Care to be made after visit."),
    "a plan": entry(CSC, "2018-03-04", "Plan: refer to drug and alcohol service."),
    "another's task": entry(CSC, "2018-03-04", "Meeting with parents.", "GP to refer to CMHT."),
    "advised to go herself": entry(GP, "2018-03-04", "Advised to self-refer to talking therapies."),
    "signposted": entry(SCHOOL, "2018-03-04", "Signposted mum to Women's Aid."),
    "agreed to discuss": entry(
        PROBATION, "2018-03-04", "Agreed to discuss referral to Bridge next time.", who="Tom Kerr"
    ),
    "not sent in the end": entry(
        ASC, "2018-03-04", "Referral to Haven drafted.", "Not sent: manager on leave."
    ),
    "known already": entry(
        GP, "2018-03-04", "Already open to CMHT and previously referred to Bridge.", who="Tom Kerr"
    ),
    "decided against": entry(CSC, "2018-03-04", "MASH decided not to refer to IDVA."),
    "outside the case": entry(GP, "2018-03-04", "Referral to physiotherapy sent."),
    "a person went": entry(POLICE, "2018-03-04", "Victim taken to hospital by a friend."),
    "leaflet": entry(POLICE, "2018-03-04", "Leaflet for Women's Aid given."),
    "a question about referral": entry(IDVA, "2018-03-04", "Asked whether GP could refer to CMHT."),
    "police would be told": entry(
        SCHOOL, "2018-03-04", "Told mother that police would be called if he came back."
    ),
}

ARRIVED = {
    "next day": [
        entry(POLICE, "2018-03-04", "PPN submitted to Children's Social Care."),
        entry(CSC, "2018-03-05", "PPN received. NFA."),
    ],
    "three weeks later": [
        entry(GP, "2018-03-04", "Referred to CMHT by letter.", who="Tom Kerr"),
        entry(MENTAL, "2018-03-26", "Referral received from GP. Opt-in letter sent.", who="Tom Kerr"),
    ],
    "in other words": [
        entry(POLICE, "2018-03-04", "Referral to Haven sent."),
        entry(IDVA, "2018-03-05", "DASH from police, 12 ticks. Called her: safe to talk."),
    ],
    "told by phone": [
        entry(SCHOOL, "2018-03-04", "Referral to Children's Social Care by telephone."),
        entry(CSC, "2018-03-04", "Contact from school. Father was shouting at the gate."),
    ],
}


@pytest.mark.parametrize(("told", "expected"), SENT.values(), ids=SENT)
def test_what_nobody_received_is_asked_about(told: Entry, expected: str) -> None:
    assert unanswered(told) == [(0, expected)]


@pytest.mark.parametrize("told", NOT_SENT.values(), ids=NOT_SENT)
def test_what_was_not_sent_is_no_finding(told: Entry) -> None:
    assert unanswered(told) == []


@pytest.mark.parametrize("told", ARRIVED.values(), ids=ARRIVED)
def test_what_arrived_is_no_finding(told: list[Entry]) -> None:
    assert unanswered(*told) == []


def test_a_receipt_serves_one_sending_only() -> None:
    told = [
        entry(POLICE, "2018-03-04", "PPN submitted to Children's Social Care: argument."),
        entry(POLICE, "2018-03-18", "PPN submitted to Children's Social Care: assault."),
        entry(CSC, "2018-03-19", "PPN received: assault."),
    ]
    assert unanswered(*told) == [(0, CSC)]


def test_a_chronology_that_does_not_reach_so_far_expects_nothing() -> None:
    assert unanswered(entry(POLICE, "2029-03-04", "PPN submitted to Children's Social Care.")) == []
    assert unanswered(entry(POLICE, "2012-03-04", "PPN submitted to Children's Social Care.")) == []
