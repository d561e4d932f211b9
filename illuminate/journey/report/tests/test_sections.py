"""A Word file is read as a reader of the printed page sees it."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.cli.demo.story.report import CASE
from illuminate.journey.report.blocks import blocks
from illuminate.journey.report.sections import Unreadable, read_sections


def made(document: object) -> bytes:
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_the_example_report_falls_into_its_chapters() -> None:
    sections = read_sections((CASE / "overview_draft.docx").read_bytes())
    chapters = [one.heading for one in sections if one.level == 1]
    assert chapters[:3] == ["The first page", "1. Preface", "2. A tribute from the family"]
    assert chapters[-1] == "Appendix C: glossary"
    assert [one.number for one in sections] == list(range(1, len(sections) + 1))
    timescales = next(one for one in sections if one.heading == "4. Timescales")
    assert "[1]" in timescales.text.split("\n\n")[0]
    assert timescales.text.split("\n\n")[-1].startswith("[1] Section 9 came into force")
    plan = next(one for one in sections if one.heading == "Appendix A: action plan")
    table = blocks(plan.text)[0]
    assert table.kind == "table" and table.columns[0] == "Recommendation" and len(table.rows) > 10


def test_deleted_and_hidden_words_are_left_out_and_inserted_ones_are_in() -> None:
    document = Document()
    document.add_heading("Background", 1)
    paragraph = document.add_paragraph("Louise ")
    for tag, text_tag, words in (("w:ins", "w:t", "lived"), ("w:del", "w:delText", "hidden away")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" nobody sees this").font.hidden = True
    paragraph.add_run(" in Northbridge.")
    assert read_sections(made(document))[0].text == "Louise lived in Northbridge."


def test_lists_tables_quotations_and_smaller_headings_keep_their_kind() -> None:
    document = Document()
    document.add_heading("One", 1)
    document.add_paragraph("A")
    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("second", style="List Bullet")
    document.add_paragraph("said", style="Quote")
    document.add_heading("Small", 3)
    document.add_paragraph("un", style="List Number")
    document.add_paragraph("deux", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), "abcd", strict=True):
        cell.text = words
    found = blocks(read_sections(made(document))[0].text)
    assert [one.kind for one in found] == ["paragraph", "list", "quote", "heading", "numbers", "table"]
    assert found[1].lines == ("first", "second")
    assert found[4].lines == ("un", "deux")
    assert (found[5].columns, found[5].rows, found[5].name) == (["a", "b"], [["c", "d"]], "Table: a, b")


def test_a_text_box_and_a_picture_are_not_lost() -> None:
    document = Document()
    document.add_heading("One", 1)
    run = document.add_paragraph("Beside").runs[0]._r
    box, inside, words, text = (OxmlElement(tag) for tag in ("w:txbxContent", "w:p", "w:r", "w:t"))
    text.text = "In a box"
    words.append(text)
    inside.append(words)
    box.append(inside)
    run.append(box)
    assert read_sections(made(document))[0].text == "Beside\n\nIn a box"


def test_bold_lines_are_headings_where_there_are_no_heading_styles() -> None:
    document = Document()
    for heading in ("Preface", "Tribute"):
        document.add_paragraph().add_run(heading).bold = True
        document.add_paragraph("Words.")
    assert [(one.heading, one.text) for one in read_sections(made(document))] == [
        ("Preface", "Words."), ("Tribute", "Words."),
    ]  # fmt: skip


def test_words_before_the_first_heading_are_the_first_page() -> None:
    document = Document()
    document.add_paragraph("Safer Northbridge Partnership")
    document.add_heading("Preface", 1)
    document.add_paragraph("Condolences.")
    assert [one.heading for one in read_sections(made(document))] == ["The first page", "Preface"]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"PK\x03\x04 not really", "save it again"), (b"", "save it again"), (made(Document()), "no words")],
    ids=["broken", "empty", "without words"],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_sections(data)


def test_an_entity_in_a_footnote_is_not_followed(tmp_path: Path) -> None:
    """A hostile file can't make the reader open another."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]>'
        f'<w:footnotes xmlns:w="{qn("w:p")[1:].split("}")[0]}"><w:footnote w:id="1">'
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    from docx.oxml import parse_xml

    assert "the secret" not in "".join(parse_xml(xml.encode()).itertext())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1), max_size=6
    )
)
def test_no_paragraph_is_lost(paragraphs: list[str]) -> None:
    document = Document()
    document.add_heading("Heading", 1)
    document.add_paragraph("Always.")
    for words in paragraphs:
        document.add_paragraph(words)
    text = read_sections(made(document))[0].text
    for words in paragraphs:
        for word in words.split():
            assert word in text
