"""Fields: those that show what is taken out of the file become the words that they show."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..readers.package import attribute, local
from .pruning import Fate, prune
from .tally import Tally

# Fields that work from the text alone. All others ask for a property, a variable, a path or a source.
_KEPT = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "HYPERLINK", "TOC", "SEQ",
     "STYLEREF", "TITLE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "SYMBOL", "EQ", "=", "LISTNUM", "AUTONUM",
     "NUMWORDS", "NUMCHARS", "ADVANCE", "QUOTE"}
)  # fmt: skip
_OPEN = re.compile(r'^\s*\S+\s+(?:"?(?:https?:|mailto:|tel:)|\\l\b)', re.IGNORECASE)
_SHOWN = frozenset({"t", "tab", "br", "cr", "sym", "noBreakHyphen", "drawing", "pict", "object"})


@dataclass
class _Field:
    """A field while it is open; `elements` go when it is not kept."""

    elements: list[Element] = field(default_factory=list)
    code: str = ""
    is_showing: bool = False


def flatten_fields(root: Element, tally: Tally) -> None:
    """Leave the words that a field shows, and take out the order behind them."""
    gone = _orders(root)

    def fate_of(one: Element) -> Fate:
        if id(one) in gone:
            return Fate.DROP
        if local(one) == "fldSimple" and not _is_kept(attribute(one, "instr") or ""):
            tally.count("field turned into its words", "fields turned into their words")
            return Fate.UNWRAP
        return Fate.KEEP

    tally.count(
        "field turned into its words",
        "fields turned into their words",
        sum(1 for one in gone.values() if attribute(one, "fldCharType") == "begin"),
    )
    prune(root, fate_of)


def _orders(root: Element) -> dict[int, Element]:
    """What belongs to a field that isn't kept and is not its result."""
    open_fields: list[_Field] = []
    gone: dict[int, Element] = {}
    for one in root.iter():
        name = local(one)
        kind = attribute(one, "fldCharType") if name == "fldChar" else None
        if kind == "begin":
            open_fields.append(_Field())
        if not open_fields:
            continue
        if name in ("fldChar", "instrText"):
            open_fields[-1].elements.append(one)
            open_fields[-1].code += (one.text or "") if name == "instrText" else ""
        if name in _SHOWN:
            # What stands among the orders of a field was never shown.
            for each_open in open_fields:
                if not each_open.is_showing:
                    each_open.elements.append(one)
        if kind == "separate":
            open_fields[-1].is_showing = True
        elif kind == "end":
            closed = open_fields.pop()
            if not _is_kept(closed.code):
                gone.update((id(element), element) for element in closed.elements)
    return gone


def _is_kept(code: str) -> bool:
    words = code.split()
    if not words:
        return False
    if words[0].upper() == "HYPERLINK" and not _OPEN.search(code):
        return False  # a path on somebody's disk
    return words[0].upper() in _KEPT or words[0].startswith("=")
