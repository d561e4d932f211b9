"""The engine's forms as a person reads them."""

import pytest

from illuminate.engines.anonymise import Entry, Register
from illuminate.engines.anonymise.variants import derive
from illuminate.journey.people.spellings import OTHER_RULE, RULES, Form, forms_of, in_words, overlaps

EVERY_KIND = (
    Entry("person", "Margaret Ann Tanner-Lowe", "Louise", "victim", ("Maggie", "MTL", "Margaret Ashdown")),
    Entry("person", "PC 4471 Seán O'Hara", "a police officer", "practitioner"),
    Entry("person", "Mohammed bin Tariq al-Hamdan", "Adam"),
    Entry("person", "Katarzyna Kowalska née Nowak", "Ewa"),
    Entry("person", "Wang Xiaoming", "David"),
    Entry("person", "Amrit Kaur", "Ruth"),
    Entry("person", "Kate Tanner", "Jean", "sister"),
    Entry("place", "Flat 2, 14 Mill Road, Thorpe NB4 7QX", "the family home"),
    Entry("organisation", "St Hilda's Church of England Primary School", "the school"),
    Entry("date", "03/11/2019", "November 2019"),
    Entry("identifier", "943 476 5919", ""),
)
REGISTER = Register(EVERY_KIND)


def form(entry: Entry, text: str, register: Register = REGISTER) -> Form:
    return next(one for one in forms_of(register, entry) if one.text == text)


def test_every_rule_of_the_engine_has_words() -> None:
    rules = {one.rule for entry in EVERY_KIND for one in derive(entry)}
    assert len(rules) > 15
    assert rules <= set(RULES), "a form would be told as “worked out from the name” only"


def test_a_rule_that_has_no_words_yet_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, "surname_first")
    assert form(EVERY_KIND[6], "Tanner, Kate").how == OTHER_RULE


def test_what_is_listed_comes_first_and_one_form_is_told_once() -> None:
    forms = forms_of(REGISTER, EVERY_KIND[0])
    listed = [one.is_listed for one in forms]
    assert listed == sorted(listed, reverse=True)
    assert len({one.text for one in forms}) == len(forms)


def test_what_makes_a_form_uncertain_is_said() -> None:
    mark = Entry("person", "Mark Tanner", "Ben")
    register = Register((*EVERY_KIND, mark))
    assert form(mark, "Mark", register).notes == ("Also an ordinary word: the words around it decide",)
    assert "Also a form of " in form(mark, "Tanner", register).notes[0]
    assert "“Jean”" in form(mark, "Tanner", register).notes[0]


def test_a_form_that_is_a_pseudonym_is_not_looked_for_and_says_so() -> None:
    ewa = Entry("person", "Ewa Lowe", "Nell")
    told = form(ewa, "Ewa", Register((EVERY_KIND[3], ewa)))
    assert not told.is_looked_for and told.notes == ("Not looked for: it is somebody’s pseudonym",)


def test_a_struck_form_is_shown_and_not_looked_for() -> None:
    kate = Entry("person", "Kate Tanner", "Jean", struck=("Tanner",))
    assert not form(kate, "Tanner", Register((kate,))).is_looked_for
    assert form(kate, "Kate", Register((kate,))).is_looked_for


def test_only_forms_that_stand_alone_are_asked_for_first() -> None:
    kate = EVERY_KIND[6]
    assert form(kate, "Kate").stands_alone and not form(kate, "Tanner, Kate").stands_alone
    assert not form(kate, "katetanner").stands_alone
    assert all(
        one.stands_alone for one in forms_of(REGISTER, EVERY_KIND[8]) if one.how != RULES["run_together"]
    )


def test_nothing_but_a_person_has_a_first_name() -> None:
    told = {one.how for entry in EVERY_KIND[7:] for one in forms_of(REGISTER, entry)}
    assert told and not [how for how in told if "first name" in how or "last name" in how or "family" in how]


def test_forms_that_two_list_are_told_in_a_sentence() -> None:
    one = Entry("person", "Ann Obi", "Nell", aliases=("Annie",))
    other = Entry("person", "Annette Frost", "Vera", aliases=("Annie",))
    assert overlaps(Register((one, other)), one) == [
        "“Annie” is also a form of “Vera”: the words around it decide, or it is left to you."
    ]
    assert overlaps(Register((one, EVERY_KIND[6])), one) == []


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (list("ABCDEF"), "A, B, C and 3 others"),
    ],
)
def test_names_in_a_row(names: list[str], words: str) -> None:
    assert in_words(names) == words
