"""Tracked changes accepted, hidden words gone, and the marks of who wrote when."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from ..readers.package import each, local
from ..readers.story import is_hidden
from .pruning import Fate, prune
from .tally import Tally

_GONE = frozenset({"del", "moveFrom"})
_COME = frozenset({"ins", "moveTo"})
_FORMATS = frozenset(
    {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange",
     "tblPrExChange", "numberingChange", "cellMerge", "cellIns"}
)  # fmt: skip
_MARKS = frozenset(
    {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr", "permStart",
     "permEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
     "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
     "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "smartTagPr", "customXmlPr"}
)  # fmt: skip
_PROPERTIES = frozenset({"rPr", "trPr", "ctrlPr"})
_STAYS = frozenset(
    {"rPr", "fldChar", "instrText", "footnoteReference", "endnoteReference", "commentReference",
     "annotationRef", "footnoteRef", "endnoteRef"}
)  # fmt: skip


def accept_changes(root: Element, tally: Tally) -> None:
    """What was deleted or moved away goes, what was put in is plain text, formats are as they are now."""
    in_properties = {child for one in root.iter() if local(one) in _PROPERTIES for child in one}
    # Asked before the marks themselves go.
    struck = {one for one in each(root, "tr") if _is_marked(one, "trPr", "del")}
    struck |= {one for one in each(root, "tc") if _is_marked(one, "tcPr", "cellDel")}
    _join_paragraphs(root, tally)

    def fate_of(one: Element) -> Fate:
        name = local(one)
        if name in _GONE | _COME:
            return _fate_of_change(one, name, in_properties, tally)
        if name in _FORMATS:
            tally.count("tracked change of format accepted", "tracked changes of format accepted")
            return Fate.DROP
        if name in _MARKS:
            return Fate.DROP
        if one in struck:
            tally.count("tracked deletion accepted", "tracked deletions accepted")
            return Fate.DROP
        if name == "tbl" and not any(local(row) in ("tr", "sdt") for row in one):
            return Fate.DROP
        return Fate.UNWRAP if name in ("smartTag", "customXml") else Fate.KEEP

    prune(root, fate_of)


def _fate_of_change(one: Element, name: str, in_properties: set[Element], tally: Tally) -> Fate:
    what = "deletion" if name in _GONE else "insertion"
    if len(one):
        tally.count(f"tracked {what} accepted", f"tracked {what}s accepted")
    if name in _GONE:
        return Fate.DROP
    return Fate.DROP if one in in_properties and not len(one) else Fate.UNWRAP


def _is_marked(element: Element, properties: str, mark: str) -> bool:
    return any(local(one) == mark for child in element if local(child) == properties for one in child)


def _join_paragraphs(root: Element, tally: Tally) -> None:
    """A paragraph whose end was deleted runs on into the next one."""
    for parent in list(root.iter()):
        blocks = list(parent)
        for one, after in pairwise(blocks):
            if local(one) == local(after) == "p" and _ends_deleted(one):
                tally.count("tracked deletion accepted", "tracked deletions accepted")
                start = 1 if len(after) and local(after[0]) == "pPr" else 0
                after[start:start] = [child for child in one if local(child) != "pPr"]
                parent.remove(one)


def _ends_deleted(paragraph: Element) -> bool:
    for properties in paragraph:
        if local(properties) == "pPr":
            return any(_is_marked(properties, "rPr", mark) for mark in _GONE)
    return False


def drop_hidden(root: Element, hidden: frozenset[str], tally: Tally) -> None:
    """Take words that the page doesn't show out of their runs; what holds a field or note together stays."""
    for paragraph in each(root, "p"):
        whole = is_hidden(paragraph, "pPr", "pStyle", hidden)
        for run in _runs(paragraph):
            if whole or is_hidden(run, "rPr", "rStyle", hidden):
                gone = [child for child in run if local(child) not in _STAYS]
                for child in gone:
                    run.remove(child)
                if any(local(child) not in ("lastRenderedPageBreak",) for child in gone):
                    tally.say("hidden text")


def _runs(element: Element) -> Iterator[Element]:
    """The runs of a paragraph itself, without those of text boxes in it."""
    for child in element:
        if local(child) == "r":
            yield child
        elif local(child) not in ("txbxContent", "p"):
            yield from _runs(child)


def drop_marks(root: Element, tally: Tally) -> None:
    """No attribute says who wrote something, when, or in which session."""
    for element in root.iter():
        for key in list(element.attrib):
            name = key.rpartition("}")[2]
            if name.startswith("rsid"):
                del element.attrib[key]
            elif name == "author" and element.attrib[key] != "Author":
                element.set(key, "Author")
                tally.say("the names of who commented")
            elif name == "initials" and element.attrib[key] != "A":
                element.set(key, "A")
            elif local(element) == "comment" and name in ("date", "dateUtc"):
                del element.attrib[key]
