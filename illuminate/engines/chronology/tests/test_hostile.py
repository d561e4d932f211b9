"""Files that are broken, locked or meant to harm: one plain sentence each, and never a crash."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from illuminate.engines.chronology import ENDINGS, UnreadableFile, read_file, safe

ZIPPED = (".docx", ".xlsx", ".ods")


@cache
def a_word_file() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("Date", "Event", "1/2/2016", "Visit")):
        table.cell(place // 2, place % 2).text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@cache
def a_workbook() -> bytes:
    book = Workbook()
    for row in (["Date", "Event"], ["1/2/2016", "Visit"]):
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rewritten(data: bytes, **changes: tuple[bytes, bytes]) -> bytes:
    """The same zip with words replaced in the members whose names end so."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            for name, (before, after) in changes.items():
                if member.filename.endswith(f"{name}.xml"):
                    content = content.replace(before, after)
            new.writestr(member.filename, content)
    return stream.getvalue()


def a_zip(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_file(data, name)
    why = str(refused.value)
    assert why.startswith(name) and "\n" not in why and "Traceback" not in why
    return why


def test_the_files_of_these_tests_are_good() -> None:
    assert len(read_file(a_word_file(), "a.docx").entries) == 1
    assert len(read_file(a_workbook(), "a.xlsx").entries) == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_empty(ending: str) -> None:
    assert "is empty" in refusal(b"", f"a{ending}")


@pytest.mark.parametrize(
    ("ending", "why"),
    [
        (".pdf", "is a PDF"),
        (".doc", "save it as .docx"),
        (".rtf", "save it as .docx"),
        (".odt", "save it as .docx"),
        (".pages", "export it as Word"),
        (".xlsb", "save it as .xlsx"),
        (".msg", "save what is attached"),
        (".zip", "unpack it"),
        (".exe", "is not a kind of file that is read"),
        ("", "is not a kind of file that is read"),
        (".txt", "no list of dated paragraphs"),
    ],
)
def test_other_kinds_say_what_to_save_as(ending: str, why: str) -> None:
    assert why in refusal(b"x", f"a{ending}")


def test_a_name_that_lies_is_seen_through() -> None:
    assert "is a PDF" in refusal(b"%PDF-1.7 ...", "a.docx")
    assert "is rich text" in refusal(b"{\\rtf1 hello}", "a.docx")
    for data, name, what in (
        (a_workbook(), "a.docx", "a .xlsx file"),
        (a_word_file(), "a.csv", "a .docx file"),
        (b"Date\tEvent\n1/2/2016\tVisit\n", "a.xls", "plain text"),
    ):
        reading = read_file(data, name)
        assert len(reading.entries) == 1
        assert any(what in one.words for one in reading.decided)


@pytest.mark.parametrize("ending", ZIPPED)
def test_a_bomb(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe, "MOST_BYTES", 5_000_000)
    assert "unpacks to more than" in refusal(a_zip("word/document.xml", b" " * 6_000_000), f"a{ending}")


def test_a_bomb_that_lies_about_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe, "MOST_BYTES", 5_000_000)
    data = bytearray(a_zip("word/document.xml", b" " * 6_000_000))
    size = (6_000_000).to_bytes(4, "little")
    lied = bytes(data).replace(size, (10).to_bytes(4, "little"))
    assert lied != bytes(data)
    assert "damaged" in refusal(lied, "a.docx")


def test_truncated_and_not_a_zip() -> None:
    for data, name in ((a_word_file(), "a.docx"), (a_workbook(), "a.xlsx"), (a_workbook(), "a.ods")):
        assert "damaged" in refusal(data[: len(data) // 2], name)
        assert "damaged" in refusal(b"plain words", name)


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".xls"])
def test_a_password(ending: str) -> None:
    locked = safe._OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert "protected by a password" in refusal(locked, f"a{ending}")


def test_a_zip_with_a_password() -> None:
    data = bytearray(a_word_file())
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        assert archive.infolist()
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    assert "protected by a password" in refusal(bytes(data), "a.docx")


def test_an_old_word_file_says_what_to_do() -> None:
    old = safe._OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")
    assert "save it as .docx" in refusal(old, "a.docx")


@pytest.mark.parametrize("declaration", [b'<!DOCTYPE x [<!ENTITY e "e">]>', b"<!DOCTYPE x>"])
def test_xml_that_declares(declaration: bytes) -> None:
    word = rewritten(a_word_file(), document=(b"<w:document", declaration + b"<w:document"))
    book = rewritten(a_workbook(), sheet1=(b"<worksheet", declaration + b"<worksheet"))
    assert "XML declaration" in refusal(word, "a.docx")
    assert "XML declaration" in refusal(book, "a.xlsx")
    assert "XML declaration" in refusal(a_zip("content.xml", declaration), "a.ods")
    assert "XML declaration" in refusal(a_zip("x.xml", declaration.decode().encode("utf-16")), "a.ods")


def test_a_lone_cell_in_the_far_corner() -> None:
    far = rewritten(a_workbook(), sheet1=(b'r="B2"', b'r="XFD1048576"'))
    assert "reaches to row 1048576" in refusal(far, "a.xlsx")


def test_a_million_repeats_in_an_open_document() -> None:
    xml = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
        b'<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        b'office:value-type="float" table:number-columns-repeated="1000"/></table:table-row></table:table>'
        b"</office:spreadsheet></office:body></office:document-content>"
    )
    assert "five million" in refusal(a_zip("content.xml", xml), "a.ods")


def test_words_inside_words_inside_words() -> None:
    deep = b"<w:sdt>" * 50_000 + b"</w:sdt>" * 50_000
    assert refusal(rewritten(a_word_file(), document=(b"<w:body>", b"<w:body>" + deep)), "a.docx")


def test_csv_faults() -> None:
    assert "never closed" in refusal(b'Date,Event\n1/2/2016,"Visit\n2/2/2016,Call\n3/2/2016,Call\n', "a.csv")
    assert "no table with headings" in refusal(b"only words", "a.csv")
    assert "not a text file" in refusal(b"a,b\x00\x00\x00\x00" * 100, "a.csv")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"gone\.csv can't be opened: no such file"):
        read_file(tmp_path / "gone.csv")


@given(st.binary(max_size=400), st.sampled_from(ENDINGS))
def test_any_bytes(data: bytes, ending: str) -> None:
    try:
        read_file(data, f"a{ending}")
    except UnreadableFile as refused:
        assert str(refused)


@settings(deadline=None)
@given(st.integers(0, 20_000), st.integers(0, 255), st.sampled_from([".docx", ".xlsx"]))
def test_one_wrong_byte(place: int, value: int, ending: str) -> None:
    data = bytearray(a_word_file() if ending == ".docx" else a_workbook())
    data[place % len(data)] = value
    try:
        assert len(read_file(bytes(data), f"a{ending}").entries) <= 1
    except UnreadableFile as refused:
        assert str(refused)
