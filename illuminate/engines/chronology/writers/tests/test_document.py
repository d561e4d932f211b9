"""The .docx as a person opens it, and as a screen reader does."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from illuminate.engines.chronology import Refused, Source, read_file
from illuminate.engines.chronology.writers import Combined, put_together
from illuminate.engines.chronology.writers.tests.make import an_entry, bytes_of, combined, find


def opened(chronology: Combined) -> Document:
    return docx.Document(BytesIO(bytes_of(chronology, ".docx")))


def xml_of(chronology: Combined, member: str) -> str:
    with zipfile.ZipFile(BytesIO(bytes_of(chronology, ".docx"))) as archive:
        return archive.read(member).decode()


SOME = combined(
    an_entry(), an_entry("Seen.", row=3), refused=[Refused(Source("gp.docx", "table 1", 9), "no date", "n/k")]
)


def test_it_is_landscape_marked_and_numbered() -> None:
    [section] = opened(SOME).sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert section.footer.paragraphs[0].text.startswith("OFFICIAL-SENSITIVE")
    fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
    assert [field.strip() for field in fields] == ["PAGE", "NUMPAGES"]


def test_it_has_a_title_a_language_and_no_author() -> None:
    properties = opened(SOME).core_properties
    assert properties.title == "Combined chronology"
    assert properties.language == "en-GB"
    assert properties.author == ""
    assert properties.last_modified_by == ""
    assert 'w:lang w:val="en-GB"' in xml_of(SOME, "word/styles.xml")


def test_headings_are_headings_and_every_table_repeats_its_own() -> None:
    document = opened(SOME)
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == [
        "Agencies",
        "Chronology",
        "Findings",
        "Rows that were not read",
        "Where the entries come from",
        "What was decided in reading",
    ]
    assert len(document.tables) == 5
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        widths = {len(row.cells) for row in table.rows}
        assert len(widths) == 1


def test_a_row_stays_on_one_page_unless_it_is_longer_than_that() -> None:
    table = opened(combined(an_entry("Home visit."), an_entry("She said so. " * 400, row=3))).tables[0]
    split = [row._tr.trPr is None or row._tr.trPr.find(qn("w:cantSplit")) is None for row in table.rows[1:]]
    assert split == [False, True]


def test_each_entry_is_a_row_with_its_source() -> None:
    [first, second, third] = opened(SOME).tables[0].rows
    assert first.cells[0].text == "Id"
    assert second.cells[1].text == "22 May 2016"
    assert second.cells[2].text == "Larch GP"
    assert third.cells[0].text == "e000002\nFinding 1"
    assert third.cells[8].text == "File: gp.docx\nPart: table 1\nRow: 3\nDate as written: 22/5/16"


def test_an_empty_part_is_said_to_be_empty() -> None:
    words = [one.text for one in opened(combined(an_entry())).paragraphs]
    assert "Nothing was found that does not fit." in words
    assert "Every row was read." in words


def test_nothing_is_hidden_in_the_file() -> None:
    with zipfile.ZipFile(BytesIO(bytes_of(SOME, ".docx"))) as archive:
        names = archive.namelist()
    assert not [name for name in names if "custom" in name.casefold()]
    assert "w:vanish" not in xml_of(SOME, "word/document.xml")


def test_a_file_saved_again_by_another_program_is_still_known() -> None:
    stream = BytesIO()
    opened(SOME).save(stream)
    after = put_together([read_file(stream.getvalue(), "copy.docx")], find)
    assert (after.entries, after.refused, after.decided) == (SOME.entries, SOME.refused, SOME.decided)


def test_what_a_person_changes_counts_and_a_struck_out_word_is_gone() -> None:
    document = opened(SOME)
    row = document.tables[0].rows[1]
    row.cells[1].paragraphs[0].runs[0].text = "23 May 2016"
    run = row.cells[4].paragraphs[0].runs[0]._element
    struck = run.makeelement(qn("w:del"), {})
    run.addprevious(struck)
    struck.append(run)
    stream = BytesIO()
    document.save(stream)
    [first, _] = read_file(stream.getvalue(), "copy.docx").entries
    assert first.when.start is not None and first.when.start.day == 23
    assert first.event == ""


def test_a_column_of_an_agency_named_as_ours_is_told_apart() -> None:
    told = combined(an_entry(practitioner="Dr A", extra={"Practitioner": "locum", "Other: x": "y"}))
    cell = opened(told).tables[0].rows[1].cells[7].text
    assert cell == "Practitioner: Dr A\nOther\\: Practitioner: locum\nOther\\: Other\\: x: y"
    [entry] = read_file(bytes_of(told, ".docx"), "out.docx").entries
    assert entry.extra == {"Practitioner": "locum", "Other: x": "y"}
