"""A word of the register in the name of somebody who is named openly stays, and both check and verify say so."""

import pytest

from illuminate.engines.anonymise import apply, check, verify
from illuminate.engines.anonymise.names import NoModel

from .build import register, word

REGISTER = register()
PANEL = "The panel members were: Cllr David Holloway, council; Rose Tilbrook, police.\n"


def after(text: str, published: tuple[str, ...] = ()) -> str:
    return apply(text.encode(), "a.txt", REGISTER, published=published).data.decode()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("David Holloway spoke. Holloway left.", "David Holloway spoke. Louise left."),
        ("DAVID HOLLOWAY spoke.", "DAVID HOLLOWAY spoke."),
        ("David\nHolloway spoke.", "David\nHolloway spoke."),
        ("Cllr Holloway spoke to Mrs Holloway.", "Cllr Holloway spoke to Louise."),
        ("To david.holloway@example.org", "To david.holloway@example.org"),
        ("Then David. Holloway left.", "Then David. Louise left."),
        ("Told David \u2014 Holloway left.", "Told David \u2014 Louise left."),
        ("Margaret Holloway left.", "Louise left."),
        ("Stephen and David Holloway", "Mark and David Holloway"),
    ],
)
def test_a_member_of_the_panel_stays(text: str, wanted: str) -> None:
    assert after(PANEL + text) == PANEL + wanted


def test_who_is_on_no_list_does_not_stay() -> None:
    assert after("David Holloway spoke.") == "David Louise spoke."


def test_a_list_that_is_handed_in() -> None:
    assert after("David Holloway spoke.", ("Dr David Holloway",)) == "David Holloway spoke."
    assert after("Dr Holloway spoke.", ("Dr David Holloway",)) == "Dr Holloway spoke."
    assert after("Mr Holloway spoke.", ("Mr David Holloway",)) == "Mark spoke."  # anybody's title


def test_a_whole_name_on_the_register_never_stays() -> None:
    assert after("Stephen Holloway spoke.", ("Stephen Holloway",)) == "Mark spoke."


def test_what_stays_is_said_with_its_reason_by_both() -> None:
    data = (PANEL + "David Holloway spoke.").encode()
    for report in (check(data, "a.txt", REGISTER), verify(data, "a.txt", REGISTER)):
        assert not [one for one in report.findings if one.on_register]
        said = {(one.text, one.where.paragraph, one.why) for one in report.standing}
        assert ("David Holloway", 2, "named as chair or among the panel") in said
    assert {one.where.paragraph for one in apply(data, "a.txt", REGISTER).report.standing} == {1, 2}


def test_a_panel_in_a_table() -> None:
    document = word(
        "The Review Panel", "David Holloway", "Council", "x" * 200, "David Holloway spoke to Maggie."
    )
    done = apply(document, "a.docx", REGISTER)
    assert {one.text for one in done.report.standing} == {"David Holloway"}
    assert not [one for one in done.report.findings if one.on_register]


def test_what_only_some_readers_see_proves_nothing() -> None:
    comment = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{PANEL}</w:t></w:r></w:p>"
    report = check(word("David Holloway spoke.", body=comment), "a.docx", REGISTER)
    assert ("body", "Holloway") in [(one.where.part, one.text) for one in report.findings]


def test_without_the_words_of_english_nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise NoModel

    monkeypatch.setattr("illuminate.engines.anonymise.openly.named_openly", broken)
    report = verify((PANEL + "David Holloway").encode(), "a.txt", REGISTER)
    assert [one.text for one in report.findings] == ["Holloway", "Holloway"]
    assert not report.standing


@pytest.mark.parametrize(
    "text",
    [
        "David Holloway's account of the night was read.",
        "His brother, David Holloway, came.",
        "The chair, a wooden one, was moved by David Holloway.",
    ],
)
def test_a_relative_is_no_author_and_no_chair(text: str) -> None:
    assert "Holloway" not in after(text)


@pytest.mark.parametrize(
    "text", ["Research by Ada Holloway (2019) was read.", "The Home Secretary, Ada Holloway, came."]
)
def test_an_author_and_a_minister_stay(text: str) -> None:
    assert after(text) == text
