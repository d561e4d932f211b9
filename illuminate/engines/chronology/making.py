"""The cells of a row by what they mean, and the entries that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from illuminate.engines.chronology.accounts import accounts_in
from illuminate.engines.chronology.dating import Dating, could_be_dated
from illuminate.engines.chronology.headings import meaning
from illuminate.engines.chronology.lines import is_broken_text
from illuminate.engines.chronology.model import Entry, Original, Source
from illuminate.engines.chronology.sections import Section
from illuminate.engines.chronology.several import Part, paired, parts_of
from illuminate.engines.chronology.tables import Row, filled_of, words_of
from illuminate.engines.dates import ClockTime, Refusal, When, at_time, could_be_clock, read_time

_MIDNIGHT = " 00:00:00"
_SEVERAL = re.compile(r"[,;&\n]|\d\s+and\s+|\d/\d.*\s+\d", re.I)
_SPLIT = re.compile(r"\s*/\s*|;|\n|•")


@dataclass(slots=True)
class Made:
    """The entries of one row; when there are none, why."""

    entries: list[Entry] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    why: str = "there is a date and nothing else"


class Cells:
    """Looks up the cells of a row by field. What the headings mean is worked out once for all rows."""

    def __init__(self, section: Section) -> None:
        headings = section.headings
        self._by_field = {meant: headings.columns(meant) for meant in set(headings.fields.values())}
        self._known = set(headings.fields)
        self._name = headings.name
        self._date = next(iter(self.columns("date")), None)
        self._ends = self.columns("date_end")
        self.times_in_date = self._date is not None and meaning(headings.names.get(self._date, "")) == "time"
        self._times = self.columns("time")
        self._in_parts = bool(self.columns("month") or self.columns("year") or self.columns("day"))
        self._hidden_sheet = section.table.hidden
        self._hidden_columns = section.table.hidden_columns
        self.part = section.table.part
        self.accounts = accounts_in(headings)
        self._held: Row | None = None
        self._words: dict[int, str] = {}
        self._above = ["", "", ""]
        self._year: int | None = None
        self._month: int | None = None

    def columns(self, meant: str) -> list[int]:
        """The columns that mean a field."""
        return self._by_field.get(meant, [])

    def cell(self, row: Row, column: int) -> object:
        """A cell as it stands in the file."""
        return row.cells[column] if column < len(row.cells) else ""

    def filled(self, row: Row) -> dict[int, str]:
        """The words of a row's filled cells, worked out once while it is read."""
        if self._held is not row:
            self._held, self._words = row, filled_of(row)
        return self._words

    def text(self, row: Row, meant: str) -> str:
        """The words of every column that means a field, joined by line breaks."""
        columns = self._by_field.get(meant)
        if not columns:
            return ""
        filled = self.filled(row)
        if len(columns) == 1:
            return filled.get(columns[0], "")
        words = [filled.get(column, "") for column in columns]
        return "\n".join(dict.fromkeys(text for text in words if text))

    def has_date(self, row: Row) -> bool:
        """Whether the date cell, or one of its parts, is filled."""
        return bool(words_of(self.date(row)))

    def date(self, row: Row) -> object:
        """The date cell; put together where day, month and year, or start and end, stand apart."""
        if self._date is None:
            return self._put_together(row)
        value = self.cell(row, self._date)
        if self._ends:
            end = words_of(self.cell(row, self._ends[0])).removesuffix(_MIDNIGHT)
            start = words_of(value).removesuffix(_MIDNIGHT)
            if end and start and end != start and could_be_dated(end) and not _is_one_day(start, end):
                return f"{start} to {end}"
        return value

    def _put_together(self, row: Row) -> str:
        """Day, month and year out of their columns; a blank month or year beside a day is the one above."""
        parts = [self.text(row, meant) for meant in ("day", "month", "year")]
        self._above = [part or above for part, above in zip(parts, self._above, strict=True)]
        if parts[0]:
            parts = [parts[0], *self._above[1:]]
        elif parts[1]:
            parts = ["", parts[1], self._above[2]]
        if not parts[0] and len(parts[2]) == 2 and not parts[1].isdigit():
            parts[2] = f"'{parts[2]}"  # "Feb 21" may be a day
        figures = len(parts[1]) <= 2 and parts[1].isdigit()
        return ("/" if figures else " ").join(part for part in parts if part)

    def year_and_month(self, row: Row, dating: Dating) -> tuple[int | None, int | None]:
        """The year and month that stand in columns of their own beside a date; blank, they are those above."""
        if self._date is None or not self._in_parts:
            return None, None
        written, named = self.text(row, "year"), self.text(row, "month")
        when = (dating.read(named), dating.read(f"{named} 2000")) if named else ()
        month = next((one.start.month for one in when if isinstance(one, When) and one.start), None)
        year = re.search(r"(?:19|20)\d\d", f"{written} {named}")
        self._year = int(year[0]) if year else self._year
        self._month = month or (None if year and not named else self._month)
        return self._year or (dating.band.year if self._month else None), self._month

    def clock(self, row: Row) -> ClockTime | Refusal | None:
        """The time column; None when there is none."""
        return read_time(self.cell(row, self._times[0])) if self._times else None

    def is_hidden(self, row: Row, filled: Iterable[int]) -> bool:
        """Whether the row, its sheet, or a column that has something in it, is not shown."""
        if row.hidden or self._hidden_sheet or not self._hidden_columns:
            return row.hidden or self._hidden_sheet
        return any(column in self._hidden_columns for column in filled)

    def entry(self, row: Row, when: When, file: str, agency: str) -> Entry:
        """The whole row as one entry."""
        filled = self.filled(row)
        event = self.text(row, "event")
        return Entry(
            agency=self.text(row, "agency") or agency,
            source=Source(file, self.part, row.number),
            original=Original(self._date_words(row), self.text(row, "time") or when.part_of_day or "", event),
            when=when,
            subjects=people(self.text(row, "subjects")),
            event=event,
            response=self.text(row, "response"),
            comment=self.text(row, "comment"),
            kind=self.text(row, "kind"),
            origin=self.text(row, "source"),
            practitioner=self.text(row, "practitioner"),
            extra={
                self._name(column): words for column, words in filled.items() if column not in self._known
            },
            hidden=self.is_hidden(row, filled),
        )

    def _date_words(self, row: Row) -> str:
        """The date cell's own words; with date parts or an end apart, all of them."""
        return words_of(self.date(row)) if self._date is None else self.filled(row).get(self._date, "")

    def alone(self, row: Row, file: str, agency: str, when: When, words: str, rest: str) -> Entry:
        """An entry out of one cell that spans the row."""
        source = Source(file, self.part, row.number)
        return Entry(
            agency, source, Original(words, when.part_of_day or "", rest), when, event=rest, hidden=row.hidden
        )


@lru_cache(maxsize=4096)
def _is_one_day(start: str, end: str) -> bool:
    """Whether a start and an end differ in their times alone: then the start says both the day and the time."""
    day, *clock = start.split(maxsplit=1)
    return bool(clock) and could_be_clock(clock[0]) and end.split(maxsplit=1)[0] == day


@lru_cache(maxsize=4096)
def people(text: str) -> tuple[str, ...]:
    """The people a cell names. Commas part surname and first name as often as people, so they part nobody."""
    if not text:
        return ()
    names = (" ".join(name.split()) for name in _SPLIT.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


def entries_of(cells: Cells, row: Row, when: When, dating: Dating, file: str, agency: str) -> Made:
    """The entries of a row: one, or one for each day of its date cell or each dated line of its event."""
    entry = cells.entry(row, when, file, agency)
    if cells.accounts and (accounts := _by_agency(cells, row, entry, dating)):
        return accounts
    told = [words for words in (entry.event, entry.response, entry.comment, *entry.extra.values()) if words]
    if not told:
        return Made() if not (entry.kind or entry.origin) else Made([entry])
    if all(map(is_broken_text, told)):
        return Made(why=f"its words can't be read: {' | '.join(told)[:60]}")
    return by_days(entry, dating) or by_lines(entry, dating) or Made([entry])


def _by_agency(cells: Cells, row: Row, entry: Entry, dating: Dating) -> Made | None:
    """The entries of each agency that has an account of its own in the row; None when none has."""
    filled = cells.filled(row)
    told = [
        (agency, words)
        for column, agency in cells.accounts.items()
        if (words := filled.get(column) or _from_the_left(cells, row, filled, column))
    ]
    sound = [(agency, words) for agency, words in told if not is_broken_text(words)]
    if told and not sound:
        return Made(why=f"its words can't be read: {' | '.join(words for _, words in told)[:60]}")
    every = Made(
        decided=[
            f"what {one} says can't be read: {words[:40]}" for one, words in told if (one, words) not in sound
        ]
    )
    for agency, words in sound:
        own = replace(entry, agency=agency, event=words, original=replace(entry.original, text=words))
        made = by_days(own, dating) or by_lines(own, dating) or Made([own])
        every.entries += made.entries
        every.decided += made.decided
    return every if every.entries else None


def _from_the_left(cells: Cells, row: Row, filled: Mapping[int, str], column: int) -> str:
    """What a cell merged over the accounts of several agencies says: it is the account of each."""
    while column in row.covered:
        column -= 1
    return filled.get(column, "") if column in cells.accounts else ""


def without_date(entry: Entry, taken: tuple[When, str, str]) -> Entry:
    """An entry whose event began with its date, which becomes the date's own words."""
    _, words, rest = taken
    original = replace(entry.original, date=words, text=rest)
    return replace(entry, event=rest, original=original)


def by_days(entry: Entry, dating: Dating) -> Made | None:
    """One entry for each day that the date cell lists; lines of the event go to their days where they match."""
    written = entry.original.date
    if not _SEVERAL.search(written) or entry.when.precision not in ("range", "day", "minute"):
        return None
    days = dating.days(written)
    if len({(when.start, when.time) for _, when in days}) < 2 or entry.when.turned:
        return None
    lines = paired([words for words, _ in days], entry.event) or [entry.event] * len(days)
    clock = read_time(entry.original.time) if entry.original.time else None
    found = []
    for (_, when), line in zip(days, lines, strict=True):
        timed = at_time(when, clock) if isinstance(clock, ClockTime) and when.time is None else when
        found.append(_part_of(entry, replace(timed, uncertain=timed.uncertain or entry.when.uncertain), line))
    return Made(found, [f"the date cell names {len(found)} days, and each became an entry"])


def by_lines(entry: Entry, dating: Dating) -> Made | None:
    """One entry for each line of the event that begins with a date of its own."""
    parts = parts_of(entry.event, dating.take)
    if not parts or not _near(entry.when, parts):
        return None
    if parts[0].when is None and entry.when.precision not in ("day", "minute"):
        first, second, *rest = parts
        parts = [replace(second, text=f"{first.text}\n{second.text}"), *rest]
    found = [_part_of(entry, part.when or entry.when, part.text) for part in parts]
    return Made(found, [f"the event tells of {len(found)} dates, and each became an entry"])


def _near(when: When, parts: list[Part]) -> bool:
    """Whether dated lines belong to the row's own time: a row of one day tells of that day or later ones."""
    starts = [part.when.start for part in parts if part.when and part.when.start]
    if when.start is None or when.end is None or not starts:
        return bool(starts)
    return when.start <= min(starts) or when.precision not in ("day", "minute")


def _part_of(entry: Entry, when: When, text: str) -> Entry:
    original = replace(entry.original, text=text)
    return replace(entry, when=when, event=text, original=original)
