"""Rules that hold a finding back, and what must still be found beside them."""

from dataclasses import replace

import pytest

from illuminate.engines.chronology.findings.reading.features import lexer_for, read_features
from illuminate.engines.chronology.findings.reading.hours import hours_in
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.tests.life import (
    AMBULANCE,
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    SCHOOL,
    Account,
    entry,
    quiet_life,
    told,
    unanswered,
)
from illuminate.engines.chronology.findings.tests.test_encounters import fields

DAY, AFTER = "2019-05-14", "2019-05-17"
OUTCOMES = [
    ("Haven referral form sent.", "Refused", []),
    ("Haven referral form sent.", "Second home visit refused", [(0, IDVA)]),
    ("Fell at home, stitched.", "GP letter.", []),
    ("Fell at home, stitched.", "Copies to GP and school.", []),
    ("Fell at home, stitched.", "Referral sent to Haven.", [(0, IDVA)]),
]
HELD: dict[str, tuple[str, Account, Account]] = {
    "a building in which it was is no member of the meeting": (
        "who was present",
        (CSC, "Conference attended by police; held in the school."),
        (SCHOOL, "Conference. School unable to attend."),
    ),
    "a father who stayed away is not his landlord": (
        "who was present",
        (CSC, "Core group. Housing attended."),
        (HOUSING, "Core group. Father did not attend."),
    ),
    "one who is to come to the next meeting": (
        "who was present",
        (CSC, "Core group. Housing to attend the next one."),
        (HOUSING, "Core group. Sent apologies."),
    ),
    "a man by his title is not her mother": (
        "who was told",
        (CSC, "Mr Pell was told of the hearing."),
        (SCHOOL, "Her mother was not told."),
    ),
    "officers sat beside her while she was seen alone": (
        "seen alone",
        (CSC, "Seen alone in the kitchen."),
        (AMBULANCE, "Police officers sat with her in the room."),
    ),
    "officers are nobody to come with": (
        "who was present",
        (CSC, "Attended clinic on her own."),
        (HOUSING, "Came with two police officers."),
    ),
    "a knife and a bottle are already asked about as the cause": (
        "weapon",
        (POLICE, "Wound to arm, stabbed with a kitchen knife."),
        (HOSPITAL, "Wound to arm, struck with a glass bottle."),
    ),
}
ASKED: dict[str, tuple[str, Account, Account]] = {
    "a man by his title may be the father": (
        "who was told",
        (CSC, "Mr Pell was told of the hearing."),
        (SCHOOL, "Her father was not told."),
    ),
    "today, in a letter of another day": (
        "date",
        (HOSPITAL, "Reviewed wrist, plaster off.", DAY, "10:00"),
        (GP, "Letter: in fracture clinic today, cast removed.", AFTER),
    ),
}


@pytest.mark.parametrize(("words", "outcome", "asked"), OUTCOMES)
def test_an_outcome_undoes_or_only_mentions_a_sending(
    words: str, outcome: str, asked: list[tuple[int, str]]
) -> None:
    assert unanswered(entry(HOSPITAL, "2018-04-10", words, outcome)) == asked


@pytest.mark.parametrize(("field", "one", "other"), HELD.values(), ids=HELD)
def test_what_a_rule_explains_is_not_asked(field: str, one: Account, other: Account) -> None:
    assert field not in fields(told(one), told(other))


@pytest.mark.parametrize(("field", "one", "other"), ASKED.values(), ids=ASKED)
def test_what_it_does_not_explain_is(field: str, one: Account, other: Account) -> None:
    assert field in fields(told(one), told(other))


def test_a_worker_is_known_by_the_column_of_names() -> None:
    own = replace(entry(IDVA, "2016-01-05", "Met client."), practitioner="Orla Finch")
    assert unanswered(entry(SCHOOL, "2018-04-10", "Emailed Orla Finch about the gate."), own) == [(0, IDVA)]


def test_initials_that_make_a_word_name_nobody() -> None:
    crew = "Weald Ambulance Service"
    own = [entry(crew, one.when.start.isoformat(), "Note.") for one in quiet_life()[:24] if one.when.start]
    assert unanswered(entry(GP, "2018-04-10", "Safeguarding form was sent to Haven."), *own) == [(0, IDVA)]


def test_at_night_is_after_midnight() -> None:
    [one] = hours_in("left at 2 o'clock at night")
    assert one.spans == ((120, 120),)


@pytest.mark.parametrize("words", ["in June", "on Monday"])
def test_a_meeting_of_a_day_that_is_named_behind_it_is_still_to_come(words: str) -> None:
    rows = [entry(IDVA, DAY, f"Safety plan. MARAC {words}.")]
    agencies = Agencies(rows, ())
    read = read_features(rows[0], 0, agencies, lexer_for(agencies))
    assert read and not read.held
