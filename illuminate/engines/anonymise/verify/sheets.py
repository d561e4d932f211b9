"""Rows of an Excel sheet as they are shown: words kept elsewhere, and days that the file keeps as numbers."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from posixpath import join, normpath

from lxml import etree

from .markup import parsed

# ECMA-376 part 1, 18.8.30: formats that show a day without saying so.
_DAYS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_LAST_ROW = 1_048_576  # Excel's own limit
_LAST_DAY = 2_958_466


class Book:
    """What the cells of a workbook refer to."""

    def __init__(self, members: dict[str, bytes]) -> None:
        book = parsed(members["xl/workbook.xml"])
        self._words = [
            "".join(one.itertext()) for one in _each(parsed(members.get("xl/sharedStrings.xml", b"")), "si")
        ]
        self._used: set[int] = set()
        self._dated = set(_dated_styles(parsed(members.get("xl/styles.xml", b""))))
        old = any(one.get("date1904") in ("1", "true") for one in _each(book, "workbookPr"))
        self._start = datetime(1904, 1, 1) if old else datetime(1899, 12, 30)
        self._parts = dict(_sheets(book, parsed(members.get("xl/_rels/workbook.xml.rels", b""))))

    def part_of(self, name: str) -> str | None:
        """What a reader calls the sheet that a member holds; None when it holds none."""
        if name in self._parts:
            return self._parts[name]
        return f"sheet {name}" if re.match(r"xl/(?:work|chart|macro|dialog)sheets/[^/]+\.xml", name) else None

    def rows(self, sheet: "etree._Element") -> list[str]:
        """Each row from the first, its cells parted by tabs; one that is not there is empty."""
        shown: dict[int, str] = {}
        last = 0
        for row in _each(sheet, "row"):
            written = row.get("r", "")
            last = int(written) if written.isdecimal() and 0 < int(written) <= _LAST_ROW else last + 1
            cells = "\t".join(self._shown(cell) for cell in _each(row, "c"))
            shown[last] = f"{shown[last]}\t{cells}" if last in shown else cells
        return [shown.get(number, "") for number in range(1, max(shown, default=0) + 1)]

    def orphans(self) -> Iterator[str]:
        """The words that no cell has shown."""
        return (words for number, words in enumerate(self._words) if number not in self._used)

    def _shown(self, cell: "etree._Element") -> str:
        value = "".join("".join(one.itertext()) for one in _each(cell, "v")).strip()
        kind = cell.get("t", "n")
        if kind == "s":
            if not value.isdecimal() or int(value) >= len(self._words):
                return value
            self._used.add(int(value))
            return self._words[int(value)]
        if kind == "n" and value and cell.get("s", "0") in self._dated:
            try:
                number = float(value)
            except ValueError:
                return value
            return f"{self._start + timedelta(days=number):%d/%m/%Y}" if 0 < number < _LAST_DAY else value
        return value or "".join("".join(one.itertext()) for one in _each(cell, "is"))


def _each(root: "etree._Element | None", name: str) -> Iterator["etree._Element"]:
    return root.iter(f"{{*}}{name}") if root is not None else iter(())


def _dated_styles(styles: "etree._Element | None") -> Iterator[str]:
    codes = {one.get("numFmtId"): one.get("formatCode") or "" for one in _each(styles, "numFmt")}
    for formats in _each(styles, "cellXfs"):
        for number, one in enumerate(_each(formats, "xf")):
            known = one.get("numFmtId") or "0"
            code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", codes.get(known, "")).lower()
            if re.search("[dy]", code) or (known.isdecimal() and int(known) in _DAYS):
                yield str(number)


def _sheets(book: "etree._Element | None", links: "etree._Element | None") -> Iterator[tuple[str, str]]:
    targets = {one.get("Id"): one.get("Target") or "" for one in _each(links, "Relationship")}
    for sheet in _each(book, "sheet"):
        ids = [value for key, value in sheet.items() if key.endswith("}id")]
        target = targets.get(ids[0], "") if ids else ""
        path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        prefix = "sheet" if sheet.get("state", "visible") == "visible" else "hidden sheet"
        yield path, f"{prefix} {sheet.get('name', '')}"
