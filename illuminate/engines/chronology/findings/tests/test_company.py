"""Who was there, who was seen alone, who translated and who was told, in accounts of one event."""

import pytest

from illuminate.engines.chronology.findings.conflicts.conflicts import conflicts
from illuminate.engines.chronology.findings.conflicts.people.cast import cast
from illuminate.engines.chronology.findings.conflicts.people.names import names_in, often_named, staff_in
from illuminate.engines.chronology.findings.model import Finding
from illuminate.engines.chronology.findings.reading.features import lexer_for, read_features
from illuminate.engines.chronology.findings.reading.mentions import Agencies
from illuminate.engines.chronology.findings.tests import accompanied, partaking
from illuminate.engines.chronology.findings.tests.life import CSC, HOUSING, entry

CLASHING = [*accompanied.CLASHING, *partaking.PARTS]
AT_ONE = [*accompanied.AT_ONE, *partaking.SAME_PART]
OURS = {
    *("who was present", "children present", "seen alone", "interpreter used", "who was told"),
    *("who called", "who found", "who did it", "who signed", "who had the children", "who ended it"),
}


def differing(one: str, other: str) -> list[Finding]:
    """What differs between two accounts that are known to be of one event."""
    entries = [entry(CSC, "2019-05-14", one), entry(HOUSING, "2019-05-14", other)]
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = [read_features(told, place, agencies, lexer) for place, told in enumerate(entries)]
    return conflicts(entries, [told for told in read if told], [[0, 1]], agencies)


@pytest.mark.parametrize(("field", "one", "other"), CLASHING)
def test_company_that_both_can_t_have_right_is_a_question(field: str, one: str, other: str) -> None:
    found = [finding for finding in differing(one, other) if finding.field in OURS]
    assert field in {finding.field for finding in found}


@pytest.mark.parametrize(("field", "one", "other"), CLASHING)
def test_it_is_one_whichever_account_comes_first(field: str, one: str, other: str) -> None:
    assert field in {finding.field for finding in differing(other, one)}


@pytest.mark.parametrize(("field", "one", "other"), accompanied.OF_THE_OTHER)
def test_what_is_said_of_the_other_agency_is_held_against_what_it_says_itself(
    field: str, one: str, other: str
) -> None:
    assert field in {finding.field for finding in differing(one, other)}


@pytest.mark.parametrize(("one", "other"), AT_ONE)
def test_more_or_less_said_of_company_is_no_question(one: str, other: str) -> None:
    assert not OURS & {str(finding.field) for finding in differing(one, other)}


def test_the_words_of_both_are_quoted_as_they_were_written() -> None:
    [found] = differing("Only mum and baby at the address.", "Maternal uncle was in the kitchen.")
    assert "mum and baby at the address" in found.why
    assert "maternal uncle was in the kitchen" in found.why


def test_a_name_stands_for_the_relation_that_it_is_tied_to() -> None:
    names = names_in(["Her sister Ruth came. Colin (partner) did not."])
    assert names == {"ruth": "sister", "colin": "partner"}
    told = cast("ruth stayed, colin left.", names, "")
    assert [person.kind for person in told.people] == ["sister", "partner"]


def test_a_name_of_two_people_is_tied_to_none() -> None:
    assert names_in(["Her sister Ruth came.", "Her neighbour Ruth rang."]) == {}


def test_a_full_name_is_known_by_its_initials_and_with_a_title() -> None:
    names = names_in(["Colin Pike (partner) came. Probation officer Ms Hale rang."])
    assert names["colin"] == names["cp" if "cp" in names else "mr pike"] == "partner"
    assert names["mr pike"] == "partner"
    assert names["ms hale"] == "probation officer"


def test_a_doctor_is_not_the_partner_of_the_same_name() -> None:
    told = cast("seen by dr colin.", {"colin": "partner"}, "")
    assert told.words == "seen by ⟨w0⟩."


def test_who_writes_for_one_agency_is_known_by_the_surname() -> None:
    assert staff_in([("J Marsh", "probation")])["ms marsh"] == "probation"
    assert staff_in([("J Marsh", "probation"), ("P Marsh", "housing")]) == {}


def test_last_week_is_the_day_itself_to_one_who_writes_later() -> None:
    entries = [
        entry(CSC, "2019-05-14", "Mother seen alone in the garden."),
        entry(HOUSING, "2019-05-20", "Says that at the visit last week her partner sat with her throughout."),
    ]
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = [read_features(told, place, agencies, lexer) for place, told in enumerate(entries)]
    found = conflicts(entries, [told for told in read if told], [[0, 1]], agencies)
    assert "seen alone" in {finding.field for finding in found}


def test_a_name_holds_for_the_case_when_it_is_tied_more_than_once() -> None:
    assert often_named(["Partner Colin there."]) == {}
    assert often_named(["Partner Colin there.", "Her partner Colin rang."]) == {"colin": "partner"}


def test_a_name_that_other_entries_explain_is_found_to_be_the_partner() -> None:
    texts = ["Visit. Colin was at work.", "Visit. Her husband sat at the table."]
    told_before = ["Partner Colin rang.", "Her partner Colin called in."]
    entries = [
        *(entry(CSC, "2019-05-14", texts[0]), entry(HOUSING, "2019-05-14", texts[1])),
        *(entry(CSC, f"2019-03-0{day}", text) for day, text in enumerate(told_before, 1)),
    ]
    agencies = Agencies(entries, ())
    lexer = lexer_for(agencies)
    read = [read_features(told, place, agencies, lexer) for place, told in enumerate(entries)]
    found = conflicts(entries, [told for told in read if told], [[0, 1], [2, 3]], agencies)
    assert [finding.field for finding in found] == ["who was present"]


def test_seen_alone_in_so_many_words_is_what_is_asked_even_in_a_house() -> None:
    one = "Assessment at home. Mother seen alone, partner not in the house."
    found = differing(one, "Copy of the assessment: partner present throughout.")
    assert [finding.field for finding in found] == ["seen alone"]
