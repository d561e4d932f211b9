"""More pairs of accounts of one event: first those that say two things of one matter, then those that do not."""

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

ANSWERED: list[tuple[str, Account, Account]] = [
    (
        "quantity taken",
        (HOSPITAL, "ED: overdose, ibuprofen x30."),
        (GP, "ED letter 14 May: overdose, 12 x ibuprofen."),
    ),
    (
        "medication",
        (HOSPITAL, "ED: asthma. Single dose of steroid given."),
        (GP, "ED letter 14 May: asthma, three doses of steroid given."),
    ),
    (
        "who was present",
        (POLICE, "Assault in the car park. Nobody else was nearby."),
        (HOUSING, "Assault in the car park. Caretaker saw the whole thing."),
    ),
    (
        "who was present",
        (CSC, "Joint visit with housing. Only mother and the baby."),
        (HOUSING, "Joint visit with social worker. An unknown man was asleep in the front room."),
    ),
    (
        "who was present",
        (CSC, "Core group. Mother was there for the whole meeting."),
        (SCHOOL, "Core group. Mum left early, upset."),
    ),
    (
        "who was present",
        (HOSPITAL, "ED: attended with her sister."),
        (GP, "ED letter 14 May: attended with husband."),
    ),
    (
        "seen alone",
        (HOSPITAL, "ED: seen by the duty consultant on her own."),
        (MENTAL, "Liaison review in ED. Seen with husband in the room."),
    ),
    (
        "children present",
        (POLICE, "Argument. Children were at the property, in bed."),
        (HOUSING, "Argument. None of the children there, all at their gran's."),
    ),
    (
        "outcome",
        (HOUSING, "Repairs: locks changed today."),
        (IDVA, "Call to housing about locks: no carpenter came."),
    ),
    (
        "reason for closure",
        (IDVA, "Case closed: moved out of area. Letter to GP."),
        (GP, "Haven letter: case closed as she did not respond."),
    ),
    (
        "order length",
        (POLICE, "DVPO granted at court, 28 days."),
        (IDVA, "DVPO granted at court. He has to stay away from the house for 14 days."),
    ),
    (
        "test result",
        (PROBATION, "Drug test: positive for heroin and cannabis."),
        (MENTAL, "Probation drug test today was negative."),
    ),
    (
        "address",
        (HOUSING, "Keys given to flat 3. IDVA told."),
        (IDVA, "Housing gave keys to flat 8."),
    ),
    (
        "gestation",
        (HOSPITAL, "ED: miscarriage at 9 weeks."),
        (GP, "ED letter 14 May: miscarriage, 12 weeks."),
    ),
    (
        "cause of injury",
        (HOSPITAL, "ED: burn to hand, iron."),
        (GP, "ED letter 14 May: burn to hand, kettle tipped."),
    ),
    (
        "who was told",
        (POLICE, "Custody assessment. Nurse will inform her GP."),
        (MENTAL, "Custody assessment with police. GP not to be told."),
    ),
    (
        "time",
        (POLICE, "Assault. 999 call from school, attended.", "2019-05-14", "14:10"),
        (SCHOOL, "Assault at gate. Police were rung at 1.40.", "2019-05-14", "13:40"),
    ),
]

AGREED: list[tuple[Account, Account]] = [
    ((HOSPITAL, "ED: overdose, ibuprofen x30."), (GP, "ED letter 14 May: overdose, 30 x ibuprofen 200mg.")),
    ((POLICE, "Assault. No one else present."), (HOUSING, "Assault. No witnesses.")),
    (
        (CSC, "Joint visit with housing. Mother and baby seen."),
        (HOUSING, "Joint visit with social worker. A man had called about the boiler earlier."),
    ),
    (
        (HOSPITAL, "ED: seen on her own by nurse."),
        (GP, "ED letter 14 May: sat in the waiting room. Seen alone."),
    ),
    ((IDVA, "Case closed: moved out of area."), (GP, "Haven letter: case closed, now out of area.")),
    (
        (PROBATION, "Drug test: positive for cannabis."),
        (MENTAL, "Probation drug test: cannabis positive."),
    ),
    (
        (HOUSING, "Moved to hostel, flat 3. IDVA told."),
        (IDVA, "Housing moved her to hostel, room 12 at first."),
    ),
    ((HOUSING, "Repairs: locks changed."), (IDVA, "Housing say new locks fitted.")),
    (
        (HOSPITAL, "ED: nosebleed after a blow to the face."),
        (AMBULANCE, "Epistaxis, conveyed to ED after a blow to the face."),
    ),
    (
        (POLICE, "Assault. 999 call from school, attended.", "2019-05-14", "14:10"),
        (SCHOOL, "Assault at gate. Police were rung at 2.05.", "2019-05-14", "14:00"),
    ),
]
