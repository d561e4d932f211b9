"""PDF files: the pages' words, then everything an attacker would look into behind them."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from ..places import Reading
from .appearances import read_appearances
from .office import add_link
from .package import local, parse
from .pages import read_pages

# Keys whose strings are machinery, and never words.
_NOISE = frozenset({"/ID", "/CheckSum", "/Panose", "/Lookup", "/O", "/U", "/OE", "/UE", "/Perms", "/CharSet"})
_ANNOTATION = ("/Contents", "/RC")
_FIELD = ("/V", "/DV", "/TU", "/TM", "/T", "/Opt")
_SPOKEN = ("/Alt", "/ActualText", "/E")
_DEEPEST = 60
_INLINE = re.compile(rb"(?:^|\s)BI\s[^()]{0,400}?\sID\s")


def read(data: bytes, reading: Reading) -> None:
    """Read every part of a .pdf. A locked one raises, and is then unread as a whole."""
    read_pages(data, reading)
    with pikepdf.open(io.BytesIO(data)) as document:
        seen: set[str] = set()
        _read_info(document, reading, seen)
        for number, obj in enumerate(document.objects):
            _read_object(obj, reading, seen)
            if number > 2_000_000:
                reading.skip("whole file", "It has too many parts to read.")
                break
        if any("/Annots" in page.obj for page in document.pages):
            read_appearances(data, reading)
        _read_attachments(document, reading)
        _read_pictures(document, reading)
        if document.get_warnings() or b"%%EOF" not in data[-2048:]:
            reading.skip("whole file", "It is damaged; what could be saved of it was read. Save it afresh.")
    _count_revisions(data, reading)


def _read_info(document: pikepdf.Pdf, reading: Reading, seen: set[str]) -> None:
    for _, value in document.docinfo.items():
        if isinstance(value, pikepdf.String):
            reading.add_words("properties", str(value))
            seen.add(str(value))


def _read_object(obj: Any, reading: Reading, seen: set[str]) -> None:
    """Strings of one object, each once and in the part that it belongs to; the XML streams too."""
    if isinstance(obj, pikepdf.Stream):
        _read_stream(obj, reading)
    for key, owner, value in _strings(obj, "", None, 0):
        text = str(value)
        part = _part_of(key, owner)
        if part is None:
            if text not in seen:
                reading.add_machine("other text", text)
        elif part == "link":
            add_link(reading, text)
        elif part == "comment":
            reading.add_words(reading.number("comment"), re.sub(r"<[^<>]{0,2000}>", " ", text))
        else:
            reading.add_once(part, text)
        seen.add(text)


def _strings(value: Any, key: str, owner: Any, depth: int) -> Iterator[tuple[str, Any, pikepdf.String]]:
    """Every string directly in an object, with its key and the dictionary that it is in."""
    if isinstance(value, pikepdf.String):
        yield key, owner, value
    elif isinstance(value, pikepdf.Array) and depth < _DEEPEST:
        for one in value:
            if not _is_reference(one):
                yield from _strings(one, key, owner, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream) and depth < _DEEPEST:
        items = value.items() if isinstance(value, pikepdf.Dictionary) else value.stream_dict.items()
        for name, one in items:
            if name not in _NOISE and not _is_reference(one):
                yield from _strings(one, str(name), value, depth + 1)


def _is_reference(value: Any) -> bool:
    """Objects of their own come up by themselves; a string or number has no number."""
    return bool(getattr(value, "is_indirect", False)) and not isinstance(value, pikepdf.String)


def _part_of(key: str, owner: Any) -> str | None:
    if owner is None:
        return None
    if key in ("/F", "/UF", "/Desc") and ("/EF" in owner or owner.get("/Type") == "/Filespec"):
        return "attachment"
    if key in ("/URI", "/F", "/UF"):
        return "link"
    if key in _SPOKEN:
        return "alt text"
    if "/Subtype" in owner and "/Rect" in owner and owner.get("/Subtype") != "/Widget":
        if key in _ANNOTATION:
            return "comment"
        if key in ("/T", "/Subj"):
            return "comment author"
    if key in _FIELD and ("/FT" in owner or "/Kids" in owner or owner.get("/Subtype") == "/Widget"):
        return "form field"
    if key == "/Title":
        return "bookmark" if "/Parent" in owner else "properties"
    return None


def _read_stream(stream: pikepdf.Stream, reading: Reading) -> None:
    """Metadata and form streams are XML; scripts are words; the rest is pages, fonts and pictures."""
    kind = stream.get("/Type")
    if kind != "/Metadata" and stream.get("/Subtype") != "/XML":
        return
    try:
        root = parse(stream.read_bytes())
    except pikepdf.PdfError:
        root = None
    if root is None:
        reading.skip("properties", "The file's description of itself is damaged.")
        return
    for element in root.iter():
        if local(element):
            reading.add_once("properties", element.text)
            for value in element.attrib.values():
                reading.add_once("properties", value)


def _read_attachments(document: pikepdf.Pdf, reading: Reading) -> None:
    for name, specification in document.attachments.items():
        reading.add_once("attachment", name)
        reading.add_once("attachment", specification.description)
    for obj in document.objects:
        if isinstance(obj, pikepdf.Stream) and obj.get("/Type") == "/EmbeddedFile":
            reading.skip(reading.number("attachment"), "A file inside the file: it was not read.")
    form = document.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        reading.skip("form field", "The form is of a kind (XFA) that can't be read.")


def _read_pictures(document: pikepdf.Pdf, reading: Reading) -> None:
    """Each picture once, also those in forms and those that no page shows any more."""
    streams = [obj for obj in document.objects if isinstance(obj, pikepdf.Stream)]
    images = [stream for stream in streams if stream.get("/Subtype") == "/Image"]
    masks = {
        mask.objgen for image in images for key in ("/SMask", "/Mask") if (mask := image.get(key)) is not None
    }
    for image in images:
        if image.objgen not in masks and not _is_dot(image):
            reading.skip(reading.number("picture"), "A picture or scan: its words can't be read.")
    drawn = [*document.pages, *(s for s in streams if s.get("/Subtype") == "/Form")]
    for one in drawn:
        content = one.read_bytes() if isinstance(one, pikepdf.Stream) else _contents(one)
        if _INLINE.search(content):
            reading.skip(reading.number("picture"), "A picture drawn into the page: its words can't be read.")


def _contents(page: pikepdf.Page) -> bytes:
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def _is_dot(image: pikepdf.Stream) -> bool:
    """A picture of a point or two holds no words: rules and shading are drawn so."""
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    return min(width, height) <= 4


def _count_revisions(data: bytes, reading: Reading) -> None:
    """A PDF saved by adding keeps what stood there before. One made for the web ends twice by itself."""
    ends = len(re.findall(rb"startxref\s+\d+\s+%%EOF", data))
    if ends > (2 if b"/Linearized" in data[:2048] else 1):
        reading.skip("earlier revision", "The file still holds an earlier version of itself. Save it afresh.")
