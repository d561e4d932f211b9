"""Words under an XML element, over all the elements that they are split over, and other words in their place."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..errors import FileRefused
from ..readers.package import local
from .wanted import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_Element = Any  # lxml says no types


def parsed(data: bytes, name: str) -> _Element:
    """A member's root without remarks and orders. Raises FileRefused when it is damaged."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(f"{name} in the file is damaged: ask for another copy.") from error


def written(root: _Element) -> bytes:
    """The member's bytes."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def put(element: _Element, spans: list[Span]) -> None:
    """Replace spans of the words under an element (`words_of`); the new words take the look of the old."""
    for start, end, new in spans:
        at = 0
        for node, is_tail in list(_nodes(element)):
            text = (node.tail if is_tail else node.text) or ""
            first, last = max(start - at, 0), min(end - at, len(text))
            if first < last:
                _set(node, is_tail, text[:first] + new + text[last:])
                new = ""
            at += len(text)


def _set(node: _Element, is_tail: bool, text: str) -> None:
    if is_tail:
        node.tail = text
        return
    node.text = text
    if text != text.strip() and local(node) == "t":
        node.set(_SPACE, "preserve")


def _nodes(element: _Element) -> Iterator[tuple[_Element, bool]]:
    """Every place for words under an element in their order; True: behind the element's end."""
    yield element, False
    for child in element:
        yield from _nodes(child)
        yield child, True


def parent_of(element: _Element) -> _Element:
    """The element around an element; None at the root."""
    return element.getparent()


def drop(element: _Element) -> None:
    """Take an element out, and each parent that is empty then and only was there for it."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if len(parent) == 0 and local(parent) in _ONLY_HOLDERS:
        drop(parent)


_ONLY_HOLDERS = frozenset(
    {
        "AlternateContent", "Choice", "Fallback", "controls", "customProperties", "externalReferences", "ext",
        "extLst", "hyperlinks", "oleObjects", "pivotCaches", "tableParts",
    }
)  # fmt: skip
