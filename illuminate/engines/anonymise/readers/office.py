"""What Word and Excel files have in common: properties, links, pictures, and parts that nobody explained."""

from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from ..places import Piece, Reading
from .package import Package, attribute, each, in_attribute, local, pieces_of

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
    ".svg",
    ".webp",
    ".wdp",
    ".ico",
)
_FONTS = (".odttf", ".ttf", ".otf", ".fntdata")
_SCAN = "A picture: its words can't be read."
_EMBEDDED = "A file inside the file: it was not read."
# Attributes that only ever hold numbers for the program; the rest of the machinery is read.
_NOISE = frozenset(
    {"rsid", "rsidR", "rsidRDefault", "rsidP", "rsidRPr", "rsidTr", "paraId", "textId", "themeColor"}
)


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
        if low.endswith((".xml", ".rels", ".vml")):
            root = package.take_xml(name)
            if root is not None:
                _read_unexplained(root, _label(low, name), reading)
            continue
        package.take(name)
        if "thumbnail" in low:
            reading.skip("thumbnail", "A small picture of a page: its words can't be read.")
        elif low.endswith(_PICTURES):
            reading.skip(reading.number("picture"), _SCAN)
        elif not low.endswith(_FONTS):
            reading.skip(reading.number("attachment"), _EMBEDDED)


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
    machine = f"{part} (settings)"
    seen: set[str] = set()
    for element in root.iter():
        if not local(element):
            continue
        if element not in inside:
            reading.add_words(part, Piece(element.text or "", element))
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] in _NOISE:
                continue
            piece = Piece(value, element, key)
            if value not in seen:
                seen.add(value)
                reading.add_machine(machine, piece)
            elif reading.sources is not None:
                reading.add_copy(machine, value, (piece,))
