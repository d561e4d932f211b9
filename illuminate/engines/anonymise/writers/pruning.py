"""Taking elements out of XML without losing the words around them."""

from collections.abc import Callable
from enum import Enum, auto
from xml.etree.ElementTree import Element

from ..readers.package import local


class Fate(Enum):
    """What becomes of an element: kept, gone with all in it, or gone while what is in it stays."""

    KEEP = auto()
    DROP = auto()
    UNWRAP = auto()


# Both ends of a range must stand, or both be gone: they outlive what is dropped around them.
_RANGE_ENDS = frozenset({"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"})


def prune(root: Element, fate_of: Callable[[Element], Fate]) -> None:
    """Ask for each element below the root what becomes of it, from the innermost out."""
    for parent in reversed(list(root.iter())):
        fates = [(child, fate_of(child)) for child in parent]
        if any(fate is not Fate.KEEP for _, fate in fates):
            _rebuild(parent, fates)


def _rebuild(parent: Element, fates: list[tuple[Element, Fate]]) -> None:
    for child, _ in fates:
        parent.remove(child)
    for child, fate in fates:
        if fate is Fate.KEEP:
            parent.append(child)
            continue
        if fate is Fate.UNWRAP:
            _add_text(parent, child.text)
            parent.extend(list(child))
        elif local(child):
            parent.extend([one for one in child.iter() if one is not child and local(one) in _RANGE_ENDS])
        _add_text(parent, child.tail)


def _add_text(parent: Element, text: str | None) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def drop_remarks(root: Element) -> bool:
    """Take out XML comments and orders to programs; whether there were any."""
    found = any(not local(one) for one in root.iter())
    if found:
        prune(root, lambda one: Fate.KEEP if local(one) else Fate.DROP)
    return found
