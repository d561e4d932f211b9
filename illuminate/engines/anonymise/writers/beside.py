"""What an Excel file says beside its cells: comments, names, lists, headers, charts, drawings, settings."""

import re
from typing import Any

from ..readers.package import attribute, each, local, words_of
from .formulas import Renamed
from .members import Members
from .nodes import drop, parent_of, put
from .wanted import Span, Wanted, with_spans

_ORDER = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+ ?|[A-Za-z])')
_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula"})
_IN_CELLS = frozenset({"c", "v", "is", "t", "r", "row", "sheetData"})
_NAMED_ELSEWHERE = frozenset({"c", "row", "sheet", "definedName"})
_NAMED_BY_CELLS = frozenset({"table", "tableColumn"})
_MACHINE = ("settings", "style", "alt text", "validation list", "link", "text box")
_NOT_HERE = frozenset({"[Content_Types].xml", "xl/sharedStrings.xml", "docProps/core.xml"})
_Element = Any  # lxml says no types


class Beside:
    """Replaces in every member that stays, whatever is not a cell."""

    def __init__(self, members: Members, wanted: Wanted, renamed: Renamed, parts: list[str]) -> None:
        self._members, self._wanted, self._renamed = members, wanted, renamed
        self._parts = parts

    def replace(self) -> None:
        """All of it."""
        for name, root in self._members.trees.items():
            if name.endswith(".rels") or name in _NOT_HERE:
                continue
            if "omments/" in name or "/comments" in name:
                self._comments(root)
            elif "/persons/" in name:
                self._persons(root)
            elif name == "xl/workbook.xml":
                self._defined(root)
            else:
                self._unless_cells(name, root)
            self._formulas(name, root)
            self._attributes(name, root)

    def _comments(self, root: _Element) -> None:
        for comment in each(root, "comment", "threadedComment"):
            put(comment, self._wanted.spans(words_of(comment), "cell comment"))
        for number, author in enumerate(each(root, "author"), 1):
            author.text = f"Author {number}"
            self._members.removed["The names of those who commented."] = None

    def _persons(self, root: _Element) -> None:
        for number, person in enumerate(each(root, "person"), 1):
            person.set("displayName", f"Author {number}")
            person.set("userId", f"Author {number}")
            person.set("providerId", "None")
            self._members.removed["The names of those who commented."] = None

    def _defined(self, root: _Element) -> None:
        for one in list(each(root, "definedName")):
            spans = self._wanted.spans(one.text, "defined name")
            new = self._renamed.in_formula(one.text or "", spans)
            comment = attribute(one, "comment")
            if comment:
                one.set("comment", self._wanted.new(comment, "defined name"))
            if new is None:
                drop(one)
                self._members.removed["Defined names that led to another file."] = None
            else:
                one.text = new

    def _unless_cells(self, name: str, root: _Element) -> None:
        """Words in headers, charts, shapes: by paragraph where there are paragraphs, alone elsewhere."""
        parts = [part for part in self._parts if part in ("chart", "diagram", "text box", f"part {name}")]
        inside: set[_Element] = set()
        for paragraph in each(root, "p"):
            inside.update(paragraph.iter())
            put(paragraph, self._wanted.spans(words_of(paragraph), *parts))
        for element in root.iter():
            word = local(element)
            if word.endswith(("Header", "Footer")):
                self._mend_header(element, word[-6:].lower())
            elif (element not in inside and word not in _IN_CELLS | _FORMULAS and element.text) or (
                name.startswith("xl/charts/")
                and word in ("v", "t")
                and element not in inside
                and element.text
            ):
                element.text = self._wanted.new(element.text, *parts)

    def _mend_header(self, element: _Element, part: str) -> None:
        """The reader shows each order to the printer as a blank; the rest keeps its place."""
        raw = element.text or ""
        places: list[tuple[int, int]] = []
        at = 0
        for order in [*_ORDER.finditer(raw), None]:
            until = order.start() if order else len(raw)
            places.extend((place, place + 1) for place in range(at, until))
            if order:
                places.append(order.span())
                at = order.end()
        plain = _ORDER.sub(" ", raw)
        spans: list[Span] = [
            (places[start][0], places[end - 1][1], new.replace("&", "&&"))
            for start, end, new in self._wanted.spans(plain, part)
        ]
        element.text = with_spans(raw, spans) or None

    def _formulas(self, name: str, root: _Element) -> None:
        """Formulas outside cells: lists, conditions, charts, small charts in cells, columns of tables."""
        for element in list(each(root, *_FORMULAS)):
            parent = parent_of(element)
            if parent is None or local(parent) == "c":
                continue
            words = words_of(element)
            spans = self._wanted.spans(words, "validation list", "chart", f"part {name}")
            new = self._renamed.in_formula(words, spans)
            holder = next((one for one in element if local(one) == "f"), None)
            if new is None:
                self._without(element)
            elif new != words:
                (holder if holder is not None else element).text = new

    def _without(self, element: _Element) -> None:
        """A rule whose formula can't be kept goes as a whole; a chart keeps the values that it shows."""
        rule: _Element | None = element
        while rule is not None and local(rule) not in ("dataValidation", "cfRule", "conditionalFormatting"):
            rule = rule.getparent()
        drop(rule if rule is not None else element)
        self._members.removed["Rules and lists that used another file, or a name that can't stand there."] = (
            None
        )

    def _attributes(self, name: str, root: _Element) -> None:
        own = [part for part in self._parts if part.startswith(("chart", "diagram", f"part {name}"))]
        for element in root.iter():
            word = local(element)
            if word in _NAMED_ELSEWHERE:
                continue
            for key, value in list(element.attrib.items()):
                plain = key.rpartition("}")[2]
                if word == "hyperlink" and plain == "location":
                    element.set(key, self._location(value))
                elif word not in _NAMED_BY_CELLS or plain not in ("name", "displayName"):
                    new = self._wanted.new(value, *_MACHINE, *own)
                    if new != value:
                        element.set(key, new)

    def _location(self, value: str) -> str:
        """Where in this file a link leads: a sheet or a name, which may be called otherwise now."""
        self._wanted.spans(value, "link")
        return self._renamed.in_formula(value, []) or value
