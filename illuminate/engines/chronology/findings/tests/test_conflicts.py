"""What two accounts of one event say differently; and differences that a reason explains."""

import pytest

from illuminate.engines.chronology import Entry
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
    fields_of,
    findings_of,
)

DIFFER = {
    "risk level": [
        entry(POLICE, "2018-03-04", "DASH completed, high risk, 15 ticks. Referral to Haven sent."),
        entry(IDVA, "2018-03-05", "Referral from police received. DASH graded medium."),
    ],
    "seen alone": [
        entry(ASC, "2018-03-04", "Joint visit with housing. Ms Kerr was spoken to alone in the kitchen."),
        entry(HOUSING, "2018-03-04", "Joint visit with social worker. Partner present throughout."),
    ],
    "plan category": [
        entry(CSC, "2018-03-04", "ICPC: plan under neglect.", who="Ella Kerr"),
        entry(SCHOOL, "2018-03-04", "ICPC attended, plan for emotional harm.", who="Ella Kerr"),
    ],
    "children present": [
        entry(POLICE, "2018-03-04", "Assault in home. No children present. Ambulance called.", at="21:00"),
        entry(
            AMBULANCE,
            "2018-03-04",
            "Police request, female assaulted. Children in the house, upset.",
            at="21:15",
        ),
    ],
    "cause of injury": [
        entry(HOSPITAL, "2018-03-04", "ED: fractured wrist, fell down stairs.", at="14:00"),
        entry(GP, "2018-03-09", "ED letter: attended 4/3/18, fractured wrist, caught in car door."),
    ],
    "injury": [
        entry(HOSPITAL, "2018-03-04", "ED: injury to left wrist. X-ray.", at="14:00"),
        entry(GP, "2018-03-09", "ED letter: attended 4/3/18 with right wrist pain."),
    ],
    "outcome": [
        entry(POLICE, "2018-03-04", "Sentenced at court to 12 month community order."),
        entry(PROBATION, "2018-03-04", "Sentenced: 18 month community order."),
    ],
    "expiry date": [
        entry(POLICE, "2018-03-04", "Non-molestation order served. Expires 4 March 2019. Haven informed."),
        entry(
            IDVA,
            "2018-03-04",
            "Told by police that non-molestation order served, in force until 4 September 2018.",
        ),
    ],
    "date": [
        entry(POLICE, "2018-03-08", "MARAC: case heard."),
        entry(MENTAL, "2018-03-09", "MARAC attended."),
    ],
    "time": [
        entry(POLICE, "2018-03-08", "Strategy discussion with CSC.", at="10:00"),
        entry(CSC, "2018-03-08", "Strategy discussion with police.", at="14:30"),
    ],
    "who was present": [
        entry(
            CSC,
            "2018-03-08",
            "Core group. Health visitor and school attended; housing sent apologies.",
            who="Ella Kerr",
        ),
        entry(HOUSING, "2018-03-08", "Core group attended.", who="Ella Kerr"),
    ],
    "who called": [
        entry(POLICE, "2018-03-08", "999 call from neighbour: screaming. Ambulance called.", at="20:00"),
        entry(
            AMBULANCE, "2018-03-08", "Caller is daughter. Female with nosebleed. Police on scene.", at="20:09"
        ),
    ],
    "medication": [
        entry(
            MENTAL, "2018-03-08", "Discharged from ward on olanzapine 5 mg. Summary to GP.", who="Tom Kerr"
        ),
        entry(GP, "2018-03-12", "Discharge summary from ward 8/3/18: olanzapine 15 mg.", who="Tom Kerr"),
    ],
}

AGREE = {
    "a receipt the next day": [
        entry(POLICE, "2018-03-04", "PPN submitted to Children's Social Care.", at="23:50"),
        entry(CSC, "2018-03-05", "PPN received.", at="09:10"),
    ],
    "a letter filed later": [
        entry(HOSPITAL, "2018-03-04", "ED: fractured wrist, fell down stairs.", at="14:00"),
        entry(GP, "2018-03-19", "ED letter: attended 4/3/18, fractured wrist after fall."),
    ],
    "over midnight": [
        entry(AMBULANCE, "2018-03-04", "Conveyed to ED, head injury.", at="23:40"),
        entry(HOSPITAL, "2018-03-05", "ED, brought in by ambulance, head injury.", at="00:05"),
    ],
    "her own scoring": [
        entry(POLICE, "2018-03-04", "DASH medium, 9 ticks. Referral to Haven sent."),
        entry(
            IDVA, "2018-03-05", "DASH received from police, medium. Re-scored with client: high, 15 ticks."
        ),
    ],
    "minutes apart": [
        entry(POLICE, "2018-03-08", "Strategy discussion with CSC.", at="10:00"),
        entry(CSC, "2018-03-08", "Strategy discussion with police.", at="10:10"),
    ],
    "more and less detail": [
        entry(
            HOSPITAL, "2018-03-04", "ED: punched and pushed, bruised cheek. Brought by police.", at="22:00"
        ),
        entry(POLICE, "2018-03-04", "Assault: victim pushed to the floor. Taken to hospital.", at="21:00"),
    ],
    "minutes of a meeting": [
        entry(POLICE, "2018-03-08", "MARAC: case heard."),
        entry(GP, "2018-03-20", "MARAC minutes received for meeting on 8 March."),
    ],
}


@pytest.mark.parametrize(("field", "told"), DIFFER.items(), ids=DIFFER)
def test_a_disagreement_is_named_by_its_field(field: str, told: list[Entry]) -> None:
    assert field in fields_of(*told)


@pytest.mark.parametrize("told", AGREE.values(), ids=AGREE)
def test_what_a_reason_explains_is_no_conflict(told: list[Entry]) -> None:
    assert fields_of(*told) == set()


def test_a_conflict_quotes_both_accounts() -> None:
    found, places = findings_of(*DIFFER["cause of injury"])
    [one] = [f for f in found if f.kind == "conflict" and f.field == "cause of injury"]
    assert {places[name] for name in one.entries} == {0, 1}
    assert "fell down stairs" in one.why and "caught in car door" in one.why
    assert HOSPITAL in one.why and GP in one.why
