"""What one agency had at first hand and others heard of, by its day, a meeting or a move; and what is only near it."""

from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    SCHOOL,
    entry,
)

FOUND = entry(POLICE, "2024-11-08", "Nadia found with fatal injuries. Homicide investigation.", at="22:10")


HEARD = {
    "an order made at court and copied to police days later": [
        entry(IDVA, "2018-04-10", "Judge made an occupation order. Court order runs six months."),
        entry(POLICE, "2018-04-12", "Occupation order: court order put on the system."),
    ],
    "a window broken, told to police and to the landlord": [
        entry(
            POLICE, "2018-04-10", "Kitchen window broken with a spade. Criminal damage recorded.", at="22:10"
        ),
        entry(HOUSING, "2018-04-11", "Kitchen window broken overnight, glazing ordered."),
    ],
    "a child seen at hospital, the letter filed in the week after": [
        entry(HOSPITAL, "2018-04-10", "Child attended ED: scald to foot from bath.", who="Ella Kerr"),
        entry(GP, "2018-04-16", "ED letter: scald to foot.", who="Ella Kerr"),
    ],
    "minutes that come a week after the meeting": [
        entry(POLICE, "2018-04-10", "MARAC: actions for the neighbourhood officer."),
        entry(GP, "2018-04-18", "Summary of MARAC scanned."),
    ],
    "went with her to the conference": [
        entry(CSC, "2018-04-10", "Initial child protection conference, plan agreed."),
        entry(IDVA, "2018-04-10", "Went with Nadia to the case conference."),
    ],
    "a visit made alongside another agency": [
        entry(CSC, "2018-04-10", "Home seen alongside the housing officer, damp in the bedroom."),
        entry(HOUSING, "2018-04-10", "Inspection carried out jointly with social worker."),
    ],
    "a force by its county alone": [
        entry(POLICE, "2018-04-10", "Rang the school: bail has ended.", at="09:10"),
        entry(SCHOOL, "2018-04-10", "Wealdshire on the phone: his bail has ended."),
    ],
    "a move, and the address taken in the week": [
        entry(HOUSING, "2018-04-10", "Moved into 4 Larch House. Licence signed."),
        entry(GP, "2018-04-14", "New address: 4 Larch House."),
    ],
    "a letter that names the day by its number": [
        entry(HOSPITAL, "2018-04-10", "Cellulitis of shin, intravenous antibiotics."),
        entry(GP, "2018-04-15", "Discharge summary: cellulitis of shin, seen on 10th, antibiotics."),
    ],
    "the death with its day, whoever passed it on": [
        FOUND,
        entry(SCHOOL, "2024-11-11", "Children's Services say mother was murdered Friday."),
    ],
}

NEAR = {
    "a row heard by a neighbour on a day with another row": [
        entry(
            POLICE,
            "2018-04-10",
            "Shouting in Mill Row, two men outside the shop.",
            at="20:00",
            who="Tom Kerr",
        ),
        entry(HOUSING, "2018-04-10", "Mrs Pell of Mill Row upset by shouting children.", who="Nadia Kerr"),
    ],
    "the same words of two routine visits": [
        entry(HOSPITAL, "2018-04-10", "Clinic. Fit and well, sleeping better, smiling, sister held baby."),
        entry(GP, "2018-04-10", "Vaccines. Fit and well, sleeping better, smiling, sister held baby."),
    ],
    "two referrals for safety work to a body outside": [
        entry(IDVA, "2018-04-10", "Referral to the fire service: smoke alarm.", "Sent"),
        entry(POLICE, "2018-04-10", "Referral to the fire service: letterbox plate.", "Sent", at="10:00"),
    ],
    "minutes from before the meeting": [
        entry(GP, "2018-04-10", "Summary of MARAC scanned."),
        entry(POLICE, "2018-04-17", "MARAC: actions for the neighbourhood officer."),
    ],
    "two moves to different places": [
        entry(HOUSING, "2018-04-10", "Moved into 4 Larch House.", who="Tom Kerr"),
        entry(GP, "2018-04-14", "New address: Quay Street.", who="Nadia Kerr"),
    ],
    "a surgery's own meeting and the MARAC of the next day": [
        entry(GP, "2018-04-10", "Surgery safeguarding meeting, Kerr household raised."),
        entry(HOUSING, "2018-04-11", "Multi-agency meeting, MARAC, alarm to be fitted."),
    ],
    "only told of the death by one who was told": [
        FOUND,
        entry(SCHOOL, "2024-11-11", "Told of her death by social care."),
    ],
    "what came of it on a later day": [
        entry(POLICE, "2018-04-08", "Shouting by the bins. Arrested 10 April.", at="21:15"),
        entry(SCHOOL, "2018-04-10", "Child tired. Wondered whether police had been."),
    ],
}
