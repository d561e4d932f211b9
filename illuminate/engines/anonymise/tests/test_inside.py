"""Files inside the file are read like the file itself."""

import io
import zipfile

import pytest

from illuminate.engines.anonymise import Report, check
from illuminate.engines.anonymise.places import Reading
from illuminate.engines.anonymise.readers.inside import read_inside

from .build import edit, line, pdf, register, word

REGISTER = register()


def zipped(content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zip_file:
        zip_file.writestr("inner", content)
    return stream.getvalue()


FILES = {
    "a Word file": word("with Maggie"),
    "a PDF": pdf(line("with Maggie")),
    "a text": b"with Maggie",
    "a text of two bytes a letter": "with Maggie".encode("utf-16"),
    "a page of the web": b"<p>with M<b>agg</b>ie</p>",
    "rich text": rb"{\rtf1 with {\b Mag}gie}",
    "a zip": zipped(b"with Maggie"),
    "a zip in a zip": zipped(zipped(b"with Maggie")),
}


def holding(content: bytes) -> Report:
    return check(edit(word("x"), {"word/embeddings/a.bin": content}), "a.docx", REGISTER, is_quick=True)


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
def test_a_name_in_a_file_in_the_file(content: bytes) -> None:
    report = holding(content)
    assert [(one.where.part, one.text) for one in report.findings] == [("attachment 1", "Maggie")]


def test_letters_in_a_file_of_no_known_kind_are_read_and_it_is_unread() -> None:
    report = holding(b"\0\1\2\3" * 20 + "Margaret Holloway".encode("utf-16-le") + b"\0\1\2\3" * 20)
    assert [one.text for one in report.findings] == ["Margaret Holloway"]
    assert "attachment 1" in [one.part for one in report.unread]


def test_a_damaged_file_in_the_file_is_unread() -> None:
    assert "attachment 1" in [one.part for one in holding(word("x")[:-300]).unread]


def test_a_file_too_deep_is_unread() -> None:
    content = b"with Maggie"
    for _ in range(9):
        content = zipped(content)
    reading = Reading()
    read_inside(content, reading)
    assert reading.unread
