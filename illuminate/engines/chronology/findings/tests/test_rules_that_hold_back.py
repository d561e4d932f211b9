"""What keeps a finding back, or lets it through, and fails here as soon as the rule is gone."""

import pytest

from illuminate.engines.chronology import Entry
from illuminate.engines.chronology.findings.reading.features import Features, lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.same_event.deaths import passed_on, the_death
from illuminate.engines.chronology.findings.same_event.weigh import weigh
from illuminate.engines.chronology.findings.same_event.weights import Weights
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    GP,
    HOSPITAL,
    HOUSING,
    IDVA,
    MENTAL,
    POLICE,
    SCHOOL,
    entry,
    fields_of,
    unanswered,
)
from illuminate.engines.chronology.findings.tests.test_company import differing


def _read(told: list[Entry]) -> list[Features]:
    agencies = Agencies(told, ())
    lexer = lexer_for(agencies)
    return [one for place, row in enumerate(told) if (one := read_features(row, place, agencies, lexer))]


@pytest.mark.parametrize(
    "condition",
    [
        "Bailed with a condition not to contact her mother.",
        "Undertaking given to the court not to phone her mother.",
    ],
)
def test_a_condition_forbids_contact_and_tells_nobody_anything(condition: str) -> None:
    found = differing(condition, "Her mother was contacted about the bail.")
    assert "who was told" not in {finding.field for finding in found}


def test_a_mother_who_rang_is_not_an_agency_that_told() -> None:
    rang, untold = (
        "Mother in tears rang us about the arrest.",
        "Children's services were not told of the arrest.",
    )
    assert "who was told" not in {finding.field for finding in differing(rang, untold)}
    told = "Police rang us about the arrest."
    assert "who was told" in {finding.field for finding in differing(told, untold)}


def test_both_parents_at_a_conference_and_neither_of_them_is_a_question() -> None:
    both = "Initial child protection conference. Both of them attended."
    neither = "Initial child protection conference. Neither of them came."
    assert "who was present" in {finding.field for finding in differing(both, neither)}


@pytest.mark.parametrize("told", ["He had been released.", "He was released then."])
def test_what_had_been_done_before_is_not_timed_by_what_follows(told: str) -> None:
    found = differing("He was released at 09:30.", f"Spoke to her at 16:00. {told}")
    assert ("time" in {finding.field for finding in found}) is ("then" in told)


@pytest.mark.parametrize("named", ["In pain since 12 March 2019.", "Seen on 12 March 2019."])
def test_a_day_named_for_something_else_dates_nothing(named: str) -> None:
    seen = entry(HOSPITAL, "2019-03-14", "ED: fall from a ladder, wrist fractured, plaster.", at="11:05")
    letter = entry(GP, "2019-03-20", f"ED letter: fall from a ladder, wrist fractured, plaster. {named}")
    assert ("date" in fields_of(seen, letter)) is named.startswith("Seen")


def test_appointments_missed_with_two_agencies_speak_for_two_events() -> None:
    told = [
        entry(MENTAL, "2019-03-14", "Did not attend appointment. Letter sent.", at="10:00"),
        entry(GP, "2019-03-14", "Did not attend appointment. Text sent.", at="10:10"),
        entry(HOUSING, "2019-03-14", "Came to the appointment.", at="10:15"),
    ]
    missed, too, kept = _read(told)
    weights = Weights.of([missed, too, kept], {})
    assert weigh(missed, too, weights).reasons["each its own appointment"] < 0
    assert "each its own appointment" not in weigh(missed, kept, weights).reasons


def test_news_of_a_death_passed_on_by_a_third_is_known_for_what_it_is() -> None:
    told = [
        entry(POLICE, "2023-03-14", "Officers found her dead at home. Pronounced dead.", at="08:10"),
        entry(CSC, "2023-03-14", "Police informed us of her death."),
        entry(SCHOOL, "2023-03-15", "Children's Social Care rang: informed of the death of the mother."),
    ]
    read = _read(told)
    assert the_death(read) == 0
    assert passed_on(read, 0) == [2]


@pytest.mark.parametrize(("day", "received"), [("2018-03-10", True), ("2018-03-13", False)])
def test_after_a_week_not_every_word_of_the_sender_is_a_receipt(day: str, received: bool) -> None:
    sent = entry(POLICE, "2018-03-04", "Domestic incident. PPN submitted to Children's Social Care.")
    word = entry(CSC, day, "Spoke with police about the family.")
    assert (not unanswered(sent, word)) is received


def test_a_neighbour_who_is_spoken_of_is_no_receipt_at_any_time() -> None:
    sent = entry(IDVA, "2018-03-04", "Referral made to Kestrel Housing Association by e-mail.")
    word = entry(HOUSING, "2018-03-06", "Neighbour complained of noise.")
    assert unanswered(sent, word)
