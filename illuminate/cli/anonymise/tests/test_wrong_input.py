"""Files and registers that can't be worked on: one sentence, and nothing written."""

import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest

from illuminate.engines.anonymise.tests.build import line, pdf, word

from .room import REGISTER, Room, refused, room

__all__ = ["room"]
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_member(name: str) -> bytes:
    return word("x", members={name: "<a/>"})


def locked_zip() -> bytes:
    data = bytearray(word("x"))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(sign, start + 4)
    return bytes(data)


def locked_pdf() -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(line("x")))) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def other_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("a.txt", "Maggie")
    return stream.getvalue()


WRONG: list[tuple[str, Callable[[], bytes], str]] = [
    ("a.docx", lambda: word("x")[:2000], "cut off or damaged"),
    ("a.docx", lambda: word("x")[:-30], "cut off or damaged"),
    ("a.pdf", lambda: pdf(line("x"))[:-300], "cut off or damaged"),
    ("a.pdf", lambda: b"%PDF-1.7\n", "cut off or damaged"),
    ("a.pdf", lambda: pdf(line("x")).replace(b"startxref\n", b"startxref\n9"), "damaged"),
    ("a.docx", locked_zip, "password"),
    ("a.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("a.pdf", locked_pdf, "password"),
    ("a.docx", lambda: OLE + b"\0" * 600, "older form"),
    ("a.docx", lambda: with_member("../../etc/x.xml"), "leads out"),
    ("a.docx", lambda: with_member("/etc/x.xml"), "leads out"),
    ("a.docx", lambda: with_member("..\\x.xml"), "leads out"),
    ("a.docx", lambda: with_member("C:\\x.xml"), "leads out"),
    ("a.docx", lambda: word("x", members={"word/document.xml": LAUGHS}), "DTD"),
    ("a.docx", lambda: word("x", members={"customXml/a.xml": LAUGHS}), "DTD"),
    ("a.docx", lambda: b"", "empty"),
    ("a.txt", lambda: b"", "empty"),
    ("a.pdf", lambda: b"", "empty"),
    ("a.pdf", lambda: word("x"), ".docx file by its content"),
    ("a.docx", lambda: pdf(line("x")), ".pdf file by its content"),
    ("a.xlsx", lambda: word("x"), ".docx file by its content"),
    ("a.txt", lambda: word("x"), ".docx file by its content"),
    ("a.docx", lambda: b"Maggie", "no .docx file by its content"),
    ("a.txt", lambda: b"\0\1\2\3 Maggie", "no text"),
    ("a.docx", other_zip, "neither a Word nor an Excel file"),
    ("a.odt", lambda: b"x", "can't be read"),
]


@pytest.mark.parametrize("command", ["check", "apply", "verify"])
@pytest.mark.parametrize(
    ("name", "make", "words"), WRONG, ids=[f"{n}-{w}-{i}" for i, (n, _, w) in enumerate(WRONG)]
)
def test_a_wrong_file_is_one_sentence(
    room: Room, command: str, name: str, make: Callable[[], bytes], words: str
) -> None:
    file = room.put(name, make())
    out = ["--out", room.folder / f"copy.{name[2:]}"] if command == "apply" else []
    refused(room.run(command, file, *out, "--json", room.folder / "found.json"), 2, words)
    assert room.names() == {name, "register.csv"}


def test_a_file_that_unpacks_to_an_enormous_size(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("illuminate.engines.anonymise.soundness.MOST_UNPACKED", 10_000)
    refused(room.run("check", room.put("a.docx", word("x"))), 2, "enormous")


@pytest.mark.parametrize("command", ["check", "apply"])
def test_a_file_nested_without_end(room: Room, command: str) -> None:
    deep = "<w:p>" + "<w:smartTag>" * 20_000 + "</w:smartTag>" * 20_000 + "</w:p>"
    file = room.put("a.docx", word("x", body=deep))
    out = ["--out", room.folder / "copy.docx"] if command == "apply" else []
    refused(room.run(command, file, *out), 2, "damaged")
    assert room.names() == {"a.docx", "register.csv"}


def test_a_file_that_is_not_there_or_is_a_folder(room: Room) -> None:
    refused(room.run("check", room.folder / "none.txt"), 2, "can't be opened (no such file or directory)")
    refused(room.run("check", room.folder), 2, "is a folder")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("person,,Ada\n", "Row 2: the column real is empty"),
        ("person,Ann Reed,Ada\nperson,ann reed,Eve\n", "“ann reed” is already in row 2"),
        ("person,Ann Reed,Ada\nperson,Eve Marsh,Ann Reed\n", "is also a name of someone on the register"),
        ("nobody,Ann Reed,Ada\n", "is not a kind"),
        ('person,"Ann Reed,Ada\n', "not a readable CSV"),
        ("", "has no rows"),
    ],
)
@pytest.mark.parametrize("command", ["check", "apply", "verify"])
def test_a_wrong_register_is_one_sentence(room: Room, command: str, rows: str, words: str) -> None:
    room.put("register.csv", f"kind,real,pseudonym\n{rows}")
    out = ["--out", room.folder / "copy.txt"] if command == "apply" else []
    refused(room.run(command, room.put("a.txt", "Ann Reed"), *out), 2, "register.csv: ", words)
    assert room.names() == {"a.txt", "register.csv"}


def test_a_register_that_is_not_there(room: Room) -> None:
    room.register = room.folder / "none.csv"
    refused(room.run("check", room.put("a.txt", "x")), 2, "none.csv", "can't be opened")


def test_entries_within_one_another_each_get_their_own_words(room: Room) -> None:
    room.put("register.csv", REGISTER + "organisation,Holloway House,a hostel\nplace,Quarry Bank,a street\n")
    file = room.put("a.txt", "Maggie went from Holloway House to 14 Quarry Bank, up Quarry Bank.")
    assert room.run("apply", file, "--out", room.folder / "copy.txt").exit_code == 0
    assert (
        room.folder / "copy.txt"
    ).read_text() == "Louise went from a hostel to the family home, up a street."


@pytest.mark.parametrize(
    ("real", "pseudonym", "text", "wanted"),
    [
        ("محمد علي", "Adam", "Then محمد علي came.", "Then Adam came."),
        ("שרה כהן", "Ruth", "Then שרה כהן came.", "Then Ruth came."),
        ("王小明", "Lee", "Then 王小明 came.", "Then Lee came."),
        ("Nguyễn Thị Hoa", "Mai", "Then Nguyen Thi Hoa came.", "Then Mai came."),
    ],
)
def test_names_in_any_script(room: Room, real: str, pseudonym: str, text: str, wanted: str) -> None:
    room.put("register.csv", f"kind,real,pseudonym\nperson,{real},{pseudonym}\n")
    done = room.run("apply", room.put("a.txt", text), "--out", room.folder / "copy.txt")
    assert done.exit_code == 0, done.output
    assert (room.folder / "copy.txt").read_text() == wanted
