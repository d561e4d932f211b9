"""A real name in every place of a Word file: the copy has the pseudonym there, and the name nowhere."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from illuminate.engines.anonymise import Where, check
from illuminate.engines.anonymise.apply import Applied, apply
from illuminate.engines.anonymise.replacing import CannotReplace, Replacement
from illuminate.engines.anonymise.writers import word as writer

from .build import W, edit, linked, member, register, word

REGISTER = register()
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BODY = "word/document.xml"


def copy_of(data: bytes) -> Applied:
    """The copy, which nothing on the register may be in, and which python-docx opens."""
    done = apply(data, "report.docx", REGISTER, "report.docx")
    assert not [one for one in check(done.data, "report.docx", REGISTER).findings if one.on_register]
    docx.Document(io.BytesIO(done.data))
    return done


def body_of(body: str) -> str:
    return member(copy_of(word("x", body=body)).data, BODY)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


BOX = "<w:txbxContent>{}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BODIES = {
    "text": (p(run("Maggie went home.")), "Louise went home."),
    "table": (f"<w:tbl><w:tr><w:tc>{p(run('Maggie'))}</w:tc></w:tr></w:tbl>", "Louise"),
    "text box": (p(f"<w:r><w:pict>{BOX.format(p(run('Maggie')))}</w:pict></w:r>"), "Louise"),
    "alt text": (
        p('<w:r><w:drawing><wp:docPr xmlns:wp="urn:x" id="1" name="a" descr="By Maggie"/></w:drawing></w:r>'),
        'descr="By Louise"',
    ),
    "watermark": (
        p('<w:r><w:pict><v:textpath xmlns:v="urn:v" string="For Maggie"/></w:pict></w:r>'),
        'string="For Louise"',
    ),
    "content control": (
        p(f'<w:sdt><w:sdtPr><w:alias w:val="On Maggie"/></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>'),
        'w:val="On Louise"',
    ),
    "insertion": (p(f'<w:ins w:id="1" w:author="Craig Marsh">{run("Maggie")}</w:ins>'), ">Louise</w:t>"),
    "across a tab": (p(run("Margaret"), "<w:r><w:tab/></w:r>", run("Holloway left.")), "Louise"),
    "across a hyphen that is a sign": (
        p(run("Siân Pryce"), "<w:r><w:noBreakHyphen/></w:r>", run("Okafor rang.")),
        "Kate",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "new"), BODIES.values(), ids=BODIES.keys())
def test_the_pseudonym_stands_where_the_name_stood(body: str, new: str) -> None:
    assert new in body_of(body)


def note(kind: str) -> str:
    return f'<w:{kind}s {W}><w:{kind} w:id="7">{p(run("Maggie rang."))}</w:{kind}></w:{kind}s>'


CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="urn:a">'
    "<a:p><a:r><a:t>Calls of Mag</a:t></a:r><a:r><a:t>gie</a:t></a:r></a:p><c:v>Maggie</c:v></c:chartSpace>"
)
PARTS = {
    "header": ("header", "word/header9.xml", f"<w:hdr {W}>{p(run('Re: Maggie'))}</w:hdr>", "Re: Louise"),
    "footer": ("footer", "word/footer9.xml", f"<w:ftr {W}>{p(run('Re: Maggie'))}</w:ftr>", "Re: Louise"),
    "footnote": ("footnotes", "word/footnotes.xml", note("footnote"), "Louise rang."),
    "endnote": ("endnotes", "word/endnotes.xml", note("endnote"), "Louise rang."),
    "comment": ("comments", "word/comments.xml", note("comment"), "Louise rang."),
    "chart": ("chart", "word/charts/chart1.xml", CHART, "Calls of Louise"),
    "chart's values": ("chart", "word/charts/chart1.xml", CHART, "<c:v>Louise</c:v>"),
}


@pytest.mark.parametrize(("kind", "name", "xml", "new"), PARTS.values(), ids=PARTS.keys())
def test_the_same_beside_the_body(kind: str, name: str, xml: str, new: str) -> None:
    done = copy_of(linked(word("x"), (kind, name, xml)))
    assert new in member(done.data, name).replace("</a:t></a:r><a:r><a:t>", "")


def test_the_first_runs_format_holds_the_new_words() -> None:
    data = copy_of(word("x", body=p(run("When "), run("Margaret", "<w:b/>"), run(" Holloway left")))).data
    runs = docx.Document(io.BytesIO(data)).paragraphs[0].runs
    assert [(one.text, bool(one.bold)) for one in runs] == [
        ("When ", False), ("Louise", True), (" left", False)
    ]  # fmt: skip


def test_a_text_box_is_changed_in_both_its_copies() -> None:
    box = BOX.format(p(run("Mag"), run("gie left.")))
    copies = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {MC}>{copies}</mc:AlternateContent>"
    data = word("x", body=p(f"<w:r>{both}</w:r>"))
    assert (
        member(writer.write(data, "a.docx", place("Maggie", 0, "text box")).data, BODY).count("Louise") == 2
    )


def test_a_bookmark_is_renamed_with_all_that_refers_to_it() -> None:
    body = body_of(
        p('<w:bookmarkStart w:id="1" w:name="Marsh_interview"/><w:bookmarkEnd w:id="1"/>')
        + p(f'<w:hyperlink w:anchor="Marsh_interview">{run("see")}</w:hyperlink>')
        + p(FIELD.format("begin"), "<w:r><w:instrText> PAGEREF Marsh_</w:instrText></w:r>")
        + p("<w:r><w:instrText>interview \\h </w:instrText></w:r>", FIELD.format("end"))
        + p('<w:fldSimple w:instr="REF Marsh_interview"/>')
    )
    assert 'w:name="Neil_interview"' in body and 'w:anchor="Neil_interview"' in body
    assert 'w:instr="REF Neil_interview"' in body
    assert "Marsh" not in body


def test_a_bookmark_never_takes_the_name_of_another() -> None:
    marks = ("Neil_notes", "Marsh_notes", "Craig_notes")
    body = body_of("".join(p(f'<w:bookmarkStart w:id="{n}" w:name="{one}"/>') for n, one in enumerate(marks)))
    assert all(f'w:name="{one}"' in body for one in ("Neil_notes", "Neil_notes_2", "Neil_notes_3"))


def test_a_link_keeps_its_words_and_its_address_without_the_name() -> None:
    body = f'<w:p><w:hyperlink {R} r:id="p0">{run("Maggie’s page")}</w:hyperlink></w:p>'
    data = linked(word("x", body=body), ("hyperlink", "https://example.org/Margaret%20Holloway", ""))
    done = copy_of(data)
    assert 'Target="https://example.org/Louise"' in member(done.data, "word/_rels/document.xml.rels")
    assert "Louise’s page" in member(done.data, BODY)


def test_a_style_is_renamed_with_the_text_that_asks_for_it() -> None:
    data = word("x", body=p('<w:pPr><w:pStyle w:val="Maggie"/></w:pPr>', run("Words")))
    styles = member(data, "word/styles.xml").replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Maggie"><w:name w:val="Maggie"/></w:style></w:styles>',
    )
    done = copy_of(edit(data, {"word/styles.xml": styles}))
    style = docx.Document(io.BytesIO(done.data)).paragraphs[0].style
    assert style is not None and style.name == "Louise"


def test_custom_xml_that_a_control_shows_is_changed_and_other_is_gone() -> None:
    item = "{00000000-1111-2222-3333-444444444444}"
    props = f'<ds:datastoreItem xmlns:ds="urn:ds" ds:itemID="{item}"/>'
    sdt = (
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{item}"/></w:sdtPr><w:sdtContent>'
        f"{p(run('Maggie'))}</w:sdtContent></w:sdt>"
    )
    data = word("x", body=sdt)
    data = linked(
        data,
        ("customXml", "customXml/item8.xml", "<a>Maggie</a>"),
        ("customXml", "customXml/item9.xml", "<a>Maggie</a>"),
    )
    data = linked(data, ("customXmlProps", "customXml/itemProps8.xml", props), source="customXml/item8.xml")
    done = copy_of(data)
    assert "<a>Louise</a>" in member(done.data, "customXml/item8.xml")
    assert member(done.data, "customXml/item9.xml") == ""


def place(text: str, start: int, part: str = "body", paragraph: int = 1) -> list[Replacement]:
    return [Replacement(Where(part, paragraph, start, start + len(text)), text, "Louise")]


@pytest.mark.parametrize(
    "wanted", [place("Maggie", 1), place("Maggie", 0, "header"), place("Maggie", 0, paragraph=9), place("", 0)]
)  # fmt: skip
def test_what_does_not_stand_there_is_refused(wanted: list[Replacement]) -> None:
    with pytest.raises(CannotReplace):
        writer.write(word("Maggie left."), "a.docx", wanted)


def test_replacements_that_cross_are_refused() -> None:
    with pytest.raises(CannotReplace):
        writer.write(word("Craig Marsh left."), "a.docx", place("Craig Mar", 0) + place("Marsh", 6))


def test_a_narrower_replacement_inside_a_wider_one_is_one() -> None:
    data = writer.write(word("Mrs Holloway left."), "a.docx", place("Holloway", 4) + place("Mrs Holloway", 0))
    assert "<w:t>Louise left.</w:t>" in member(data.data, BODY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed.")
def test_the_copy_opens_in_another_program(tmp_path: Path) -> None:
    box = BOX.format(p(run("Maggie")))
    done = copy_of(word("Mrs Holloway left.", body=p(f"<w:r><w:pict>{box}</w:pict></w:r>")))
    (tmp_path / "copy.docx").write_bytes(done.data)
    office = shutil.which("soffice") or ""
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "txt:Text",
         "--outdir", str(tmp_path), str(tmp_path / "copy.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert "Louise left." in (tmp_path / "copy.txt").read_text("utf-8-sig")
