"""Small files with something planted in each place, made while the tests run."""

import io
import zipfile

import docx
import openpyxl
import pikepdf

from illuminate.engines.anonymise import Register, read_register

REGISTER = """kind,real,pseudonym,role,aliases
person,Margaret Anne Holloway,Louise,victim,Maggie|Mags|M Holloway|Mrs Holloway|MH|M.A.H.|Holloway
person,Craig Daniel Marsh,Neil,perpetrator,Craig|Marsh
person,William Holloway,Ben,child,Will|Billy
person,Siân Pryce-Okafor,Kate,sister,Siân
person,Stephen Holloway,Mark,former husband,Steve|Mr Holloway
person,Leonard Frost,a neighbour,neighbour,Mr Frost
person,May Robson,Ada,aunt,May
person,Det Sgt Paul Iverson,a detective sergeant,practitioner,DS Iverson
organisation,Willow Lane Primary School,the children's school,,Willow Lane|WLPS
place,14 Quarry Bank,the family home,,14 Quarry Bank NB4 7QX|NB4 7QX
place,the Anchor,a public house,,
date,09/10/2021,October 2021,date of death,
identifier,999 001 4213,,nhs_number,
identifier,07700 900417,,telephone,
identifier,NS/18/0021174,,crime_reference,
identifier,maggie.h82@example.org,,email,
"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def register() -> Register:
    """The register that most tests share."""
    return read_register(REGISTER)


def word(*paragraphs: str, body: str = "", members: dict[str, str | bytes] | None = None) -> bytes:
    """A Word file; `body` is raw XML put first, `members` are added to the zip or replace what is there."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.author = "Author"
    stream = io.BytesIO()
    document.save(stream)
    changes = dict(members or {})
    if body:
        changes["word/document.xml"] = _with_body(stream.getvalue(), body)
    return edit(stream.getvalue(), changes, drop=("docProps/thumbnail.jpeg",))


def _with_body(data: bytes, body: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        xml = zipped.read("word/document.xml").decode()
    return xml.replace("<w:body>", f"<w:body>{body}", 1)


def edit(data: bytes, changes: dict[str, str | bytes], drop: tuple[str, ...] = ()) -> bytes:
    """The zip with members replaced, added or left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in drop and name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return stream.getvalue()


def book(workbook: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def pdf(*contents: bytes, change: object = None) -> bytes:
    """A PDF with a page for each content stream; `change` is called with the document before it is saved."""
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )  # fmt: skip
    for content in contents:
        page = document.add_blank_page(page_size=(400, 400))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = document.make_stream(content)
    if callable(change):
        change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def line(text: str, y: int = 300, extra: str = "") -> bytes:
    """A content stream that writes one line of text."""
    return f"q BT /F1 12 Tf {extra} 40 {y} Td ({text}) Tj ET Q\n".encode("cp1252")


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def linked(data: bytes, *parts: tuple[str, str, str | bytes], source: str = "word/document.xml") -> bytes:
    """A Word file with further parts, each a kind of relationship, a member's name and what is in it.

    The relationships' ids are "p0", "p1" ... An address outside has no content: (kind, address, "").
    """
    folder, _, base = source.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        known = zipped.read(rels).decode() if rels in zipped.namelist() else ""
        types = zipped.read("[Content_Types].xml").decode()
    known = known or f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
    relations, listed = "", ""
    for number, (kind, target, content) in enumerate(parts):
        mode = ' TargetMode="External"' if content == "" else ""
        where = target if mode else f"/{target}"
        relations += f'<Relationship Id="p{number}" Type="{_OFFICE}/{kind}" Target="{where}"{mode}/>'
        if not mode:
            listed += f'<Override PartName="/{target}" ContentType="application/xml"/>'
    changes: dict[str, str | bytes] = {name: content for _, name, content in parts if content != ""}
    changes[rels] = known.replace("</Relationships>", f"{relations}</Relationships>")
    changes["[Content_Types].xml"] = types.replace("</Types>", f"{listed}</Types>")
    return edit(data, changes)


def member(data: bytes, name: str) -> str:
    """The text of one member of a zip; empty when there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return zipped.read(name).decode() if name in zipped.namelist() else ""
