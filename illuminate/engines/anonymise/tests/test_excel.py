"""Every place in an Excel file."""

from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from illuminate.engines.anonymise import check

from .build import book, edit, register

REGISTER = register()


def places(data: bytes) -> list[tuple[str, str]]:
    return [(f.where.part, f.text) for f in check(data, "a.xlsx", REGISTER).findings]


def plain() -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Data"
    workbook.active["A1"] = "Louise"
    return workbook


def test_a_plain_file_is_clean() -> None:
    report = check(book(plain()), "a.xlsx", REGISTER)
    assert report.clean, report


def test_a_cell_and_its_row() -> None:
    workbook = plain()
    workbook.active["B5"] = "Maggie"
    workbook.active["A5"] = "x"
    workbook.active.row_dimensions[5].hidden = True
    (finding,) = check(book(workbook), "a.xlsx", REGISTER).findings
    assert (finding.where.part, finding.where.paragraph, finding.where.start) == ("sheet Data", 5, 2)


def test_a_name_in_two_columns() -> None:
    workbook = plain()
    workbook.active["A2"], workbook.active["B2"] = "Margaret", "Holloway"
    assert places(book(workbook)) == [("sheet Data", "Margaret\tHolloway")]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet(state: str) -> None:
    workbook = plain()
    other = workbook.create_sheet("Old")
    other["A1"] = "Maggie"
    other.sheet_state = state
    assert places(book(workbook)) == [("hidden sheet Old", "Maggie")]


def test_dates_and_numbers_as_they_are_shown() -> None:
    workbook = plain()
    workbook.active["A2"] = date(2021, 10, 9)
    workbook.active["A3"] = 9990014213
    assert places(book(workbook)) == [("sheet Data", "09/10/2021"), ("sheet Data", "9990014213")]


def test_what_stands_beside_the_cells() -> None:
    workbook = plain()
    sheet = workbook.active
    sheet["A1"].comment = Comment("Ask Maggie", "Craig Marsh")
    sheet.oddHeader.center.text = "DHR Holloway"
    sheet.oddFooter.left.text = "Willow Lane"
    sheet["A3"] = '=IF(A1="Mags",1,2)'
    sheet["A1"].hyperlink = "https://example.org/holloway"
    rule = DataValidation(type="list", formula1='"Craig,Louise"', prompt="Choose Siân", promptTitle="x")
    rule.add("A9")
    sheet.add_data_validation(rule)
    workbook.defined_names["Marsh"] = DefinedName("Marsh", attr_text="Data!$A$1")
    workbook.properties.title = "About Billy"
    got = set(places(book(workbook)))
    assert {
        ("cell comment", "Maggie"),
        ("comment author", "Craig Marsh"),
        ("header", "Holloway"),
        ("footer", "Willow Lane"),
        ("formula", "Mags"),
        ("link", "holloway"),
        ("validation list", "Craig"),
        ("validation list", "Siân"),
        ("defined name", "Marsh"),
        ("properties", "Billy"),
    } <= got


def test_the_name_of_a_sheet() -> None:
    workbook = plain()
    workbook.active.title = "holloway"
    assert places(book(workbook)) == [("sheet name", "holloway")]


SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
MEMBERS = {
    "xl/persons/person.xml": ('<personList><person displayName="Maggie"/></personList>', "people"),
    "xl/threadedComments/threadedComment1.xml": (
        "<ThreadedComments><threadedComment><text>Maggie</text></threadedComment></ThreadedComments>",
        "cell comment",
    ),
    "xl/pivotCache/pivotCacheDefinition1.xml": (
        '<p><sharedItems><s v="Maggie"/></sharedItems></p>',
        "part xl/pivotCache/pivotCacheDefinition1.xml (settings)",
    ),
    "xl/externalLinks/externalLink1.xml": ("<e><v>Maggie</v></e>", "part xl/externalLinks/externalLink1.xml"),
    "xl/drawings/drawing1.xml": ('<d><cNvPr descr="Maggie"/></d>', "alt text"),
}


@pytest.mark.parametrize(("name", "xml", "part"), [(name, *rest) for name, rest in MEMBERS.items()])
def test_finds_in_other_parts(name: str, xml: str, part: str) -> None:
    assert (part, "Maggie") in places(edit(book(plain()), {name: xml}))


def test_a_string_that_no_cell_shows() -> None:
    strings = f"<sst {SPREADSHEET}><si><t>Louise</t></si><si><r><t>Hollo</t></r><r><t>way</t></r></si></sst>"
    assert places(edit(book(plain()), {"xl/sharedStrings.xml": strings})) == [("orphaned text", "Holloway")]


def test_a_missing_sheet_is_unread() -> None:
    data = edit(book(plain()), {}, drop=("xl/worksheets/sheet1.xml",))
    assert [one.part for one in check(data, "a.xlsx", REGISTER).unread] == ["sheet Data"]
