"""What must not leave with a Word file's copy: gone, said in words, and the page as it was."""

import base64
import io
import struct
import zipfile
import zlib

import docx
import pytest

from illuminate.engines.anonymise import FileRefused, check
from illuminate.engines.anonymise.replacing import Written
from illuminate.engines.anonymise.writers import word as writer

from .build import W, edit, linked, member, register, word

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BODY = "word/document.xml"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def cleaned(data: bytes) -> Written:
    """A copy without any replacement; a second copy of it has nothing more to lose."""
    done = writer.write(data, "a.docx", [])
    again = writer.write(done.data, "a.docx", [])
    assert (again.data, again.removed) == (done.data, ())
    docx.Document(io.BytesIO(done.data))
    return done


def texts(body: str) -> list[str]:
    """What the paragraphs say after cleaning."""
    document = docx.Document(io.BytesIO(cleaned(word("last", body=body)).data))
    return [one.text for one in document.paragraphs]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="Craig"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
ENDED = '<w:pPr><w:rPr><w:del w:id="1" w:author="Craig"/></w:rPr></w:pPr>'
CHANGES = {
    "deletion": (f"<w:p>{run('a')}{deleted('b')}{run('c')}</w:p>", ["ac", "last"]),
    "insertion": (f'<w:p>{run("a")}<w:ins w:author="C">{run("b")}</w:ins></w:p>', ["ab", "last"]),
    "an insertion deleted": (f'<w:p>{run("a")}<w:ins w:author="C">{deleted("b")}</w:ins></w:p>', ["a", "last"]),
    "moved": (
        f"<w:p><w:moveFrom>{run('a')}</w:moveFrom></w:p><w:p><w:moveTo>{run('a')}</w:moveTo></w:p>",
        ["", "a", "last"],
    ),
    "a paragraph's end deleted": (f"<w:p>{ENDED}{run('a')}</w:p><w:p>{run('b')}</w:p>", ["ab", "last"]),
    "a whole paragraph deleted": (f"<w:p>{ENDED}{deleted('a')}</w:p><w:p>{run('b')}</w:p>", ["b", "last"]),
    "hidden": (f"<w:p>{run('a')}{run('b', '<w:vanish/>')}</w:p>", ["a", "last"]),
    "a field of the file's own": (
        f"<w:p>{FIELD.format('begin')}<w:r><w:instrText>AUTHOR</w:instrText></w:r>{FIELD.format('separate')}"
        f"{run('a')}{FIELD.format('end')}</w:p>",
        ["a", "last"],
    ),
    "a simple field": (f'<w:p><w:fldSimple w:instr="DOCVARIABLE x">{run("a")}</w:fldSimple></w:p>', ["a", "last"]),
    "a path in a field": (
        f"<w:p>{FIELD.format('begin')}<w:r><w:instrText>HYPERLINK &quot;file:///C:/jo&quot;</w:instrText></w:r>"
        f"{FIELD.format('separate')}{run('a')}{FIELD.format('end')}</w:p>",
        ["a", "last"],
    ),
    "a smart tag": (f"<w:p><w:smartTag><w:smartTagPr/>{run('a')}</w:smartTag></w:p>", ["a", "last"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "want"), CHANGES.values(), ids=CHANGES.keys())
def test_what_a_reader_of_the_page_sees_stays(body: str, want: list[str]) -> None:
    assert texts(body) == want


def test_formats_are_as_they_are_now() -> None:
    change = '<w:b/><w:rPrChange w:id="1" w:author="Craig"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    done = cleaned(word("x", body=f"<w:p>{run('a', change)}</w:p>"))
    assert "rPrChange" not in member(done.data, BODY) and "<w:b/>" in member(done.data, BODY)
    assert "1 tracked change of format accepted" in done.removed


def test_a_deleted_row_goes_and_a_table_without_rows_too() -> None:
    cell = f"<w:tc><w:p>{run('a')}</w:p></w:tc>"
    gone = f'<w:tr><w:trPr><w:del w:id="1" w:author="C"/></w:trPr>{cell}</w:tr>'
    done = cleaned(word("x", body=f"<w:tbl>{gone}<w:tr>{cell}</w:tr></w:tbl><w:tbl>{gone}</w:tbl>"))
    tables = docx.Document(io.BytesIO(done.data)).tables
    assert [len(one.rows) for one in tables] == [1]


def test_a_bookmark_in_deleted_words_keeps_both_its_ends() -> None:
    start = '<w:bookmarkStart w:id="5" w:name="here"/>'
    body = f'<w:p><w:del w:author="C">{start}<w:r><w:delText>b</w:delText></w:r></w:del><w:bookmarkEnd w:id="5"/></w:p>'
    assert 'w:name="here"' in member(cleaned(word("x", body=body)).data, BODY)


def test_a_field_that_works_from_the_text_stays() -> None:
    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    body = (
        f"<w:p>{FIELD.format('begin')}{code}{FIELD.format('separate')}{run('1')}{FIELD.format('end')}</w:p>"
    )
    assert "PAGE" in member(cleaned(word("x", body=body)).data, BODY)


def test_everything_is_said() -> None:
    body = f"<w:p>{deleted('a')}{deleted('b')}{run('h', '<w:vanish/>')}<!-- x --></w:p>"
    comment = '<w:comment w:id="1" w:author="Jo Bloggs" w:initials="JB"><w:p/></w:comment>'
    comments = f"<w:comments {W}>{comment}</w:comments>"
    settings = f'<w:settings {W}><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars></w:settings>'
    data = edit(word("x", body=body), {"word/settings.xml": settings, "left.xml": "<a/>"})
    data = linked(
        data,
        ("comments", "word/comments.xml", comments),
        ("people", "word/people.xml", "<people/>"),
        ("printerSettings", "word/printer.bin", b"LPT"),
        ("aFChunk", "word/chunk.html", b"<p>x</p>"),
    )
    assert set(cleaned(data).removed) == {
        "2 tracked deletions accepted", "hidden text", "remarks in the XML", "the names of who commented",
        "document variables", "1 list of people", "1 printer's settings", "1 file inside the text",
        "1 part that nothing refers to", "the file's properties", "1 part of custom XML that no text shows",
    }  # fmt: skip


def test_what_the_file_is_about_stays_and_who_wrote_it_goes() -> None:
    document = docx.Document()
    document.core_properties.title = "Overview report"
    document.core_properties.keywords = "review"
    document.core_properties.author = document.core_properties.comments = "Jo Bloggs"
    stream = io.BytesIO()
    document.save(stream)
    left = docx.Document(io.BytesIO(cleaned(stream.getvalue()).data)).core_properties
    assert (left.title, left.keywords) == ("Overview report", "review")
    assert (left.author, left.comments, left.last_modified_by) == ("", "", "")


def test_sessions_and_commenters_leave_no_mark() -> None:
    body = '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"><w:permStart w:id="1" w:ed="HQ\\jo"/></w:p>'
    left = member(cleaned(word("x", body=body)).data, BODY)
    assert "rsid" not in left and "permStart" not in left


def test_an_object_leaves_the_picture_that_stood_for_it() -> None:
    ole = '<o:OLEObject r:id="p0" ProgID="Excel.Sheet.12"/>'
    shape = '<v:shape><v:imagedata r:id="p1"/></v:shape>'
    body = f"<w:p {R}><w:r><w:object>{shape}{ole}</w:object></w:r></w:p>"
    data = linked(
        word("x", body=body),
        ("package", "word/embeddings/Jo.xlsx", b"PK"),
        ("image", "word/media/Jo.PNG", PIXEL),
    )
    done = cleaned(data)
    left = member(done.data, BODY)
    assert "OLEObject" not in left and "<w:pict><v:shape" in left and 'r:id="p1"' in left
    names = zipfile.ZipFile(io.BytesIO(done.data)).namelist()
    assert "word/media/image1.png" in names and not [one for one in names if "Jo" in one or "embed" in one]
    assert "1 embedded file" in done.removed


@pytest.mark.parametrize("target", ["file:///C:/Users/jo/x.docx", "\\\\server\\jo\\x.docx", "../jo/x.docx"])
def test_a_link_to_a_path_becomes_its_words(target: str) -> None:
    body = f'<w:p><w:hyperlink {R} r:id="p0">{run("see there")}</w:hyperlink></w:p>'
    done = cleaned(linked(word("x", body=body), ("hyperlink", target, "")))
    assert "see there" in member(done.data, BODY) and "hyperlink" not in member(done.data, BODY)
    assert "jo" not in member(done.data, "word/_rels/document.xml.rels")


def test_a_template_and_a_mail_merge_leave_no_path() -> None:
    merge = '<w:mailMerge><w:query w:val="jo"/></w:mailMerge>'
    settings = f'<w:settings {W} {R}><w:attachedTemplate r:id="p0"/>{merge}</w:settings>'
    data = edit(word("x"), {"word/settings.xml": settings})
    data = linked(data, ("attachedTemplate", "file:///C:/jo.dotx", ""), source="word/settings.xml")
    done = cleaned(data)
    assert "jo" not in member(done.data, "word/settings.xml") + member(
        done.data, "word/_rels/settings.xml.rels"
    )
    assert {"the path of the template", "the source of a mail merge"} <= set(done.removed)


def test_what_is_written_inside_a_pictures_file_goes() -> None:
    words = b"Author\0Jo Bloggs"
    chunk = struct.pack(">I", len(words)) + b"tEXt" + words + struct.pack(">I", zlib.crc32(b"tEXt" + words))
    photo = b"\xff\xd8\xff\xe1\0\x0aExif Jo.\xff\xda\0\x02points\xff\xd9after"
    data = linked(
        word("x"),
        ("image", "word/media/a.png", PIXEL[:33] + chunk + PIXEL[33:]),
        ("image", "word/media/b.jpg", photo),
    )
    done = cleaned(data)
    with zipfile.ZipFile(io.BytesIO(done.data)) as zipped:
        assert zipped.read("word/media/image1.png") == PIXEL
        assert zipped.read("word/media/image2.jpg") == b"\xff\xd8\xff\xda\0\x02points\xff\xd9"


def test_the_zip_tells_no_day_and_keeps_nothing_beside_its_members() -> None:
    data = word("x")
    with zipfile.ZipFile(stream := io.BytesIO(data), "a") as zipped:
        zipped.comment = b"for Jo"
    done = cleaned(stream.getvalue() + b"Jo")
    with zipfile.ZipFile(io.BytesIO(done.data)) as zipped:
        assert zipped.comment == b"" and {one.date_time[0] for one in zipped.infolist()} == {1980}
    assert done.data.startswith(b"PK\x03\x04") and done.data[-22:-18] == b"PK\x05\x06"


def test_a_file_with_macros_is_refused() -> None:
    with pytest.raises(FileRefused, match="macros"):
        writer.write(edit(word("x"), {"word/vbaProject.bin": b"\0"}), "a.docx", [])


@pytest.mark.parametrize("name", [BODY, "customXml/item1.xml", "word/styles.xml"])
def test_a_damaged_part_is_refused(name: str) -> None:
    with pytest.raises(FileRefused, match="damaged"):
        writer.write(edit(word("x"), {name: "<a><b></a>"}), "a.docx", [])


def test_prefixes_that_the_file_names_are_still_declared() -> None:
    """Word won't open a file whose list of what may be ignored names a prefix that isn't declared."""
    data = word("x")
    with_list = member(data, BODY).replace(
        "<w:document ", '<w:document xmlns:w98="urn:99" xmlns:w99="urn:99" ', 1
    )
    with_list = with_list.replace('mc:Ignorable="', 'mc:Ignorable="w99 ')
    left = member(cleaned(edit(data, {BODY: with_list})).data, BODY)
    assert 'xmlns:w99="urn:99"' in left and 'mc:Ignorable="w99 ' in left and "ns0" not in left


def test_a_clean_copy_is_clean() -> None:
    assert check(cleaned(word("Louise left.")).data, "a.docx", register()).clean


def test_a_hyperlink_field_to_a_web_page_or_a_place_in_the_file_stays() -> None:
    for target in ("&quot;https://example.org/&quot;", "\\l &quot;here&quot;"):
        code = f"<w:r><w:instrText> HYPERLINK {target} </w:instrText></w:r>"
        body = f"<w:p>{FIELD.format('begin')}{code}{FIELD.format('separate')}{run('1')}{FIELD.format('end')}</w:p>"
        assert "HYPERLINK" in member(cleaned(word("x", body=body)).data, BODY)
