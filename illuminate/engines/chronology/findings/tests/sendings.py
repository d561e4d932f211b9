"""What agencies write of a sending, with whom it went to; and what reads like one and is none."""

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
)

STAFF = [
    entry(IDVA, "2016-01-05", "Key worker Ama Doyle met client."),
    entry(MENTAL, "2016-01-05", "CPN Lee Marsh called at the house."),
    entry(POLICE, "2016-01-05", "DC Oakes took the statement."),
]
SENT = {
    # the verb, the paper, who did it, to whom, and what undoes it
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
    # who is meant by a name, a team or a door; calls that got their answer
    "a worker by name": (RECOVERY, "Emailed Ama Doyle about the drinking.", IDVA),
    "an officer by rank and name": (SCHOOL, "Left a voicemail for DC Oakes about the gate.", POLICE),
    "a nurse known by his whole name": (GP, "Wrote to Lee Marsh to see him sooner.", MENTAL),
    "made aware": (POLICE, "Made the housing association aware of the order by secure email.", HOUSING),
    "asked at some length": (IDVA, "Requested by secure mail that the surgery mark her notes.", GP),
    "a child's notice is the writer's": (
        POLICE,
        "Vulnerable child notice put through to children's social care.",
        CSC,
    ),
    "a plan that is a paper": (HOSPITAL, "Emailed the care plan to the probation office.", PROBATION),
    # asides, answers asked for, teams of one's own, and notes that only wonder
    "asked to confirm": (ASC, "I have asked the police to confirm to me whether he holds a licence.", POLICE),
    "given, without was": (SCHOOL, "Mum came in. Housing association given her number by post.", HOUSING),
    "a letter that says why": (IDVA, "I wrote to her surgery explaining how she was hurt.", GP),
    "a letter about somebody": (PROBATION, "A warning letter about him was copied to Kestrel.", HOUSING),
    "made known": (POLICE, "Concern for her was made known to adult social care.", ASC),
    "contact in writing": (POLICE, "Contact made with adult social care by e-mail.", ASC),
    "a ward sister": (HOSPITAL, "The ward sister contacted Haven by e-mail about her.", IDVA),
    "a team of one's own": (HOUSING, "ASB team passed details of the noise to Wealdshire Police.", POLICE),
}
# the sender, its words, and what came of it where that matters
NOT_SENT: dict[str, tuple[str, ...]] = {
    # the verb, the paper, who did it, to whom, and what undoes it
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
    # who is meant by a name, a team or a door; calls that got their answer
    "a call that was answered": (SCHOOL, "T/c to MASH. They have it already and will do nothing more."),
    "who said": (HOUSING, "Rang the police, who said they would not come."),
    "advice to go oneself": (GP, "Advised to contact the crisis team himself."),
    "help with somebody's own request": (SCHOOL, "Supported her request to Kestrel for a transfer."),
    "a chaser": (IDVA, "Chased the police by email about the statement."),
    "what is told of an office": (GP, "Tells me that the probation officer saw her in the garden."),
    "as they had asked": (GP, "Report sent to children's social care as requested."),
    "an outcome still to be done": (HOUSING, "Interview about the flat.", "Ask Women's Aid."),
    "their own written words": (ASC, "Kestrel's written concern was screened."),
    # asides, answers asked for, teams of one's own, and notes that only wonder
    "a wondering note": (RECOVERY, "Asked GP?"),
    "what a patient says": (HOSPITAL, "Patient says police were called in the night."),
    "a plan": (IDVA, "Safety plan: call police on 999."),
}
