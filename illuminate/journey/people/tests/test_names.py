"""Names as words: pseudonyms that clash, and texts that hold a name."""

import pytest

from illuminate.journey.people.names import Known, clashes_with, names_in

REGISTER = [
    Known("person", ("Margaret Anne Holloway", "Maggie", "Mrs Holloway"), "Louise"),
    Known("person", ("William James Holloway", "Will"), "Ben"),
    Known("person", ("Grace Adeyemi", "Ms Adeyemi"), "Hannah"),
    Known("person", ("Siân Pryce-Okafor",), "Kate"),
    Known("person", ("May Frost",), ""),
    Known("person", ("DC Aaron Whitlock",), "the family liaison officer"),
    Known("place", ("14 Quarry Bank", "NB4 7QX"), "the family home"),
    Known("identifier", ("999 001 4213",), ""),
    Known("organisation", ("Tidewell Homes",), ""),
    Known("person", ("فاطمة الزهراء",), "Nadia"),
    Known("person", ("王小明",), "David"),
]
CHOSEN = [
    Known("person", ("Ann Obi Frost", "Annie"), "", "Ann Frost"),
    Known("person", ("Leo Frost",), "Ben"),
]


@pytest.mark.parametrize(
    "pseudonym",
    [
        "Grace",
        "grace",
        "Holloway",
        "Sian",
        "Siân",
        "Ms Grace",
        "Anne",
        "Okafor",
        "GRACE",
        "Aaron",
        "May",
        "فاطمة",
        "王小明",
    ],
)
def test_the_name_of_anyone_in_the_case_is_found(pseudonym: str) -> None:
    assert clashes_with(pseudonym, REGISTER)


@pytest.mark.parametrize(
    "pseudonym",
    ["Louise", "Kate", "a neighbour", "the GP", "a will writer", "Ms Brown", "DC Smith", "", "Ruth"],
)
def test_other_names_and_descriptions_are_free(pseudonym: str) -> None:
    assert not clashes_with(pseudonym, REGISTER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A woman of 39 was killed at home.", []),
        ("Margaret Anne Holloway was killed.", ["Margaret Anne Holloway"]),
        ("We were told that Maggie was ill.", ["Maggie"]),
        ("It was said that HOLLOWAY was ill.", ["HOLLOWAY"]),
        ("She lived at 14 Quarry Bank.", ["14 Quarry Bank"]),
        ("Her postcode was nb4 7qx", ["NB4 7QX"]),
        ("NHS number 999 001 4213", ["999 001 4213"]),
        ("The sister, Sian Pryce-Okafor, agrees.", ["Siân Pryce-Okafor"]),
        ("It happened in May. Will the panel meet?", []),
        ("The son, Will, was not there.", ["Will"]),
        ("Tidewell Homes was the landlord.", []),
        ("قالت فاطمة ذلك", ["فاطمة"]),
        ("", []),
        ("'; DROP TABLE people; --", []),
    ],
)
def test_a_text_that_holds_a_name(text: str, found: list[str]) -> None:
    assert list(names_in(text, REGISTER))[:1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The family of Ann Frost chose her name.", []),
        ("They spoke of Ann.", []),
        ("They spoke of Annie.", ["Annie"]),
        ("Her name was Ann Obi Frost.", ["Ann Obi Frost"]),
        ("Her son, Leo Frost, was not there.", ["Leo Frost"]),
        ("Her son, Leo, was not there.", ["Leo"]),
    ],
)
def test_the_real_name_that_a_family_chose_may_stand(text: str, found: list[str]) -> None:
    assert names_in(text, CHOSEN)[:1] == found
