"""Records out of a .csv file, whatever program wrote it."""

from __future__ import annotations

import csv
import io

from illuminate.engines.chronology.headings import find_headings
from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.tables import Contents, Row, Table

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LONGEST_CELL = 10_000_000


def read_separated(data: bytes, name: str) -> Contents:
    """Give a csv as one table; its row numbers count records, so a line break inside quotes is none."""
    text, encoding = _decode(data)
    if "\x00" in text:
        raise UnreadableFile(f"{name} is not a text file: save it again as .csv or .xlsx.")
    readings = {mark: _records(text, mark) for mark in _SEPARATORS if mark in text}
    if not readings:
        raise UnreadableFile(
            f"{name} has no columns: save it again as .csv with a comma between its columns."
        )
    mark = max(readings, key=lambda one: _worth(readings[one][0]))
    table, unclosed = readings[mark]
    if unclosed:
        raise UnreadableFile(
            f"{name} has a quotation mark that is never closed, after which its rows run together: "
            "save it again from the program it came from."
        )
    return Contents([table], (), (f"read as {encoding}, columns parted by a {_SEPARATORS[mark]}",))


def _decode(data: bytes) -> tuple[str, str]:
    """Find the encoding: a mark at the start says it, else UTF-8 where it fits, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    if data[:200].count(0) > len(data[:200]) // 4:
        little = data[1:200:2].count(0) >= data[0:200:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def _records(text: str, mark: str) -> tuple[Table, bool]:
    """Read records with one separator; the flag says that a quotation mark was never closed."""
    csv.field_size_limit(_LONGEST_CELL)
    unclosed = False
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as error:
        unclosed = "unexpected end of data" in str(error)
        try:
            records = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
        except csv.Error:
            records = []
    return Table("", [Row(number, record) for number, record in enumerate(records, start=1)]), unclosed


def _worth(table: Table) -> tuple[bool, int, int]:
    """How well a separator fits: headings are found, and how many columns and cells it makes."""
    headings = find_headings(table)
    widths = [len(row.cells) for row in table.rows[:200]]
    return (headings is not None, len(headings.fields) if headings else 0, sum(widths))
