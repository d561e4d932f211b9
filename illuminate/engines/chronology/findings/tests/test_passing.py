"""Sendings in many ways of writing: the verb, the paper, who did it, to whom, and what undoes it."""

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
    entry,
    unanswered,
)

SENT = {
    "a mailbox that may be either, about a child": (
        SCHOOL,
        "Bruise on child. Rang the front door to report it.",
        CSC,
    ),
    "a mailbox that may be either, about an adult": (
        GP,
        "Frail, self neglect. Form faxed to social services.",
        ASC,
    ),
    "asked for with the agency first": (CSC, "Police checks requested on both adults.", POLICE),
    "asked from it": (HOUSING, "Requested from probation a risk summary.", PROBATION),
    "told, in the passive": (HOSPITAL, "Social care were informed by phone at 10pm.", CSC),
    "the agency behind a colon": (SCHOOL, "Cause for concern form: Kestrel.", HOUSING),
    "the addressee in the next clause": (GP, "Form completed, and sent to the recovery service.", RECOVERY),
    "an arrow": (HOSPITAL, "Discloses threats. Ref → IDVA.", IDVA),
    "an unknown form": (POLICE, "QX7 to MASH.", CSC),
    "the paper's own addressee": (SCHOOL, "MARF completed and submitted.", CSC),
    "the office's own staff wrote": (
        CSC,
        "Duty nurse rang the crisis team asking for a visit tonight.",
        MENTAL,
    ),
    "a patient is referred": (GP, "Patient referred to the IDVA.", IDVA),
    "talked to, and then given": (
        SCHOOL,
        "Spoke to the duty social worker and gave the details of the incident form.",
        CSC,
    ),
    "by which way it went is nobody's deed": (
        MENTAL,
        "His details were submitted by fax to the recovery service.",
        RECOVERY,
    ),
    "asked by letter": (PROBATION, "Recovery service was asked by email to share the drink diary.", RECOVERY),
    "the message asks something that is in doubt": (
        ASC,
        "Wrote to the recovery service asking if detox could begin in May.",
        RECOVERY,
    ),
    "a note and not the word not": (RECOVERY, "Notes faxed to the surgery.", GP),
    "on an answerphone": (HOUSING, "Left details on the IDVA's voicemail.", IDVA),
    "brought to its attention": (
        SCHOOL,
        "Brought the bruising to the attention of children's social care.",
        CSC,
    ),
    "a form filled in": (HOUSING, "Filled in the adult services form for the tenant - hoarding.", ASC),
    "who did what it tells": (POLICE, "Referred to the IDVA - victim tells of control by the suspect.", IDVA),
    "in order to report": (HOUSING, "Phoned the neighbourhood officer to report threats.", POLICE),
}
NOT_SENT = {
    "she did it": (GP, "She rang the police and reported it to housing."),
    "another agency did it": (SCHOOL, "Probation has referred him to the recovery service."),
    "a reply": (CSC, "Replied to police with the dates they had asked us for."),
    "only a chat": (HOUSING, "Spoke with the health visitor and the police at the meeting."),
    "a plan before a colon": (CSC, "Next week: complete safeguarding adult form."),
    "taken there": (POLICE, "Victim taken to hospital, handed over to the ward."),
    "consent to it alone": (GP, "Agreed to referral to the IDVA."),
    "their own paper": (CSC, "Probation's report in for conference."),
    "on file": (GP, "Hospital letter filed."),
    "only for advice": (SCHOOL, "Rang the front door for advice."),
    "rung to talk": (POLICE, "Phoned the social worker to talk about Sunday."),
    "told in passing, behind other things": (HOSPITAL, "Wound cleaned on arrival. GP has been informed."),
    "as they wished": (POLICE, "Form sent at probation's request."),
    "somebody's front door": (IDVA, "Emailed her a picture of Priya's front door."),
    "the agency's people": (HOSPITAL, "Leaflets about measles posted to St Bede's families."),
    "company": (HOSPITAL, "Seen with police. Safeguarding form raised."),
    "not the form of another": (IDVA, "Promised support to write a police complaint."),
    "told by another": (CSC, "Police informed us that he was in custody."),
}


@pytest.mark.parametrize(("agency", "text", "to"), SENT.values(), ids=SENT)
def test_what_was_handed_over_is_asked_about(agency: str, text: str, to: str) -> None:
    assert unanswered(entry(agency, "2018-04-10", text)) == [(0, to)]


@pytest.mark.parametrize(("agency", "text"), NOT_SENT.values(), ids=NOT_SENT)
def test_what_was_not_handed_over_is_not(agency: str, text: str) -> None:
    assert unanswered(entry(agency, "2018-04-10", text)) == []


def test_any_word_of_the_sender_soon_after_may_be_the_receipt() -> None:
    told = entry(SCHOOL, "2018-04-10", "Rang the housing officer to report threats.")
    assert unanswered(told) == [(0, HOUSING)]
    assert unanswered(told, entry(HOUSING, "2018-04-12", "School on the phone: threats at the gate.")) == []
    assert unanswered(told, entry(HOUSING, "2018-05-25", "School on the phone: threats at the gate.")) == [
        (0, HOUSING)
    ]


def test_of_two_offices_the_one_that_has_these_people_is_meant() -> None:
    other = "Otterdale Council Children's Social Care"
    rows = [entry(CSC, f"2018-0{month}-02", "Visit.") for month in range(1, 8)]
    far = [entry(other, f"201{year}-01-02", "Visit.", who="Sam Pell") for year in range(5, 9)]
    told = entry(SCHOOL, "2018-04-10", "Referral to children's social care sent.")
    assert (0, CSC) in unanswered(told, *far, *rows)


def test_a_receipt_may_name_the_doctor_and_an_entry_that_nothing_came_is_none() -> None:
    told = entry(GP, "2018-04-10", "Adult safeguarding form to adult social care.")
    assert unanswered(told, entry(ASC, "2018-04-12", "Dr Oduya's form about Mrs Hart reached us.")) == []
    none = entry(ASC, "2018-04-12", "Daughter rang: fall. We heard nothing from the surgery before this.")
    assert unanswered(told, none) == [(0, ASC)]
