"""Excel: the same workbook on its own XML, with other words in every place, and what can't be shown to be safe out."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from .. import readers
from ..readers.cells import DateStyles
from ..readers.package import attribute, each, local
from ..replacing import Replacement, Written
from .beside import Beside
from .formulas import Formulas, Renamed, fit_name, fit_sheet
from .members import Members
from .nodes import drop
from .properties import ABOUT
from .rows import Rows, Strings
from .wanted import Wanted

_BOOK, _CORE = "xl/workbook.xml", "docProps/core.xml"
_GONE = (
    "properties", "custom properties", "orphaned text", "people", "comment author", "custom XML", "XML comment",
    "printer settings",
)  # fmt: skip
_BOOK_LOOSE = ("absPath", "fileSharing", "webPublishing", "webPublishObjects", "customWorkbookViews", "revisionPtr",
               "fileRecoveryPr", "smartTagPr", "smartTagTypes")  # fmt: skip
_SHEET_LOOSE = ("oleObjects", "controls", "customProperties", "webPublishItems", "smartTags", "customSheetViews",
                "dataConsolidate", "scenarios", "rPh", "phoneticPr")  # fmt: skip
_Element = Any  # lxml says no types


def write(data: bytes, name: str, replacements: Sequence[Replacement]) -> Written:
    """The workbook with its replacements, formats and formulas kept.

    Raises FileRefused for one with macros or a damaged part, CannotReplace for a place that can't be reached.
    """
    work = _Work(data, name, replacements)
    work.do()
    return Written(work.members.zipped(), tuple(work.members.removed))


class _Work:
    """One copy in the making."""

    def __init__(self, data: bytes, name: str, replacements: Sequence[Replacement]) -> None:
        reading = readers.read(data, name)
        self.wanted = Wanted(reading, replacements)
        self.members = Members(data)
        self.book = self.members.trees[_BOOK]
        self.renamed = Renamed()
        self._parts = [*reading.parts]

    def do(self) -> None:
        """Everything, in an order in which no step undoes another."""
        sheets = self._sheets()
        self._name_sheets()
        self._name_names()
        self._take_out(sheets)
        self._fill_rows(sheets)
        beside = Beside(self.members, self.wanted, self.renamed, self._parts)
        beside.replace()
        self.members.prune()
        for name in [name for name in self.members.names() if self.wanted.spans(name, "part name")]:
            self.members.rename(name, self.wanted.new(name, "part name"))
        self._keep_what_it_is_about()
        gone = [part for part in self._parts if self._is_gone(part)]
        self.wanted.close(*_GONE, *gone, *(part for _, part in sheets), "sheet name", "link")
        self.wanted.require_all()

    def _is_gone(self, part: str) -> bool:
        """A member that was left out is a part of that name."""
        path = part.removeprefix("part ").removesuffix(" (settings)")
        if part == "part name" or part.startswith(("attachment ", "picture ", "thumbnail")):
            return True
        return part.startswith("part ") and path not in self.members.names()

    def _keep_what_it_is_about(self) -> None:
        """The title and its like stay, with pseudonyms; who wrote the file and when goes."""
        root = self.members.trees.get(_CORE)
        for one in list(root) if root is not None else ():
            if local(one) in ABOUT:
                one.text = self.wanted.new(one.text or "", "properties")
                continue
            drop(one)
            if (one.text or "").strip():
                self._say("The file's properties.")

    def _sheets(self) -> list[tuple[str, str]]:
        targets = self.members.targets(_BOOK)
        found, hidden = [], 0
        for sheet in each(self.book, "sheet"):
            ids = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
            is_hidden = (attribute(sheet, "state") or "visible") != "visible"
            hidden += is_hidden
            name = attribute(sheet, "name") or ""
            found.append(
                (targets.get(ids[0], "") if ids else "", f"{'hidden ' if is_hidden else ''}sheet {name}")
            )
        if hidden:
            self._say(
                f"Nothing of {hidden} hidden sheet(s): they stay, with pseudonyms in them. Look at them."
            )
        return found

    def _say(self, said: str) -> None:
        self.members.removed[said] = None

    def _name_sheets(self) -> None:
        taken: set[str] = set()
        for sheet in each(self.book, "sheet"):
            old = attribute(sheet, "name") or ""
            new = self.wanted.new(old, "sheet name")
            if new != old:
                new = fit_sheet(new, taken)
                self.renamed.sheets[old.casefold()] = new
                sheet.set("name", new)
            taken.add(new.casefold())

    def _name_names(self) -> None:
        """Defined names and tables, whose names formulas use."""
        taken: set[str] = set()
        defined = [(one, key) for one in each(self.book, "definedName") for key in ("name",)]
        tables = [
            (root, key)
            for name, root in self.members.trees.items() if name.startswith("xl/tables/") and local(root) == "table"
            for key in ("displayName", "name")
        ]  # fmt: skip
        for element, key in [*defined, *tables]:
            old = element.get(key) or ""
            parts = ("defined name",) if local(element) == "definedName" else self._tables()
            new = self.wanted.new(old, *parts)
            if new != old:
                known = self.renamed.names.get(old.casefold())
                new = known or fit_name(new, taken)
                self.renamed.names[old.casefold()] = new
                element.set(key, new)
            taken.add(new.casefold())

    def _tables(self) -> list[str]:
        return [part for part in self._parts if part.startswith("part xl/tables/")]

    def _take_out(self, sheets: list[tuple[str, str]]) -> None:
        paths = [path for path, _ in sheets if path in self.members.trees]
        for root, names in (
            (self.book, _BOOK_LOOSE),
            *((self.members.trees[path], _SHEET_LOOSE) for path in paths),
        ):
            for element in [*each(root, *names)]:
                for value in [value for one in element.iter() for value in one.attrib.values()]:
                    self.wanted.spans(value, "settings", "alt text", "validation list")
                drop(element)
        for path in paths:
            self._take_links(path)
            rows = [
                one
                for one in each(self.members.trees[path], "row", "col")
                if attribute(one, "hidden") in ("1", "true")
            ]
            if rows:
                self._say(
                    "Nothing of hidden rows or columns: they stay, with pseudonyms in them. Look at them."
                )

    def _take_links(self, path: str) -> None:
        """A link whose target holds a name goes; its words stay."""
        folder, _, leaf = path.rpartition("/")
        rels = self.members.trees.get(f"{folder}/_rels/{leaf}.rels")
        lost = set()
        for one in list(each(rels, "Relationship")) if rels is not None else ():
            target = attribute(one, "Target") or ""
            if self.wanted.spans(target, "link") or self.wanted.spans(unquote(target), "link"):
                lost.add(attribute(one, "Id"))
                drop(one)
        for link in list(each(self.members.trees[path], "hyperlink")):
            if any(value in lost for key, value in link.attrib.items() if key.endswith("}id")):
                drop(link)
                self._say("Links whose targets held a name; their words stay.")

    def _fill_rows(self, sheets: list[tuple[str, str]]) -> None:
        """Cells, then the formulas that fill some of them."""
        strings = Strings(self.members.trees.get("xl/sharedStrings.xml"))
        dates = DateStyles(self.members.trees.get("xl/styles.xml"), self.book)
        roots = [(self.members.trees[path], part) for path, part in sheets if path in self.members.trees]
        changed: dict[_Element, list[str]] = {}
        cells: list[_Element] = []
        for root, part in roots:
            rows = Rows(root, strings, dates)
            changed.update(rows.replace(part, self.wanted))
            cells.extend(rows.shared())
        if strings.keep_used(cells):
            self._say("Words that no cell showed any more.")
        self._name_columns()
        formulas = Formulas(self.wanted, self.renamed, changed)
        for root, _ in roots:
            if formulas.mend(root):
                self._say(
                    "Formulas that would have brought a name back or used another file; their values stay."
                )

    def _name_columns(self) -> None:
        """A table's columns are called what the cells above them say."""
        for path, root in self.members.trees.items():
            if path.startswith("xl/tables/"):
                for column in each(root, "tableColumn"):
                    old = column.get("name") or ""
                    alone = self.wanted.new(old, *self._tables())
                    new = self.wanted.as_cell(old)
                    new = alone if new == old else new
                    if new != old:
                        self.renamed.columns[old.casefold()] = new
                        column.set("name", new)
