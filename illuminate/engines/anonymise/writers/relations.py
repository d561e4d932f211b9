"""What refers to what in an Office file: parts that may stay, and everything else gone with what pointed to it."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ..readers.package import attribute, local
from .pruning import Fate, prune
from .tally import Tally

# Kinds of relationship, by the end of their names, whose parts the engine reads and can write.
_KEPT = frozenset(
    {"officeDocument", "core-properties", "extended-properties", "styles", "stylesWithEffects", "settings",
     "webSettings", "fontTable", "theme", "numbering", "header", "footer", "footnotes", "endnotes", "comments",
     "commentsExtended", "image", "hdphoto", "chart", "chartStyle", "chartColorStyle", "chartUserShapes", "chartEx",
     "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "customXml",
     "customXmlProps", "glossaryDocument", "font", "themeOverride"}
)  # fmt: skip
_SAID = {
    "oleObject": ("embedded file", "embedded files"),
    "package": ("embedded file", "embedded files"),
    "aFChunk": ("file inside the text", "files inside the text"),
    "control": ("control", "controls"),
    "thumbnail": ("thumbnail", "thumbnails"),
    "people": ("list of people", "lists of people"),
    "customXml": ("part of custom XML that no text shows", "parts of custom XML that no text shows"),
    "custom-properties": ("list of custom properties", "lists of custom properties"),
    "printerSettings": ("printer's settings", "printers' settings"),
    "recipientData": ("list of recipients", "lists of recipients"),
    "hyperlink": ("link to a file's path", "links to a file's path"),
    "image": ("path of a picture", "paths of pictures"),
    "subDocument": ("link to another document", "links to other documents"),
}
# Said already where the settings are cleaned.
_UNSAID = frozenset({"attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"})
_OTHER = ("part that no reader knows", "parts that no reader knows")
_OPEN = ("http://", "https://", "mailto:", "tel:")
_R = ("/officeDocument/2006/relationships", "/officeDocument/relationships")


@dataclass
class Relations:
    """The relationships of a package's members, walked from its root."""

    trees: dict[str, Element]
    names: frozenset[str]
    tally: Tally
    bound: frozenset[str] = frozenset()
    kept: set[str] = field(default_factory=set)
    _gone: set[str] = field(default_factory=set)

    def walk(self) -> None:
        """Find what stays, and cut what may not. Afterwards `kept` names the members, lists of relations too."""
        waiting = [""]
        while waiting:
            source = waiting.pop()
            rels = self.trees.get(rels_of(source))
            if rels is None:
                continue
            self.kept.add(rels_of(source))
            for target in self._cut(source, rels):
                if target not in self.kept:
                    self.kept.add(target)
                    waiting.append(target)
        for one in sorted(self.names - self.kept - {"[Content_Types].xml"}):
            if not one.endswith(".rels") and not self._is_cut(one):
                self.tally.count("part that nothing refers to", "parts that nothing refers to")

    def _cut(self, source: str, rels: Element) -> Iterator[str]:
        """Take out the relationships that may not stay, with what used them; the targets that stay."""
        lost: set[str] = set()
        for one in list(rels):
            kind = kind_of(one)
            target = resolved(source, attribute(one, "Target") or "")
            if self._may_stay(one, kind, target):
                if not is_outside(one):
                    yield target
                continue
            rels.remove(one)
            lost.add(attribute(one, "Id") or "")
            if kind not in _UNSAID and (is_outside(one) or target in self.names):
                self.tally.count(*_SAID.get(kind, _OTHER))
            self._gone.add(target)
        if lost and source in self.trees:
            _drop_users(self.trees[source], lost)

    def _is_cut(self, name: str) -> bool:
        """Whether a member went with the relationship to it, or hangs on one that did."""
        if name in self._gone:
            return True
        return any(
            resolved(gone, attribute(one, "Target") or "") == name
            for gone in self._gone
            for one in self.trees.get(rels_of(gone), ())
        )

    def _may_stay(self, one: Element, kind: str, target: str) -> bool:
        if is_outside(one):
            return kind == "hyperlink" and _is_open((attribute(one, "Target") or "").lower())
        if kind == "hyperlink":
            return False
        if kind == "customXml" and self._item_id(target) not in self.bound:
            return False
        return kind in _KEPT and target in self.names

    def _item_id(self, item: str) -> str:
        """The number by which content controls ask for a part of custom XML."""
        for one in self.trees.get(rels_of(item), ()):
            properties = self.trees.get(resolved(item, attribute(one, "Target") or ""))
            if properties is not None:
                return (attribute(properties, "itemID") or "").upper()
        return ""


def rels_of(name: str) -> str:
    """The member that lists a member's relationships; the package's own for the empty name."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def resolved(source: str, target: str) -> str:
    """The member that a target means, seen from the member that names it."""
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def kind_of(relation: Element) -> str:
    """The last word of a relationship's type."""
    return (attribute(relation, "Type") or "").rpartition("/")[2]


def is_outside(relation: Element) -> bool:
    """Whether the target is no member of the file."""
    return (attribute(relation, "TargetMode") or "").lower() == "external"


def _is_open(address: str) -> bool:
    """Whether an address is one that the whole world has; one of a mailbox is none without its "@"."""
    return address.startswith(_OPEN) and (not address.startswith("mailto:") or "@" in address)


def _drop_users(root: Element, lost: set[str]) -> None:
    """A link keeps its words and a picture its place; an object keeps the picture that stood for it."""
    for one in root.iter():
        name = local(one)
        for key in [key for key, value in one.attrib.items() if value in lost and _is_reference(key)]:
            if name in ("blip", "imagedata", "fill", "stroke", "movie"):
                del one.attrib[key]
        if name == "object" and any(_uses(inner, lost) for inner in one.iter()):
            one.tag = one.tag.removesuffix("object") + "pict"
            one.attrib.clear()

    def fate_of(one: Element) -> Fate:
        if not _uses(one, lost):
            return Fate.KEEP
        return Fate.UNWRAP if local(one) == "hyperlink" else Fate.DROP

    prune(root, fate_of)


def _uses(one: Element, lost: set[str]) -> bool:
    return any(value in lost and _is_reference(key) for key, value in one.attrib.items())


def _is_reference(key: str) -> bool:
    return key[1:].partition("}")[0].endswith(_R)
