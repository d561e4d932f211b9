"""A pair is judged beside what else its entries could be told with, and by the third accounts that tie it."""

from illuminate.engines.chronology.findings.same_event.beside import settled, summed, worth
from illuminate.engines.chronology.findings.same_event.groups import ENOUGH
from illuminate.engines.chronology.findings.tests.life import (
    CSC,
    HOSPITAL,
    HOUSING,
    POLICE,
    SCHOOL,
    entry,
    findings_of,
    groups_of,
)


def test_two_accounts_of_a_day_that_name_nobody_are_tied_by_their_seldom_words() -> None:
    told = [
        entry(HOUSING, "2018-05-02", "Canoe paddle thrown over the balcony, caretaker swept up the glass."),
        entry(SCHOOL, "2018-05-03", "Child upset: a canoe paddle was thrown off the balcony yesterday."),
        entry(SCHOOL, "2018-05-04", "Swimming certificate given in assembly."),
        entry(HOUSING, "2018-06-20", "Gas safety check done."),
        entry(SCHOOL, "2018-06-20", "Sports day."),
    ]
    assert groups_of(*told) == [{0, 1}]


def test_of_two_entries_that_could_be_it_the_better_one_is_taken() -> None:
    told = [
        entry(POLICE, "2018-05-02", "Notice sent to Children's Social Care: greenhouse smashed by father."),
        entry(CSC, "2018-05-03", "Police notice received, greenhouse smashed."),
        entry(CSC, "2018-05-03", "Routine visit, children playing."),
    ]
    assert groups_of(*told) == [{0, 1}]


def test_the_sentence_never_says_nothing() -> None:
    told = [
        entry(POLICE, "2018-05-02", "Called to an assault at home, mother to hospital.", at="20:10"),
        entry(HOSPITAL, "2018-05-02", "Brought in by ambulance, assaulted at home.", at="20:55"),
    ]
    found, _ = findings_of(*told)
    assert all(": ." not in one.why for one in found)


def test_what_evidence_is_worth_adds_up_to_the_weight() -> None:
    begins, weights = worth("second")
    name = "by chance"
    assert summed("second", {name: -4.0}) == begins - 4.0 * weights[name]
    assert settled(-9.0, {"the death": 6.0}) == 6.0
    assert settled(1.0, {}) > ENOUGH
