"""An Excel copy: the pseudonym where the name was, formats and formulas as they were, nothing left behind."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from illuminate.engines.anonymise import FileRefused, check
from illuminate.engines.anonymise.places import Where
from illuminate.engines.anonymise.replacing import CannotReplace, Replacement, Written
from illuminate.engines.anonymise.writers import excel

from .build import book, edit, register

REGISTER = register()
SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def copied(data: bytes) -> Written:
    """A copy with every finding on the register replaced by its pseudonym."""
    wanted = [
        Replacement(one.where, one.text, one.pseudonym or "")
        for one in check(data, "a.xlsx", REGISTER).findings
        if one.on_register
    ]
    return excel.write(data, "a.xlsx", wanted)


def opened(written: Written) -> openpyxl.Workbook:
    """The copy as openpyxl opens it, with nothing of the register in it."""
    left = check(written.data, "a.xlsx", REGISTER)
    assert not [one for one in left.findings if one.on_register], left.findings
    with zipfile.ZipFile(io.BytesIO(written.data)) as zipped:
        every = b"".join(zipped.read(name) for name in zipped.namelist()).lower()
    assert not [word for word in (b"maggie", b"holloway", b"craig marsh") if word in every]
    return openpyxl.load_workbook(io.BytesIO(written.data))


def plain() -> openpyxl.Workbook:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Data"
    workbook.active["A1"] = "Louise"
    return workbook


def test_cells_that_share_a_string_and_their_look() -> None:
    workbook = plain()
    sheet = workbook.active
    sheet["A2"], sheet["B7"] = "Maggie rang", "Maggie rang"
    sheet["A2"].font = Font(bold=True)
    sheet["C2"] = date(2021, 10, 9)
    sheet.column_dimensions["A"].width = 33
    sheet.row_dimensions[7].hidden = True
    copy = copied(book(workbook))
    got = opened(copy).active
    assert (got["A2"].value, got["B7"].value, got["C2"].value) == (
        "Louise rang",
        "Louise rang",
        "October 2021",
    )
    assert got["A2"].font.bold
    assert got.column_dimensions["A"].width == 33
    assert any("hidden rows" in said for said in copy.removed)


def with_shared_strings() -> bytes:
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream)
    sheet = workbook.add_worksheet("Data")
    bold = workbook.add_format({"bold": True})
    sheet.write_rich_string("A1", "Ask Hollo", bold, "way", " now")
    for place in ("A2", "B7"):
        sheet.write_string(place, "Maggie rang")
    sheet.write_string("A3", "rang")
    workbook.close()
    return stream.getvalue()


def test_a_shared_string_and_one_split_over_runs() -> None:
    copy = copied(with_shared_strings())
    got = opened(copy).active
    said = [got[place].value for place in ("A1", "A2", "B7", "A3")]
    assert said == ["Ask Louise now", "Louise rang", "Louise rang", "rang"]
    with zipfile.ZipFile(io.BytesIO(copy.data)) as zipped:
        assert b"<b/>" in zipped.read("xl/sharedStrings.xml")


def test_a_name_in_two_columns_stands_in_the_first() -> None:
    workbook = plain()
    workbook.active["A2"], workbook.active["B2"] = "Margaret", "Holloway"
    row = opened(copied(book(workbook))).active[2]
    assert [cell.value for cell in row] == ["Louise", None]


def test_a_sheet_is_renamed_wherever_it_is_used() -> None:
    workbook = plain()
    sheet = workbook.create_sheet("Holloway")
    sheet["A1"], sheet["A2"] = 3, 4
    workbook["Data"]["B1"] = "=SUM(Holloway!A1:A2)"
    workbook["Data"]["B2"] = "=SUM('Holloway'!A1)"
    workbook["Data"]["B3"].hyperlink = "#Holloway!A1"
    workbook.defined_names["Marsh"] = DefinedName("Marsh", attr_text="Holloway!$A$1")
    workbook["Data"]["B4"] = "=Marsh*2"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart)
    got = opened(copied(book(workbook)))
    assert got.sheetnames == ["Data", "Louise"]
    assert [got["Data"][place].value for place in ("B1", "B2", "B4")] == [
        "=SUM(Louise!A1:A2)",
        "=SUM(Louise!A1)",
        "=Neil*2",
    ]
    assert got.defined_names["Neil"].attr_text == "Louise!$A$1"
    assert got["Louise"]._charts


def test_what_stands_beside_the_cells() -> None:
    workbook = plain()
    sheet = workbook.active
    sheet["A1"].comment = Comment("Ask Maggie", "Craig Marsh")
    sheet.oddHeader.center.text = "DHR Holloway & co"
    sheet.oddFooter.left.text = "Willow Lane"
    sheet["A3"] = '=IF(A1="Mags",1,2)'
    sheet["A4"] = "See the site"
    sheet["A4"].hyperlink = "https://example.org/holloway"
    rule = DataValidation(type="list", formula1='"Craig,Louise"', prompt="Choose Siân", promptTitle="x")
    rule.add("A9")
    sheet.add_data_validation(rule)
    workbook.properties.title = "About Billy"
    copy = copied(book(workbook))
    got = opened(copy).active
    assert got["A1"].comment is not None
    assert got["A1"].comment.text == "Ask Louise"
    assert got["A1"].comment.author == "Author 1"
    assert "DHR Louise" in str(got.oddHeader.center.text)
    assert got.oddFooter.left.text == "the children's school"
    assert got["A3"].value == '=IF(A1="Louise",1,2)'
    assert (got["A4"].value, got["A4"].hyperlink) == ("See the site", None)
    (kept,) = got.data_validations.dataValidation
    assert (kept.formula1, kept.prompt) == ('"Neil,Louise"', "Choose Kate")
    assert "The file's properties." in copy.removed


def test_a_hidden_sheet_is_replaced_and_said() -> None:
    workbook = plain()
    other = workbook.create_sheet("Old")
    other["A1"] = "Maggie"
    other.sheet_state = "veryHidden"
    copy = copied(book(workbook))
    assert opened(copy)["Old"]["A1"].value == "Louise"
    assert any("hidden sheet" in said for said in copy.removed)


def test_a_table_keeps_step_with_its_headings() -> None:
    workbook = plain()
    sheet = workbook.active
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["B2"] = "Day", "Maggie", 1, 2
    sheet.add_table(Table(displayName="Marsh", ref="A1:B2"))
    sheet["D1"] = "=SUM(Marsh[Maggie])"
    got = opened(copied(book(workbook))).active
    assert got["B1"].value == "Louise"
    assert [column.name for column in got.tables["Neil"].tableColumns] == ["Day", "Louise"]
    assert got["D1"].value == "=SUM(Neil[Louise])"


def with_formula(formula: str, shown: str, *rows: str) -> bytes:
    cells = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for number, text in enumerate(rows, 2)
    )
    sheet = (
        f'<worksheet {SPREADSHEET}><sheetData><row r="1"><c r="A1" t="str"><f>{formula}</f><v>{shown}</v></c></row>'
        f"{cells}</sheetData></worksheet>"
    )
    return edit(book(plain()), {"xl/worksheets/sheet1.xml": sheet})


def test_a_formula_stays_when_its_source_is_replaced() -> None:
    copy = copied(with_formula("A2", "Maggie", "Maggie"))
    assert opened(copy).active["A1"].value == "=A2"


def test_a_formula_that_builds_a_name_gives_way_to_its_value() -> None:
    copy = copied(with_formula("A2&amp;A3", "Holloway", "Hollo", "way"))
    assert opened(copy).active["A1"].value == "Louise"
    assert any(said.startswith("Formulas") for said in copy.removed)


def test_a_formula_out_of_another_file_gives_way_to_its_value() -> None:
    data = edit(
        with_formula("[1]Old!A1", "three"),
        {"xl/externalLinks/externalLink1.xml": "<e><v>Maggie</v></e>"},
    )
    copy = copied(data)
    assert opened(copy).active["A1"].value == "three"
    assert any(said.startswith("Links to other workbooks") for said in copy.removed)


GONE = {
    "customXml/item1.xml": "<a>Maggie</a>",
    "xl/pivotCache/pivotCacheDefinition1.xml": '<p><sharedItems><s v="Maggie"/></sharedItems></p>',
    "xl/externalLinks/externalLink1.xml": "<e><v>Maggie</v></e>",
    "xl/printerSettings/printerSettings1.bin": b"Maggie's printer",
    "xl/embeddings/oleObject1.bin": b"Maggie",
    "docProps/thumbnail.jpeg": b"\xff\xd8\xffMaggie",
    "docProps/custom.xml": "<p><property name='Maggie'/></p>",
    "xl/revisions/userNames.xml": "<users><userInfo name='Maggie'/></users>",
    "xl/somebody/else.xml": "<a b='Maggie'>Maggie</a>",
}


@pytest.mark.parametrize("name", GONE)
def test_what_is_no_part_of_a_sheet_is_left_out_and_said(name: str) -> None:
    copy = copied(edit(book(plain()), {name: GONE[name]}))
    opened(copy)
    assert copy.removed
    with zipfile.ZipFile(io.BytesIO(copy.data)) as zipped:
        assert name not in zipped.namelist()


def test_threaded_comments_and_their_people() -> None:
    members = {
        "xl/persons/person.xml": (
            '<personList><person displayName="Maggie" id="{1}" userId="m@example.org"/></personList>'
        ),
        "xl/threadedComments/threadedComment1.xml": (
            "<ThreadedComments><threadedComment><text>Maggie said</text></threadedComment></ThreadedComments>"
        ),
    }
    copy = copied(edit(book(plain()), members))
    opened(copy)
    with zipfile.ZipFile(io.BytesIO(copy.data)) as zipped:
        assert b"Louise said" in zipped.read("xl/threadedComments/threadedComment1.xml")
        assert b"example.org" not in zipped.read("xl/persons/person.xml")


def test_a_string_that_no_cell_shows_is_gone() -> None:
    data = with_shared_strings()
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        strings = zipped.read("xl/sharedStrings.xml").replace(b"</sst>", b"<si><t>Mags</t></si></sst>")
    copy = copied(edit(data, {"xl/sharedStrings.xml": strings}))
    assert opened(copy).active["A3"].value == "rang"
    assert "Words that no cell showed any more." in copy.removed
    with zipfile.ZipFile(io.BytesIO(copy.data)) as zipped:
        assert b"Mags" not in zipped.read("xl/sharedStrings.xml")


def test_macros_are_refused() -> None:
    with pytest.raises(FileRefused, match="macros"):
        copied(edit(book(plain()), {"xl/vbaProject.bin": b"code"}))


def test_the_same_file_makes_the_same_bytes() -> None:
    data = book(plain())
    assert copied(data).data == copied(data).data


def test_a_place_that_does_not_say_so_is_refused() -> None:
    for where in (Where("sheet Data", 1, 0, 5), Where("sheet Data", 9, 0, 5), Where("sheet Else", 1, 0, 5)):
        with pytest.raises(CannotReplace):
            excel.write(book(plain()), "a.xlsx", [Replacement(where, "Wrong", "x")])
