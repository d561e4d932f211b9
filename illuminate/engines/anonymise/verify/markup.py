"""XML as text in every way that it can be put together: by paragraph, as a whole, with and without what was changed."""

import re
from collections.abc import Iterator
from typing import Literal

from lxml import etree

from ..errors import UnsafeFile
from .letters import decoded, strings_in
from .sight import Sight

Kind = Literal["story", "style", "cells"]
_DTD = "The file's XML declares a DTD or an entity, which no honest document does. It was not opened."
_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_PARAGRAPHS = frozenset({"p", "rt", "si", "is", "comment", "threadedComment", "text", "v", "lpwstr", "lpstr"})
_BOXES = frozenset({"txbxContent", "rt"})
_BLANKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
_CELL = frozenset({"v", "t", "is", "r", "si"})
# Orders to the printer in a header of Excel: "&B", "&12", '&"Arial,Bold"'.
_PRINTER = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+ ?|[A-Za-z])')
# Attributes that people write, and those that are links or names without blanks.
_WRITTEN = frozenset(
    {"author", "initials", "descr", "title", "alt", "tooltip", "display", "displayName", "userId", "prompt",
     "promptTitle", "error", "errorTitle", "string", "lastModifiedBy", "creator", "comment", "lastEdited"}
)  # fmt: skip
_PART_OF_ATTRIBUTE = {
    "author": "comment author",
    "initials": "comment author",
    "displayName": "people",
    "userId": "people",
    "tooltip": "link",
    "display": "link",
    "prompt": "validation list",
    "promptTitle": "validation list",
    "error": "validation list",
    "errorTitle": "validation list",
    "comment": "defined name",
}
# What people name: whoever reads such a name knows it for one, with or without its capital.
_NAMED = {
    "bookmarkStart": "bookmark",
    "sheet": "sheet name",
    "definedName": "defined name",
    "table": "defined name",
    "tableColumn": "defined name",
    "cacheField": "pivot cache",
    "s": "pivot cache",
    "pivotCacheDefinition": "people",
    "worksheetSource": "sheet name",
    "docVar": "document variable",
    "alias": "content control",
    "tag": "content control",
    "listItem": "content control",
    "listEntry": "content control",
    "default": "content control",
    "helpText": "content control",
    "statusText": "content control",
    "attr": "content control",
    "property": "custom properties",
    "docPr": "alt text",
    "cNvPr": "alt text",
    "person": "people",
}
_GIVEN = frozenset(
    {"name", "val", "v", "displayName", "displayText", "value", "refreshedBy", "sheet", "author"}
)
_LINKS = frozenset({"Target", "target", "anchor", "href", "src", "location", "ref", "instr", "linkTarget"})
_FONTS = frozenset({"typeface", "ascii", "hAnsi", "cs", "eastAsia", "panose", "latin"})
_NUMBERS = frozenset(
    {
        "rsid",
        "rsidR",
        "rsidRDefault",
        "rsidP",
        "rsidRPr",
        "rsidTr",
        "rsidSect",
        "paraId",
        "textId",
        "durableId",
    }
)
_PUBLIC = re.compile(
    r"https?://(?:schemas\.(?:openxmlformats|microsoft)\.|purl\.o|www\.w3\.o|purl\.oclc)|urn:schemas-"
)


def parsed(data: bytes) -> "etree._Element | None":
    """The root; None when it is damaged. Raises UnsafeFile for a DTD or an entity, in whatever coding."""
    if _DECLARED.search(decoded(data)):
        raise UnsafeFile(_DTD)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    if root.getroottree().docinfo.doctype:
        raise UnsafeFile(_DTD)
    return root


def look_at_xml(data: bytes, part: str, sight: Sight, *, kind: Kind = "story") -> "etree._Element | None":
    """See all of one XML part. A style is what Word or Excel itself wrote; of cells the caller knows the words."""
    root = parsed(data)
    if root is None:
        sight.skip(part, "Its XML is damaged.")
        for text in (decoded(data), *strings_in(data)):
            sight.add(part, text, "joined")
        return None
    if kind == "style":
        sight.add(part, "\n".join(_texts(root)), "machine")
    elif kind == "cells":
        _look_beside_cells(root, part, sight)
    else:
        _look_at_paragraphs(root, part, sight)
        sight.add(part, "".join(_texts(root)), "joined")
    _look_at_machinery(root, part, sight)
    return root


def _local(element: "etree._Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(root: "etree._Element") -> Iterator[str]:
    for element in root.iter():
        if _local(element) and element.text:
            yield element.text
        if element.tail and element is not root:
            yield element.tail


def _look_at_paragraphs(root: "etree._Element", part: str, sight: Sight) -> None:
    """Every paragraph; what is in none of them alone."""
    inside: set[etree._Element] = set()
    for element in root.iter():
        name = _local(element)
        if not name:
            sight.add(part, element.text or "", "prose")
        elif name in _PARAGRAPHS:
            inside.update(element.iter())
            _look_at_paragraph(element, part, sight)
        elif element not in inside and element.text:
            sight.add(part, element.text, "prose")
        if element.tail and element not in inside and element.tail.strip():
            sight.add(part, element.tail, "prose")


def _look_beside_cells(root: "etree._Element", part: str, sight: Sight) -> None:
    for element in root.iter():
        name = _local(element)
        if element.text and name and name not in _CELL:
            is_edge = name.endswith(("Header", "Footer"))
            text = _PRINTER.sub(" ", element.text) if is_edge else element.text
            sight.add(name[-6:].lower() if is_edge else part, text, "prose")


def _look_at_paragraph(paragraph: "etree._Element", part: str, sight: Sight) -> None:
    """As a reader sees it, with what was deleted, and without what was inserted."""
    is_box = any(_local(above) in _BOXES for above in paragraph.iterancestors())
    part = "text box" if is_box else part
    sight.prose(part, _words(paragraph, without=_DELETED))
    changed = {_local(one) for one in paragraph.iter()} & (_DELETED | _INSERTED)
    if changed:
        sight.add(
            "tracked deletion" if changed & _DELETED else part, _words(paragraph, without=_INSERTED), "prose"
        )
        sight.add(part, _words(paragraph, without=frozenset()), "prose")


def _words(element: "etree._Element", *, without: frozenset[str]) -> str:
    found: list[str] = []
    stack: list[etree._Element | str] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            found.append(one)
            continue
        name = _local(one)
        if one is not element and one.tail:
            stack.append(one.tail)
        if not name or name in without or (one is not element and name in _BOXES):
            continue
        found.append(_BLANKS.get(name, ""))
        stack.extend(reversed(one))
        if one.text:
            stack.append(one.text)
    return "".join(found)


def _look_at_machinery(root: "etree._Element", part: str, sight: Sight) -> None:
    """Attributes, remarks, orders to programs, and names that no standard gives."""
    for element in root.iter():
        name = _local(element)
        if not name:
            continue
        _look_at_name(element.tag, sight)
        for key, value in element.attrib.items():
            _look_at_attribute(name, str(key), str(value), part, sight)
    for remark in root.getroottree().xpath("//comment()|//processing-instruction()"):
        sight.add("XML comment", remark.text or "", "prose")
        sight.add("XML comment", getattr(remark, "target", "") or "", "machine")
    for space in {space for element in root.iter() for space in element.nsmap.values()}:
        if not _PUBLIC.match(space):
            sight.name("custom XML", space)


def _look_at_name(tag: str, sight: Sight) -> None:
    space, _, name = tag.rpartition("}")
    if not _PUBLIC.match(space.lstrip("{")):
        sight.add("custom XML", name, "machine")


def _look_at_attribute(owner: str, key: str, value: str, part: str, sight: Sight) -> None:
    space, _, name = key.rpartition("}")
    if name in _NUMBERS:
        return
    if owner in _NAMED and name in _GIVEN:
        sight.name(_NAMED[owner], value)
        return
    if space and not _PUBLIC.match(space.lstrip("{")):
        sight.add("custom XML", name, "machine")
    if name in _LINKS:
        sight.name("link", value)
    elif name in _WRITTEN:
        sight.add(_PART_OF_ATTRIBUTE.get(name, "alt text"), value, "prose")
    elif name in _FONTS:
        sight.add(part, value, "font")
    else:
        sight.add(f"{part} (settings)", value, "machine")
