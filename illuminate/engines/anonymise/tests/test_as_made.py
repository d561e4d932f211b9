"""Files as programs make them: running heads, records' capitals, clipped cells, turned pages, dark headings."""

import pikepdf
import pypdfium2
import pytest

from illuminate.engines.anonymise import (
    UnsupportedFile,
    apply,
    check,
    read_register,
    require_sound,
    verify,
)
from illuminate.engines.anonymise.tests import build

REGISTER = build.register()


def _found(text: str) -> list[str]:
    return [one.text for one in check(text.encode(), "log.txt", REGISTER).findings if one.on_register]


def test_a_running_head_in_a_panel_s_list_is_nobody_on_the_panel() -> None:
    head = "OFFICIAL-SENSITIVE DHR Holloway, version 6"
    pages = [
        [head, "Review panel", "Dr Amara Nwosu, independent chair", "Jane Priestley, Wessex Health"],
        [head, "Tom Beckett, Wessex Council", "Priya Raman, Wessex Police"],
    ]
    made = build.pdf(
        *(b"".join(build.line(text, 380 - 14 * at) for at, text in enumerate(one)) for one in pages)
    )
    done = apply(made, "report.pdf", REGISTER, "report.pdf")
    assert not done.report.standing
    assert all("Holloway" not in one.text for one in verify(done.data, "report.pdf", REGISTER).findings)
    assert done.replaced == 2


def test_a_name_that_records_put_in_capitals_is_a_name_where_a_sentence_starts_too() -> None:
    assert _found("Alarm raised: MARSH at the gate. MARSH not traced until May.") == ["MARSH", "MARSH"]
    assert _found("Marsh at the edge of a field was wet.") == []


def test_cells_cut_off_at_their_edges_don_t_run_together() -> None:
    cells = (
        b"q BT /F1 12 Tf 40 300 Td (Craig Marsh) Tj ET BT /F1 12 Tf 101.5 300 Td (An officer came) Tj ET Q"
    )
    assert _said(build.pdf(cells)) == "Neil An officer came"


def test_white_words_on_a_dark_ground_are_seen() -> None:
    head = (
        b"q 0 0.2 0.4 rg 30 290 300 24 re f 1 1 1 rg BT /F1 12 Tf 40 300 Td (What became of Maggie) Tj ET Q\n"
    )
    white = b"q 1 1 1 rg BT /F1 12 Tf 40 250 Td (Nobody sees it) Tj ET Q\n"
    done = apply(build.pdf(head + white), "a.pdf", REGISTER, "a.pdf")
    assert _words(done.data) == "What became of Louise"
    assert any("can't be seen" in one for one in done.removed)


def test_a_page_that_lies_on_its_side_keeps_its_words() -> None:
    def turn(document: pikepdf.Pdf) -> None:
        document.pages[0].rotate(90, relative=False)

    text = build.line("The panel met Craig Marsh.") + build.line("It met again.", 270)
    assert _said(build.pdf(text, change=turn)) == "The panel met Neil.\nIt met again."


def test_a_letter_that_no_font_has_keeps_nobody_from_a_copy() -> None:
    def name(document: pikepdf.Pdf) -> None:
        means = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <7e> <e123> endbfchar"
        document.pages[0].obj.Resources.Font.F1.ToUnicode = document.make_stream(means)

    said = _said(build.pdf(build.line("Maggie was seen ~ there"), change=name))
    assert said.startswith("Louise was seen") and said.endswith("there")


def test_the_maker_of_a_font_is_nobody_in_the_case() -> None:
    font = b"\x00\x01\x00\x00" + b"\x00" * 40 + "Steve Matteson".encode("utf-16-be")

    def add(document: pikepdf.Pdf) -> None:
        document.Root.PieceInfo = document.make_indirect(document.make_stream(font))

    assert not verify(build.pdf(build.line("The panel met."), change=add), "a.pdf", REGISTER).findings


def test_numbers_in_a_file_s_machinery_are_no_initials() -> None:
    list_of = (
        f'<w:numbering {build.W}><w:abstractNum><w:nsid w:val="MH12693A"/></w:abstractNum></w:numbering>'
    )
    register = read_register("kind,real,pseudonym,role,aliases\nperson,Femi Balogun,Sam,,FB\n")
    made = build.word("The panel met.", members={"word/numbering.xml": list_of.replace("MH", "FB")})
    assert check(made, "a.docx", register).clean
    assert apply(made, "a.docx", register, "a.docx").replaced == 0


def test_an_identifier_that_could_be_such_a_number_is_found_all_the_same() -> None:
    numbered = read_register("kind,real,pseudonym,role,aliases\nidentifier,FB12693A,,case_reference,\n")
    tagged = '<w:sdt><w:sdtPr><w:tag w:val="FB12693A"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    assert not check(build.word("The panel met.", body=tagged), "a.docx", numbered).clean


@pytest.mark.parametrize("coding", ["utf-32", "utf-16"])
def test_text_of_four_bytes_a_letter_is_refused(coding: str) -> None:
    data = "Maggie was seen.".encode(coding)
    if coding == "utf-32":
        with pytest.raises(UnsupportedFile):
            require_sound(data, "a.txt")
    else:
        require_sound(data, "a.txt")


def _said(made: bytes) -> str:
    return _words(apply(made, "a.pdf", REGISTER, "a.pdf").data)


def _words(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    text = document[0].get_textpage().get_text_range()
    return "\n".join(line.strip() for line in text.splitlines()).strip()


def test_a_program_s_name_and_clock_in_a_pdf_are_no_findings_but_a_person_s_name_there_is() -> None:
    def describe(document: pikepdf.Pdf) -> None:
        document.docinfo["/Creator"] = "Writeflow"
        document.docinfo["/CreationDate"] = "D:20261124034720Z"
        with document.open_metadata() as described:
            described["xmp:CreatorTool"] = "Writeflow 7"

    made = build.pdf(build.line("The panel met."), change=describe)
    assert check(made, "a.pdf", REGISTER).clean
    named = build.pdf(
        build.line("The panel met."),
        change=lambda document: document.docinfo.update({"/Creator": "Craig Marsh"}),
    )
    assert [one.text for one in check(named, "a.pdf", REGISTER).findings] == ["Craig Marsh"]


def test_a_printer_s_settings_are_read_and_leave_a_file_clean() -> None:
    def made(printer: str) -> bytes:
        settings = b"\x01\x04\x00\xdc" * 30 + printer.encode("utf-16-le") + b"\x00\x01" * 40
        part = ("printerSettings", "word/printerSettings1.bin", settings)
        return build.linked(build.word("The panel met."), part)

    for look in (check, verify):
        assert look(made("Laser printer"), "a.docx", REGISTER).clean
        assert not look(made("Craig Marsh"), "a.docx", REGISTER).clean
