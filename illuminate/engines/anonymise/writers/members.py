"""The members of an Excel file: which of them a copy keeps, what holds them together, and the zip written afresh."""

import io
import re
import zipfile
from posixpath import dirname, join, normpath, relpath, split

from lxml import etree

from ..errors import FileRefused
from ..places import Reading
from ..readers.package import Package, attribute, each, local
from .nodes import drop, parsed, written
from .photos import without_remarks

_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/sharedStrings\.xml|xl/styles\.xml|xl/metadata\.xml"
    r"|xl/theme/[^/]+\.xml|xl/(?:work|chart)sheets/[^/]+\.xml|xl/(?:comments/)?comments?\d*\.xml"
    r"|xl/threadedComments/[^/]+\.xml|xl/persons/[^/]+\.xml|xl/charts/[^/]+\.xml|xl/tables/[^/]+\.xml"
    r"|xl/drawings/[^/]+\.(?:xml|vml)|xl/media/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)|xl/diagrams/[^/]+\.xml"
    r"|(?:xl/(?:\w+/)?)_rels/[^/]+\.rels|docProps/core\.xml",
    re.IGNORECASE,
)
_SAID = (
    ("customxml/", "Custom XML."),
    ("docprops/thumbnail", "A small picture of the first page."),
    ("docprops/", "The file's properties."),
    ("xl/externallinks/", "Links to other workbooks, with what they had kept of them."),
    ("xl/pivot", "Pivot tables and what they kept of their sources; what they showed stays as values."),
    ("xl/printersettings/", "Printer settings."),
    ("xl/embeddings/", "Files inside the file."),
    ("xl/activex/", "Buttons and other controls."),
    ("xl/ctrlprops/", "Buttons and other controls."),
    ("xl/slicer", "Buttons that filter tables."),
    ("xl/timeline", "Buttons that filter tables."),
    ("xl/connections", "Connections to other data."),
    ("xl/querytables/", "Connections to other data."),
    ("xl/revisions/", "Who changed what, and when."),
    ("xl/usernames", "Who changed what, and when."),
)
_QUIET = ("xl/calcchain.xml",)
_MACROS = re.compile(r"vbaproject|\.bin$.*vba|xl/macrosheets/|xl/vba", re.IGNORECASE)
_DATE = (1980, 1, 1, 0, 0, 0)
_SETTINGS_ONLY = ("pageSetup",)


class Members:
    """Every member that the copy keeps, the XML as trees; `removed` says in words what was left out."""

    def __init__(self, data: bytes) -> None:
        package = Package(data, Reading())
        self.removed: dict[str, None] = {}
        self.trees: dict[str, etree._Element] = {}
        self._plain: dict[str, bytes] = {}
        self._gone: set[str] = set()
        if package.comment:
            self.removed["A remark on the file as a whole."] = None
        for name in package.names():
            if _MACROS.search(name):
                raise FileRefused("The file has macros: save it as .xlsx without them and try again.")
            content = package.take(name) or b""
            if not _KEPT.fullmatch(name):
                self._leave(name)
            elif name.lower().endswith((".xml", ".rels", ".vml", ".svg")):
                self.trees[name] = parsed(content, name)
            else:
                self._plain[name] = without_remarks(content)
                if self._plain[name] != content:
                    self.removed["What was written inside pictures' files."] = None
        if "xl/workbook.xml" not in self.trees:
            raise FileRefused("The file has no workbook where Excel keeps it: ask for another copy.")

    def _leave(self, name: str) -> None:
        low = name.lower()
        self._gone.add(name)
        said = next((said for sign, said in _SAID if low.startswith(sign)), None)
        if low not in _QUIET:
            self.removed[said or "Parts that only one program knows."] = None

    def names(self) -> list[str]:
        """The members that stay."""
        return [*self.trees, *self._plain]

    def drop(self, name: str) -> None:
        """Leave a member out."""
        self.trees.pop(name, None)
        self._plain.pop(name, None)
        self._gone.add(name)

    def targets(self, owner: str) -> dict[str, str]:
        """For each relation of a member (its id) the member that it leads to."""
        root = self.trees.get(_rels_of(owner))
        return {
            attribute(one, "Id") or "": _target(owner, attribute(one, "Target") or "")
            for one in (each(root, "Relationship") if root is not None else ())
            if (attribute(one, "TargetMode") or "").lower() != "external"
        }

    def prune(self) -> None:
        """Take out each relation to a member that is gone, and what used it; and the members' list of kinds."""
        for name in [name for name in self.trees if name.endswith(".rels")]:
            owner = _owner_of(name)
            if owner and owner not in self.trees:
                self.drop(name)
                continue
            lost = [
                one
                for one in each(self.trees[name], "Relationship")
                if (attribute(one, "TargetMode") or "").lower() != "external"
                and _target(owner, attribute(one, "Target") or "") not in self.names()
            ]
            for one in lost:
                self._unlink(owner, attribute(one, "Id") or "")
                drop(one)
        names = set(self.names())
        for one in list(each(self.trees["[Content_Types].xml"], "Override")):
            if (attribute(one, "PartName") or "").lstrip("/") not in names:
                drop(one)

    def _unlink(self, owner: str, relation: str) -> None:
        root = self.trees.get(owner)
        for element in list(root.iter()) if root is not None else ():
            for key, value in list(element.attrib.items()):
                if value == relation and "relationships" in key:
                    if local(element) in _SETTINGS_ONLY:
                        del element.attrib[key]
                    else:
                        drop(element)

    def rename(self, name: str, new: str) -> None:
        """Give a member another name, and say so to all that lead to it."""
        folder, old = split(name)
        ending = old[old.rfind(".") :]
        path = join(folder, re.sub(r"[^\w-]", "_", new.removesuffix(ending).rpartition("/")[2]) + ending)
        number = 1
        while path in self.names():
            number += 1
            path = f"{path.removesuffix(ending)}{number}{ending}"
        for rels, root in self.trees.items():
            if rels.endswith(".rels"):
                for one in each(root, "Relationship"):
                    if _target(_owner_of(rels), attribute(one, "Target") or "") == name:
                        one.set("Target", f"/{path}")
        for one in each(self.trees["[Content_Types].xml"], "Override"):
            if attribute(one, "PartName") == f"/{name}":
                one.set("PartName", f"/{path}")
        if _rels_of(name) in self.trees:
            self.trees[_rels_of(path)] = self.trees.pop(_rels_of(name))
        if name in self.trees:
            self.trees[path] = self.trees.pop(name)
        else:
            self._plain[path] = self._plain.pop(name)

    def zipped(self) -> bytes:
        """The file's bytes: the same for the same members."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name in sorted(self.names(), key=lambda name: (name != "[Content_Types].xml", name)):
                tree = self.trees.get(name)
                content = written(tree) if tree is not None else self._plain[name]
                info = zipfile.ZipInfo(name, _DATE)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
                zipped.writestr(info, content)
        return stream.getvalue()


def _rels_of(owner: str) -> str:
    folder, name = split(owner)
    return join(folder, "_rels", f"{name}.rels")


def _owner_of(rels: str) -> str:
    folder, name = split(rels)
    return join(dirname(folder), name.removesuffix(".rels")) if name != ".rels" else ""


def _target(owner: str, target: str) -> str:
    if target.startswith("/"):
        return normpath(target.lstrip("/"))
    return relpath(normpath(join("/", dirname(owner), target)), "/")
