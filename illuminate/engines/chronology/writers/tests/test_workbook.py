"""The .xlsx as a person opens it."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from illuminate.engines.chronology import Refused, Source, read_file
from illuminate.engines.chronology.writers import Combined, put_together
from illuminate.engines.chronology.writers.escapes import as_it_was
from illuminate.engines.chronology.writers.tests.make import an_entry, bytes_of, combined, find
from illuminate.engines.dates import When


def opened(chronology: Combined) -> Workbook:
    return load_workbook(BytesIO(bytes_of(chronology, ".xlsx")))


def column(book: Workbook, heading: str, sheet: str = "Combined") -> list[object]:
    headings = [cell.value for cell in book[sheet][1]]
    return [row[headings.index(heading)].value for row in book[sheet].iter_rows(min_row=2)]


def test_it_has_frozen_headings_filters_and_a_sheet_for_each_question() -> None:
    book = opened(combined(an_entry(), an_entry(row=3)))
    assert book.sheetnames == ["Combined", "Findings", "Not read", "Sources", "Decisions", "Agencies"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.oddHeader.center.text == "OFFICIAL-SENSITIVE"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddFooter.center.text == "OFFICIAL-SENSITIVE"
        assert sheet.oddFooter.right.text == "Page &P of &N"
    assert book["Combined"].auto_filter.ref.startswith("A1:")
    assert book["Combined"].auto_filter.ref.endswith("3")
    headings = [cell.value for cell in book["Combined"][1]]
    assert f"$A$1:${'ABCDEFGHIJKLMNOP'[headings.index('Comment')]}$3" in book["Combined"].print_area


@pytest.mark.parametrize("words", ["=1+1", "+44 7700 900123", "-", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_words_that_look_like_a_formula_are_words(words: str) -> None:
    book = opened(combined(an_entry(words, comment=words)))
    for heading in ("Event", "Comment"):
        [cell] = [one for one in book["Combined"][2] if book["Combined"].cell(1, one.column).value == heading]
        assert cell.value == words
        assert cell.data_type == "s"
        assert cell.quotePrefix


def test_markup_in_a_cell_is_words_not_markup() -> None:
    words = '<r><t>hidden</t></r></is></c><c r="A9"><f>1+1</f></c><r></r>'
    book = opened(combined(an_entry("Visit", agency=words), an_entry(words, agency="Zed", row=3)))
    assert as_it_was(str(column(book, "Event")[1])) == words
    assert as_it_was(str(column(book, "Agency")[0])) == words
    assert not [cell for row in book["Combined"].iter_rows() for cell in row if cell.data_type == "f"]


def test_days_are_days_and_one_that_excel_has_not_is_in_words() -> None:
    old = date(1890, 5, 1)
    book = opened(combined(an_entry(row=3, when=When(old, old, "day")), an_entry()))
    assert column(book, "From") == ["1890-05-01", datetime(2016, 5, 22)]
    assert column(book, "Date") == ["1 May 1890", "22 May 2016"]


def test_an_uncertain_date_keeps_its_own_words() -> None:
    spring = When(date(2017, 3, 1), date(2017, 5, 31), "season", uncertain=True)
    told = an_entry(when=spring)
    book = opened(combined(told))
    assert column(book, "Date") == ["about spring 2017 (“22/5/16”)"]
    assert column(book, "Uncertain") == ["yes"]


def test_an_agency_has_a_colour_and_its_name_beside_it() -> None:
    book = opened(combined(an_entry(), an_entry(agency="Larch Homes", row=3), an_entry(row=4)))
    sheet = book["Combined"]
    at = [cell.value for cell in sheet[1]].index("Agency") + 1
    colours = {sheet.cell(row, at).value: sheet.cell(row, at).fill.fgColor.rgb for row in (2, 3, 4)}
    assert len(set(colours.values())) == 2
    legend = {
        row[0].value: (row[0].fill.fgColor.rgb, row[1].value) for row in book["Agencies"].iter_rows(min_row=2)
    }
    assert legend == {name: (colours[name], number) for name, number in (("Larch GP", 2), ("Larch Homes", 1))}


def test_a_finding_names_its_rows_and_the_rows_name_the_finding() -> None:
    book = opened(combined(an_entry("Visit."), an_entry("Home visit.", row=3)))
    assert column(book, "Findings") == ["1", "1"]
    [entries] = column(book, "Entries", "Findings")
    assert entries == (
        "e000001: 22 May 2016, Larch GP (gp.docx, table 1, row 2)\n"
        "e000002: 22 May 2016, Larch GP (gp.docx, table 1, row 3)"
    )
    assert column(book, "Question", "Findings") == ["Do these entries tell of one event?"]
    assert column(book, "Confidence", "Findings") == ["90%"]


def test_rows_not_read_are_told_with_their_words_and_the_counts_add_up() -> None:
    refused = Refused(Source("gp.docx", "table 1", 9), "no date", "n/k | letter")
    book = opened(combined(an_entry(), an_entry("More on one row."), refused=[refused]))
    assert column(book, "Words of the row", "Not read") == ["n/k | letter"]
    read, entries, not_read = (
        column(book, heading, "Sources")[0] for heading in ("Rows read", "Entries", "Rows not read")
    )
    assert (read, entries, not_read) == ("2", "2", "1")


def test_forty_thousand_characters_go_on_in_a_column_beside() -> None:
    book = opened(combined(an_entry("word " * 8_000), an_entry("Short.", row=3)))
    first, second = column(book, "Event")[0], column(book, "Event (continued 2)")[0]
    assert isinstance(first, str) and isinstance(second, str)
    assert first + second == "word " * 8_000


def test_a_file_saved_again_by_another_program_is_still_known() -> None:
    before = combined(an_entry("=1+1", subjects=("A B", "C D")), an_entry(row=3))
    stream = BytesIO()
    opened(before).save(stream)
    after = put_together([read_file(stream.getvalue(), "copy.xlsx")], find)
    assert after.entries == before.entries


def test_what_a_person_changes_in_the_sheet_counts() -> None:
    before = combined(an_entry(), an_entry("Seen again.", row=3), an_entry("Third.", row=4))
    book = opened(before)
    sheet = book["Combined"]
    at = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, at["Event"]).value = "Visit at the surgery."
    sheet.cell(3, at["From"]).value = datetime(2016, 5, 30)  # now after its "To"
    sheet.cell(5, at["Date"]).value = "1 June 2016"
    sheet.cell(5, at["Agency"]).value = "Added by the chair"
    sheet.cell(5, at["Event"]).value = "Panel told."
    stream = BytesIO()
    book.save(stream)
    reading = read_file(stream.getvalue(), "edited.xlsx")
    assert [entry.event for entry in reading.entries] == ["Visit at the surgery.", "Third.", "Panel told."]
    added = reading.entries[-1]
    assert added.source == Source("edited.xlsx", "Combined", 5)
    assert added.when.start == date(2016, 6, 1)
    [refused] = reading.refused
    assert refused.source == Source("gp.docx", "table 1", 3)
    assert "makes no sense" in refused.why


def test_an_agencys_own_sheet_named_combined_is_no_export() -> None:
    book = Workbook()
    book.active.title = "Combined"
    for row in (["Date", "Event"], ["1/2/2016", "Visit"]):
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    [entry] = read_file(stream.getvalue(), "larch.xlsx").entries
    assert entry.source == Source("larch.xlsx", "Combined", 2)
