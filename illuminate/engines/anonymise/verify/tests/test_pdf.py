"""PDF files: pages, what stands behind them, earlier versions, and the bytes themselves."""

from collections.abc import Callable

import pikepdf
import pytest

from illuminate.engines.anonymise import Report, read_register, verify
from illuminate.engines.anonymise.tests.build import line, pdf, register

REGISTER = register()
Change = Callable[[pikepdf.Pdf], object]


def seen(report: Report) -> list[tuple[str, str]]:
    return [(one.text, one.where.part) for one in report.findings]


def test_a_clean_file_is_clean() -> None:
    assert verify(pdf(line("Louise came"), line("Neil went")), "a.pdf", REGISTER).clean


@pytest.mark.parametrize("extra", ["", "3 Tr", "1 1 1 rg", "900 0 Td"])
def test_a_name_on_a_page_is_seen_visible_or_not(extra: str) -> None:
    assert seen(verify(pdf(line("x"), line("Maggie came", extra=extra)), "a.pdf", REGISTER)) == [
        ("Maggie", "page 2")
    ]


def test_a_name_broken_over_lines_and_pages_is_seen() -> None:
    assert seen(verify(pdf(line("told Hollo-") + line("way to go", 285)), "a.pdf", REGISTER))
    broken = verify(pdf(line("told Hollo-"), line("way to go")), "a.pdf", REGISTER)
    assert [part for _, part in seen(broken)] == ["page ends"]


def _author(document: pikepdf.Pdf) -> None:
    document.docinfo["/Author"] = "Siân Pryce-Okafor"


def _own_property(document: pikepdf.Pdf) -> None:
    document.docinfo["/Holloway"] = "x"


def _xmp(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:title"] = "Maggie"


def _attached(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"Maggie wrote"


def _attached_pdf(document: pikepdf.Pdf) -> None:
    document.attachments["a.pdf"] = pdf(line("Maggie wrote"))


def _form(document: pikepdf.Pdf) -> None:
    document.Root["/Left"] = document.make_stream(b"BT [(Mag) -20 (gie) -300 (came)] TJ ET")


def _spoken(document: pikepdf.Pdf) -> None:
    stream = document.make_stream(b"/Span <</ActualText <FEFF004D006100670067006900650020>>> BDC EMC")
    document.pages[0].obj.Contents = stream


def _name(document: pikepdf.Pdf) -> None:
    document.Root["/Layer"] = pikepdf.Name("/Margaret#20Holloway")


def _note(document: pikepdf.Pdf) -> None:
    look = document.make_stream(b"BT /F1 12 Tf 2 2 Td (Maggie) Tj ET")
    look["/Subtype"], look["/BBox"] = pikepdf.Name.Form, [0, 0, 90, 20]
    look["/Resources"] = document.pages[0].obj.Resources
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[40, 40, 130, 60],
                              F=4, AP=pikepdf.Dictionary(N=look))  # fmt: skip
    document.pages[0].obj.Annots = document.make_indirect([document.make_indirect(note)])


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (_author, "properties"),
        (_own_property, "other text"),
        (_xmp, "properties"),
        (_attached, "attachment 1"),
        (_attached_pdf, "page 1"),
        (_form, "other text"),
        (_spoken, "alt text"),
        (_name, "other text"),
        (_note, "page 1 annotations"),
    ],
)
def test_a_name_behind_the_pages_is_seen(change: Change, part: str) -> None:
    found = seen(verify(pdf(line("x"), change=change), "a.pdf", REGISTER))
    assert part in [where for _, where in found], found


def test_the_files_own_words_are_nobodys_names() -> None:
    known = read_register(
        "kind,real,pseudonym,role,aliases\n"
        "person,Ann Root,Ada,,Root\nperson,Eve Kids,Eva,,Kids\nperson,Al Font,Ali,,Font\n"
    )
    assert verify(pdf(line("Louise came")), "a.pdf", known).clean
    (finding,) = verify(pdf(line("to Root")), "a.pdf", known).findings
    assert finding.where.part == "page 1"


def test_an_earlier_version_is_read() -> None:
    first, second = pdf(line("Maggie came")), pdf(line("x"))
    report = verify(first + b"\n" + second[9:], "a.pdf", REGISTER)
    assert ("Maggie", "earlier revision") in seen(report)
    assert "earlier revision" in [one.part for one in report.unread]


@pytest.mark.parametrize(
    "written",
    [b"99 0 obj (Maggie) endobj ", b"98 0 obj <4D6167676965> endobj ",
     b"97 0 obj <FEFF004D00610067006700690065> endobj ",
     b"96 0 obj /Margaret#20Holloway endobj ", b"\n% told by Maggie\n", rb"95 0 obj (Ma\147gie) endobj "],
)  # fmt: skip
def test_bytes_that_nothing_points_to_are_seen(written: bytes) -> None:
    data = pdf(line("x"))
    assert seen(verify(data.replace(b"%%EOF", written + b"%%EOF"), "a.pdf", REGISTER))
    assert seen(verify(data + written, "a.pdf", REGISTER))


def test_a_page_without_text_is_unread() -> None:
    report = verify(pdf(b"0 0 100 100 re f"), "a.pdf", REGISTER)
    assert [one.part for one in report.unread] == ["page 1"]


def test_a_damaged_file_is_unread() -> None:
    data = pdf(line("Louise came"))
    assert not verify(data[: len(data) * 2 // 3], "a.pdf", REGISTER).clean
