"""Whose chronology a file is: a line that says so, its title, a sheet's name, else the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from illuminate.engines.chronology.headings import Headings, plain
from illuminate.engines.chronology.tables import Contents, Table, words_of

_LABELS = frozenset(
    {
        "agency",
        "agency name",
        "name of agency",
        "organisation",
        "name of organisation",
        "reporting agency",
        "completed by agency",
        "chronology of",
        "chronology from",
    }
)
_LABELLED = re.compile(r"^\s*([A-Za-z ]{3,30}?)\s*[:–-]\s+(\S.*)$")
_TAIL = re.compile(
    r"\s*(?::|\(|\||;|\s[-–—]\s|,?\s(?:integrated |combined |agency |single )*(?:chronology|timeline)\b).*$",
    re.I,
)
_GENERIC = re.compile(
    r"\b(?:chronolog\w*|timeline|review|dhr|dardr|imr|official|sensitive|restricted|confidential|report|template|"
    r"contents?|cover|sheet\s*\d*|table|data|export|extract|version|final|draft|copy|entries|contacts|period|subjects?)\b",
    re.I,
)
_FILE_WORDS = re.compile(
    r"(?<![a-z])(?:chronolog\w*|combined|integrated|final|draft|copy|export|extract|version|v\d+|dhr|imr|\d+)(?![a-z])",
    re.I,
)
_TITLES = 3


def find_agency(contents: Contents, headings: Mapping[str, Headings], name: str) -> tuple[str, str]:
    """Give the agency, and where it was found. ``headings`` holds those of the tables that have some."""
    for line in _lines(contents, headings):
        if agency := _labelled(line):
            return agency, "a line that says so"
    for line in list(_lines(contents, headings))[:_TITLES]:
        if agency := _title(" ".join(line)):
            return agency, "the title"
    for table in contents.tables:
        named = table.part in headings and not re.fullmatch(r"table \d+", table.part)
        if named and (agency := _title(table.part)):
            return agency, "the sheet's name"
    return _from_file(name), "the file's name"


def _lines(contents: Contents, headings: Mapping[str, Headings]) -> Iterator[list[str]]:
    """Every line outside the rows of data: paragraphs, cover sheets, and what stands above headings."""
    for line in contents.lines:
        yield [line]
    for table in contents.tables:
        yield from _above(table, headings.get(table.part))


def _above(table: Table, headings: Headings | None) -> Iterator[list[str]]:
    for row in table.rows[: headings.first if headings else 60]:
        cells = [words_of(cell) for column, cell in enumerate(row.cells) if column not in row.covered]
        if filled := [cell for cell in cells if cell]:
            yield filled


def _labelled(line: list[str]) -> str | None:
    """ "Agency: Tidewell Homes", in one cell or in two."""
    if len(line) >= 2 and plain(line[0]) in _LABELS:
        return line[1]
    match = _LABELLED.match(line[0])
    return match[2].strip() if match and plain(match[1]) in _LABELS and len(match[2]) <= 100 else None


def _title(line: str) -> str | None:
    """The agency in a title such as "Tidewell Homes – tenancy chronology"; None when it names none."""
    first = _TAIL.sub("", line.split("\n")[0]).strip(" ,.-–")
    words = first.split()
    if (
        not 1 <= len(words) <= 9
        or re.search(r"\d", first)
        or _GENERIC.search(first)
        or not first[0].isupper()
    ):
        return None
    return first


def _from_file(name: str) -> str:
    """The file's name without its ending, versions and the word chronology."""
    stem = PurePath(name).stem
    return " ".join(re.sub(r"[_\-.()]+", " ", _FILE_WORDS.sub(" ", stem.replace("_", " "))).split()) or stem
