"""The rows of an Excel sheet: words replaced in their cells, and the shared strings kept in step."""

import copy
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..readers.cells import DateStyles, cell_text, row_number
from ..readers.package import attribute, each, local, words_of
from ..replacing import CannotReplace, Replacement
from .nodes import put
from .wanted import Span, Wanted, with_spans

_Element = Any  # lxml says no types


class Strings:
    """The shared strings. A changed one is a new one; those that no cell shows in the end are left out."""

    def __init__(self, root: _Element | None) -> None:
        self._root = root
        self._items = list(each(root, "si")) if root is not None else []
        self.texts = [words_of(one) for one in self._items]
        self._known = {text: number for number, text in enumerate(self.texts)}

    def changed(self, number: int, spans: list[Span]) -> int:
        """The number of a string with spans of it replaced, its look kept."""
        item = copy.deepcopy(self._items[number])
        for sound in [one for one in item if local(one) in ("rPh", "phoneticPr")]:
            item.remove(sound)
        put(item, spans) if words_of(item) == self.texts[number] else _flatten(
            item, self.texts[number], spans
        )
        self._items.append(item)
        return len(self._items) - 1

    def keep_used(self, cells: list[_Element]) -> bool:
        """Number the strings afresh, only those that cells show. True if some were left out."""
        if self._root is None:
            return False
        order: dict[int, int] = {}
        for cell in cells:
            for value in each(cell, "v"):
                number = (value.text or "").strip()
                if number.isdecimal() and int(number) < len(self._items):
                    value.text = str(order.setdefault(int(number), len(order)))
        for child in list(self._root):
            self._root.remove(child)
        self._root.extend(self._items[number] for number in order)
        self._root.attrib.pop("count", None)
        self._root.attrib.pop("uniqueCount", None)
        return any(number not in order for number in range(len(self.texts)))


def _flatten(item: _Element, text: str, spans: list[Span]) -> None:
    text = with_spans(text, spans)
    for child in list(item):
        item.remove(child)
    etree.SubElement(item, item.tag.replace("}si", "}t")).text = text


class Rows:
    """One sheet's rows, as its reader tells them."""

    def __init__(self, sheet: _Element, strings: Strings, dates: DateStyles) -> None:
        self._strings, self._dates = strings, dates
        self._rows: dict[int, list[_Element]] = {}
        last = 0
        for row in each(sheet, "row"):
            last = row_number(attribute(row, "r"), last)
            self._rows.setdefault(last, []).extend(each(row, "c"))

    def shared(self) -> Iterator[_Element]:
        """The cells that show a shared string."""
        return (cell for cells in self._rows.values() for cell in cells if attribute(cell, "t") == "s")

    def replace(self, part: str, wanted: Wanted) -> dict[_Element, list[str]]:
        """Replace in every row of the part; gives the cells that changed, with the words that went."""
        changed: dict[_Element, list[str]] = {}
        for (name, number), ones in wanted.by_paragraph.items():
            if name == part:
                for cell, spans in self._spread(number, ones).items():
                    changed[cell] = [self._text(cell)[start:end] for start, end, _ in spans]
                    self._put(cell, spans)
        return changed

    def _spread(self, number: int, ones: list[Replacement]) -> dict[_Element, list[Span]]:
        """What changes in which cell: cells are parted by one tab. A name over two stands in the first."""
        found: dict[_Element, list[Span]] = {}
        cells = self._rows.get(number, [])
        texts = [self._text(cell) for cell in cells]
        for one in sorted(ones, key=lambda one: -one.where.start):
            start, end, new, at = one.where.start, one.where.end, one.new, 0
            if "\t".join(texts)[start:end] != one.text:
                raise CannotReplace(one.where)
            for cell, text in zip(cells, texts, strict=True):
                first, last = max(start - at, 0), min(end - at, len(text))
                if first < last:
                    found.setdefault(cell, []).append((first, last, new))
                    new = ""
                at += len(text) + 1
        return found

    def _text(self, cell: _Element) -> str:
        return cell_text(cell, self._strings.texts, self._dates)

    def _put(self, cell: _Element, spans: list[Span]) -> None:
        if not with_spans(self._text(cell), sorted(spans, reverse=True)):
            for one in [one for one in cell if local(one) in ("v", "is")]:
                cell.remove(one)
            cell.attrib.pop("t", None)
            return
        kind = attribute(cell, "t") or "n"
        value = next((one for one in cell if local(one) == "v"), None)
        text = self._text(cell)
        if kind == "inlineStr":
            for one in cell:
                if local(one) == "is":
                    put(one, spans)
        elif kind == "s" and value is not None and (value.text or "").strip().isdecimal():
            value.text = str(self._strings.changed(int((value.text or "").strip()), spans))
        elif value is not None:
            text = with_spans(text, spans)
            cell.set("t", "str")
            value.text = text
