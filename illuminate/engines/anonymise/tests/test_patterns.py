import pytest
from hypothesis import given
from hypothesis import strategies as st

from illuminate.engines.anonymise.detectors import detected
from illuminate.engines.anonymise.detectors.patterns import is_nhs_number


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.kind) for hit in detected(text)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("at NB4 7QX now", "NB4 7QX", "postcode"),
        ("at SW1A1AA now", "SW1A1AA", "postcode"),
        ("at nb4 7qx now", "nb4 7qx", "postcode"),
        ("ring 01632 960123.", "01632 960123", "phone"),
        ("ring (020) 7946 0018", "(020) 7946 0018", "phone"),
        ("(07700 900358)", "07700 900358", "phone"),
        ("ring +44 7700 900417", "+44 7700 900417", "phone"),
        ("write to j.o'dea+x@example.org.", "j.o'dea+x@example.org", "email"),
        ("is 943 476 5919.", "943 476 5919", "nhs_number"),
        ("her NHS number 943 476 5918", "943 476 5918", "nhs_number"),
        ("NI QQ 12 34 56 C", "QQ 12 34 56 C", "ni_number"),
        ("at QQ 12 34 56", "", ""),
        ("at QQ 12 34 56 C", "QQ 12 34 56 C", "ni_number"),
        ("NI AB 12 34 56 C", "AB 12 34 56 C", "ni_number"),
        ("van QN16 ZKB seen", "QN16 ZKB", "vehicle"),
        ("van QN16ZKB seen", "QN16ZKB", "vehicle"),
    ],
)
def test_finds_by_shape(text: str, words: str, kind: str) -> None:
    assert kinds(text) == ([(words, kind)] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "National helpline 0808 2000 247",
        "ring 101, 111 or 999",
        "943 476 5918 widgets",
        "01.02.2018 to 03.04.2019",
        "2016-2017, 2018",
        "section 76 of the 2015 Act",
        "in E1 2nd May",
        "Lesson 1: H1N1 and COVID19 cases",
        "C3 4th column",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert kinds(text) == []


def test_the_check_digit_of_an_nhs_number() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5910")
    assert not is_nhs_number("0000000000")


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    for hit in detected(text):
        assert 0 <= hit.start < hit.end <= len(text)
