"""Rows of a table into entries: every row that is data ends as an entry or is refused with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from illuminate.engines.chronology import lines, remarks
from illuminate.engines.chronology.bands import Band, band_of
from illuminate.engines.chronology.daily import stand_alone
from illuminate.engines.chronology.dating import Dating, could_be_dated
from illuminate.engines.chronology.headings import TOLD
from illuminate.engines.chronology.making import Cells, entries_of, without_date
from illuminate.engines.chronology.model import Decision, Entry, Refused, Source
from illuminate.engines.chronology.placing import RowDates
from illuminate.engines.chronology.sections import Section
from illuminate.engines.chronology.standing import BELOW, Headed, Notes, Pending
from illuminate.engines.chronology.tables import Row, begins_as_date, words_of
from illuminate.engines.chronology.whose import Whose
from illuminate.engines.dates import Refusal, When

_TITLE = 80
_FIGURE, _WORD = re.compile(r"[0-9]"), re.compile(r"[^\W\d_]{2}")
_DATE_ALONE = "there is a date and nothing else"


@dataclass(slots=True)
class SectionReader:
    """Walks down one chronology. What a row may lean on from above (a date, a band) is kept in ``dating``."""

    file: str
    whose: Whose
    section: Section
    dating: Dating
    entries: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    decided: list[Decision] = field(default_factory=list)
    _cells: Cells = field(init=False)
    _dates: RowDates = field(init=False)
    _headed: Headed = field(init=False)
    _below: Notes = field(init=False)
    _date_column: int | None = field(init=False, default=None)
    _pending: list[Pending] = field(default_factory=list)
    _gap: bool = False
    _notes: bool = False
    _habit: bool | None = None
    _leftmost: int = 0
    _widest: int = 0

    def __post_init__(self) -> None:
        self._cells = Cells(self.section)
        # told the list and not the reader, which would hold itself by it, and every row until the next look for cycles
        decide = partial(_decided, self.decided, self.file, self.section.table.part)
        self._dates = RowDates(self._cells, self.dating, decide)
        self._headed = Headed(self.section, self._cells, self.dating)
        self._below = Notes(self.section, self._cells)
        known = [*self.section.headings.fields, *self.section.headings.names]
        self._leftmost = min(known, default=0)
        self._date_column = next(iter(self.section.headings.columns("date")), None)

    def read(self) -> None:
        """Read every row below the headings."""
        for row in self.section.rows:
            filled = self._cells.filled(row)
            if not filled or not any(map(lines.is_mark_of_something, filled.values())):
                self._gap = self._gap or bool(self.entries)
            elif not row.carried.issuperset(filled) and not self._headed.is_repeat(row, filled):
                self._row(row, filled)
        self._settle(below_all=True)

    def _source(self, row: Row) -> Source:
        return Source(self.file, self.section.table.part, row.number)

    def _row(self, row: Row, filled: dict[int, str]) -> None:
        if (len(filled) == 1 or len(set(filled.values())) == 1) and self._lone(row, filled):
            return
        if self._is_plain(filled):
            when = self._dates.of(row)
            if not isinstance(when, str):
                self._dated(row, filled, when)
                return
        if lines.is_total(filled):
            self._decide(row, "taken for a total, not for an entry")
            return
        if lines.is_example(next(iter(filled.values()))) or lines.is_example(words_of(self._cells.date(row))):
            self._decide(row, "taken for an example of how to fill in the form, not for an entry")
            return
        begun = self.entries or self.refused or self._pending
        if not begun and self._headed.is_template(row, filled):
            self._decide(row, "taken for a hint on how to fill in the form, not for an entry")
            return
        if lines.is_senseless(filled):
            self._refuse(row, f"its words can't be read: {' | '.join(filled.values())[:60]}", filled)
            return
        below = self._notes or self._below.begins(filled)
        when = self._when_if_dated(row, filled) if below else self._dates.of(row)
        if isinstance(when, str):
            self.dating.above = None
            self._pending.append(Pending(row, filled, when, self._gap))
            return
        self._dated(row, filled, when)

    def _is_plain(self, filled: dict[int, str]) -> bool:
        """Whether a row begins with a date, as nearly all do: then it is no total, note, hint or damage."""
        date = self._date_column
        return (
            date is not None and not self._notes and len(filled) > 1 and begins_as_date(filled.get(date, ""))
        )

    def _dated(self, row: Row, filled: dict[int, str], when: When) -> None:
        """A row with a date: what was waiting above it stands in the middle of the table."""
        found = entries_of(self._cells, row, when, self.dating, self.file, self.whose.agency)
        if self._dates.taken and len(found.entries) == 1:
            found.entries[0] = without_date(found.entries[0], self._dates.taken)
        self._dates.taken = None
        if not found.entries:
            self._refuse(row, found.why, filled)
            self.dating.above = when
            return
        self._settle(below_all=False)
        self._gap = self._notes = False
        self._widest = max(self._widest, len(filled))
        if self._dates.day is not None and when.start != self._dates.day.start:
            self._dates.day = None
        self.dating.above = when
        for note in (*found.decided, *when.decided):
            self._decide(row, note)
        self.entries.extend(found.entries)

    # Rows with one thing in them

    def _lone(self, row: Row, filled: dict[int, str]) -> bool:
        """A row with one filled cell: a band, a title, a note; gives False when it is data after all."""
        column, text = next(iter(filled.items()))
        spans = bool(row.covered) and len(row.covered) * 2 >= len(row.cells)
        meant = self.section.headings.fields.get(column)
        first = meant == "date" or (column == self._leftmost and meant not in TOLD)
        if self._dates.day is None and remarks.is_remark(text, meant):
            self._decide(row, f"taken for a note, not for an entry: {text[:_TITLE]}")
            return True
        no_column = not self.section.headings.columns("date")
        if not spans and not first and not (no_column and band_of(text, self.dating.years)):
            named = meant is None and lines.is_note(self.section.headings.name(column))
            return named or lines.is_total(filled)
        if lines.is_ditto(text):
            return False
        if band := band_of(text, self.dating.years):
            self.dating.band = band.within(self.dating.band)
            self.dating.above = self._dates.day = None
            self._decide(row, f"taken for a heading over the rows below, not for an entry: {text}")
            return True
        if lines.is_total(filled):
            self._decide(row, "taken for a total, not for an entry")
            return True
        return self._lone_words(row, filled, row.cells[column], spans)

    def _lone_words(self, row: Row, filled: dict[int, str], cell: object, spans: bool) -> bool:
        text = next(iter(filled.values()))
        when = self.dating.read(cell) if could_be_dated(text) or type(cell) is not str else None
        if isinstance(when, When):
            self.dating.above = when
            if spans or self._dates_stand_alone():
                self._dates.day = when
                self._decide(row, f"taken for the date of the rows below, not for an entry: {text[:_TITLE]}")
            else:
                self._refuse(row, _DATE_ALONE, filled)
            return True
        if isinstance(when, Refusal) and when.kind in ("no_date", "impossible") and len(text) <= 30:
            return False
        taken = self.dating.take(text) if (spans or len(text) > _TITLE) and not lines.is_note(text) else None
        if taken and len(taken[2]) > 3 and taken[0].precision in ("day", "minute"):
            return self._spanning(row, taken)
        if lines.is_senseless({0: text}) or (isinstance(when, Refusal) and not spans and len(text) < 25):
            return False
        if not spans and len(text) > _TITLE and not lines.is_note(text):
            return self._wait_as_note(row, text)
        if not _WORD.search(text):
            return False
        self.whose.agency = self.whose.named.get(text, self.whose.agency)
        self._notes = self._notes or lines.is_note(text)
        self._decide(row, f"taken for a title, not for an entry: {text[:_TITLE]}")
        self.dating.above = None
        return True

    def _spanning(self, row: Row, taken: tuple[When, str, str]) -> bool:
        """Words over the whole width that begin with a date are an event of their own."""
        when, words, rest = taken
        self._settle(below_all=False)
        self.entries.append(self._cells.alone(row, self.file, self.whose.agency, when, words, rest))
        self._decide(row, "a line over the whole width was read as an entry, for it begins with a date")
        return True

    def _wait_as_note(self, row: Row, text: str) -> bool:
        """Long words where a date should be: a note if no dates follow, else a row that can't be read."""
        why = f"the date can't be read, it is longer than a date: {text[:57]}..."
        self._pending.append(Pending(row, {0: text}, why, True))
        return True

    def _when_if_dated(self, row: Row, filled: dict[int, str]) -> When | str:
        """Below a key or a note only a date of its own makes a row of data."""
        when = self.dating.read(self._cells.date(row)) if self._cells.has_date(row) else None
        if isinstance(when, When) and len(filled) > 1 and not self._below.begins(filled):
            return self._dates.of(row)
        self._notes = True
        return BELOW

    # Rows without a date

    def _settle(self, *, below_all: bool) -> None:
        """Say what became of the rows that were waiting. ``below_all``: no row with a date follows them."""
        waiting, self._pending = self._pending, []
        for one in waiting:
            if self._is_note(one, below_all, len(waiting) > 1):
                words = " | ".join(one.filled.values())[:_TITLE]
                self._decide(one.row, f"taken for a note, not for an entry: {words}")
            else:
                self._refuse(one.row, one.why, one.filled)

    def _is_note(self, one: Pending, below_all: bool, many: bool) -> bool:
        if one.why == BELOW or self._below.begins(one.filled):
            return True
        last = below_all and bool(self.entries)
        return last and self._below.is_last(one, many=many, widest=self._widest)

    def _dates_stand_alone(self) -> bool:
        """Whether it is the table's habit to put a date on a row of its own, above the rows that it is for."""
        if self._habit is None:
            self._habit = stand_alone(self.section.rows, set(self.section.headings.columns("date")))
        return self._habit

    def _decide(self, row: Row, words: str) -> None:
        _decided(self.decided, self.file, self.section.table.part, row, words)

    def _refuse(self, row: Row, why: str, filled: dict[int, str]) -> None:
        self.refused.append(Refused(self._source(row), why, " | ".join(filled.values())))


def _decided(choices: list[Decision], file: str, part: str, row: Row, words: str) -> None:
    choices.append(Decision(words, Source(file, part, row.number)))


def read_section(section: Section, *, file: str, whose: Whose, dating: Dating, band: Band) -> SectionReader:
    """Read the rows of one chronology; ``band`` is what a sheet's name or the heading above it says."""
    dating.band, dating.above = replace(band), None
    reader = SectionReader(file, whose, section, dating)
    reader.read()
    return reader
