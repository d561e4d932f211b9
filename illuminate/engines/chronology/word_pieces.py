"""Pieces of Word's own XML: what stands outermost, the words that are shown, the columns a cell runs over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{SPACE}}}"
P, R, T, TBL, TR, TC = (f"{W}{tag}" for tag in ("p", "r", "t", "tbl", "tr", "tc"))
VAL = f"{W}val"
_TAB, _BR, _CR, _HYPHEN = (f"{W}{tag}" for tag in ("tab", "br", "cr", "noBreakHyphen"))
_TC_PROPERTIES, _SPAN, _MERGE = (f"{W}{tag}" for tag in ("tcPr", "gridSpan", "vMerge"))
_PIECES = {_TAB: "\t", _BR: "\n", _CR: "\n", _HYPHEN: "-"}
_MOST_COLUMNS = 63  # Word's own limit
_OFF = ("0", "false", "off")

Element = Any  # lxml has no types of its own


def outermost(element: Element, *names: str) -> Iterator[Element]:
    """Elements of these names that stand in no other one of them, in document order."""
    for child in element:
        if child.tag in names:
            yield child
        elif len(child):
            yield from outermost(child, *names)


def taken_out(element: Element, name: str) -> list[Element]:
    """Elements of a name inside another one, outermost first, cut out of it."""
    if next(element.iter(name), None) is None:
        return []
    found = list(outermost(element, name))
    for one in found:
        one.getparent().remove(one)
    return found


def merged(cell: Element) -> tuple[int, bool]:
    """How many columns a cell runs over, and whether it goes on from the cell above."""
    width, goes_on = 1, False
    properties = cell[0] if len(cell) else None
    if properties is not None and properties.tag == _TC_PROPERTIES:
        for one in properties:
            if one.tag == _SPAN:
                width = max(value_of(one, 1), 1)
            elif one.tag == _MERGE:
                goes_on = one.get(VAL, "continue") == "continue"
    return width, goes_on


def text_of(element: Element, hidden: bool = True) -> str:
    """The words in a paragraph or cell; a line break for each paragraph's end."""
    pieces: list[str] = []
    for child in element.iter(T, _TAB, _BR, _CR, _HYPHEN, P):
        tag = child.tag
        if tag == T:
            if child.text and (hidden or not _is_hidden(child)):
                pieces.append(child.text)
        elif tag == P:
            if pieces and pieces[-1] != "\n":
                pieces.append("\n")
        elif child.getparent().tag == R:
            pieces.append(_PIECES[tag])
    return "".join(pieces).strip()


def _is_hidden(text: Element) -> bool:
    vanish = text.getparent().find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(VAL, "1") not in _OFF


def bold_lead(paragraph: Element) -> str:
    """The bold words that a paragraph begins with."""
    words: list[str] = []
    for run in paragraph.iter(R):
        text = text_of(run)
        bold = run.find(f"{W}rPr/{W}b")
        if text and (bold is None or bold.get(VAL, "1") in _OFF):
            break
        words.append("".join(child.text or "" for child in run.iter(T)))
    return "".join(words).strip()


def value_of(element: Element | None, otherwise: int) -> int:
    value = element.get(VAL, "") if element is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdecimal() else otherwise
