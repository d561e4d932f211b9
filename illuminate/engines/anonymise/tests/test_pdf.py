"""Every place in a PDF, as an attacker would look."""

import io

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, Pdf, String

from illuminate.engines.anonymise import Report, check

from .build import line, pdf, register

REGISTER = register()
PLAIN = line("Louise met Neil.")
PIXELS = bytes(range(100))


def run(data: bytes) -> Report:
    return check(data, "a.pdf", REGISTER)


def places(data: bytes) -> list[tuple[str, str]]:
    return [(f.where.part, f.text) for f in run(data).findings]


def test_a_plain_file_is_clean() -> None:
    report = run(pdf(PLAIN))
    assert report.clean, report


def test_the_words_of_a_page() -> None:
    assert places(pdf(PLAIN, line("with Maggie"))) == [("page 2", "Maggie")]


def test_a_name_over_a_line_end() -> None:
    page = line("told Margaret", 300) + line("Holloway that", 285)
    assert places(pdf(page)) == [("page 1", "Margaret\nHolloway")]


HIDDEN = {
    "under a box": line("Maggie") + b"0 0 0 rg 30 290 200 30 re f\n",
    "white": line("Maggie", extra="1 1 1 rg"),
    "invisible": line("Maggie", extra="3 Tr"),
    "off the page": line("Maggie", y=900),
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN.keys())
def test_text_that_the_eye_does_not_see(content: bytes) -> None:
    assert places(pdf(PLAIN + content)) == [("page 1 hidden", "Maggie")]


def test_text_over_a_box_is_seen() -> None:
    assert places(pdf(b"0.9 0.9 0.9 rg 30 290 200 30 re f 0 0 0 rg\n" + line("Maggie"))) == [
        ("page 1", "Maggie")
    ]


def info(document: Pdf) -> None:
    document.docinfo["/Title"] = "About Holloway"


def xmp(document: Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as data:
        data["dc:description"] = "About Holloway"


def bookmark(document: Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(OutlineItem("Interview with Holloway", 0))


def note(document: Pdf) -> None:
    document.pages[0].obj.Annots = Array(
        [
            Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[1, 1, 9, 9], Contents=String("Holloway")),
        ]
    )


def note_author(document: Pdf) -> None:
    document.pages[0].obj.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[1, 1, 9, 9], T=String("Holloway"))]
    )


def link(document: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://example.org/Holloway"))
    document.pages[0].obj.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[1, 1, 9, 9], A=action)]
    )


def form(document: Pdf) -> None:
    field = Dictionary(FT=Name.Tx, T=String("name"), V=String("Holloway"))
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))


def alt(document: Pdf) -> None:
    document.Root.StructTreeRoot = document.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Dictionary(S=Name.Figure, Alt=String("Holloway at home")))
    )


def private(document: Pdf) -> None:
    document.Root.PieceInfo = Dictionary(Word=Dictionary(Private=String("C:\\Holloway\\draft")))


def stamp(document: Pdf) -> None:
    look = document.make_stream(b"BT /F1 12 Tf 5 5 Td (Holloway) Tj ET")
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    look.Resources = document.pages[0].obj.Resources
    document.pages[0].obj.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Stamp, F=4, Rect=[10, 10, 110, 30], AP=Dictionary(N=look))]
    )


BEHIND = [
    (info, "properties"), (xmp, "properties"), (bookmark, "bookmark"), (note, "comment 1"),
    (note_author, "comment author"), (link, "link"), (form, "form field"), (alt, "alt text"),
    (private, "other text"), (stamp, "page 1 annotations"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "part"), BEHIND, ids=[change.__name__ for change, _ in BEHIND])
def test_finds_behind_the_page(change: object, part: str) -> None:
    assert places(pdf(PLAIN, change=change)) == [(part, "Holloway")]


def test_an_attachment_of_no_known_kind_is_unread_and_its_name_is_read() -> None:
    def attach(document: Pdf) -> None:
        document.attachments["holloway.txt"] = AttachedFileSpec(document, bytes(9), filename="holloway.txt")

    report = run(pdf(PLAIN, change=attach))
    assert [(f.where.part, f.text) for f in report.findings] == [("attachment", "holloway")]
    assert [one.part for one in report.unread] == ["attachment 1"]


def picture(document: Pdf) -> None:
    image = document.make_stream(PIXELS)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 10, 10
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    document.pages[0].obj.Resources.XObject = Dictionary(Im=image)


def test_a_page_that_is_a_picture_is_unread() -> None:
    report = run(pdf(b"q 400 0 0 400 0 0 cm /Im Do Q", change=picture))
    assert [one.part for one in report.unread] == ["page 1", "picture 1"]
    assert not report.clean


def test_a_picture_beside_words_is_unread() -> None:
    report = run(pdf(PLAIN + b"q 9 0 0 9 0 0 cm /Im Do Q", change=picture))
    assert [one.part for one in report.unread] == ["picture 1"]


def test_a_picture_drawn_into_the_page_is_unread() -> None:
    inline = b"\nq 9 0 0 9 0 0 cm BI /W 10 /H 10 /BPC 8 /CS /G ID " + PIXELS + b" EI Q\n"
    assert [one.part for one in run(pdf(PLAIN + inline)).unread] == ["picture 1"]


def test_an_earlier_version_inside_is_unread() -> None:
    data = pdf(PLAIN)
    start = data.rindex(b"startxref")
    again = data + b"\n" + data[start:]
    assert "earlier revision" in [one.part for one in run(again).unread]


def test_a_locked_file_is_not_clean() -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(PLAIN))) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert not run(stream.getvalue()).clean
