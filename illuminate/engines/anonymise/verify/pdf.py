"""PDF files: what pages show, then every object and stream, then the bytes, also those of earlier versions."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from ..errors import FileRefused
from .bare import FONT, look_at
from .letters import strings_in
from .markup import look_at_xml
from .pages import look_at_pages
from .pdf_words import NAMES
from .sight import Sight
from .strings import names_in, spoken_in, strings_of, text_of

_NOISE = frozenset({"/ID", "/CheckSum", "/Panose", "/Lookup", "/O", "/U", "/OE", "/UE", "/Perms", "/CharSet"})
_FONT_NAMES = frozenset({"/BaseFont", "/FontName", "/FontFamily", "/Differences", "/Filter", "/Subtype"})
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_APART = "\n\u00b6\n"
_NUMBERED = re.compile(r"/(?!u(?:ni)?[0-9A-F]{4})[A-Za-z-]{0,5}\d+")
_MOST_VERSIONS = 30
_DEEPEST = 60
_INLINE = re.compile(rb"(?:^|\s)BI\s[^()]{0,400}?\sID\s")
_REMARK = re.compile(rb"(?m)^[ \t]*%([ -~\x80-\xff]{4,})")
_PICTURE = "A picture or scan: its words can't be read."


def look_at_pdf(data: bytes, part: str, sight: Sight) -> None:
    """See all of a PDF."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            pages = _page_streams(document)
            for obj in document.objects:
                _look_at_object(obj, pages, sight)
            if document.get_warnings():
                sight.damaged(part, "It is damaged; what could be saved of it was read.")
        look_at_pages(data, sight)
    except FileRefused:
        raise
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError):
        sight.damaged(part, "It is damaged, or locked with a password; it was not read to the end.")
    _look_at_bytes(data, sight)
    _look_at_versions(data, sight)


def _page_streams(document: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The streams that draw pages: their letters are a font's numbers, and pages are read as text."""
    found: set[tuple[int, int]] = set()
    for page in document.pages:
        contents = page.obj.get("/Contents")
        for one in contents if isinstance(contents, pikepdf.Array) else [contents]:
            if isinstance(one, pikepdf.Stream):
                found.add(one.objgen)
    return found


def _look_at_object(obj: Any, pages: set[tuple[int, int]], sight: Sight) -> None:
    for key, text, trust in _words(obj, "", 0):
        if text not in NAMES:
            sight.add(_part_of(key), text, "prose" if trust == "string" else "machine")
    if isinstance(obj, pikepdf.Stream):
        _look_at_stream(obj, obj.objgen in pages, sight)
    elif isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font" and _is_mute(obj):
        sight.skip("font", "A font doesn't say which letters it draws: not all words can be read.")


def _is_mute(font: Any) -> bool:
    """Whether its letters have numbers for names, and nothing says what they mean."""
    if "/ToUnicode" in font:
        return False
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        return font.get("/Subtype") == "/Type0" and str(encoding).startswith("/Identity")
    told = [str(name) for name in encoding.get("/Differences", ()) if isinstance(name, pikepdf.Name)]
    return sum(bool(_NUMBERED.fullmatch(name)) for name in told) > max(4, len(told) // 2)


def _words(value: Any, key: str, depth: int) -> Iterator[tuple[str, str, str]]:
    """Every string and name directly in an object, with its key."""
    if isinstance(value, pikepdf.String):
        yield key, str(value), "string"
    elif isinstance(value, pikepdf.Name):
        if key not in _FONT_NAMES:
            yield key, str(value)[1:], "name"
    elif isinstance(value, pikepdf.Array) and depth < _DEEPEST:
        for one in value:
            if not _is_reference(one):
                yield from _words(one, key, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream) and depth < _DEEPEST:
        items = value.items() if isinstance(value, pikepdf.Dictionary) else value.stream_dict.items()
        for name, one in items:
            yield "", str(name)[1:], "name"
            if name not in _NOISE and not _is_reference(one):
                yield from _words(one, str(name), depth + 1)


def _is_reference(value: Any) -> bool:
    return bool(getattr(value, "is_indirect", False)) and not isinstance(value, pikepdf.String)


def _part_of(key: str) -> str:
    for keys, part in _PARTS:
        if key in keys:
            return part
    return "other text"


_PARTS = (
    (("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer"), "properties"),
    (("/Contents", "/RC"), "comment"),
    (("/Subj",), "comment author"),
    (("/URI",), "link"),
    (("/F", "/UF", "/Desc"), "attachment"),
    (("/V", "/DV", "/TU", "/TM", "/T", "/Opt"), "form field"),
    (("/Alt", "/ActualText", "/E"), "alt text"),
)


def _look_at_stream(stream: pikepdf.Stream, is_page: bool, sight: Sight) -> None:
    kind = stream.get("/Subtype")
    if kind == "/Image" or ("/Width" in stream and "/Height" in stream):
        if min(int(stream.get("/Width", 0)), int(stream.get("/Height", 0))) > 4 and not stream.get(
            "/ImageMask"
        ):
            sight.skip(sight.number("picture"), _PICTURE)
        return
    try:
        body = stream.read_bytes()
    except pikepdf.PdfError:
        sight.skip("other text", "A part of the file is packed in a way that can't be undone.")
        return
    sight.spend(len(body))
    if stream.get("/Type") == "/EmbeddedFile":
        look_at(body, sight.number("attachment"), sight)
    elif stream.get("/Type") == "/Metadata" or kind == "/XML":
        look_at_xml(body, "properties", sight)
    elif _is_font(stream, body):
        _look_at_font(body, sight)
    else:
        _look_at_content(body, is_page, sight)


def _is_font(stream: pikepdf.Stream, body: bytes) -> bool:
    """A font's program: by what is said of it, or by its first bytes where nothing is said."""
    is_said = any(key in stream for key in ("/Length1", "/Length2"))
    kinds = ("/Type1C", "/CIDFontType0C", "/OpenType")
    return is_said or stream.get("/Subtype") in kinds or body.startswith(FONT)


def _look_at_font(body: bytes, sight: Sight) -> None:
    for text in strings_of(body):
        sight.add("font", text, "font")


def _look_at_content(body: bytes, is_page: bool, sight: Sight) -> None:
    """What is drawn, or a table of the program; what a page says by drawing is read from the page."""
    for text in spoken_in(body):
        sight.add("alt text", text, "prose")
    for remark in _REMARK.findall(body):
        sight.add("other text", remark.decode("utf-8", errors="replace"), "bytes")
    if not is_page:
        sight.add("other text", text_of(body), "joined")
        for text in strings_in(body):
            sight.add("other text", text, "bytes")
    if body.lstrip().startswith(b"<"):
        look_at_xml(body, "other text", sight)
    if _INLINE.search(body):
        sight.skip(sight.number("picture"), "A picture drawn into the page: its words can't be read.")


def _look_at_bytes(data: bytes, sight: Sight) -> None:
    """The file as bytes, and every stream in it that can be unpacked, whether anything still points there."""
    outside, at = [], 0
    for found in _STREAM.finditer(data):
        if found.start() < at:
            continue
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        outside.append(data[at : found.start()])
        _look_at_packed(data[found.end() : end], sight)
        at = end
    outside.append(data[at:])
    _look_at_syntax(b"\n".join(outside), sight)


def _look_at_packed(body: bytes, sight: Sight) -> None:
    """Objects lie in streams too; those are read like the file itself."""
    try:
        unpacked = zlib.decompressobj().decompress(body, sight.left)
    except zlib.error:
        unpacked = body if body.isascii() else b""
    sight.spend(len(unpacked))
    if re.match(rb"\s*\d+ \d+ ", unpacked):
        _look_at_syntax(unpacked, sight)


def _look_at_syntax(body: bytes, sight: Sight) -> None:
    for words in (strings_of(body), names_in(body)):
        told = dict.fromkeys(word for word in words if word not in NAMES)
        sight.add("other text", _APART.join(told), "machine")
    remarks = re.findall(rb"(?m)^%(?!PDF|%EOF)[ -~]{4,}", body)
    sight.add("other text", b"\n".join(remarks).decode("ascii"), "machine")


def _look_at_versions(data: bytes, sight: Sight) -> None:
    """Every earlier version: the file up to each of its ends."""
    ends = [found.end() for found in re.finditer(rb"startxref\s+\d+\s+%%EOF", data)]
    is_for_web = b"/Linearized" in data[:2048]
    earlier = ends[1:-1] if is_for_web else ends[:-1]
    if earlier:
        sight.skip("earlier revision", "The file still holds an earlier version of itself. Save it afresh.")
    for end in earlier[:_MOST_VERSIONS]:
        try:
            look_at_pages(data[:end], sight, part="earlier revision")
        except RuntimeError:
            continue  # it is unread already
