"""Quick looks at a row, before it is taken apart as a row of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from illuminate.engines.chronology.headings import LONGEST, Headings, exact_meaning
from illuminate.engines.chronology.tables import Row, begins_as_date, filled_of
from illuminate.engines.dates import When, read

_LIKE_A_DATE = re.compile(
    r"\b(?:date|dates|dated|datetime|when|day|days|month|mth|mm|year|yyyy|yr|dyddiad\w*|pryd|occurred|mis|blwyddyn|dydd|o)\b",
    re.I,
)

_FIELD = re.compile(
    r"(?:^|_)(?:date|dt|dte|dttm|datetime)(?:_|$)|(?-i:[a-z](?:Date|Dt)(?:Time)?(?![a-z]))", re.I
)
_LABELLED_DATE = re.compile(r"\W*[^\W\d]+\W+\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W*")


def is_of(row: Row, headings: Headings) -> bool:
    """Whether a row has its date where the headings above want it, as nearly all rows do."""
    for column, meant in headings.fields.items():
        if meant == "date":
            cell = row.cells[column] if column < len(row.cells) else ""
            return begins_as_date(cell) if type(cell) is str else True
    return False


def worth_a_look(row: Row, given: Mapping[str, str]) -> bool:
    """A quick look for a word such as "date", before a row is taken apart."""
    for cell in row.cells:
        if type(cell) is str and cell and len(cell) <= 120 and (_LIKE_A_DATE.search(cell) or cell in given):
            return True
        if type(cell) is str and cell.isidentifier() and _FIELD.search(cell):
            return True
    return False


def holds_a_date(row: Row) -> bool:
    """Whether a row holds a date itself: then its "Date" is a label or an entry's word, and no heading."""
    for cell in row.cells:
        if cell == "" or cell is None:
            continue
        if type(cell) is not str:
            return True
        if any(letter.isdigit() for letter in cell[:LONGEST]) and (
            _LABELLED_DATE.fullmatch(cell) or isinstance(read(cell, year_hint=2000), When)
        ):
            return True
    return False


def begins_anew(rows: Sequence[Row], place: int) -> bool:
    """Whether a row below a gap says "Date" over days: then its other words are headings, whatever they are."""
    filled = filled_of(rows[place])
    columns = [column for column, words in filled.items() if exact_meaning(words) == "date"]
    parted = place > 0 and len(filled_of(rows[place - 1])) < 2
    if not columns or not parted or len(filled) < 2 or any(len(words) > LONGEST for words in filled.values()):
        return False
    below = next((row for row in rows[place + 1 :] if filled_of(row)), None)
    cell = below.cells[columns[0]] if below is not None and columns[0] < len(below.cells) else ""
    return isinstance(cell, date) or (isinstance(cell, str) and begins_as_date(cell))
