"""Records out of a .csv, .tsv or .txt file, whatever program wrote it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from illuminate.engines.chronology import guessing
from illuminate.engines.chronology.headings import could_be, in_row
from illuminate.engines.chronology.model import UnreadableFile
from illuminate.engines.chronology.tables import Contents, Paragraph, Row, Table

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "~": "tilde", "^": "caret"}
_LONGEST_CELL = 10_000_000
_SAMPLE = 300
_SAMPLE_LETTERS = 200_000
_DEEPER = 5
_BEGINS = re.compile(r"\s*[\W_]{0,3}\d")
_BAD = "\ufffd"
_SHOWN = 10
_UTF8 = re.compile(
    rb"(?:\xc2[\xa0-\xbf]|[\xc3-\xc5][\x80-\xbf]|(?:[\xc6-\xdf][\x80-\xbf]){2,}"
    rb"|[\xc6-\xdf][\x80-\x84\x86-\x90\x98-\x9f\xa1-\xba\xbc-\xbf]"
    rb"|\xe2[\x80-\xbf]{2}|\xef\xbf\xbd|(?:[\xe0-\xef][\x80-\xbf]{2}){2,}|[\xf0-\xf4][\x80-\xbf]{3})+"
)
"""Letters of UTF-8, but for those that Windows-1252 has as a letter with a quotation mark or a dash behind it."""
_DAMAGE = re.compile(rb"[\x81\x8d\x8f\x90\x9d\xfe\xff]|\xe2\x80|[\xc2\xc3](?![A-Za-z])")
"""What no English text in Windows-1252 holds: bytes without a letter, and the first half of a letter of UTF-8."""


def read_separated(data: bytes, name: str) -> Contents:
    """Give a csv as one table; its row numbers count records, so a line break inside quotes is none.

    A text without columns is given line by line, each a paragraph.
    """
    text, encoding = _decode(data)
    said = [f"read as {encoding}"]
    if "\x00" in text:
        if text.count("\x00") * 50 > len(text) or not re.search(r"[\w ]{20}", text):
            raise UnreadableFile(f"{name} is not a text file: save it again as .csv or .xlsx.")
        text = text.replace("\x00", "")
        said.append("empty characters (NUL) in it were left out")
    mark = _separator(text)
    if mark is None:
        return _lines(text, name, said)
    table, unclosed = _records(text, mark)
    if unclosed:
        raise UnreadableFile(
            f"{name} has a quotation mark that is never closed, after which its rows run together: "
            "save it again from the program it came from."
        )
    said.append(f"columns parted by a {_SEPARATORS[mark]}")
    damaged = [
        row.number
        for row in (table.rows if _BAD in text else ())
        if any(_BAD in str(cell) for cell in row.cells)
    ]
    if damaged:
        said.append(_damage(damaged, "row"))
    return Contents([table], [", ".join(said[:1] + said[-1:]) if len(said) == 2 else "; ".join(said)])


def _damage(numbers: list[int], what: str) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN])) + (" and more" if len(numbers) > _SHOWN else "")
    many = "s" if len(numbers) > 1 else ""
    return f"letters damaged on their way stand in {what}{many} {shown}; they show as {_BAD}"


def _lines(text: str, name: str, said: list[str]) -> Contents:
    lines = text.splitlines()
    if not any(map(str.strip, lines)):
        raise UnreadableFile(f"{name} is empty: ask the agency to send it again.")
    belongs = _belonging(lines)
    blocks = [
        Paragraph(number, line.strip(), level=_DEEPER)
        if number in belongs
        else _listed(Paragraph(number, line.strip()))
        for number, line in enumerate(lines, start=1)
    ]
    damaged = [block.number for block in blocks if _BAD in block.text]
    return Contents(blocks, [*said, *([_damage(damaged, "line")] if damaged else [])])


def _belonging(lines: list[str]) -> set[int]:
    """The lines that go on with the one above: set in, or following without a blank line where those part entries."""
    groups: list[list[int]] = [[]]
    for number, line in enumerate(lines, start=1):
        if line.strip():
            groups[-1].append(number)
        elif groups[-1]:
            groups.append([])
    starts = [group[0] for group in groups if group]
    dated = sum(bool(_BEGINS.match(lines[number - 1])) for number in starts)
    left = min((_indent(line) for line in lines if line.strip()), default=0)
    found = {
        number for number, line in enumerate(lines, start=1) if line.strip() and _indent(line) > left + 1
    }
    found = {number for number in found if not _BEGINS.match(lines[number - 1])}
    if dated >= 2 and dated * 5 >= len(starts) * 3:
        later = {number for group in groups for number in group[1:]}
        found |= {number for number in later if not _BEGINS.match(lines[number - 1])}
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _listed(line: Paragraph) -> Paragraph:
    mark = re.match(r"[•·▪◦‣*\-–—]\s+(?=\S)", line.text)
    return replace(line, text=line.text[mark.end() :], level=0) if mark else line


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
    if _UTF8.search(data):
        return _mixed(data), "UTF-8 and Windows-1252, which are mixed in it"
    return data.decode("cp1252", errors="replace"), "Windows-1252"


def _mixed(data: bytes) -> str:
    """The text of files in two encodings that were pasted together: UTF-8 where it stands, else Windows-1252."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    found, at = [], 0
    for run in _UTF8.finditer(data):
        found += [_western(data[at : run.start()]), run[0].decode("utf-8", errors="replace")]
        at = run.end()
    return "".join([*found, _western(data[at:])])


def _western(data: bytes) -> str:
    parts = _DAMAGE.split(data)
    return _BAD.join(part.decode("cp1252") for part in parts)


def _separator(text: str) -> str | None:
    """The mark that makes the best columns of the first records; None when none makes any."""
    sample = text[:_SAMPLE_LETTERS]
    worth = {mark: _worth(_sample(sample, mark)) for mark in _SEPARATORS if mark in sample}
    best = max(worth, key=lambda mark: worth[mark], default=None)
    if best is not None and worth[best][:2] > (False, False):
        return best
    return next((mark for mark in worth if _is_steady(_sample(sample, mark))), None)


def _is_steady(table: Table) -> bool:
    """Whether nearly all records have the same number of cells, more than one: columns that nobody named."""
    widths = [len(row.cells) for row in table.rows if any(map(str.strip, map(str, row.cells)))]
    usual = max(set(widths), key=widths.count, default=0)
    return usual > 1 and len(widths) > 1 and widths.count(usual) * 5 >= len(widths) * 4


def _sample(text: str, mark: str) -> Table:
    rows = []
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), start=1):
            rows.append(Row(number, record))
            if number >= _SAMPLE:
                break
    except csv.Error:
        pass
    return Table("", rows)


def _worth(table: Table) -> tuple[bool, bool, int, int]:
    """How well a separator fits: headings are found, or dates in a column, and how many cells it makes."""
    heads = [len(in_row(row, {})) for row in table.rows[:60] if len(row.cells) > 1 and could_be(row, {})]
    widths = [len(row.cells) for row in table.rows]
    steady = (
        [row for row in table.rows if len(row.cells) == max(set(widths), key=widths.count)] if widths else []
    )
    columns = guessing.describe(steady, max(widths, default=0)) if widths and len(steady[0].cells) > 1 else []
    dated = any(column.dates >= 0.6 for column in columns) and len(steady) * 2 > len(table.rows)
    return (bool(heads), dated, max(heads, default=0), sum(widths))


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


def decoded(data: bytes) -> str:
    """The text of a file that doesn't say its encoding, or says it wrong."""
    return _decode(data)[0]
