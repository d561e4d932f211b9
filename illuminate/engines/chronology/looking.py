"""Quick looks at a row, before it is taken apart as a row of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from illuminate.engines.chronology.headings import Headings
from illuminate.engines.chronology.tables import Row, begins_as_date

_LIKE_A_DATE = re.compile(
    r"\b(?:date|dates|dated|datetime|when|day|days|month|mth|mm|year|yyyy|yr|dyddiad\w*|pryd|occurred|mis|blwyddyn|dydd|o)\b",
    re.I,
)


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
    return False
