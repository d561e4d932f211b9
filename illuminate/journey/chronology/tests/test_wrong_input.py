"""Whatever an agency sends: one plain sentence on the page, nothing kept that can't be read, nothing lost that can."""

import re
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.agencies import asked
from illuminate.cli.demo.story.chronology import HOSPITAL, HOUSING, request_to, separated, sheet, word
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.foundation.documents.models import Document
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology.models import ChronologyFile, Entry
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def rewritten(upload: Upload, ending: str, before: bytes, after: bytes) -> bytes:
    """The same zip with words replaced in the member whose name ends so."""
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(upload.data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            content = old.read(member)
            new.writestr(
                member, content.replace(before, after, 1) if member.filename.endswith(ending) else content
            )
    return stream.getvalue()


LOCKED = (
    bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
)
WRONG = {
    "empty": ("a.docx", b"", "The submitted file is empty|The file is empty"),
    "not what it says": ("a.docx", b"not a Word file at all", "really plain text"),
    "a program": ("a.exe", b"MZ\x90", "Choose a file of another kind: .docx, .xlsx"),
    "cut off": ("a.docx", word(HOSPITAL).data[:3000], "damaged or incomplete"),
    "cut off sheet": ("a.xlsx", sheet(HOUSING).data[:2500], "damaged or incomplete"),
    "no table": ("a.docx", word([], headings=("Name", "Shoe", "x", "y", "z")).data, "no table with headings"),
    "no rows": ("a.docx", word([]).data, "headings and no rows"),
    "under a password": ("a.xlsx", LOCKED, "password|damaged"),
    "a bomb": ("a.xlsx", rewritten(sheet(HOUSING), "sheet1.xml", b"<sheetData>", b"<sheetData>" + b" " * 400_000_000),
               "unpacks to far more"),
    "an entity": ("a.docx", rewritten(word(HOSPITAL), "document.xml", b"<w:document",
                                      b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'),
                  "declares things"),
}  # fmt: skip


def address(cast: Cast) -> str:
    return reverse("chronology:upload", args=[request_to(cast, asked(cast), cast.hospital).pk])


def sent(client: Client, url: str, name: str, data: bytes) -> str:
    answer = client.post(url, {"file": SimpleUploadedFile(name, data)}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_cannot_be_read_is_refused_in_one_sentence_and_not_kept(cast: Cast, client: Client) -> None:
    url = address(cast)
    client.force_login(cast.hospital_author)
    for what, (name, data, words) in WRONG.items():
        text = sent(client, url, name, data)
        assert "There is a problem" in text, what
        assert re.search(words, text), (what, re.findall(r'href="#[^"]*">([^<]*)<', text))
    with acting_as(cast.hospital_author.pk):
        assert not Entry.objects.exists() and not ChronologyFile.objects.exists()
        assert not Document.objects.filter(purpose="chronology.file").exists()


def test_formulas_long_cells_and_odd_letters_are_kept_as_they_are(cast: Cast, client: Client) -> None:
    url = address(cast)
    client.force_login(cast.hospital_author)
    rows = [
        ("01/02/2018", "", "T", "=HYPERLINK(1)", "None"),
        ("02/02/2018", "", "T", "x" * 40_000, "None"),
        ("03/02/2018", "", "T", "Zoë’s café – “quoted”", "None"),
    ]
    text = sent(client, url, "a.csv", separated(rows).data)
    assert "3 rows read, none left over" in text and "=HYPERLINK(1)" in text
    mixed = separated(rows[:1]).data + b"\n" + b'"04/02/2018","","T","Zo\xeb \xe2\x80\x93 caf\xc3\xa9","None"'
    text = sent(client, url, "b.csv", mixed)
    assert "2 rows read" in text
    with acting_as(cast.hospital_author.pk):
        assert Entry.objects.filter(event="x" * 40_000).count() == 1


def test_a_second_part_and_the_same_file_again_are_pointed_out(cast: Cast, client: Client) -> None:
    url = address(cast)
    client.force_login(cast.hospital_author)
    rows: list[tuple[object, ...]] = [
        (f"{n}/02/2018", "", "T", f"Contact number {n}", "None") for n in range(1, 7)
    ]
    first = separated(rows[:4]).data
    sent(client, url, "part 1.csv", first)
    assert "same as version 1, to the letter" in sent(client, url, "part 1 again.csv", first)
    text = sent(client, url, "part 2.csv", separated(rows[2:]).data)
    assert "Entries beside version 1: 2 new, 2 as before, 2 no longer there." in text
    assert "2 entries of the version before are not in this file" in text
    assert "If this file is one part of several, send one file with all of them." in text


def test_the_chronology_of_another_case_is_pointed_out_to_the_chair(cast: Cast, client: Client) -> None:
    url = address(cast)
    client.force_login(cast.hospital_author)
    sent(
        client,
        url,
        "a.csv",
        separated([("01/02/2018", "", "Bernard Quill", "Bernard Quill called.", "")]).data,
    )
    with acting_as(cast.independent_chair.pk):
        file = ChronologyFile.objects.get()
    client.force_login(cast.independent_chair)
    text = client.get(reverse("chronology:file", args=[file.pk])).content.decode()
    assert "None of the people that this review is about is named in this file" in text


PAGE = (
    "<html><body><table><tr><th>Date</th><th>Event</th></tr>"
    "<tr><td>11/06/2014</td><td>Seen with a bruise{}</td></tr></table></body></html>"
)
NAMED_XLS = {
    "a web page": PAGE.format("").encode(),
    "a web page in UTF-16": PAGE.format("").encode("utf-16"),
    "tabs": b"Date\tEvent\n11/06/2014\tSeen with a bruise\n",
    "a newer workbook": sheet([("11/06/2014", "", "T", "Seen with a bruise", "")]).data,
}


@pytest.mark.parametrize("what", NAMED_XLS)
def test_what_systems_export_as_xls_is_read(cast: Cast, client: Client, what: str) -> None:
    """As the command line does: Excel opens it, so its sender takes it for a workbook."""
    url = address(cast)
    client.force_login(cast.hospital_author)
    text = client.post(url, {"file": SimpleUploadedFile("export.xls", NAMED_XLS[what])}, follow=True)
    assert "1 row read, none left over." in text.content.decode()
    with acting_as(cast.hospital_author.pk):
        assert "bruise" in Entry.objects.get().event
        assert Document.objects.get(purpose="chronology.file").content_type == "application/vnd.ms-excel"


@pytest.mark.parametrize(
    "active", ["<script>x()</script>", "<b onclick = 'x()'>", "<a href='JavaScript:x()'>"]
)
def test_a_page_that_runs_something_is_refused_in_words(cast: Cast, client: Client, active: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        client.force_login(cast.hospital_author)
        url = reverse("chronology:upload", args=[_request(cast).pk])
        page = SimpleUploadedFile("export.xls", PAGE.format(active).encode(encoding))
        assert "a web page that runs something" in client.post(url, {"file": page}).content.decode()


def _request(cast: Cast) -> InformationRequest:
    with acting_as(cast.coordinator.pk):
        found = InformationRequest.objects.filter(organisation=cast.hospital).first()
    return found or request_to(cast, asked(cast), cast.hospital)
