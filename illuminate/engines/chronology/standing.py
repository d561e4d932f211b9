"""What stands in a table of contacts and is none: its headings said again, hints, and the notes below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from illuminate.engines.chronology import lines
from illuminate.engines.chronology.dating import Dating, could_be_dated
from illuminate.engines.chronology.headings import TOLD, could_be, is_hint, meaning, plain, says_again
from illuminate.engines.chronology.making import Cells
from illuminate.engines.chronology.sections import Section
from illuminate.engines.chronology.tables import Row, begins_as_date, words_of
from illuminate.engines.dates import When

BELOW, NO_DATE = "it stands below the table", "no date"
_LONGEST = 80
_FIGURE, _WORD = re.compile(r"[0-9]"), re.compile(r"[^\W\d_]{2}")


@dataclass(slots=True)
class Pending:
    """A row without a date, until it is known whether more rows follow that have one."""

    row: Row
    filled: dict[int, str]
    why: str
    gap: bool


class Headed:
    """Tells rows that only belong to the headings above them."""

    def __init__(self, section: Section, cells: Cells, dating: Dating) -> None:
        self._cells, self._dating = cells, dating
        self._plain = {column: plain(name) for column, name in section.headings.names.items()}
        self._date = next(iter(section.headings.columns("date")), None)

    def is_repeat(self, row: Row, filled: dict[int, str]) -> bool:
        """Whether a row in the middle of a table only says the headings again, as at the top of a page."""
        if len(filled) < 2 or begins_as_date(filled.get(self._date or 0, "")):
            return False
        if all(says_again(self._plain.get(column, ""), words) for column, words in filled.items()):
            return True
        words = filled.get(-1 if self._date is None else self._date, "")
        if not words or len(words) > _LONGEST or _FIGURE.search(words):
            return False
        if is_hint(words) and all(is_hint(one) or meaning(one) for one in filled.values()):
            return True
        return meaning(words) == "date" and could_be(row, {}) and all(map(meaning, filled.values()))

    def is_template(self, row: Row, filled: dict[int, str]) -> bool:
        """Whether the first row below the headings only says what belongs there: "dd/mm/yyyy", "free text"."""
        if lines.is_numbering(filled.values()) or self._goes_on(row, filled):
            return True
        return is_hint(words_of(self._cells.date(row))) and all(map(lines.is_hint_like, filled.values()))

    def _goes_on(self, row: Row, filled: dict[int, str]) -> bool:
        """Whether the first row only goes on with the headings above it: "it took place", "was done"."""
        date = self._dating.read(words_of(self._cells.date(row)))
        known = isinstance(date, When) or date.kind == "no_date"
        return not known and len(filled) > 1 and all(map(lines.goes_on, filled.values()))


class Notes:
    """Tells keys, notes and signatures from contacts without a date."""

    def __init__(self, section: Section, cells: Cells) -> None:
        self._fields, self._cells = section.headings.fields, cells
        self._leftmost = min([*section.headings.fields, *section.headings.names], default=0)

    def begins(self, filled: dict[int, str]) -> bool:
        """Whether the first words of a row stand where a date or a number would, and begin a note."""
        column, words = next(iter(filled.items()))
        where = self._fields.get(column) == "date" or column == self._leftmost
        return where and self._fields.get(column) != "event" and lines.is_note(words)

    def is_last(self, one: Pending, *, many: bool, widest: int) -> bool:
        """Whether a row below all contacts is a key or a note, and no contact without a date.

        ``many``: others wait with it; ``widest``: how many cells the fullest contact fills.
        """
        dated = words_of(self._cells.date(one.row))
        column, first = next(iter(one.filled.items()))
        meant = self._fields.get(column)
        if meant not in TOLD and len(one.filled) == 1 and lines.is_remark(first):
            return True
        if any(could_be_dated(words) for words in (first, dated)):
            return False
        if lines.is_ditto(dated) or not _WORD.search(first):
            return False
        if meant != "date" and (column != self._leftmost or meant == "event"):
            return first.endswith(":")
        if one.why == NO_DATE:
            return False
        # A lone row as full as the others is rather a contact with a damaged date; a key has several lines.
        narrow = len(one.filled) * 2 <= widest
        return narrow or (one.gap and (many or len(one.filled) < widest))
