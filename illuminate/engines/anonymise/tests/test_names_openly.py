"""What carries a capital and names nobody, beside what only looks so: both by kind, in the same sentences."""

import pytest

from illuminate.engines.anonymise import Register, check
from illuminate.engines.anonymise.names import strangers_in


def found(text: str) -> list[str]:
    """The words that are proposed in one text."""
    return [text[one.start : one.end] for one in strangers_in([text])[0]]


@pytest.mark.parametrize(
    "text",
    [
        "She was told about Ask for Angela, Caring Dads and Operation Encompass.",
        "The notes speak of Parkinson's, of Korsakoff syndrome and of Colles fracture.",
        "He was given Zopiclone, Seroquel and Rosuvastatin.",
        "They talked over WhatsApp and paid with Klarna; he drank Smirnoff.",
        "It was entered on Liquidlogic, on nDelius and on SystmOne.",
        "The family kept Ramadan, Eid and Newroz and spoke Sorani.",
        "Money was sent to Hargeisa, to Bucharest and to Mirpur.",
        "He was moved from Belmarsh to Long Lartin.",
        "The Supreme Court and the Family Court sat on the same day.",
        "The then Home Secretary, Theodora Quillfeather, and Baroness Quillfeather wrote.",
        "The panel read Quillfeather, T. (2014) and a study by Oduya and Brandt.",
        "Sajid Javid, Priti Patel and Theodora Quillfeather held the office in turn.",
        "They bought it at Marks and Spencer.",
    ],
)
def test_what_everybody_names_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Grace Baker and Hodan met in June.", ["Grace Baker", "Hodan"]),
        ("Blessing told the nurse that he had gone.", ["Blessing"]),
        ("The call was taken by He Xiulan that night.", ["He Xiulan"]),
        ("ODUYA, Temitope was seen in clinic.", ["ODUYA", "Temitope"]),
        ("Temitope (the cousin) drove them.", ["Temitope"]),
        ("Clive looked tired and had lost weight.", ["Clive"]),
        ("She signed it 'Love, Temitope'.", ["Temitope"]),
    ],
)
def test_a_name_is_found_by_what_stands_round_it(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_whoever_has_an_account_of_their_own_is_no_author() -> None:
    text = "Mr Quillfeather's account changed. Quillfeather's account was doubted."
    assert found(text) == ["Mr Quillfeather", "Quillfeather"]


def test_a_thorough_look_finds_what_a_review_may_leave() -> None:
    text = "He was born in 1971 in Hargeisa, worked as a fitter and paid EUR 4,200 in March 2003."

    def words(*, is_thorough: bool) -> set[str]:
        report = check(text.encode(), "a.txt", Register(()), is_thorough=is_thorough)
        return {one.text for one in report.findings}

    assert {"1971", "Hargeisa", "fitter", "EUR 4,200", "March 2003"} <= words(is_thorough=True)
    assert not {"Hargeisa", "fitter", "EUR 4,200"} & words(is_thorough=False)
