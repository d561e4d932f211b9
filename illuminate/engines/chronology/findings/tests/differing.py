"""Pairs of accounts of one event that say two things of one matter, with the matter."""

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
    Account,
)

DIFFER: list[tuple[str, Account, Account]] = [
    (
        "seen alone",
        (POLICE, "Visited Ms Kerr at home. Saw her by herself in the garden."),
        (IDVA, "Visit with police. Her boyfriend hovered in the hall and kept answering for her."),
    ),
    (
        "seen alone",
        (HOSPITAL, "ED. Routine enquiry asked on her own, nothing disclosed."),
        (POLICE, "Saw her in ED. Husband sat with her and would not leave her side."),
    ),
    (
        "who was present",
        (CSC, "Review conference. Father attended with his solicitor."),
        (SCHOOL, "Review conference. Dad did not come."),
    ),
    (
        "who was present",
        (POLICE, "Attended address. Only Ms Kerr there, no sister."),
        (AMBULANCE, "Attended address with police. Sister present and upset."),
    ),
    (
        "who was present",
        (CSC, "Core group. Health visitor sent apologies. School present."),
        (HOUSING, "Core group. Health visitor and school attended."),
    ),
    (
        "interpreter used",
        (POLICE, "Statement taken through Polish interpreter on the phone line."),
        (HOSPITAL, "Police spoke to patient in the ward, no interpreter present."),
    ),
    (
        "children present",
        (POLICE, "Argument at address. Kids were at their nan's."),
        (
            HOUSING,
            "Neighbour says row next door, little girl crying at the window, kids could be heard screaming.",
        ),
    ),
    (
        "injury",
        (POLICE, "Assault. Cut above the left eyebrow."),
        (HOSPITAL, "ED after assault. Laceration to right eyebrow, glued."),
    ),
    (
        "injury",
        (POLICE, "Called to address, male had thrown plate. No visible injuries."),
        (AMBULANCE, "Called by police. 2 cm laceration to scalp. Steri-strips."),
    ),
    (
        "cause of injury",
        (HOSPITAL, "ED: broken toe. Dropped a tin on it."),
        (GP, "ED letter, attended 14 May: broken toe, stubbed on the bed frame."),
    ),
    (
        "cause of injury",
        (HOSPITAL, "ED: bruised hip, came off her bicycle."),
        (POLICE, "Victim taken to ED, bruised hip. She said he kicked her."),
    ),
    (
        "outcome",
        (POLICE, "Court: pleaded guilty. Six weeks in prison."),
        (PROBATION, "Sentenced today: suspended sentence of six weeks."),
    ),
    (
        "outcome",
        (POLICE, "Suspect bailed, then released NFA."),
        (IDVA, "Officer told us he has been charged and remanded."),
    ),
    (
        "outcome",
        (HOSPITAL, "ED: chest pain. Admitted to ward 9."),
        (GP, "ED letter 14 May: chest pain, sent home same day."),
    ),
    (
        "outcome",
        (IDVA, "Referral accepted, worker allocated."),
        (POLICE, "IDVA service say referral declined, does not meet criteria."),
    ),
    (
        "legal status",
        (MENTAL, "MHA assessment, not detained, informal admission agreed."),
        (POLICE, "Assessed at suite and detained under section 2."),
    ),
    (
        "risk level",
        (POLICE, "DASH: standard, 6 ticks. Shared with Haven."),
        (IDVA, "From police: DASH, 13 ticks, medium."),
    ),
    (
        "medication",
        (MENTAL, "Clinic: sertraline increased to 150mg. Letter to GP."),
        (GP, "Letter from CMHT clinic of 14 May: sertraline 50mg to continue."),
    ),
    ("medication", (MENTAL, "Discharged on quetiapine."), (GP, "Discharge summary 14 May: on risperidone.")),
    (
        "who called",
        (POLICE, "Call from sister reporting threats."),
        (AMBULANCE, "999 made by her friend. Threats. Police on scene."),
    ),
    (
        "who was told",
        (HOSPITAL, "Discharge planned. Social worker told of discharge."),
        (CSC, "Baby went home; social worker not informed of discharge."),
    ),
    (
        "order length",
        (POLICE, "Restraining order made, in force for 2 years."),
        (PROBATION, "Restraining order granted at court for five years."),
    ),
    (
        "expiry date",
        (POLICE, "Bailed until 11 June with conditions."),
        (IDVA, "Police say he is on bail until 2 July."),
    ),
    (
        "number seized",
        (POLICE, "Search: 4 knives seized."),
        (PROBATION, "Police told us two knives found and seized."),
    ),
    ("amount", (HOUSING, "Arrears of £1,450 discussed."), (ASC, "Housing rang: arrears of £450.")),
    (
        "consent given",
        (GP, "Referral to adult social care with her consent."),
        (ASC, "GP referral received. She had not consented to it, did not agree to the referral."),
    ),
    (
        "statement made",
        (POLICE, "Statement taken from victim."),
        (IDVA, "Victim declined to give a statement to police."),
    ),
    ("plan category", (CSC, "ICPC. Category: physical abuse."), (SCHOOL, "ICPC. Plan made under neglect.")),
    (
        "date",
        (CSC, "Joint visit with police."),
        (POLICE, "Joint visit with social worker, Ms Kerr at home.", "2019-05-16"),
    ),
    (
        "who found",
        (POLICE, "Found collapsed by her daughter in the garage."),
        (AMBULANCE, "Husband found her in the garage. Not breathing."),
    ),
    (
        "where found",
        (POLICE, "Her phone was found in the wheelie bin."),
        (IDVA, "Police told us her phone was found under his mattress."),
    ),
    ("gestation", (HOSPITAL, "Booked with midwife at 11/40."), (GP, "Booking letter: 17 weeks pregnant.")),
    (
        "who was present",
        (ASC, "Visit. Mr Kerr and his sister both present."),
        (HOUSING, "Visit with social worker. Sister was at work."),
    ),
    ("outcome", (POLICE, "MARAC. No actions for probation."), (IDVA, "MARAC. Probation to look at recall.")),
    ("time", (CSC, "Core group at school.", "", "10:00"), (SCHOOL, "Core group.", "", "13:30")),
    (
        "time",
        (HOSPITAL, "Rang social care about discharge.", "", "16:00"),
        (CSC, "Hospital telephoned about discharge.", "", "11:00"),
    ),
    (
        "seen alone",
        (GP, "Attended surgery with husband, who stayed in the consultation and spoke on her behalf."),
        (HOSPITAL, "Antenatal clinic at surgery. Asked about safety privately while husband was weighed."),
    ),
    (
        "seen alone",
        (CSC, "Spoke with Ella on her own in her bedroom."),
        (SCHOOL, "Social worker saw Ella with her mother sitting in."),
    ),
    (
        "who was present",
        (POLICE, "Attended. Ex-partner had gone, grandmother present."),
        (AMBULANCE, "Attended with police. No grandmother or other adult there."),
    ),
    (
        "who was present",
        (CSC, "Child protection conference. Police represented by DS Lyle."),
        (POLICE, "Child protection conference. Unable to send an officer; report provided."),
    ),
    (
        "children present",
        (POLICE, "Toddler was in her arms during the assault."),
        (AMBULANCE, "Pt assaulted. Toddler at nursery."),
    ),
    (
        "injury",
        (POLICE, "Marks to right side of neck."),
        (HOSPITAL, "ED with police. No injuries found on examination."),
    ),
    (
        "injury",
        (AMBULANCE, "Pt has deep cut to left calf."),
        (HOSPITAL, "ED, by ambulance: wound right calf, eight stitches."),
    ),
    (
        "cause of injury",
        (HOSPITAL, "ED. Burn to hand from the oven."),
        (GP, "ED letter 14 May: burn, spilt a kettle."),
    ),
    (
        "cause of injury",
        (AMBULANCE, "Fall from ladder, back pain."),
        (HOSPITAL, "By ambulance. Back pain after a fall down the cellar steps."),
    ),
    (
        "outcome",
        (POLICE, "Arrested for breach, charged, bailed to court."),
        (PROBATION, "Police say breach dealt with by caution."),
    ),
    (
        "outcome",
        (CSC, "Referral from school: no further action, threshold not met."),
        (SCHOOL, "CSC rang: assessment to be opened following our referral."),
    ),
    ("outcome", (HOUSING, "Transfer application approved."), (IDVA, "Housing have refused the transfer.")),
    (
        "outcome",
        (MENTAL, "Assessed, discharged to GP, no follow up."),
        (GP, "CMHT letter 14 May: to be seen again in two weeks by CMHT."),
    ),
    ("outcome", (POLICE, "Sentenced to 26 weeks custody."), (PROBATION, "Court: 16 weeks' imprisonment.")),
    (
        "outcome",
        (CSC, "Case closed to us today after joint visit."),
        (SCHOOL, "Joint visit with social worker; case remains open."),
    ),
    ("risk level", (POLICE, "Risk assessed as medium."), (IDVA, "Police referral: graded standard.")),
    ("medication", (GP, "Diazepam 2 mg, 14 tablets issued."), (MENTAL, "GP has prescribed diazepam 5 mg.")),
    (
        "substance taken",
        (AMBULANCE, "Overdose: 20 ibuprofen."),
        (HOSPITAL, "ED: overdose of 32 paracetamol."),
    ),
    (
        "quantity taken",
        (AMBULANCE, "Overdose, 8 tablets."),
        (HOSPITAL, "ED by ambulance: overdose, 40 tablets."),
    ),
    (
        "who called",
        (POLICE, "Neighbour rang 999, screaming heard."),
        (AMBULANCE, "Called by pt's daughter. Screaming."),
    ),
    (
        "who was told",
        (POLICE, "Probation informed of the arrest."),
        (PROBATION, "Learned of arrest from him; police had not informed probation."),
    ),
    ("order length", (POLICE, "DVPO granted for 28 days."), (HOUSING, "Police say DVPO lasts 14 days.")),
    (
        "alcohol intake",
        (POLICE, "Both sober."),
        (AMBULANCE, "Police on scene. Female intoxicated, smelling of alcohol."),
    ),
    (
        "amount",
        (POLICE, "He took \u00a360 from her purse."),
        (IDVA, "She said he took \u00a3600 from her purse. Police informed."),
    ),
    (
        "weapon",
        (POLICE, "Threatened her. No weapon seen."),
        (AMBULANCE, "Police scene. Pt threatened with a knife."),
    ),
    (
        "date",
        (CSC, "Strategy discussion held.", "2019-05-14"),
        (POLICE, "Strategy discussion with social care.", "2019-05-17"),
    ),
    (
        "date",
        (HOSPITAL, "ED attendance: broken nose.", "2019-05-14"),
        (GP, "ED letter: attended 11 May with broken nose.", "2019-05-20"),
    ),
]
