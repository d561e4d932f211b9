"""Every place in a Word file: something planted in each must be found there."""

import base64
import io

import docx
import pytest

from illuminate.engines.anonymise import Report, check

from .build import W, register, word

REGISTER = register()
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
R = "<w:r><w:t>Maggie</w:t></w:r>"
P = f"<w:p>{R}</w:p>"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def relation(target: str) -> str:
    return f'<Relationships {RELS}><Relationship Target="{target}" TargetMode="External"/></Relationships>'


def run(data: bytes) -> Report:
    return check(data, "report.docx", REGISTER)


def places(data: bytes) -> list[tuple[str, str]]:
    return [(f.where.part, f.text) for f in run(data).findings]


def test_a_plain_file_is_clean() -> None:
    report = run(word("Louise met Neil in 2012."))
    assert report.clean, report


BODIES = {
    "split runs": ("<w:p><w:r><w:t>Hol</w:t></w:r><w:r><w:t>loway</w:t></w:r></w:p>", "body", "Holloway"),
    "table": (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Maggie</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "body",
        "Maggie",
    ),
    "insertion": (
        '<w:p><w:ins w:author="A"><w:r><w:t>Maggie</w:t></w:r></w:ins></w:p>',
        "tracked insertion",
        "Maggie",
    ),
    "move to": (
        '<w:p><w:moveTo w:id="1"><w:r><w:t>Maggie</w:t></w:r></w:moveTo></w:p>',
        "tracked insertion",
        "Maggie",
    ),
    "deletion": (
        '<w:p><w:del w:author="A"><w:r><w:delText>Maggie</w:delText></w:r></w:del></w:p>',
        "tracked deletion",
        "Maggie",
    ),
    "move from": (
        '<w:p><w:moveFrom w:id="1"><w:r><w:t>Maggie</w:t></w:r></w:moveFrom></w:p>',
        "tracked deletion",
        "Maggie",
    ),
    "change author": ('<w:p><w:ins w:author="Craig Marsh"/></w:p>', "change author", "Craig Marsh"),
    "hidden text": (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Maggie</w:t></w:r></w:p>",
        "hidden text",
        "Maggie",
    ),
    "text box": (
        f"<w:p><w:r><w:pict><w:txbxContent>{P}</w:txbxContent></w:pict></w:r></w:p>",
        "text box",
        "Maggie",
    ),
    "alt text": (
        '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="x" id="1" descr="By Maggie"/></w:drawing></w:r></w:p>',
        "alt text",
        "Maggie",
    ),
    "bookmark": ('<w:p><w:bookmarkStart w:id="1" w:name="Marsh_interview"/></w:p>', "bookmark", "Marsh"),
    "field code": (
        "<w:p><w:r><w:instrText>REF Hollo</w:instrText></w:r><w:r><w:instrText>way</w:instrText></w:r></w:p>",
        "field code",
        "Holloway",
    ),
    "simple field": ('<w:p><w:fldSimple w:instr="DOCVARIABLE Maggie"/></w:p>', "field code", "Maggie"),
    "link anchor": ('<w:p><w:hyperlink w:anchor="maggie_1"/></w:p>', "link", "maggie"),
    "content control": (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="About Maggie"/></w:sdtPr></w:sdt></w:p>',
        "content control",
        "Maggie",
    ),
    "watermark": (
        '<w:p><w:r><w:pict><v:textpath xmlns:v="v" string="Draft for Maggie"/></w:pict></w:r></w:p>',
        "text box",
        "Maggie",
    ),
    "XML comment": ("<w:p><!-- ask Maggie --></w:p>", "XML comment", "Maggie"),
}


@pytest.mark.parametrize(("body", "part", "words"), BODIES.values(), ids=BODIES.keys())
def test_finds_in_the_body(body: str, part: str, words: str) -> None:
    assert places(word("x", body=body)) == [(part, words)]


NOTE = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
MEMBERS = {
    "header": ("word/header7.xml", f"<w:hdr {W}><w:p><w:r><w:t>Maggie</w:t></w:r></w:p></w:hdr>", "header"),
    "footer": ("word/footer7.xml", f"<w:ftr {W}><w:p><w:r><w:t>Maggie</w:t></w:r></w:p></w:ftr>", "footer"),
    "footnote": (
        "word/footnotes.xml",
        f'{NOTE}<w:footnote w:id="1"><w:p><w:r><w:t>Maggie</w:t></w:r></w:p></w:footnote></w:footnotes>',
        "footnote",
    ),
    "endnote": (
        "word/endnotes.xml",
        f'<w:endnotes {W}><w:endnote w:id="1">{P}</w:endnote></w:endnotes>',
        "endnote",
    ),
    "comment": (
        "word/comments.xml",
        f'<w:comments {W}><w:comment w:id="9">{P}</w:comment></w:comments>',
        "comment 1",
    ),
    "comment author": (
        "word/comments.xml",
        f'<w:comments {W}><w:comment w:id="9" w:author="Maggie"/></w:comments>',
        "comment author",
    ),
    "properties": ("docProps/core.xml", "<c><creator>Maggie</creator></c>", "properties"),
    "extended": ("docProps/app.xml", "<c><Company>Maggie</Company></c>", "properties"),
    "custom": (
        "docProps/custom.xml",
        '<c><property name="x"><v>Maggie</v></property></c>',
        "custom properties",
    ),
    "custom name": ("docProps/custom.xml", '<c><property name="Maggie"/></c>', "custom properties"),
    "custom XML": ("customXml/item1.xml", "<a><b>Maggie</b></a>", "custom XML"),
    "custom XML attribute": ("customXml/item1.xml", '<a b="Maggie"/>', "custom XML (settings)"),
    "people": ("word/people.xml", '<p><person author="Maggie"/></p>', "people"),
    "variable": (
        "word/settings.xml",
        f'<w:settings {W}><w:docVars><w:docVar w:name="a" w:val="Maggie"/></w:docVars></w:settings>',
        "document variable",
    ),
    "link": (
        "word/_rels/header7.xml.rels",
        relation("http://x/maggie"),
        "link",
    ),
    "chart": ("word/charts/chart1.xml", "<c><v>Maggie</v></c>", "chart"),
    "a part of its own": ("word/unheard.xml", "<c><v>Maggie</v></c>", "part word/unheard.xml"),
}


@pytest.mark.parametrize(("name", "xml", "part"), MEMBERS.values(), ids=MEMBERS.keys())
def test_finds_beside_the_body(name: str, xml: str, part: str) -> None:
    assert [(where, words.lower()) for where, words in places(word("x", members={name: xml}))] == [
        (part, "maggie")
    ]


def test_a_link_is_also_read_decoded() -> None:
    xml = relation("http://x/Craig%20Daniel%20Marsh")
    assert ("link", "Craig Daniel Marsh") in places(word("x", members={"word/_rels/a.xml.rels": xml}))


def test_a_style_that_hides_hides_what_is_based_on_it() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="G"><w:basedOn w:val="H"/></w:style></w:styles>'
    )
    body = '<w:p><w:r><w:rPr><w:rStyle w:val="G"/></w:rPr><w:t>Maggie</w:t></w:r></w:p>'
    assert places(word("x", body=body, members={"word/styles.xml": styles})) == [("hidden text", "Maggie")]


def test_offsets_are_in_the_visible_text() -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:t>Maggie</w:t></w:r></w:p>"
    )
    (finding,) = run(word("x", body=body)).findings
    assert (finding.where.part, finding.where.paragraph, finding.where.start) == ("body", 1, 6)


def test_a_name_half_inserted_is_found_in_the_body() -> None:
    body = "<w:p><w:r><w:t>Hollo</w:t></w:r><w:ins><w:r><w:t>way</w:t></w:r></w:ins></w:p>"
    assert places(word("x", body=body)) == [("body", "Holloway")]


def test_a_text_box_and_its_copy_for_older_programs_are_one() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    both = '<w:p><w:r><m:A xmlns:m="m"><m:Choice>{}</m:Choice><m:Fallback>{}</m:Fallback></m:A></w:r></w:p>'
    same = word("x", body=both.format(box.format("Maggie"), box.format("Maggie")))
    other = word("x", body=both.format(box.format("Louise"), box.format("Maggie")))
    assert places(same) == places(other) == [("text box", "Maggie")]


def test_pictures_and_files_inside_are_unread() -> None:
    members: dict[str, str | bytes] = {
        "word/media/image1.png": PIXEL,
        "word/embeddings/a.bin": bytes(40),
        "docProps/thumbnail.png": PIXEL,
    }
    report = run(word("x", members=members))
    assert [one.part for one in report.unread] == ["picture 1", "attachment 1", "thumbnail"]
    assert not report.clean


def test_the_name_of_a_picture_is_read() -> None:
    report = run(word("x", members={"word/media/holloway.png": PIXEL}))
    assert [(f.where.part, f.text) for f in report.findings] == [("part name", "holloway")]


def test_real_comments_and_headers_as_word_saves_them() -> None:
    document = docx.Document()
    run_ = document.add_paragraph("Louise").runs[0]
    document.add_comment(run_, text="Ask Maggie", author="Craig Marsh", initials="CM")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Re: Willow Lane"
    stream = io.BytesIO()
    document.save(stream)
    got = places(stream.getvalue())
    assert {("comment 1", "Maggie"), ("comment author", "Craig Marsh"), ("header", "Willow Lane")} <= set(got)


def test_paragraphs_in_tables_count_where_they_stand() -> None:
    body = "<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    (finding,) = run(word("Maggie", body=body)).findings
    assert finding.where.paragraph == 4
