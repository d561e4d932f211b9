"""More pairs of accounts on company: meetings, who sat in, who is left out, and who was told by whom."""

CLASHING = [
    (
        "who was present",
        "Lettings meeting. Child social worker present.",
        "Meeting. The social worker could not go.",
    ),
    ("who was present", "Visit. Just her and the baby in.", "Visit. He was sat on the stairs by the baby."),
    ("who was present", "Flat empty but for her, nobody inside.", "Her brother came down from the bedroom."),
    ("who was present", "Arrived at clinic by bus on her own.", "Her aunt travelled in the taxi with her."),
    (
        "who was present",
        "Bailiffs' visit. No family with her.",
        "Bailiffs' visit. Uncle stood by the door with her.",
    ),
    ("who was present", "Man had left before police came.", "Her husband on scene with police."),
    ("who was present", "Came to court with nobody.", "She was supported at court by the IDVA."),
    ("who was present", "Dad could not come.", "Father sat with us and signed the plan."),
    ("children present", "Kids at their grandparents' all weekend.", "Two boys upstairs asleep."),
    ("children present", "Nil children present.", "Toddler was in her arms."),
    ("seen alone", "Only the two of us in the office.", "Her friend sat beside her and did the talking."),
    ("seen alone", "Pupil seen alone.", "Pupil seen with his mother present all the time."),
    ("seen alone", "Spoken to on her own.", "A support worker sat in throughout."),
    ("seen alone", "Key work session 1:1.", "Girlfriend sat in on the session."),
    ("seen alone", "Nurse got her on her own.", "Mother-in-law stayed at her side throughout."),
    ("who was told", "Her mother was phoned by the ward.", "Nobody has rung her mother."),
    ("who was told", "He asked that nobody be informed.", "The nurse rang to tell us."),
    ("who was told", "Her sister was told.", "Under no circumstances let her sister know."),
    ("who was told", "Victim told of his release.", "She had heard nothing from anybody."),
]

OF_THE_OTHER = [  # what the first says of the agency that writes the second
    ("who was present", "Core group. Apologies from housing.", "Core group. Our officer attended."),
    (
        "who was present",
        "Core group. Round the table: housing, mother.",
        "Core group. Nobody free here to go.",
    ),
    ("who was told", "Housing rung and told of the arrest.", "First we knew, not one call had from police."),
]

AT_ONE = [
    ("Core group. Apologies from school.", "Core group attended. School sent apologies."),
    ("Core group. Housing present.", "Core group. We attended. Father did not attend."),
    ("Core group. Housing to attend.", "Core group. We could not attend."),
    ("Child seen alone.", "Mother seen with her partner in the room."),
    ("Spoken to on her own.", "No interpreter present."),
    ("Seen by Dr Colin.", "Partner not with her."),
    ("Children present.", "Children now with maternal grandmother."),
    ("She was never left alone.", "Her sister was with her."),
    ("Seen alone.", "Last week her partner sat in."),
    ("Mother told of the result.", "Mother not told of the hearing."),
    ("Police not called.", "Police called in 2012."),
    ("No further contact with the victim.", "Victim contacted weekly."),
    ("Her mother told me of it.", "Not told by police."),
]
