"""Word, Excel and zips: a name anywhere in the bytes is seen, whoever hid it and however."""

import io
import struct
import zipfile
from datetime import date

import openpyxl
import pytest

from illuminate.engines.anonymise import Report, UnsafeFile, verify
from illuminate.engines.anonymise.tests.build import book, edit, register, word

REGISTER = register()
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def seen(report: Report) -> list[tuple[str, str]]:
    return [(one.text, one.where.part) for one in report.findings]


def in_word(body: str = "", **members: str | bytes) -> list[tuple[str, str]]:
    named = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in members.items()}
    return seen(verify(word("Louise met Neil.", body=body, members=named), "a.docx", REGISTER))


def runs(*texts: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def test_a_clean_file_is_clean() -> None:
    assert verify(word("Louise met Neil. Mark will come in May."), "a.docx", REGISTER).clean


@pytest.mark.parametrize(
    "body",
    [
        runs("Mag", "gie came"),
        runs("Ma&#103;gie came"),
        runs("Mag\u200bgie came"),
        runs("MAGGIE"),
        runs("Mag<!-- x -->gie came"),
        '<w:p><w:r><w:t>Ma</w:t></w:r><w:del w:author="x"><w:r><w:delText>ry</w:delText></w:r></w:del>'
        '<w:ins w:author="x"><w:r><w:t>ggie</w:t></w:r></w:ins></w:p>',
    ],
)
def test_a_name_in_pieces_is_seen_whole(body: str) -> None:
    assert [part for _, part in in_word(body)] == ["body"]


def test_a_name_over_two_paragraphs_is_seen() -> None:
    assert in_word(runs("to Hollo") + runs("way then")) == [("Holloway", "body")]


def test_a_deleted_name_is_seen_where_it_was_deleted() -> None:
    deleted = '<w:p><w:del w:author="x"><w:r><w:delText>Maggie</w:delText></w:r></w:del></w:p>'
    assert ("Maggie", "tracked deletion") in in_word(deleted)


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ('<w:p><w:bookmarkStart w:id="1" w:name="Marsh"/></w:p>', "bookmark"),
        ('<w:p><w:sdt><w:sdtPr><w:alias w:val="Steve"/></w:sdtPr></w:sdt></w:p>', "content control"),
        ('<w:p><w:hyperlink w:anchor="maggie_notes"/></w:p>', "link"),
        ('<w:p><w:ins w:author="Maggie"/></w:p>', "comment author"),
    ],
)
def test_a_name_in_an_attribute_is_seen(body: str, part: str) -> None:
    assert [where for _, where in in_word(body)] == [part]


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("word/theme/theme1.xml", f'<a xmlns="{MAIN}"><!-- Maggie --></a>', "XML comment"),
        ("word/theme/theme1.xml", f'<a xmlns="{MAIN}"><?note Maggie?></a>', "XML comment"),
        ("customXml/item1.xml", "<Holloway xmlns='urn:x'/>", "custom XML"),
        ("customXml/item1.xml", "<x xmlns='urn:holloway'/>", "custom XML"),
        ("customXml/item1.xml", "<a>to Maggie".encode("utf-16"), "custom XML"),
        ("word/holloway.xml", "<a/>", "part name"),
        (
            "word/x.dat",
            b"\x00\x01\x02\x03" + "Holloway".encode("utf-16-le") + b"\xff\xfe\x00" * 9,
            "attachment 1",
        ),
        (
            "word/x.dat",
            b"\x00\x01\x02\x03" + "Holloway".encode("utf-16-be") + b"\xff\xfe\x00" * 9,
            "attachment 1",
        ),
        ("word/x.dat", b"\x00\x01\x02\x03 Margaret Holloway \xff\xfe\x00" * 9, "attachment 1"),
    ],
)
def test_a_name_in_any_member_is_seen(name: str, data: str | bytes, part: str) -> None:
    found = seen(verify(word("x", members={name: data}), "a.docx", REGISTER))
    assert part in [where for _, where in found], found


def test_a_file_inside_a_file_is_opened() -> None:
    inside = word("x", members={"word/embeddings/b.docx": word("Maggie wrote")})
    assert ("Maggie", "body") in in_word(word__embeddings__a=inside)


def test_files_inside_files_without_end_are_unread() -> None:
    data = word("x")
    for _ in range(8):
        data = word("x", members={"word/embeddings/a.docx": data})
    assert not verify(data, "a.docx", REGISTER).clean


def test_bytes_in_front_of_and_behind_a_zip_are_seen() -> None:
    assert seen(verify(b"Margaret Holloway\n" + word("x"), "a.docx", REGISTER))
    assert seen(verify(word("x") + b"Margaret Holloway", "a.docx", REGISTER))


def test_the_zips_own_remarks_are_seen() -> None:
    stream = io.BytesIO(word("x"))
    with zipfile.ZipFile(stream, "a") as zipped:
        zipped.comment = b"for Maggie"
    assert ("Maggie", "properties") in seen(verify(stream.getvalue(), "a.docx", REGISTER))


def test_a_member_that_the_list_has_forgotten_is_seen() -> None:
    data = word("x", members={"word/secret.xml": "<a>Margaret Holloway was here and went again</a>"})
    last, end = data.rfind(b"PK\x01\x02"), data.rfind(b"PK\x05\x06")
    number, size = struct.unpack("<HL", data[end + 10 : end + 16])
    listed = struct.pack("<HHL", number - 1, number - 1, size - (end - last))
    forgotten = data[:last] + data[end : end + 8] + listed + data[end + 16 :]
    with zipfile.ZipFile(io.BytesIO(forgotten)) as zipped:
        assert "word/secret.xml" not in zipped.namelist()
    assert ("Margaret Holloway", "bytes outside the parts") in seen(verify(forgotten, "a.docx", REGISTER))


def test_what_is_written_beside_a_picture_is_seen_and_the_picture_is_unread() -> None:
    text = b"Author\x00Margaret Holloway"
    picture = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", len(text), b"tEXt") + text + b"crc4"
    report = verify(word("x", members={"word/media/image1.png": picture}), "a.docx", REGISTER)
    assert seen(report) == [("Margaret Holloway", "picture 1")]
    assert [one.part for one in report.unread] == ["picture 1"]


def test_a_member_that_nobody_can_read_is_unread() -> None:
    report = verify(word("x", members={"word/x.dat": bytes(range(256)) * 4}), "a.docx", REGISTER)
    assert [one.part for one in report.unread] == ["attachment 1"]
    report = verify(word("x", members={"word/x.xml": "<a><b></a>"}), "a.docx", REGISTER)
    assert not report.clean


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_dtd_anywhere_is_refused(coding: str) -> None:
    dtd = '<!DOCTYPE x [<!ENTITY a "Maggie">]><x>&a;</x>'.encode(coding)
    with pytest.raises(UnsafeFile, match="DTD"):
        verify(
            word("x", members={"word/embeddings/a.docx": word("x", members={"x.xml": dtd})}),
            "a.docx",
            REGISTER,
        )


def test_cells_are_read_as_they_are_shown() -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A2"], workbook.active["B2"] = "Margaret", "Holloway"
    workbook.active["A3"] = date(2021, 10, 9)
    hidden = workbook.create_sheet("Maggie")
    hidden.sheet_state, hidden["A1"] = "hidden", "Mags"
    found = [
        (one.text, one.where.part, one.where.paragraph)
        for one in verify(book(workbook), "a.xlsx", REGISTER).findings
    ]
    assert ("Margaret\tHolloway", "sheet Sheet", 2) in found
    assert ("09/10/2021", "sheet Sheet", 3) in found
    assert ("Mags", "hidden sheet Maggie", 1) in found
    assert ("Maggie", "sheet name", 1) in found


def test_words_that_no_cell_shows_any_more_are_seen() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<sst xmlns="{space}"><si><r><t>Mag</t></r><r><t>gie</t></r></si><si><t>Louise</t></si></sst>'
    sheet = '<c r="A1" t="s"><v>{}</v></c>'
    for number, part in ((0, "sheet Sheet"), (1, "orphaned text")):
        rows = (
            f'<worksheet xmlns="{space}"><sheetData><row>{sheet.format(number)}</row></sheetData></worksheet>'
        )
        members = {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": rows}
        data = edit(book(openpyxl.Workbook()), members)
        assert seen(verify(data, "a.xlsx", REGISTER)) == [("Maggie", part)]


def test_the_files_name_is_read() -> None:
    assert seen(verify(word("x"), "dhr_holloway.docx", REGISTER)) == [("holloway", "file name")]
