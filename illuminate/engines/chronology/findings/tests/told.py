"""Contacts told by several agencies, and contacts that only sound alike: the entries of two test files."""

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
)

TOGETHER = {
    "a notification sent and received": [
        entry(
            POLICE, "2018-03-04", "Merlin PAC completed and shared with Children's Social Care.", at="06:10"
        ),
        entry(CSC, "2018-03-06", "Merlin received re domestic incident on 3.3.18.", "NFA"),
    ],
    "a referral by portal": [
        entry(SCHOOL, "2018-05-14", "DSL made MARF to MASH after disclosure.", who="Ella Kerr"),
        entry(
            CSC,
            "2018-05-14",
            "MARF received from St Bede's. Child reports being hit with belt.",
            who="Ella Kerr",
        ),
    ],
    "a referral named only by the receiver": [
        entry(GP, "2018-06-01", "Low mood. Bruises to arms. Referred to Women's Aid with her consent."),
        entry(IDVA, "2018-06-05", "New referral from GP. First call made, no answer."),
    ],
    "referred to a service by its short name": [
        entry(IDVA, "2018-02-01", "Nadia says he drinks from breakfast. Referred him to Bridge."),
        entry(
            RECOVERY,
            "2018-02-07",
            "Referral received from Haven. Letter offering assessment sent.",
            who="Tom Kerr",
        ),
    ],
    "a meeting in five files": [
        entry(agency, "2018-07-12", text)
        for agency, text in (
            (POLICE, "Heard at MARAC."),
            (IDVA, "MARAC: client's views given."),
            (HOUSING, "MARAC attended by Safer Homes officer."),
            (MENTAL, "Discussed at MARAC. Alert added."),
            (PROBATION, "MARAC meeting. Update on order provided."),
        )
    ],
    "a conference under three names": [
        entry(
            CSC,
            "2018-09-03",
            "ICPC. Unanimous decision for CP plan under category of neglect.",
            who="Ella Kerr",
        ),
        entry(
            SCHOOL, "2018-09-03", "Initial child protection case conference attended by DSL.", who="Ella Kerr"
        ),
        entry(POLICE, "2018-09-03", "CP conference - DC Ward attended.", who="Ella Kerr"),
    ],
    "a strategy meeting": [
        entry(CSC, "2018-04-19", "Strategy meeting held with Police and Health. S47 threshold met."),
        entry(POLICE, "2018-04-19", "Strat discussion with CSC. Joint s47."),
    ],
    "a core group": [
        entry(CSC, "2018-10-02", "Core Group meeting at school.", who="Ella Kerr"),
        entry(SCHOOL, "2018-10-02", "Hosted core group.", who="Ella Kerr"),
    ],
    "the ambulance and the emergency department": [
        entry(
            AMBULANCE,
            "2018-08-11",
            "Crew to address. 34F, head injury, ?assault by partner. Conveyed to ED.",
            at="23:05",
        ),
        entry(
            HOSPITAL,
            "2018-08-12",
            "ED attendance, brought in by ambulance. 3cm laceration to scalp, sutured.",
            at="00:02",
        ),
    ],
    "police and ambulance at one address": [
        entry(
            POLICE,
            "2018-11-20",
            "999 call from victim's address, sounds of disturbance. Partner arrested. LAS on scene.",
            at="21:14",
        ),
        entry(
            AMBULANCE,
            "2018-11-20",
            "Called by police to assault. Pt treated on scene, declined hospital.",
            at="21:31",
        ),
    ],
    "a discharge letter": [
        entry(
            HOSPITAL,
            "2019-01-08",
            "ED attendance: fractured left ring finger, trapped in car door.",
            at="14:40",
        ),
        entry(GP, "2019-01-15", "ED discharge summary received: attended 8/1/19 with fractured finger."),
    ],
    "brought by police": [
        entry(
            POLICE,
            "2019-02-02",
            "Attended domestic. Female with facial injury, officers conveyed her to hospital.",
            at="20:15",
        ),
        entry(
            HOSPITAL,
            "2019-02-02",
            "Brought to ED by police officers. Bruising to cheekbone and jaw.",
            at="21:50",
        ),
    ],
    "told by telephone": [
        entry(
            POLICE, "2019-03-03", "Perpetrator released on bail, conditions not to contact. IDVA informed."
        ),
        entry(IDVA, "2019-03-03", "Call from police: he has been bailed with conditions not to contact her."),
    ],
    "a joint visit": [
        entry(ASC, "2019-04-11", "Joint home visit with housing officer regarding hoarding."),
        entry(HOUSING, "2019-04-11", "Joint visit with adult social worker, property cluttered."),
    ],
    "the housing officer's report of police attendance": [
        entry(HOUSING, "2019-05-06", "Neighbour reports police at property last night and door off hinges."),
        entry(
            POLICE, "2019-05-05", "Front door kicked in by ex-partner. Crime recorded for damage.", at="22:40"
        ),
    ],
    "a letter three weeks later": [
        entry(
            MENTAL,
            "2019-06-03",
            "Assessed by community mental health team. Not for secondary care. Letter to GP.",
        ),
        entry(GP, "2019-06-24", "Letter from CMHT received: assessed, discharged to primary care."),
    ],
    "a closing letter": [
        entry(
            RECOVERY, "2019-07-01", "Closed for non-attendance. Closing letter sent to Orchard Road Surgery."
        ),
        entry(GP, "2019-07-09", "Letter from Bridge: discharged as not attending."),
    ],
    "minutes of the meeting": [
        entry(POLICE, "2019-08-08", "MARAC (repeat). Actions set."),
        entry(GP, "2019-08-20", "MARAC minutes received, meeting of 8 August. Code added."),
    ],
    "school nurse told by Operation Encompass": [
        entry(
            POLICE, "2019-09-11", "Operation Encompass notification to school.", at="07:50", who="Ella Kerr"
        ),
        entry(
            SCHOOL,
            "2019-09-11",
            "Operation Encompass call received: incident at home overnight.",
            who="Ella Kerr",
        ),
    ],
    "sentence": [
        entry(POLICE, "2019-10-10", "Sentenced at Magistrates Court to 12 month community order."),
        entry(PROBATION, "2019-10-10", "Sentenced to a community order, 12 months, 30 RAR days."),
    ],
    "an assessment under the Mental Health Act": [
        entry(
            POLICE,
            "2019-11-05",
            "Detained under s136 on railway bridge, taken to place of safety.",
            at="18:20",
            who="Tom Kerr",
        ),
        entry(
            MENTAL,
            "2019-11-05",
            "Brought to s136 suite by police. Threatening to jump from railway bridge.",
            at="19:30",
            who="Tom Kerr",
        ),
    ],
    "a safeguarding concern": [
        entry(
            AMBULANCE,
            "2019-12-01",
            "Safeguarding referral for adult at risk sent to Adult Social Care.",
            at="04:30",
        ),
        entry(
            ASC,
            "2019-12-02",
            "Safeguarding concern received from ambulance service: husband refusing entry to carers.",
        ),
    ],
    "locks changed by housing at the IDVA's request": [
        entry(IDVA, "2018-01-15", "Sanctuary request sent to Kestrel for lock change."),
        entry(HOUSING, "2018-01-16", "Sanctuary request received from Haven. Job raised for locks."),
    ],
    "a disclosure named by its day": [
        entry(
            SCHOOL,
            "2018-12-05",
            "Mum told TA her phone had been smashed on Sunday and police came.",
            who="Nadia Kerr",
        ),
        entry(
            POLICE, "2018-12-02", "Called to verbal argument; mobile phone smashed by partner.", at="15:15"
        ),
    ],
}

APART = {
    "two unanswered calls": [
        entry(IDVA, "2018-03-04", "Telephoned Nadia, no answer, voicemail left."),
        entry(HOUSING, "2018-03-04", "Telephoned tenant, no answer, voicemail left."),
    ],
    "two home visits": [
        entry(CSC, "2018-05-14", "Home visit. No reply, card left."),
        entry(HOUSING, "2018-05-14", "Home visit to tenant. No reply, card left."),
    ],
    "two missed appointments": [
        entry(GP, "2018-06-01", "DNA smear. Letter sent."),
        entry(RECOVERY, "2018-06-01", "DNA keywork. Letter sent."),
    ],
    "his supervision and her support call": [
        entry(
            PROBATION,
            "2018-07-12",
            "Supervision. Discussed relationship, says all going well.",
            who="Tom Kerr",
        ),
        entry(IDVA, "2018-07-12", "Support call. Discussed relationship, says all going well."),
    ],
    "complaints about noise and about a fence": [
        entry(HOUSING, "2018-08-11", "Neighbour complained about shouting and loud music."),
        entry(POLICE, "2018-08-11", "Caller reports shouting in the street between youths.", at="16:10"),
    ],
    "two falls a day apart": [
        entry(AMBULANCE, "2018-09-03", "Fall in kitchen, lifted, no injury, left at home.", at="09:10"),
        entry(ASC, "2018-09-05", "Daughter says she fell again in the bathroom, no injury."),
    ],
    "two parties' interviews": [
        entry(CSC, "2018-10-02", "Mother seen at office. Tearful. Says he is following her."),
        entry(GP, "2018-10-02", "Seen in surgery. Tearful. Says she can't sleep."),
    ],
    "different meetings on one day": [
        entry(CSC, "2018-11-20", "Core group held.", who="Ella Kerr"),
        entry(POLICE, "2018-11-20", "MARAC held."),
    ],
    "the first and the second MARAC": [
        entry(POLICE, "2018-11-20", "MARAC 1: heard as high risk."),
        entry(HOUSING, "2018-11-29", "MARAC 2 attended, repeat."),
    ],
    "a referral to MARAC and another agency's MARAC": [
        entry(POLICE, "2018-11-20", "Referral to MARAC completed by officer."),
        entry(HOUSING, "2018-12-11", "MARAC attended."),
    ],
    "two prescriptions": [
        entry(GP, "2019-01-08", "Sertraline increased to 100mg. Review 4 weeks."),
        entry(
            MENTAL, "2019-01-08", "Sertraline discussed, declined increase. Review 4 weeks.", who="Tom Kerr"
        ),
    ],
    "two police notices by different routes": [
        entry(POLICE, "2019-02-02", "PPN submitted to Adult Social Care.", at="08:00"),
        entry(CSC, "2019-02-03", "Contact from health visitor: mother low in mood."),
    ],
    "she rang two services": [
        entry(IDVA, "2019-03-03", "Nadia rang in distress, nowhere to go tonight."),
        entry(HOUSING, "2019-03-03", "Tenant rang in distress, nowhere to go tonight if evicted."),
    ],
    "an arrest and an unconnected attendance": [
        entry(POLICE, "2019-04-11", "Arrested for shoplifting at supermarket.", at="11:30", who="Tom Kerr"),
        entry(
            HOSPITAL, "2019-04-11", "Antenatal clinic. Routine enquiry not done, partner present.", at="11:00"
        ),
    ],
    "an appointment planned for the day of another's visit": [
        entry(IDVA, "2019-05-01", "Appointment booked for 6 May."),
        entry(GP, "2019-05-06", "Asthma review. Peak flow normal."),
    ],
}
