"""Pairs of accounts of one event that differ in words and detail, and do not contradict each other."""

from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    MENTAL,
    POLICE,
    PROBATION,
    SCHOOL,
    Account,
)

AGREE: list[tuple[Account, Account]] = [
    ((POLICE, "Attended. Children asleep upstairs."), (AMBULANCE, "Attended with police. Two kids in bed.")),
    (
        (HOSPITAL, "ED: bruised cheek after being punched."),
        (POLICE, "Victim had swelling to face. Assaulted by partner."),
    ),
    (
        (HOSPITAL, "ED: fractured wrist, fell."),
        (GP, "ED letter 14 May: fractured wrist, tripped on the kerb."),
    ),
    ((POLICE, "DASH high, 17 ticks."), (IDVA, "Police referral received, high risk.")),
    ((HOSPITAL, "Seen alone by nurse while partner was parking."), (GP, "ED letter 14 May. Seen alone.")),
    ((POLICE, "Arrested and taken to custody."), (PROBATION, "Police say he is in custody.")),
    (
        (POLICE, "Search: about 90 cannabis plants."),
        (HOUSING, "Police found roughly 100 plants at the flat."),
    ),
    ((CSC, "Core group. Mother attended."), (SCHOOL, "Core group. Mother and grandmother attended.")),
    (
        (MENTAL, "Discharged on sertraline 100 mg and zopiclone 7.5 mg."),
        (GP, "Discharge summary: sertraline 100 mg."),
    ),
    ((POLICE, "PPN sent to CSC."), (CSC, "PPN received from police for incident on 14 May.", "2019-05-15")),
    (
        (POLICE, "999 from mother. He pushed her, she fell."),
        (AMBULANCE, "Caller: patient's mother. Pushed, fell on floor."),
    ),
    (
        (IDVA, "Plan: to be seen alone next time. Partner was out."),
        (HOUSING, "Visit with IDVA. Needs to be spoken to alone."),
    ),
    ((HOSPITAL, "Denied being pushed. Slipped on ice, bruised hip."), (GP, "Slipped on ice, bruised hip.")),
    ((POLICE, "NFA."), (IDVA, "Client not happy; no charge.")),
    ((SCHOOL, "Mum told us GP has been informed."), (GP, "School letter. GP to be told of next meeting.")),
    ((POLICE, "Non-mol granted for 12 months."), (IDVA, "Order to 14 May 2020.")),
    ((POLICE, "Bailed for 28 days."), (IDVA, "Bail until 11 June.")),
    ((CSC, "Strategy meeting. GP sent report."), (POLICE, "Strategy meeting. Health visitor there.")),
    (
        (POLICE, "Taken to hospital for stitches. Arrested husband. No statement yet."),
        (HOSPITAL, "Brought by police. Three stitches to scalp."),
    ),
    ((AMBULANCE, "Pt 12 weeks pregnant, abdominal pain."), (HOSPITAL, "12/40, pain. Scan normal, home.")),
    (
        (POLICE, "Daughter (9) at school at the time."),
        (SCHOOL, "Daughter collected by nan. No child present when it happened."),
    ),
    ((HOSPITAL, "Interpreter used by telephone."), (POLICE, "Spoke to her through interpreter.")),
    (
        (HOSPITAL, "Chest pain, admitted for two days."),
        (GP, "Discharge summary: chest pain, admitted, discharged home after two days."),
    ),
    ((POLICE, "Fined £200 and ordered to pay costs of £85."), (PROBATION, "Fined £200.")),
    (
        (POLICE, "Interviewed, denied pushing her. She had bruised ribs."),
        (HOSPITAL, "ED: bruised ribs, pushed against the worktop."),
    ),
    (
        (POLICE, "Call received from victim.", "", "21:40"),
        (HOSPITAL, "Brought in by police after assault.", "", "22:50"),
    ),
    (
        (POLICE, "Community order of 18 months, fine of £120."),
        (PROBATION, "Sentenced: eighteen-month community order, 20 RAR days."),
    ),
    ((HOSPITAL, "Seen with mother at first, then alone."), (MENTAL, "Seen alone by liaison nurse.")),
]
