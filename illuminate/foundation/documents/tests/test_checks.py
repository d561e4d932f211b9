"""What may be stored: by content, and each refusal says what to do."""

import pikepdf
import pytest

from illuminate.foundation.documents import checks, checks_archive
from illuminate.foundation.documents.refusals import NotAccepted
from illuminate.foundation.documents.tests import make

GOOD = {
    "account.docx": make.word(),
    "rows.xlsx": make.excel(),
    "rent.xls": make.XLS,
    "rows.ods": make.ods(),
    "report.pdf": make.pdf(),
    "plan.png": make.png(),
    "letter.jpg": make.jpg(),
    "letter.jpeg": make.jpg(),
    "rows.csv": b"Date,Event\n3 April 2018,Seen\n",
    "note.txt": "Café, “quoted”".encode(),
    "windows.txt": "Café, “quoted”".encode("cp1252"),
    "wide.csv": "Date\tEvent\n".encode("utf-16"),
    "note.md": b"# Notes\n",
    "LOUD.DOCX": make.word(),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_offices_use_is_taken(name: str) -> None:
    ending = "." + name.rsplit(".", 1)[1].lower()
    assert checks.check(GOOD[name], name) == checks.TYPES[ending]


def _scripted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _named_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())


def _launching(pdf: pikepdf.Pdf) -> None:
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch)
    pdf.pages[0].obj.AA = pikepdf.Dictionary(O=launch)


MACRO_TYPES = (
    b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
LOCKED_ZIP = bytearray(make.ods())
LOCKED_ZIP[LOCKED_ZIP.index(b"PK\x01\x02") + 8] |= 1
BAD = {
    "nothing in it": ("a.docx", b"", "empty"),
    "a picture called Word": ("a.docx", make.png(), "really a picture"),
    "a PDF called Word": ("a.docx", make.pdf(), "really a PDF"),
    "a workbook called Word": ("a.docx", make.excel(), "really an Excel workbook"),
    "an old workbook called a new one": ("a.xlsx", make.XLS, "really an older Excel workbook"),
    "an old Word file called a workbook": (
        "a.xls", make.XLS[:512] + "WordDocument".encode("utf-16-le"), "really an older Word"),
    "text called a PDF": ("a.pdf", b"hello", "really plain text"),
    "a program called text": ("a.txt", b"MZ\x90\x00" + bytes(300), "really something else"),
    "a program called Word": ("a.docx", b"\x7fELF" + bytes(300), "really something else"),
    "some other zip": ("a.docx", make.zipped({"a.txt": "x"}), "really something else"),
    "an old Word file": ("a.doc", make.XLS, "save it as .docx"),
    "a macro file by name": ("a.docm", make.word(), "save it as .docx"),
    "a web page": ("a.html", b"<html>", "another kind"),
    "no ending": ("report", make.word(), "another kind"),
    "Word cut off": ("a.docx", make.word()[:-200], "damaged"),
    "Word with a broken part": ("a.docx", make.word().replace(b"PK\x03\x04", b"PK\x03\x05", 2), "damaged"),
    "a PDF cut off": ("a.pdf", make.pdf()[:-30], "damaged"),
    "a PDF of rubbish": ("a.pdf", b"%PDF-1.7\nrubbish\n%%EOF", "damaged"),
    "a picture cut off": ("a.png", make.png()[:-16], "damaged"),
    "a photograph cut off": ("a.jpg", make.jpg()[:-2], "damaged"),
    "an old workbook cut off": ("a.xls", make.XLS[:5000], "damaged"),
    "Word without its text": ("a.docx", make.zipped({"[Content_Types].xml": b"wordprocessingml.document.main+xml"}),
                              "damaged"),
    "a locked PDF": ("a.pdf", make.pdf(encryption=pikepdf.Encryption(owner="o", user="u")), "password"),
    "locked Word": ("a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a locked zip": ("a.ods", bytes(LOCKED_ZIP), "password"),
    "a locked spreadsheet": ("a.ods", make.ods(**{"META-INF/manifest.xml": "<encryption-data/>"}), "password"),
    "macros inside": ("a.docx", make.with_members(make.word(), {"word/vbaProject.bin": b"x"}), "macros"),
    "macros by type": ("a.docx", make.with_members(make.word(), {"[Content_Types].xml": MACRO_TYPES}), "macros"),
    "old macros": ("a.xls", make.XLS + "_VBA_PROJECT_CUR".encode("utf-16-le"), "macros"),
    "macros in a spreadsheet": ("a.ods", make.ods(**{"Basic/Standard/one.xml": "<x/>"}), "macros"),
    "a DTD": ("a.docx", make.with_members(make.word(), {"word/x.xml": "<!DOCTYPE a>"}), "harmful"),
    "an entity": ("a.xlsx", make.with_members(make.excel(), {"xl/x.xml": '<!ENTITY a "b">'}), "harmful"),
    "a DTD in two bytes": (
        "a.docx", make.with_members(make.word(), {"word/x.xml": "<!DOCTYPE a>".encode("utf-16")}), "harmful"),
    "a way out of the folder": ("a.docx", make.with_members(make.word(), {"../../etc/x": "x"}), "harmful"),
    "two parts of one name": ("a.docx", make.with_members(make.word(), {"WORD/document.xml": "x"}), "harmful"),
    "a script at opening": ("a.pdf", make.pdf(_scripted), "runs something"),
    "a script by name": ("a.pdf", make.pdf(_named_script), "runs something"),
    "a program on a page": ("a.pdf", make.pdf(_launching), "runs something"),
    "a folder in the name": ("../../etc/passwd.txt", b"x", "Rename"),
    "a Windows folder in the name": ("C:\\x\\a.txt", b"x", "Rename"),
    "letters that turn round": ("report\u202excod.txt", b"x", "Rename"),
    "a zero in the name": ("a\0.txt", b"x", "Rename"),
    "a very long name": ("a" * 300 + ".txt", b"x", "shorter"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_anything_else_is_refused_in_words(what: str) -> None:
    name, data, words = BAD[what]
    with pytest.raises(NotAccepted, match=words) as refused:
        checks.check(data, name)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert isinstance(refused.value, ValueError)
    assert "hoose" in sentence or "Rename" in sentence


def test_too_large_says_how_large(settings: object) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    with pytest.raises(NotAccepted, match="larger than 1 MB"):
        checks.check(b"a" * (1024 * 1024 + 1), "a.txt")
    assert checks.check(b"a" * 1024 * 1024, "a.txt") == "text/plain"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks_archive, "MOST_BYTES", 3_000_000)
    bomb = make.with_members(make.word(), {"word/big.xml": b"0" * 4_000_000})
    assert len(bomb) < 60_000
    with pytest.raises(NotAccepted, match="unpacks"):
        checks.check(bomb, "a.docx")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_either(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = make.with_members(make.word(), {"word/big.xml": b"0" * 4_000_000})
    lying = bomb.replace((4_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    with pytest.raises(NotAccepted):
        checks.check(lying, "a.docx")


def test_only_what_is_asked_for_is_taken() -> None:
    with pytest.raises(NotAccepted, match=r"another kind: .docx or .pdf"):
        checks.check(b"a", "a.txt", accept=(".docx", ".pdf"))
    assert checks.check(make.pdf(), "a.pdf", accept=(".docx", ".pdf")) == "application/pdf"


def test_a_pdf_that_only_forbids_changes_is_taken() -> None:
    assert checks.check(make.pdf(encryption=pikepdf.Encryption(owner="o", user="")), "a.pdf")


def test_names_are_handed_back_tidy() -> None:
    assert checks.tidy_name("Minutes 3 April.docx") == "Minutes 3 April.docx"
    assert checks.tidy_name("..\\..\\x\u202ey.docx") == "xy.docx"
    assert checks.tidy_name("/") == "file"
    assert len(checks.tidy_name("a" * 400 + ".docx")) == 125


PAGE = b"<html><body><table><tr><th>Date</th></tr><tr><td>3 April 2018</td></tr></table></body></html>"
STANDS_FOR = {".xls": (".html", ".xlsx", ".txt")}


@pytest.mark.parametrize("data", [PAGE, PAGE.decode().encode("utf-16"), make.excel(), b"Date\tEvent\n"])
def test_a_name_stands_for_another_kind_only_where_that_is_said(data: bytes) -> None:
    assert checks.check(data, "rent.xls", also=STANDS_FOR) == checks.TYPES[".xls"]
    with pytest.raises(NotAccepted, match=r"called \.xls but is really"):
        checks.check(data, "rent.xls")
    with pytest.raises(NotAccepted, match=r"called \.docx but is really"):
        checks.check(data, "rent.docx", also=STANDS_FOR)


@pytest.mark.parametrize(
    "active", [b"<SCRIPT>", b"<iframe src='//x'>", b"<p\nonclick =x()>", b"<a href='javascript:x()'>"]
)
def test_a_page_that_does_more_than_show_words_is_never_stored(active: bytes) -> None:
    for data in (PAGE + active, (PAGE + active).decode().encode("utf-16")):
        with pytest.raises(NotAccepted, match="runs something when it is opened"):
            checks.check(data, "rent.xls", also=STANDS_FOR)
