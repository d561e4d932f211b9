"""XML written out with the prefixes that it came with: Word's lists of what may be ignored name prefixes."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

_XML = "http://www.w3.org/XML/1998/namespace"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


def written(root: Element, original: bytes) -> bytes:
    """The tree as UTF-8; `original` is what it was read from. Every namespace is declared at the root."""
    by_prefix: dict[str, str] = {}
    for _, (prefix, space) in iterparse(io.BytesIO(original), events=("start-ns",), forbid_dtd=True):
        by_prefix.setdefault(prefix, space)
    prefixes = _prefixes(root, by_prefix)
    declared = {**{prefix: space for space, prefix in prefixes.items()}, **_spare(by_prefix, prefixes)}
    spaces = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{space.translate(_IN_ATTRIBUTE)}"'
        for prefix, space in declared.items()
        if prefix != "xml"
    )
    return (_HEAD + "".join(_pieces(root, prefixes, spaces))).encode("utf-8", errors="xmlcharrefreplace")


def _prefixes(root: Element, by_prefix: dict[str, str]) -> dict[str, str]:
    """A prefix for each namespace in use; none for the default one where nothing is without a namespace."""
    spaces = {_XML: "xml"}
    has_bare = any(isinstance(one.tag, str) and not one.tag.startswith("{") for one in root.iter())
    default = by_prefix.get("", "")
    in_attributes = {key[1:].partition("}")[0] for one in root.iter() for key in one.attrib if key[0] == "{"}
    for prefix, space in by_prefix.items():
        if prefix:
            spaces.setdefault(space, prefix)
    if default and not has_bare and default not in in_attributes:
        spaces.setdefault(default, "")
    used = {one.tag[1:].partition("}")[0] for one in root.iter() if one.tag[0] == "{"} | in_attributes
    for number, space in enumerate(sorted(used - set(spaces))):
        spaces[space] = f"ns{number}"
        while list(spaces.values()).count(spaces[space]) > 1 or spaces[space] in by_prefix:
            spaces[space] += "x"
    return spaces


def _spare(by_prefix: dict[str, str], prefixes: dict[str, str]) -> dict[str, str]:
    """Further prefixes of a namespace: an attribute's value may name them."""
    return {p: space for p, space in by_prefix.items() if p and p not in prefixes.values()}


def _pieces(root: Element, prefixes: dict[str, str], spaces: str) -> Iterator[str]:
    stack: list[Element | str] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        name = _name(one.tag, prefixes)
        yield f"<{name}{spaces if one is root else ''}"
        for key, value in one.attrib.items():
            yield f' {_name(key, prefixes)}="{value.translate(_IN_ATTRIBUTE)}"'
        if not one.text and not len(one):
            yield "/>"
            continue
        yield f">{(one.text or '').translate(_IN_TEXT)}"
        stack.append(f"</{name}>")
        for child in reversed(one):
            if child.tail:
                stack.append(child.tail.translate(_IN_TEXT))
            stack.append(child)


def _name(tag: str, prefixes: dict[str, str]) -> str:
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].partition("}")
    return f"{prefixes[space]}:{name}" if prefixes[space] else name
