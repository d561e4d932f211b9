"""What Word and Excel files have in common: properties, links, pictures, and parts that nobody explained."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from ..places import Piece, Reading
from .inside import read_inside
from .package import Package, attribute, each, in_attribute, local, pieces_of
from .strings import remarks_in, words_in

_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".webp",
    ".wdp",
    ".ico",
)
_FONTS = (".odttf", ".ttf", ".otf", ".fntdata")
_SCAN = "A picture: its words can't be read."
# Attributes that only ever hold numbers for the program; the rest of the machinery is read.
_NOISE = frozenset(
    {"rsid", "rsidR", "rsidRDefault", "rsidP", "rsidRPr", "rsidTr", "paraId", "textId", "themeColor"}
)
# Numbers as programs write them: a list's "FB12693A", a colour's "CD0000". Their letters are digits, not initials.
_NUMBER = re.compile(r"[0-9A-F]{6}(?:[0-9A-F]{2})?")
_NUMBERED = frozenset({"nsid", "tmpl", "color", "srgbClr", "sysClr", "shd", "fgColor", "bgColor", "tabColor"})
_NUMBERED_BY = frozenset({"tplc", "durableId", "fill", "color", "lastClr"})
_ITEM = re.compile(r"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")


_SHAPES = frozenset({"docPr", "cNvPr", "shape", "rect", "oval", "roundrect", "line", "group", "textpath"})
# Attributes that tell what a picture or shape says, by their keys: the elements that have them.
ALT_TEXT = {
    **dict.fromkeys(("descr", "title", "alt", "name"), _SHAPES),
    "string": frozenset({"textpath"}),
    "val": frozenset({"tblCaption", "tblDescription"}),
}


def _is_number(element: str, key: str, value: str) -> bool:
    if element in _NUMBERED or key in _NUMBERED_BY:
        return _NUMBER.fullmatch(value) is not None
    return _ITEM.fullmatch(value) is not None


def read_properties(package: Package, reading: Reading) -> None:
    """Core, extended and custom properties, each that has words a paragraph; then the zip's own remark."""
    for name in ("docProps/core.xml", "docProps/app.xml"):
        root = package.take_xml(name)
        for element in root.iter() if root is not None else ():
            if local(element):
                reading.add_words("properties", Piece(element.text or "", element))
    reading.add_words("properties", Piece(package.comment, None))
    custom = package.take_xml("docProps/custom.xml")
    if custom is not None:
        for element in custom.iter():
            if local(element):
                reading.add_words("custom properties", Piece(element.text or "", element))
        for named in each(custom, "property"):
            reading.add_words("custom properties", in_attribute(named, "name"))
            reading.add_words("custom properties", in_attribute(named, "linkTarget"))


def read_links(package: Package, reading: Reading) -> None:
    """Targets outside the file, as written and with %20 and its like resolved."""
    for name in [name for name in package.names() if name.endswith(".rels")]:
        root = package.take_xml(name)
        for relation in each(root, "Relationship") if root is not None else ():
            if (attribute(relation, "TargetMode") or "").lower() == "external":
                add_link(reading, in_attribute(relation, "Target"))


def add_link(reading: Reading, target: Piece | str | None) -> None:
    """A link's target, and what it says once decoded."""
    reading.add_once("link", target)
    if isinstance(target, Piece):
        if (decoded := unquote(target.words)) != target.words:
            reading.add_once("link", replace(target, words=decoded, is_decoded=True))
    elif target and unquote(target) != target:
        reading.add_once("link", unquote(target))


def read_alt_text(root: Element, reading: Reading) -> None:
    """What a picture or shape says to those who don't see it, and the picture's own name."""
    for element in each(
        root, "docPr", "cNvPr", "shape", "rect", "oval", "roundrect", "line", "group", "textpath"
    ):
        for key in ("descr", "title", "alt", "name"):
            reading.add_words("alt text", in_attribute(element, key))
        if local(element) == "textpath":
            reading.add_words("text box", in_attribute(element, "string"))
    for element in each(root, "tblCaption", "tblDescription"):
        reading.add_words("alt text", in_attribute(element, "val"))


def read_people(package: Package, reading: Reading) -> None:
    """The list of people whom Word or Excel keeps for comments."""
    for name in package.names():
        if name.endswith("people.xml") or "/persons/" in name:
            root = package.take_xml(name)
            for element in root.iter() if root is not None else ():
                for key in ("author", "displayName", "userId"):
                    reading.add_once("people", in_attribute(element, key))


def read_rest(package: Package, reading: Reading) -> None:
    """Every member that no reader asked for: its words, its attributes, or a word that it is unread."""
    for name in package.names():
        low = name.lower()
        if low.endswith((".xml", ".rels", ".vml", ".svg")):
            root = package.take_xml(name)
            if root is not None:
                _read_unexplained(root, _label(low, name), reading)
            if low.endswith(".svg"):
                reading.skip(reading.number("picture"), _SCAN)
            continue
        data = package.take(name) or b""
        if "thumbnail" in low:
            reading.skip("thumbnail", "A small picture of a page: its words can't be read.")
            _read_remarks(data, "thumbnail", reading)
        elif low.endswith(_PICTURES):
            part = reading.number("picture")
            reading.skip(part, _SCAN)
            _read_remarks(data, part, reading)
        elif "printersettings" in low:
            for words in words_in(data):
                reading.add_machine("printer settings", Piece(words, None))
        elif not low.endswith(_FONTS):
            read_inside(data, reading)


def _read_remarks(data: bytes, part: str, reading: Reading) -> None:
    """What is written in a picture's file; what the picture shows can't be read."""
    for words in remarks_in(data):
        reading.add_machine(part, Piece(words, None))


def read_names(package: Package, reading: Reading) -> None:
    """The names of the members: an embedded photo keeps the name that it had."""
    for name in package.names():
        reading.add_machine("part name", Piece(name, None))


def _label(low: str, name: str) -> str:
    for sign, label in (("customxml", "custom XML"), ("chart", "chart"), ("diagram", "diagram")):
        if sign in low:
            return label
    return f"part {name}"


def _read_unexplained(root: Element, part: str, reading: Reading) -> None:
    """Words by paragraph where there are paragraphs, alone elsewhere; attributes for the register only."""
    read_alt_text(root, reading)
    inside: set[Element] = set()
    for paragraph in each(root, "p"):
        if paragraph not in inside:
            inside.update(paragraph.iter())
            pieces = list(pieces_of(paragraph))
            reading.add_words(part, "".join(piece.words for piece in pieces), pieces)
    for element in root.iter():
        if local(element) and element not in inside:
            reading.add_words(part, Piece(element.text or "", element))
    read_attributes(root, f"{part} (settings)", reading, ALT_TEXT)


def read_attributes(
    root: Element,
    part: str,
    reading: Reading,
    known: Mapping[str, AbstractSet[str]],
    told: AbstractSet[Element] = frozenset(),
) -> None:
    """Every attribute that no part tells already, each value once: people's names stand in the oddest of them.

    `known`: by an attribute's key, the elements whose attribute is told; `told`: elements that are told as a whole.
    """
    seen: set[str] = set()
    for element in root.iter():
        name = local(element)
        if not name or element in told:
            continue
        for key, value in element.attrib.items():
            plain = key.rpartition("}")[2]
            if plain in _NOISE or name in known.get(plain, ()) or _is_number(name, plain, value):
                continue
            if value not in seen:
                seen.add(value)
                reading.add_machine(part, Piece(value, element, key))
            elif reading.sources is not None:
                reading.add_copy(part, value, (Piece(value, element, key),))
