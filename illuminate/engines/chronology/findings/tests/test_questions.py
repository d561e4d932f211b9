"""What came of an event, asked of each account: deeds done, not done, meant and left open."""

import pytest

from illuminate.engines.chronology.findings.conflicts.figures import figures_in, opened
from illuminate.engines.chronology.findings.conflicts.questions.phrasing import Index, phrase, read
from illuminate.engines.chronology.findings.conflicts.questions.questions import answers_in, questions
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    POLICE,
    PROBATION,
    SCHOOL,
)
from illuminate.engines.chronology.findings.tests.test_accounts import differ_on, told

STANCES = [  # words, question, what they answer
    ("Mr Kerr arrested at the scene.", "police: arrest", {"arrested"}),
    ("Nobody was arrested.", "police: arrest", {"not arrested"}),
    ("Arrested: no", "police: arrest", {"not arrested"}),
    ("Officers will arrest him if he returns.", "police: arrest", set()),
    ("He was previously arrested in 2012.", "police: arrest", set()),
    ("Tom taken off in the police van.", "police: arrest", {"arrested"}),
    ("Cardiac arrest, resus under way.", "police: arrest", set()),
    ("Statement obtained on the ward.", "offer of statement", {"taken up"}),
    ("She would not make a statement.", "offer of statement", {"turned down"}),
    ("Statement to be taken on Monday.", "offer of statement", set()),
    ("At first declined a statement, then gave a statement.", "offer of statement", {"turned down", "taken up"}),
    ("?fracture of the wrist", "health: fracture", set()),
    ("Film clear, nothing broken.", "health: fracture", {"no fracture"}),
    ("Assessed on s136 and detained under section 2.", "health: detained", {"section 136", "section 2"}),
    ("Admitted to punching the wall.", "health: stay", set()),
    ("Admitted to ward 9.", "health: stay", {"kept in"}),
    ("She is to live there permanently.", "care: permanence", {"permanent"}),
    ("Threatened with a knife.", "police: weapon", {"knife"}),
    ("Locks to be changed next week.", "homes: works", set()),
]  # fmt: skip

DIFFER = [
    ("outcome", (POLICE, "Row at flat. Male led off in handcuffs."),
     (HOUSING, "Row at flat. Police left him indoors with a warning.")),
    ("outcome", (POLICE, "Suspect charged with common assault."),
     (CSC, "Police rang: he was let off without charge.")),
    ("outcome", (PROBATION, "Breach: manager's warning, stays on licence."),
     (POLICE, "Licence revoked and he was recalled.")),
    ("outcome", (POLICE, "MARAC: her case was discussed and a marker added."),
     (GP, "MARAC: her name was deferred to the next meeting.")),
    ("outcome", (HOSPITAL, "ED. Overdose, back home by lunchtime."),
     (GP, "ED letter 14 May: overdose, four nights on the ward.")),
    ("where the children went", (CSC, "Boy stayed put in his nan's care."),
     (POLICE, "Boy moved to emergency foster carers.")),
    ("outcome", (HOUSING, "Joiner fitted new locks."),
     (IDVA, "Housing sent a man who refused to change the lock.")),
    ("outcome", (CSC, "Best interests: to live at the home permanently."),
     (GP, "Best interests: a trial stay at the home was agreed.")),
    ("outcome", (POLICE, "Referral order of 4 mths made."), (PROBATION, "Court: nine month referral order.")),
    ("outcome", (HOUSING, "Homelessness decision: no main duty."),
     (IDVA, "Council accepted the full housing duty.")),
    ("outcome", (SCHOOL, "Head excluded him for the fight."),
     (CSC, "School gave him a detention for the fight.")),
    ("statement made", (POLICE, "Victim signed a full statement."),
     (IDVA, "She was not willing to make any statement.")),
    ("who had the children", (SCHOOL, "Both collected by dad at noon."),
     (CSC, "Their aunt picked up both children.")),
    ("what was damaged", (POLICE, "He smashed her phone."),
     (HOUSING, "Police had been: he kicked the door in.")),
    ("test result", (HOSPITAL, "ED: GCS 15."), (GP, "ED letter 14 May: GCS was 11.")),
]  # fmt: skip

AGREE = [
    ((POLICE, "Arrested, bailed, later charged."), (IDVA, "Police say he has been charged.")),
    ((POLICE, "She first declined to make a statement, then gave a statement."),
     (IDVA, "Declined a statement at first.")),
    ((HOSPITAL, "ED. Discharged home, to be reviewed if no better."),
     (GP, "ED letter 14 May: sent home after treatment.")),
    ((CSC, "Threshold not met, closed. Early help offered."),
     (SCHOOL, "CSC: no further action, early help instead.")),
    ((HOUSING, "Locks to be changed."), (IDVA, "Housing changed the locks.")),
    ((POLICE, "Threats reported. No weapon."),
     (HOUSING, "Told of threats; he has been known to carry things.")),
    ((PROBATION, "Not discussed at supervision whether he drinks."), (POLICE, "He had been drinking.")),
    ((HOSPITAL, "Admitted to hitting her."), (GP, "Sent home with advice.")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "question", "answers"), STANCES)
def test_what_is_done_denied_meant_or_left_open(text: str, question: str, answers: set[str]) -> None:
    assert {one.value for one in answers_in(opened(text)) if one.question == question} == answers


@pytest.mark.parametrize(("field", "one", "other"), DIFFER)
def test_two_answers_to_one_question_are_a_conflict(
    field: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert differ_on(told(one), told(other)) == {field}


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_stages_plans_and_doubts_are_no_conflict(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert differ_on(told(one), told(other)) == set()


def test_a_denial_is_quoted_with_its_not() -> None:
    [one] = [one for one in answers_in("he was never arrested") if one.question == "police: arrest"]
    assert one.quote == "never arrested"


def test_a_length_is_told_of_its_own_thing() -> None:
    assert not [
        one for one in figures_in("excluded. seen three weeks ago") if one.axis.startswith("how long")
    ]


def test_every_question_has_two_answers_at_least() -> None:
    for question in questions():
        assert len({answer.value for answer in question.answers}) > 1, question.name


FOUND = [  # as written, a text, what it finds there
    ("take|took ~ to custody", "they took him straight to custody.", ["took him straight to custody"]),
    ("take|took ~ to custody", "they took one, two and then three to custody", []),
    ("take|took ~ to custody", "took him. to custody", []),
    ("took ~~ custody", "took him, then her, to custody", ["took him, then her, to custody"]),
    ("?then led away", "then led away, led away", ["then led away", "led away"]),
    ("arrest*", "re-arrested. arrests, and unarrested", ["arrested", "arrests"]),
    ("section_5|section_5(2)|s5", "held on section 5(2) and s5", ["section 5(2)", "s5"]),
    ("mother|mother's home", "at mother's home, mother - home", ["mother's home"]),
    ("signed off", "signed-off, signed/off, signed: off.", ["signed-off", "signed/off", "signed: off"]),
    ("spent 50", "spent £50, spent 50p, spent 50", ["spent 50"]),
    ("no ~ stitches ~", "no need of stitches today", ["no need of stitches "]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "text", "found"), FOUND)
def test_a_phrase_is_found_in_its_forms(written: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in phrase(written).spans(read(text))] == found
    assert Index([("it", phrase(written))]).spans(read(text)).keys() == ({"it"} if found else set())


@pytest.mark.parametrize("written", ["~ custody", "?then", "ar*"])
def test_a_phrase_without_a_word_to_look_for_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="word"):
        phrase(written)
