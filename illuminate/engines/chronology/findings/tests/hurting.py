"""Pairs of accounts of one event that tell of hurts, days and hours: with the field they differ on, or none."""

from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    SCHOOL,
)

Account = tuple[str, ...]  # agency, words, day and time where they matter

DIFFER: list[tuple[str, Account, Account]] = [
    ("cause of injury", (GP, "Says she walked into a wardrobe."), (POLICE, "Husband punched her.")),
    (
        "cause of injury",
        (SCHOOL, "Bruised arm, he said a gate swung on it."),
        (CSC, "Bruise to arm where his uncle gripped him."),
    ),
    (
        "cause of injury",
        (HOSPITAL, "Burn to forearm, caught it on the grill."),
        (GP, "Letter: scald to forearm from a pan of soup."),
    ),
    ("cause of injury", (HOSPITAL, "Kicked by a horse, sore hip."), (GP, "Sore hip, fell off a ladder.")),
    (
        "cause of injury",
        (HOSPITAL, "Head wound, hurt by a stranger."),
        (POLICE, "Husband hit her, head wound."),
    ),
    ("injury", (POLICE, "Cut to forearm, no bite."), (HOSPITAL, "Human bite to the forearm, cut.")),
    ("injury", (POLICE, "Shiner to L eye."), (HOSPITAL, "Right periorbital haematoma.")),
    (
        "injury",
        (POLICE, "Officer saw her. Arms and neck unmarked."),
        (AMBULANCE, "Grip marks on both forearms."),
    ),
    ("injury", (GP, "Ankle normal on examination."), (HOSPITAL, "Swollen ankle, tubigrip given.")),
    (
        "injury",
        (AMBULANCE, "Graze to the knee, nothing else seen."),
        (HOSPITAL, "Deep laceration to scalp, glued."),
    ),
    (
        "injury",
        (POLICE, "IP uninjured, checked by officer."),
        (AMBULANCE, "F30, split lip, bleeding controlled."),
    ),
    (
        "injury",
        (HOSPITAL, "XR wrist normal, home."),
        (IDVA, "Came with her wrist in plaster, broken she says."),
    ),
    ("injury", (SCHOOL, "Burn on the hand, no other marks."), (CSC, "Bruise across the back of the thigh.")),
    (
        "injury",
        (AMBULANCE, "F33 with bite to hand. M35 no injury."),
        (POLICE, "Male has a bite to his hand."),
    ),
    (
        "cause of injury",
        (HOSPITAL, "Cut lip, walked into a wardrobe door."),
        (POLICE, "Cut lip, elbowed by her boyfriend."),
    ),
    ("cause of injury", (HOSPITAL, "Scald to arm, pulled over a mug."), (GP, "Burn to arm, from the iron.")),
    (
        "cause of injury",
        (GP, "Bruised back, slipped in the shower."),
        (IDVA, "Bruised back. He dragged her along the hall."),
    ),
    (
        "cause of injury",
        (POLICE, "Struck over the head with a bottle."),
        (HOSPITAL, "Head wound, hit with a phone."),
    ),
    ("cause of injury", (PROBATION, "Hand strapped, came off his moped."), (GP, "Hand, punched a wall.")),
    (
        "time",
        (HOUSING, "Locksmith let us in at half past nine in the morning."),
        (POLICE, "Entry forced 14:20."),
    ),
    (
        "time",
        (SCHOOL, "Uncle came to reception just after ten to nine."),
        (CSC, "Told he turned up at the school after lunch, about two."),
    ),
    ("time", (AMBULANCE, "Left scene 21:40, CPR ongoing."), (HOSPITAL, "Life extinct 21:05.")),
    ("time", (POLICE, "Crew already there.", "", "19:10"), (AMBULANCE, "On scene 19:55.", "", "19:41")),
    (
        "time",
        (POLICE, "Released from custody 2215."),
        (HOUSING, "CCTV: he is at the block at 19.30, released that day."),
    ),
    (
        "date",
        (POLICE, "Attended, husband had pushed her in the yard.", "2019-05-10", "19:30"),
        (GP, "Was pushed in the yard on 13 May, husband.", "2019-05-20"),
    ),
    (
        "date",
        (CSC, "Took Ella for her medical today with Dr Price.", "2019-05-14"),
        (HOSPITAL, "Medical of Ella by Dr Price this morning.", "2019-05-21"),
    ),
    (
        "date",
        (IDVA, "Moved into the flat on Tuesday 7th with her sister's help.", "2019-05-15"),
        (HOUSING, "Flat: keys handed over, moved in today.", "2019-05-10"),
    ),
]

AGREE: list[tuple[Account, Account]] = [
    ((HOSPITAL, "Sprained knee, missed a step at the shop where she works."), (GP, "Sprained knee at work.")),
    ((HOSPITAL, "Burnt hand on the oven door."), (GP, "Burn from oven.")),
    ((POLICE, "He threw a plate, her hand is cut."), (HOSPITAL, "Hand cut by broken glass.")),
    ((POLICE, "Shouting on Boxing Day, he had pushed her."), (GP, "Upset after Boxing Day.")),
    ((POLICE, "Found on the landing, drunk."), (HOSPITAL, "Drunk, asleep on a trolley. No bruise.")),
    (
        (POLICE, "Male had scratches to his neck. Female no visible injuries."),
        (HOSPITAL, "Female, no injuries."),
    ),
    ((POLICE, "No visible injuries."), (HOSPITAL, "Tender ribs, no fracture.")),
    ((POLICE, "No visible injuries.", "2019-05-14"), (GP, "Bruise coming up on her arm.", "2019-05-15")),
    ((POLICE, "Children unharmed."), (AMBULANCE, "She had a graze to the knee.")),
    ((AMBULANCE, "?# wrist."), (HOSPITAL, "No fracture, soft tissue injury to wrist.")),
    ((POLICE, "Cut to forehead."), (HOSPITAL, "Cut over the eyebrow and a bruised knee.")),
    ((POLICE, "Previous fracture to wrist."), (GP, "Wrist bruised, not broken.")),
    (
        (HOSPITAL, "Denies being pushed, fell in the garden, bruised hip."),
        (GP, "Bruised hip, tripped on the path."),
    ),
    (
        (HOSPITAL, "Says she fell on the stairs; police say he pushed her."),
        (GP, "Bruised hip, fell on the stairs."),
    ),
    ((SCHOOL, "Mum came for Ella at ten past three."), (CSC, "Collected from school by mother, 15:25.")),
    ((POLICE, "Call 20:02.", "", "20:02"), (AMBULANCE, "On scene 20:20, left scene 20:45.", "", "20:06")),
    (
        (POLICE, "Assault in the yard.", "2019-05-14", "23:40"),
        (GP, "Assaulted in the yard on 15 May.", "2019-05-20"),
    ),
    ((POLICE, "Attended, he had gone.", "2019-05-14"), (IDVA, "Follow-up call today, safe.", "2019-05-16")),
]
