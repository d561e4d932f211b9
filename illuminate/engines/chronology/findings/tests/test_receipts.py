"""What is a receipt of something sent, in the words of whoever keeps the file, and what is none."""

import pytest

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
    SCHOOL,
    entry,
    unanswered,
)

SENT_ON, WEEK_AFTER = "2018-04-10", "2018-04-16"
TO_CARE = (POLICE, "Notification of the row sent to children's social care.", CSC)
TO_DOCTOR = (HOSPITAL, "Letter sent to her GP about the injury, asking for a review.", GP)
TO_THERAPY = (GP, "Referred to Downland for low mood.", MENTAL)
RECEIPTS = {
    "a contact opened": (TO_CARE, "Contact opened: domestic abuse."),
    "who referred": (TO_CARE, "Source of referral - Police. Single assessment."),
    "screened": (TO_CARE, "Referral screened at triage, threshold not met."),
    "coded": (TO_DOCTOR, "Clinical letter coded, broken nose."),
    "not opted in": (TO_THERAPY, "New patient did not opt in."),
    "attempts": (TO_THERAPY, "New referral. Three attempts to call."),
}
NONE = {
    "an account that is older": (TO_DOCTOR, "Letter received from the police about a firearm.", "2018-04-09"),
    "no concerns": (TO_CARE, "Visit to the flat. No concerns raised by the children.", WEEK_AFTER),
    "another's letter": (TO_DOCTOR, "Letter from the school about asthma scanned.", WEEK_AFTER),
}
SENT = {
    "asked whether": (SCHOOL, "Asked the housing association whether the flat is let; e-mail sent.", HOUSING),
    "asked if they would": (POLICE, "Surgery asked if they would see her this week.", GP),
    "given the details": (
        POLICE,
        "Victim's landlord given the crime number and the name of the officer.",
        HOUSING,
    ),
    "refs, in a list": (POLICE, "Refs: Haven.", IDVA),
    "a staff name with a title": (SCHOOL, "Mrs Hale sent an early help request form.", CSC),
    "an officer by rank rang": (POLICE, "DC Lowe rang probation straight away with the breach.", PROBATION),
    "a form about somebody": (
        POLICE,
        "Report on adult at risk Ann Kerr submitted to adult social care.",
        ASC,
    ),
    "by the ward's clerk": (MENTAL, "Notification made to children's social care by ward clerk.", CSC),
    "a form filled in": (GP, "Haven form filled in with her and sent by secure mail.", IDVA),
    "said in a talk": (MENTAL, "Spoke to the police and passed on the threats.", POLICE),
    "a letter about somebody that went": (
        MENTAL,
        "Letter of concern about her safety went to Kestrel.",
        HOUSING,
    ),
    "a note": (IDVA, "Note sent to the surgery asking them to ring her.", GP),
    "a case stepped down": (CSC, "Case stepped down to Haven.", IDVA),
    "sent though something else was not wanted": (
        HOUSING,
        "She does not want a new lock. Photographs of the door e-mailed to Wealdshire Police.",
        POLICE,
    ),
}
NOT_SENT = {
    "advice to go": (MENTAL, "Advised GP and A&E."),
    "told somebody to ring": (GP, "Told her ring 999 if he comes back."),
    "a number given": (MENTAL, "Haven number given to her."),
    "talked over": (HOUSING, "Referral to Haven talked over with her."),
    "the doctor out of hours": (AMBULANCE, "Referred to out-of-hours GP line."),
    "at his request": (CSC, "Went with him to the crisis team. I sat in at his request."),
    "one's own flag": (GP, "Attended A&E after a fall. Alert placed."),
    "one's own team": (HOSPITAL, "Bruise to the arm. Safeguarding team e-mailed."),
    "somebody else speaks": (HOUSING, "Mr Pell: rang police himself on Saturday."),
    "a caller who had rung": (HOUSING, "Complaint of noise from above; had rung the police."),
    "what another is to do": (
        POLICE,
        "Support with an application for an order; hospital to review the parking.",
    ),
    "a question answered": (IDVA, "Asked police why none."),
    "a letter as usual": (HOSPITAL, "Discharged home. Letter to GP."),
    "an office that sent us": (IDVA, "The nurse at the surgery has sent us a form."),
    "a crew told": (POLICE, "Ambulance crew told officers that she was asleep."),
}


@pytest.mark.parametrize("kind", RECEIPTS)
def test_a_receipt_is_known_in_any_words(kind: str) -> None:
    (agency, text, to), answer = RECEIPTS[kind]
    told = entry(agency, SENT_ON, text)
    assert unanswered(told) == [(0, to)]
    assert unanswered(told, entry(to, "2018-04-12", answer)) == []


@pytest.mark.parametrize("kind", NONE)
def test_what_tells_of_another_matter_is_no_receipt(kind: str) -> None:
    (agency, text, to), other, day = NONE[kind]
    assert (0, to) in unanswered(entry(agency, SENT_ON, text), entry(to, day, other))


@pytest.mark.parametrize("kind", SENT)
def test_what_went_is_known(kind: str) -> None:
    agency, text, to = SENT[kind]
    assert unanswered(entry(agency, SENT_ON, text)) == [(0, to)]


@pytest.mark.parametrize("kind", NOT_SENT)
def test_what_did_not_go_or_needs_no_receipt(kind: str) -> None:
    agency, text = NOT_SENT[kind]
    assert unanswered(entry(agency, SENT_ON, text)) == []


def test_an_ambulance_that_was_called_came() -> None:
    told = entry(POLICE, SENT_ON, "Officers requested an ambulance for her.")
    assert unanswered(told) == [(0, AMBULANCE)]
    assert unanswered(told, entry(AMBULANCE, SENT_ON, "Female, swelling to the eye, conveyed.")) == []


def test_a_worker_named_behind_an_aside_was_told_too() -> None:
    told = entry(CSC, SENT_ON, "Rang the surgery and, straight afterwards, IDVA Doyle.")
    assert set(unanswered(told)) == {(0, GP), (0, IDVA)}
