"""The streams of a PDF that no page draws from: descriptions, scripts, forms, files, a program's own notes."""

import html
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from ..places import Reading
from .inside import read_inside
from .package import local, parse
from .strings import words_in

_REMARK = re.compile(rb"(?m)^[ \t]*%(?!PDF-|%EOF|%Page)([ -~\x80-\xff]{4,})")
_WRITES = re.compile(rb"T[jJ]\b|['\"]\s")
_LITERAL = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]{2,}>", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{3}|\d{5}")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_OF_PROGRAMS = ("/ObjStm", "/XRef", "/CMap", "/EmbeddedFile", "/Metadata")
_OF_FONTS = ("/Length1", "/Length2", "/Length3", "/FunctionType", "/ShadingType")
_FONT_KINDS = ("/Type1C", "/CIDFontType0C", "/OpenType", "/Image")
_NO_WORDS = (b"/CIDInit", b"%!PS", b"OTTO", b"\0\1\0\0", b"true", b"wOFF")
# In a PDF's description (XMP): the program, its clock and its numbers; what PDF/A says of names it doesn't know.
_OF_PROGRAM = frozenset(
    {"CreatorTool", "Producer", "CreateDate", "ModifyDate", "MetadataDate", "DocumentID", "InstanceID",
     "OriginalDocumentID", "when", "instanceID", "softwareAgent"}
)  # fmt: skip
_SCHEMAS = "{http://www.aiim.org/pdfa/ns/"
_PATTERN = "A pattern is drawn with words in it, which no page tells."


def read_streams(document: pikepdf.Pdf, reading: Reading) -> None:
    """Every stream by what it is."""
    drawn = _drawn(document)
    forms = _of_forms(document)
    for obj in document.objects:
        if isinstance(obj, pikepdf.Stream):
            try:
                _read_stream(obj, drawn, forms, reading)
            except pikepdf.PdfError:
                reading.skip("other text", "A part of the file is packed in a way that can't be undone.")


def _read_stream(
    stream: Any, drawn: set[tuple[int, int]], forms: set[tuple[int, int]], reading: Reading
) -> None:
    kind, subtype = stream.get("/Type"), stream.get("/Subtype")
    if stream.objgen in forms:
        _read_xml(stream.read_bytes(), "form field", reading)
    elif kind == "/Metadata" or subtype == "/XML":
        _read_xml(stream.read_bytes(), "properties", reading)
    elif kind == "/EmbeddedFile":
        read_inside(stream.read_bytes(), reading)
    elif subtype == "/Form" or stream.objgen in drawn:
        _read_remarks(stream.read_bytes(), reading)
    elif "/PatternType" in stream:
        _read_pattern(stream.read_bytes(), reading)
    elif not _is_of_program(stream, kind, subtype):
        _read_unexplained(stream.read_bytes(), reading)


def _is_of_program(stream: Any, kind: Any, subtype: Any) -> bool:
    if kind in _OF_PROGRAMS or subtype in _FONT_KINDS or any(key in stream for key in _OF_FONTS):
        return True
    return "/Width" in stream and "/Height" in stream


def _drawn(document: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The streams that draw pages, which are read as pages."""
    found: set[tuple[int, int]] = set()
    for page in document.pages:
        contents = page.obj.get("/Contents")
        for one in contents if isinstance(contents, pikepdf.Array) else [contents]:
            if isinstance(one, pikepdf.Stream):
                found.add(one.objgen)
    return found


def _of_forms(document: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The streams of a form that is written in XML (XFA)."""
    form = document.Root.get("/AcroForm")
    parts = form.get("/XFA") if isinstance(form, pikepdf.Dictionary) else None
    every = list(parts) if isinstance(parts, pikepdf.Array) else [parts]
    return {one.objgen for one in every if isinstance(one, pikepdf.Stream)}


def _read_xml(data: bytes, part: str, reading: Reading) -> None:
    root = parse(data)
    if root is None:
        text = _TAG.sub("\n", html.unescape(data.decode("utf-8", errors="replace")))
        for line in filter(str.strip, text.splitlines()):
            reading.add_once(part, line)
        reading.skip(part, "A description or form in the file is damaged.")
        return
    for element in root.iter():
        if local(element):
            _read_property(str(element.tag), element.text, part, reading)
            reading.add_once(part, element.tail)
            for key, value in element.attrib.items():
                _read_property(key, value, part, reading)


def _read_property(name: str, value: str | None, part: str, reading: Reading) -> None:
    """What a program says of itself and of its own words is for the register only."""
    if name.startswith(_SCHEMAS) or name.rpartition("}")[2] in _OF_PROGRAM:
        reading.add_machine(f"{part} (settings)", value)
    else:
        reading.add_once(part, value)


def _read_remarks(body: bytes, reading: Reading) -> None:
    """What a program wrote between the orders to draw."""
    if b"%" in body:
        for found in _REMARK.finditer(body):
            reading.add_machine("other text", found[1].decode("utf-8", errors="replace"))


def _read_pattern(body: bytes, reading: Reading) -> None:
    """A pattern's words are drawn over a surface: no page tells them."""
    _read_remarks(body, reading)
    if _WRITES.search(body):
        reading.add_machine("other text", "".join(literals_in(body)))
        reading.skip("other text", _PATTERN)


def _read_unexplained(body: bytes, reading: Reading) -> None:
    if body.startswith(_NO_WORDS) or body[36:40] == b"acsp":
        return
    if body.lstrip().startswith(b"<"):
        _read_xml(body, "other text", reading)
        return
    for words in words_in(body):
        if _LETTERS.search(words):
            reading.add_machine("other text", words)


def literals_in(body: bytes) -> Iterator[str]:
    """Strings as they are written in a PDF."""
    for found in _LITERAL.finditer(body):
        try:
            yield str(pikepdf.Object.parse(found[0]))
        except (pikepdf.PdfError, ValueError):
            yield found[0].decode("cp1252", errors="replace")
