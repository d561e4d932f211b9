"""The copy: the right words in the right form, nothing of the register left, or no copy at all."""

from collections.abc import Sequence

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from illuminate.engines.anonymise import (
    CannotReplace,
    StillThere,
    UnsupportedFile,
    apply,
    check,
    readers,
    suggested_name,
    writers,
)
from illuminate.engines.anonymise.apply import replacements
from illuminate.engines.anonymise.replacing import Replacement, Written

from .build import book, register, word

REGISTER = register()


def after(text: str) -> str:
    return apply(text.encode(), "a.txt", REGISTER).data.decode()


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("He told Maggie's mother.", "He told Louise's mother."),
        ("Mrs Holloway left.", "Louise left."),
        ("Dr Margaret Holloway left.", "Louise left."),
        ("HOLLOWAY, Margaret", "Louise"),
        ("MAGGIE SAID NO", "LOUISE SAID NO"),
        ("MH said no", "Louise said no"),
        ("Margaret (Maggie) Holloway said", "Louise said"),
        ("Maggie (then 30) said", "Louise (then 30) said"),
        ("The Holloways moved.", "Louise's family moved."),
        ("with the Holloway family then", "with Louise's family then"),
        ("He saw Mr Frost. Frost ran.", "He saw a neighbour. A neighbour ran."),
        ("Detective Sergeant Iverson came.", "A detective sergeant came."),
        ("at the Willow Lane gate", "at the children's school gate"),
        ("her Willow Lane file", "her children's school file"),
        ("at the Anchor, late", "at a public house, late"),
        ("at the Willow Lane gate", "at the children's school gate"),
        ("agreed that Willow Lane closed", "agreed that the children's school closed"),
        ("and it's Willow Lane", "and it's the children's school"),
        ("the school's Willow Lane file", "the school's children's school file"),
        ("by the Frost car", "by a neighbour car"),
        ("d.o.b. 9/10/2021", "d.o.b. October 2021"),
        ("signed, S. Frost", "signed, a neighbour"),
        ("To: Ms K. M. Marsh", "To: Neil"),
        ("The neighbour, Mr Frost, said", "The neighbour said"),
        ("told the neighbour, Mr Frost.", "told the neighbour."),
        ("told the neighbour Mr Frost", "told a neighbour"),
        ("the neighbour, Mr Frost's son", "the neighbour, a neighbour's son"),
        ("a constable, Det Sgt Iverson", "a constable, a detective sergeant"),
        ("Mr and Mrs Holloway came", "Louise and her husband came"),
        ("by Mr and Mrs Marsh", "by Neil and another of the family"),
        ("The Holloways' house", "Louise's family's house"),
        ("Maggie Marsh came", "Louise came"),
        ("Maggie and Steve Holloway", "Louise and Mark"),
        ("Margaret Holloway, Maggie Holloway, Margaret", "Louise, Louise, Louise"),
        ("MH's notes", "Louise's notes"),
        ("A list\nMr Frost, who", "A list\nA neighbour, who"),
        ("14 Quarry Bank was sold.", "The family home was sold."),
        ("on 9 October 2021 he", "in October 2021 he"),
        ("on Saturday 9 October 2021", "in October 2021"),
        ("NHS number 999 001 4213.", "NHS number [removed]."),
        ("it was 999 001 4213.", "it was a number."),
        ("to maggie.h82@example.org today", "to [removed] today"),
        ("told Margaret\nHolloway's sister", "told Louise's\nsister"),
        ("told Mar-\ngaret that", "told Louise\nthat"),
    ],
)
def test_a_pseudonym_stands_as_its_sentence_wants_it(before: str, wanted: str) -> None:
    assert after(before) == wanted


@pytest.mark.parametrize("name", ["James", "Ross"])
def test_a_possessive_without_s_gets_one(name: str) -> None:
    from illuminate.engines.anonymise import read_register

    known = read_register(f"kind,real,pseudonym\nperson,{name} Reed,Neil\n")
    assert apply(f"It was {name}' dog.".encode(), "a.txt", known).data == b"It was Neil's dog."
    assert (
        apply(f"He said 'it was {name}' and left.".encode(), "a.txt", known).data
        == b"He said 'it was Neil' and left."
    )


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_coding_and_line_ends_stay(coding: str, end: str) -> None:
    data = f"café{end}{end}to Siân{end}".encode(coding)
    assert apply(data, "a.md", REGISTER).data == f"café{end}{end}to Kate{end}".encode(coding)


def test_proposals_are_reported_and_left() -> None:
    done = apply(b"Maggie at NB1 2AB", "a.txt", REGISTER)
    assert done.data == b"Louise at NB1 2AB"
    assert [(one.text, one.on_register) for one in done.report.findings] == [("NB1 2AB", False)]
    assert done.replaced == 1 and not done.report.clean


def test_the_files_own_name_leaves_as_a_pseudonym() -> None:
    assert suggested_name("dhr_holloway_final.docx", REGISTER) == "dhr_Louise_final.docx"
    assert suggested_name("14 Quarry Bank.txt", REGISTER) == "the family home.txt"
    assert suggested_name("report.pdf", REGISTER) == "report.pdf"


def test_a_piece_of_a_sentence_gets_no_capital() -> None:
    inserted = '<w:r><w:t>Then </w:t></w:r><w:ins w:author="x"><w:r><w:t>Mr Frost</w:t></w:r></w:ins>'
    data = word("Mr Frost came.", body=f"<w:p>{inserted}</w:p>")
    reading = readers.read(data, "a.docx")
    wanted = replacements(reading, check(data, "a.docx", REGISTER).findings)
    assert {one.where.part: one.new for one in wanted} == {
        "body": "A neighbour",
        "tracked insertion": "a neighbour",
    }


def test_a_name_over_two_cells_is_one_pseudonym() -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"], workbook.active["B1"] = "Margaret", "Holloway"
    reading = readers.read(book(workbook), "a.xlsx")
    wanted = replacements(reading, check(book(workbook), "a.xlsx", REGISTER).findings)
    assert [(one.text, one.new, one.where.start) for one in wanted] == [
        ("Margaret", "Louise", 0),
        ("Holloway", "", 9),
    ]


def test_a_copy_that_still_says_a_name_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def lazy(data: bytes, name: str, replacements: Sequence[Replacement]) -> Written:
        return Written(data)

    monkeypatch.setitem(writers._WRITERS, ".txt", lazy)
    with pytest.raises(StillThere, match="body") as left:
        apply(b"to Maggie", "a.txt", REGISTER)
    assert "Maggie" not in str(left.value)
    assert [one.text for one in left.value.report.findings] == ["Maggie"]


def test_what_only_verify_sees_is_refused_too() -> None:
    with pytest.raises(StillThere):
        apply("to \u202eeiggaM\u202c".encode(), "a.md", REGISTER)  # turned round, it shows as the name


def test_a_writer_never_guesses() -> None:
    from illuminate.engines.anonymise import Where

    wrong = Replacement(Where("body", 1, 0, 6), "Maggie", "Louise")
    with pytest.raises(CannotReplace, match="body, paragraph 1"):
        writers.writer_for("a.txt")(b"Nobody", "a.txt", [wrong])


def test_a_kind_without_a_writer_is_refused() -> None:
    with pytest.raises(UnsupportedFile, match="No copy"):
        writers.writer_for("a.odt")


_WORDS = st.sampled_from(
    ["Maggie", "Mrs Holloway", "HOLLOWAY", "the", "an", "Willow Lane", "Frost", "'s", "\n", ". ", "(", ")", "\t", "'",
     "Louise", "MH", "Mar-\ngaret", "9 October 2021", "on", "Sian", "PC", "14 Quarry Bank", "\u200b", "Det Sgt"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=14))
def test_whatever_the_text_the_copy_says_no_name_or_there_is_none(words: list[str]) -> None:
    try:
        done = apply(" ".join(words).encode(), "a.txt", REGISTER)
    except StillThere:
        return
    assert not any(one.on_register for one in done.report.findings)
    assert b"Maggie" not in done.data and b"HOLLOWAY" not in done.data
