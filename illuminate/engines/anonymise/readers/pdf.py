"""PDF files: the pages' words, then everything an attacker would look into behind them."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from ..places import Reading
from .appearances import read_appearances
from .office import add_link
from .pages import read_pages
from .pdf_before import read_before
from .pdf_fonts import Ciphers
from .pdf_streams import read_streams
from .strings import remarks_in

# Keys whose strings are machinery, and never words.
_NOISE = frozenset({"/ID", "/CheckSum", "/Panose", "/Lookup", "/O", "/U", "/OE", "/UE", "/Perms", "/CharSet"})
_ANNOTATION = ("/Contents", "/RC")
_FIELD = ("/V", "/DV", "/TU", "/TM", "/T", "/Opt")
_SPOKEN = ("/Alt", "/ActualText", "/E")
# What a program says of itself: its name and its clock are nobody's, unless the register has them.
_OF_PROGRAM = frozenset({"/CreationDate", "/ModDate", "/Creator", "/Producer", "/Trapped"})
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
        noted = [number for number, page in enumerate(document.pages) if _has_notes(page.obj)]
        if noted:
            read_appearances(data, noted, reading)
        _read_attachments(document, reading)
        read_streams(document, reading)
        _read_names(document, reading)
        _read_fonts(document, reading)
        _read_pictures(document, reading)
        read_before(data, document, seen, reading)
        if document.get_warnings() or b"%%EOF" not in data[-2048:]:
            reading.skip("whole file", "It is damaged; what could be saved of it was read. Save it afresh.")


def _has_notes(page: Any) -> bool:
    """Whether something is drawn over a page: a link draws nothing."""
    notes = page.get("/Annots")
    every = list(notes) if isinstance(notes, pikepdf.Array) else []
    return any(isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") != "/Link" for one in every)


def _read_info(document: pikepdf.Pdf, reading: Reading, seen: set[str]) -> None:
    for key, value in document.docinfo.items():
        if isinstance(value, pikepdf.String):
            if key in _OF_PROGRAM:
                reading.add_machine("properties (settings)", str(value))
            else:
                reading.add_words("properties", str(value))
            seen.add(str(value))


def _read_object(obj: Any, reading: Reading, seen: set[str]) -> None:
    """Strings of one object, each once and in the part that it belongs to."""
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


def _read_attachments(document: pikepdf.Pdf, reading: Reading) -> None:
    for name, specification in document.attachments.items():
        reading.add_once("attachment", name)
        reading.add_once("attachment", specification.description)


def _read_names(document: pikepdf.Pdf, reading: Reading) -> None:
    """Names that people give without a string: places to jump to, the states of a button."""
    places = document.Root.get("/Dests")
    for name in places.keys() if isinstance(places, pikepdf.Dictionary) else ():
        reading.add_once("bookmark", name.lstrip("/"))
    for page in document.pages:
        for note in page.obj.get("/Annots", ()):
            if isinstance(note, pikepdf.Dictionary) and note.get("/Subtype") == "/Widget":
                for state in _states(note):
                    reading.add_once("form field", state.lstrip("/"))


def _states(widget: Any) -> Iterator[str]:
    looks = widget.get("/AP")
    for kind in looks.values() if isinstance(looks, pikepdf.Dictionary) else ():
        if isinstance(kind, pikepdf.Dictionary):
            yield from kind.keys()
    for key in ("/AS", "/V", "/DV"):
        if isinstance(widget.get(key), pikepdf.Name):
            yield str(widget[key])


def _read_fonts(document: pikepdf.Pdf, reading: Reading) -> None:
    ciphers = Ciphers()
    for number, page in enumerate(document.pages, 1):
        if ciphers.on(page):
            reading.skip(
                f"page {number}", "A font on it doesn't say which letters it draws; not all can be read."
            )
        if "/Thumb" in page.obj:
            reading.skip("thumbnail", "A small picture of a page: its words can't be read.")


def _read_pictures(document: pikepdf.Pdf, reading: Reading) -> None:
    """Each picture once, also those in forms and those that no page shows any more."""
    streams = [obj for obj in document.objects if isinstance(obj, pikepdf.Stream)]
    images = [stream for stream in streams if stream.get("/Subtype") == "/Image"]
    masks = {
        mask.objgen for image in images for key in ("/SMask", "/Mask") if (mask := image.get(key)) is not None
    }
    for image in images:
        if image.objgen not in masks and not _is_dot(image):
            part = reading.number("picture")
            reading.skip(part, "A picture or scan: its words can't be read.")
            if image.get("/Filter") == "/DCTDecode":
                for words in remarks_in(image.read_raw_bytes()):
                    reading.add_machine(part, words)
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
