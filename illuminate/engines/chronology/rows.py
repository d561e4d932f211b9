"""Rows of a table into entries: every row that is data ends as an entry or is refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from illuminate.engines.chronology.headings import Headings, is_repeat
from illuminate.engines.chronology.model import Decision, Entry, Original, Refused, Source
from illuminate.engines.chronology.tables import Row, Table, words_of
from illuminate.engines.dates import ClockTime, Refusal, When, at_time, read, read_time

_DITTO = frozenset(
    {
        '"',
        '""',
        "''",
        "”",
        "“",
        "〃",
        "″",
        "do",
        "do.",
        "ditto",
        '-"-',
        '- " -',
        "-”-",
        "as above",
        "same date",
        "same day",
    }
)
_BAND = re.compile(r"^(?:year\W{0,3})?((?:19|20)\d\d)(\s*[-–/]\s*(?:\d{2}|\d{4}))?\W*$", re.I)
_TOTAL = re.compile(r"^(?:sub|grand)?\s*-?\s*totals?\b", re.I)
_TITLE = 80


@dataclass
class TableReader:
    """Walks down one table. What a row may lean on from above (a date, a year band) is kept here."""

    file: str
    agency: str
    part: str
    headings: Headings
    years: Sequence[int]
    year: int | None
    entries: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    decided: list[Decision] = field(default_factory=list)
    above: When | None = None

    def read(self, rows: Sequence[Row]) -> None:
        """Read every row below the headings."""
        for row in rows:
            if any(words_of(cell) for cell in row.cells) and not is_repeat(row, self.headings):
                self._row(row)

    def _row(self, row: Row) -> None:
        source = Source(self.file, self.part, row.number)
        filled = {column: text for column, cell in enumerate(row.cells) if (text := words_of(cell))}
        if len(filled) == 1:
            column, text = next(iter(filled.items()))
            if self._is_not_data(row, column, text, source):
                return
        elif _TOTAL.match(next(iter(filled.values()))):
            self._decide(source, "taken for a total, not for an entry")
            return
        when = self._when(row, source)
        if isinstance(when, str):
            self.above = None
            self._refuse(source, when, filled)
            return
        self.above = when
        entry = self._entry(row, source, when)
        if not (entry.event or entry.response or entry.comment or entry.extra):
            self._refuse(source, "there is a date and nothing else", filled)
            return
        self.entries.append(entry)

    def _is_not_data(self, row: Row, column: int, text: str, source: Source) -> bool:
        """A row with one filled cell: a year band, a title or a total; else it is data after all."""
        spans = len(row.covered) * 2 >= len(row.cells) and len(row.covered) > 0
        in_dates = column in self.headings.columns("date")
        band = _BAND.match(text)
        if band and (spans or in_dates):
            self.year = int(band[1]) if not band[2] else None
            return True
        title = (spans or in_dates) and len(text) <= _TITLE and re.search(r"[^\W\d_]{2}", text) is not None
        if _TOTAL.match(text) or (title and isinstance(read(text, century_hint=self.years), Refusal)):
            if text.casefold() in _DITTO or _no_date(text):
                return False
            self._decide(source, f"taken for a title, not for an entry: {text[:_TITLE]}")
            return True
        return False

    def _when(self, row: Row, source: Source) -> When | str:
        """The date of a row with its time, or why there is none."""
        value = self._date_value(row)
        if words_of(value).casefold() in _DITTO:
            if self.above is None:
                return (
                    f"the date can't be read: {words_of(value)} stands for a date above it, and there is none"
                )
            self._decide(source, "a ditto mark was read as the date above it")
            above = self.above
            day = replace(above, precision="day", time=None) if above.precision == "minute" else above
            return self._timed(row, replace(day, part_of_day=None, decided=()), source)
        when = read(value, century_hint=self.years)
        if isinstance(when, Refusal) and self.year is not None:
            with_year = read(value, century_hint=self.years, year_hint=self.year)
            if isinstance(with_year, When):
                when = with_year
                self._decide(source, f"the year {self.year} comes from the heading above or the sheet's name")
        if isinstance(when, Refusal):
            return when.why
        for note in when.decided:
            self._decide(source, note)
        return self._timed(row, when, source)

    def _date_value(self, row: Row) -> object:
        """The date cell; with a second one for the end, the words of both."""
        value = _cell(row, self.headings.columns("date")[0])
        ends = [words_of(_cell(row, column)) for column in self.headings.columns("date_end")]
        if ends and ends[0] and words_of(value) and ends[0] != words_of(value):
            return f"{words_of(value).removesuffix(' 00:00:00')} to {ends[0].removesuffix(' 00:00:00')}"
        return value

    def _timed(self, row: Row, when: When, source: Source) -> When:
        """Add the time column. A time that can't be read is no reason to lose the day."""
        for column in self.headings.columns("time")[:1]:
            clock = read_time(_cell(row, column))
            if isinstance(clock, Refusal):
                if clock.kind != "no_date":
                    self._decide(source, f"{clock.why}; the day was kept without it")
            elif when.precision == "day" or isinstance(clock, ClockTime):
                for note in clock.decided:
                    self._decide(source, note)
                when = at_time(when, clock)
        return when

    def _entry(self, row: Row, source: Source, when: When) -> Entry:
        headings = self.headings
        value = words_of(_cell(row, headings.columns("date")[0]))
        event = self._text(row, "event")
        return Entry(
            agency=self._text(row, "agency") or self.agency,
            source=source,
            original=Original(value, self._text(row, "time") or when.part_of_day or "", event),
            when=when,
            subjects=_people(self._text(row, "subjects")),
            event=event,
            response=self._text(row, "response"),
            comment=self._text(row, "comment"),
            kind=self._text(row, "kind"),
            origin=self._text(row, "source"),
            practitioner=self._text(row, "practitioner"),
            extra=self._extra(row),
        )

    def _text(self, row: Row, meant: str) -> str:
        """The words of every column that means a field, joined by line breaks."""
        words = [words_of(_cell(row, column)) for column in self.headings.columns(meant)]
        return "\n".join(dict.fromkeys(text for text in words if text))

    def _extra(self, row: Row) -> dict[str, str]:
        """Columns that mean no known field, by their own heading."""
        known = {column for column, meant in self.headings.fields.items() if meant != "reference"}
        rest = {
            column: text
            for column, cell in enumerate(row.cells)
            if (text := words_of(cell)) and column not in known
        }
        return {
            self.headings.names.get(column, f"column {column + 1}"): text for column, text in rest.items()
        }

    def _decide(self, source: Source, words: str) -> None:
        self.decided.append(Decision(words, source))

    def _refuse(self, source: Source, why: str, filled: dict[int, str]) -> None:
        self.refused.append(Refused(source, why, " | ".join(filled.values())))


def read_table(
    table: Table, headings: Headings, *, file: str, agency: str, years: Sequence[int]
) -> TableReader:
    """Read the rows of one table below its headings."""
    in_name = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", table.part)}
    year = in_name.pop() if len(in_name) == 1 else None
    reader = TableReader(file, agency, table.part, headings, years, year)
    reader.read(table.rows[headings.last + 1 :])
    return reader


def _no_date(text: str) -> bool:
    """Whether a cell says that the date is not known: "n/k", "undated"."""
    found = read(text)
    return isinstance(found, Refusal) and found.kind == "no_date"


def _cell(row: Row, column: int) -> object:
    return row.cells[column] if column < len(row.cells) else ""


def _people(text: str) -> tuple[str, ...]:
    """The people a cell names. Commas part surname and first name as often as people, so they part nobody."""
    names = (" ".join(name.split()) for name in re.split(r"\s*/\s*|;|\n", text))
    return tuple(dict.fromkeys(name for name in names if name))
