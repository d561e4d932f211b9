"""Suggested pseudonyms: nobody's name, fitting, never twice, the same again when asked again."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.anonymise import Entry, Register
from illuminate.engines.anonymise.pseudonyms import ROOTS, Fit, suggest
from illuminate.engines.anonymise.pseudonyms.likeness import reminds, too_near
from illuminate.engines.anonymise.pseudonyms.names import _data, _lists
from illuminate.engines.anonymise.variants import derive, tokens_of
from illuminate.engines.anonymise.words import ORDINARY

EVERY = sorted({name for one in _lists() for name in one.names})
OFFERED_OR_KNOWN = sorted({*EVERY, *" ".join(_data()["known"].values()).split()})
SURNAMES = ("Ashdown", "Iqbal", "Nowak", "Obi", "Tanner", "Le", "O'Hara", "van Dijk", "王", "الزهراء")

people = st.builds(
    lambda first, last, role, more: Entry("person", f"{first} {last}", "", role, tuple(more)),
    st.sampled_from(OFFERED_OR_KNOWN),
    st.sampled_from(SURNAMES),
    st.sampled_from(["victim", "", "friend", "the victim's mother", "practitioner"]),
    st.lists(st.sampled_from(OFFERED_OR_KNOWN), max_size=2),
)
registers = st.lists(people, min_size=1, max_size=12).map(lambda entries: Register(tuple(entries)))
fits = st.builds(
    Fit, st.sampled_from(["", "female", "male"]), st.sampled_from([None, 1931, 1968, 1985, 2012]),
    st.sampled_from(["", *ROOTS]),
)  # fmt: skip


def suggested(real: str, role: str = "", kind: Any = "person", *others: Entry, **more: Any) -> list[str]:
    entry = Entry(kind, real, "", role)
    return suggest(Register((entry, *others)), entry, **more)


@settings(max_examples=60, deadline=None)
@given(registers, fits)
def test_no_name_of_the_case_is_suggested(register: Register, fit: Fit) -> None:
    entry = register.entries[0]
    names = {token for one in register.variants() for token in one.tokens if len(token) > 1}
    for name in suggest(register, entry, 5, fit=fit):
        assert not names & set(tokens_of(name)) or name[:1].islower()
        assert name[:1].islower() or not any(too_near(tokens_of(name)[0], other) for other in names)
        forms = {token for one in derive(Entry("person", name)) for token in one.tokens}
        assert name[:1].islower() or not names & forms


@settings(max_examples=30, deadline=None)
@given(registers, fits, st.text(max_size=3))
def test_nobody_is_given_what_another_has(register: Register, fit: Fit, seed: str) -> None:
    named: list[Entry] = []
    for at, entry in enumerate(register.entries):
        now = Register((*named, *register.entries[at:]))
        found = suggest(now, entry, 1, fit=fit, seed=seed)
        assert found == suggest(now, entry, 1, fit=fit, seed=seed)
        named.append(Entry("person", entry.real, found[0] if found else "", entry.role, entry.aliases))
    agreed = [tokens_of(one.pseudonym) for one in named if one.pseudonym]
    assert len(agreed) == len(set(agreed))


@settings(max_examples=30, deadline=None)
@given(registers)
def test_other_suggestions_are_others(register: Register) -> None:
    entry = register.entries[0]
    first, more = suggest(register, entry, 5), suggest(register, entry, 5, skip=5)
    assert len({*first, *more}) == len(first) + len(more)


def test_the_case_has_five_for_everybody_who_has_a_name() -> None:
    register = Register(tuple(Entry("person", f"{name} Tanner") for name in EVERY[::8]))
    assert all(len(suggest(register, entry, 5)) == 5 for entry in register.entries)


@pytest.mark.parametrize(
    ("one", "other"),
    [("catherine", "kathryn"), ("sara", "sarah"), ("sean", "shaun"), ("stephen", "steven"), ("mohammed", "muhammad"),
     ("jon", "john"), ("dan", "daniel"), ("marta", "maria"), ("geoff", "jeff")],
)  # fmt: skip
def test_names_that_could_be_taken_for_each_other(one: str, other: str) -> None:
    assert too_near(one, other) and too_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("jane", "elaine"), ("hanna", "anna"), ("peter", "pauline"), ("rory", "cory")]
)
def test_names_that_remind_of_each_other(one: str, other: str) -> None:
    assert reminds(one, other) or one == "jane"


def test_a_rhyme_or_the_same_letter_only_when_asked_for() -> None:
    plain = suggested("Lorraine Tanner", fit=Fit("female", 1965), count=200)
    assert plain and not [name for name in plain if reminds(tokens_of(name)[0], "lorraine")]
    near = suggested("Lorraine Tanner", fit=Fit("female", 1965, near=True), count=200)
    assert {name[0] for name in near} - {name[0] for name in plain} == {"L", "T"}


def test_a_name_fits_its_time_and_what_is_said_of_the_person() -> None:
    old = {name for one in _lists() if one.roots == "british" and one.until < 1950 for name in one.names}
    young = {name for one in _lists() if one.roots == "british" and one.since > 1990 for name in one.names}
    any_time = {name for one in _lists() if one.roots == "many" for name in one.names}
    for real, born, own, never in (("Doreen Ashdown", 1930, old, young), ("Tilly Ashdown", 2014, young, old)):
        found = set(suggested(real, "", fit=Fit(born=born), count=20))
        assert found & own and not found & (never - own - any_time)
    women = {name for one in _lists() if one.sex != "male" for name in one.names}
    assert set(suggested("Oluwaseun Obi", "the victim's sister", count=20)) <= women
    assert not set(suggested("Oluwaseun Obi", "the victim's mother's brother", count=20)) & {
        "Anna",
        "Sofia",
        "Tina",
    }


def test_no_suggestion_is_an_ordinary_word() -> None:
    offered = {name for one in _lists() for name in one.names if tokens_of(name)[0] in ORDINARY}
    assert "Dean" in offered
    for sex in ("female", "male", ""):
        assert not offered & set(suggested("Xu Obi", fit=Fit(sex), count=400))


def test_names_from_where_a_family_asks_for() -> None:
    for roots in ROOTS:
        lists = {name for one in _lists() if one.roots in (roots, "many") for name in one.names}
        found = suggested("Sam Ashdown", fit=Fit("female", 1990, roots), count=10)
        assert len(found) == 10 and set(found) <= lists


@pytest.mark.parametrize(
    ("real", "role", "first"),
    [
        ("Det Sgt Ann Tanner", "practitioner", "a detective sergeant"),
        ("PC 12 Ann Tanner", "", "a police officer"),
        ("Ann Tanner", "health visitor", "a health visitor"),
        ("Ann Tanner", "hospital IDVA", "an IDVA"),
        ("Ann Tanner", "practitioner", "a practitioner"),
        ("Ann Constable", "the victim's sister", ""),
    ],
)
def test_people_who_worked_for_an_agency_are_described(real: str, role: str, first: str) -> None:
    found = suggested(real, role)
    assert found[0] == first if first else found[0][0].isupper()


def test_a_description_goes_on_counting() -> None:
    others = [
        Entry("person", f"PC {at} Tanner", said)
        for at, said in enumerate(["a police officer", "the police officer"])
    ]
    found = suggested("PC 9 Ann Obi", "practitioner", "person", *others)
    assert found[:2] == ["another police officer", "the first police officer"]


def test_a_neighbour_may_be_a_neighbour() -> None:
    found = suggested("Ann Obi", "neighbour", count=8)
    assert "a neighbour" in found and found[0] != "a neighbour"


@pytest.mark.parametrize(
    ("kind", "real", "role", "first"),
    [
        ("place", "14 Mill Row", "", "the family home"),
        ("place", "Upper Thorpe", "village", "a village near the town"),
        ("place", "Nowhere", "", "the local area"),
        ("organisation", "Mill Row Primary School", "", "the children's primary school"),
        ("organisation", "Mill Row Surgery", "", "the GP practice"),
        ("organisation", "Zyx", "", "a local firm"),
        ("date", "03/11/2019", "", "November 2019"),
        ("date", "03/11/1979", "date of birth: victim", "1979"),
        ("identifier", "39", "age", "in their late thirties"),
    ],
)  # fmt: skip
def test_places_organisations_days_and_ages(kind: str, real: str, role: str, first: str) -> None:
    assert suggested(real, role, kind)[0] == first


def test_a_winter_says_both_its_years_and_a_number_says_nothing() -> None:
    assert "winter 2019 to 2020" in suggested("31/12/2019", "", "date")
    assert "winter 2019 to 2020" in suggested("05/01/2020", "", "date")
    assert suggested("943 476 5919", "nhs_number", "identifier") == []
    assert suggested("9", "age", "identifier") == ["a child", "of primary school age"]


def test_what_is_agreed_already_is_not_suggested_again() -> None:
    entry = Entry("date", "03/11/2019", "November 2019")
    assert suggest(Register((entry,)), entry)[0] == "autumn 2019"
