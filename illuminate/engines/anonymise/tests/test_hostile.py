"""Files built to do harm, and files that are broken: refused or unread, never clean."""

import io
import zipfile

import pytest

from illuminate.engines.anonymise import UnsafeFile, check
from illuminate.engines.anonymise.readers import package

from .build import edit, line, pdf, register, word

REGISTER = register()
DTD = '<!DOCTYPE x [<!ENTITY a "Maggie">]><x>&a;</x>'


@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item1.xml", "docProps/custom.xml"])
@pytest.mark.parametrize("xml", [DTD, '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'])
def test_a_dtd_is_refused(name: str, xml: str) -> None:
    with pytest.raises(UnsafeFile, match="DTD"):
        check(word("x", members={name: xml}), "a.docx", REGISTER)


def test_a_dtd_in_another_coding_is_refused() -> None:
    with pytest.raises(UnsafeFile):
        check(word("x", members={"customXml/a.xml": DTD.encode("utf-16")}), "a.docx", REGISTER)


def test_a_bomb_is_refused() -> None:
    data = word("x", members={"word/media/a.xml": b" " * (package.MOST_BYTES_A_FILE + 1)})
    with pytest.raises(UnsafeFile, match="enormous"):
        check(data, "a.docx", REGISTER)


def test_a_bomb_that_lies_about_its_size_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES_A_FILE", 1000)
    with pytest.raises(UnsafeFile, match="enormous"):
        check(word("x"), "a.docx", REGISTER)


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_FILES", 3)
    with pytest.raises(UnsafeFile):
        check(word("x"), "a.docx", REGISTER)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(("data", "name"), [(word("x"), "a.docx"), (pdf(line("x")), "a.pdf")])
def test_a_truncated_file_is_not_clean(data: bytes, name: str, share: float) -> None:
    assert not check(data[: int(len(data) * share)], name, REGISTER).clean


@pytest.mark.parametrize("name", ["word/document.xml", "word/comments.xml", "customXml/item1.xml"])
def test_a_damaged_part_is_unread_and_the_rest_is_read(name: str) -> None:
    report = check(word("Maggie", members={name: "<a><b></a>"}), "a.docx", REGISTER)
    assert f"part {name}" in [one.part for one in report.unread]
    assert bool(report.findings) == (name != "word/document.xml")


def test_a_part_that_is_there_twice_is_unread() -> None:
    stream = io.BytesIO(word("x"))
    with zipfile.ZipFile(stream, "a") as zipped, pytest.warns(UserWarning, match="Duplicate"):
        zipped.writestr("word/document.xml", "<a/>")
    assert [one.part for one in check(stream.getvalue(), "a.docx", REGISTER).unread] == [
        "part word/document.xml"
    ]


def test_a_broken_checksum_is_unread() -> None:
    data = edit(word("x"), {"word/notes.bin": b"STORED-WORDS" * 3})
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        info = zipped.getinfo("word/notes.bin")
    at = info.header_offset + 30 + len(info.filename)
    broken = data[:at] + b"\xff\xff\xff" + data[at + 3 :]
    assert "part word/notes.bin" in [one.part for one in check(broken, "a.docx", REGISTER).unread]


def test_xml_nested_without_end_is_not_clean() -> None:
    deep = "<w:p>" + "<w:smartTag>" * 20_000 + "</w:smartTag>" * 20_000 + "</w:p>"
    assert not check(word("x", body=deep), "a.docx", REGISTER).clean


def test_a_file_of_another_kind_is_not_clean() -> None:
    assert not check(pdf(line("x")), "a.docx", REGISTER).clean
    assert not check(word("x"), "a.pdf", REGISTER).clean
    assert not check(word("x"), "a.xlsx", REGISTER).clean
