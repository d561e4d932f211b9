"""Whether columns hold what their headings say: an agency's names, a time of day. Headings alone mislead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time

from illuminate.engines.chronology.besides import is_party, is_place
from illuminate.engines.chronology.headings import Headings, exact_meaning, is_late, is_reference
from illuminate.engines.chronology.naming import holds, is_agency, is_name_like
from illuminate.engines.chronology.tables import Row, words_of
from illuminate.engines.dates import ClockTime, could_be_clock, read_time

_SAMPLE = 200
_ENOUGH = 6
_TELLING = 18  # mean letters from which a column tells something
_LONGEST_NAME = 80
_OPEN_TO_AGENCIES = (None, "kind", "source", "practitioner")
_OPEN_TO_TIMES = (None, "kind", "comment", "source")


def proved(headings: Headings, rows: Sequence[Row], given: Mapping[str, str]) -> tuple[Headings, list[str]]:
    """The headings after a look at what stands below them, with a note for each that was taken otherwise.

    What a person said of a heading is never changed.
    """
    fields = dict(headings.fields)
    sample = _Sample(rows)
    notes: list[str] = []
    free = {place for place in sample.columns if headings.name(place) not in given}
    for place in [place for place, meant in fields.items() if meant == "agency" and place in free]:
        if not _names_agencies(sample.words(place), sure=_is_exact(headings, place)):
            del fields[place]
            if "response" not in fields.values() and sample.is_prose(place):
                fields[place] = "response"
            notes.append(
                f"{headings.name(place)} holds no names of agencies, so it was not read as the agency"
            )
    _drop_what_tells_nothing(sample, headings, fields, free)
    if (
        "agency" not in fields.values()
        and (found := _agency_column(sample, fields, free - _others(headings))) is not None
    ):
        fields[found] = "agency"
        notes.append(f"{headings.name(found)} was taken for the agency")
    if "time" not in fields.values() and (found := _time_column(sample, headings, fields, free)) is not None:
        fields[found] = "time"
        notes.append(f"{headings.name(found)} was taken for the time")
    return replace(headings, fields=fields), notes


def _others(headings: Headings) -> set[int]:
    """The columns over places and other parties: "GP surgery" there is where somebody was seen, or who wrote."""
    names = headings.names.items()
    return {
        place for place, name in names if is_place(name) or (is_party(name) and place not in headings.fields)
    }


def _drop_what_tells_nothing(
    sample: _Sample, headings: Headings, fields: dict[int, str], free: set[int]
) -> None:
    """Of several columns for the event those of running numbers ("Entry") and of names ("Contact with")."""
    events = [place for place, meant in fields.items() if meant == "event" and place in free]
    told = [place for place in events if sample.length(place) >= _TELLING]
    for place in events if len(events) > 1 else ():
        words = sample.words(place)
        numbers = bool(words) and all(map(str.isdigit, words))
        exact = exact_meaning(headings.names.get(place, "")) == "event"
        named = bool(words) and not exact and sample.length(place) < _TELLING and set(told) - {place}
        if numbers or named:
            del fields[place]


class _Sample:
    """The filled cells of each column, from the first rows."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows[:_SAMPLE]
        self.columns = range(max((len(row.cells) for row in self._rows), default=0))

    def cells(self, place: int) -> Iterator[object]:
        """The filled cells of a column."""
        for row in self._rows:
            if place < len(row.cells) and row.cells[place] not in ("", None) and place not in row.covered:
                yield row.cells[place]

    def words(self, place: int) -> list[str]:
        """The words of a column's filled cells."""
        return [words for cell in self.cells(place) if (words := words_of(cell))]

    def length(self, place: int) -> float:
        """How long a column's filled cells are, on average."""
        words = self.words(place)
        return sum(map(len, words)) / len(words) if words else 0.0

    def is_prose(self, place: int) -> bool:
        """Whether a column is made of words."""
        words = self.words(place)
        return sum(any(map(str.isalpha, one)) for one in words) * 2 > len(words)


def _is_exact(headings: Headings, place: int) -> bool:
    return exact_meaning(headings.names.get(place, "")) == "agency"


def _names_agencies(words: Sequence[str], *, sure: bool) -> bool:
    """Whether cells are few names that come again, and not sentences. ``sure``: the heading says so word for word."""
    if not words:
        return sure
    likely = sum(is_name_like(one) and len(one) <= _LONGEST_NAME and not one.endswith(".") for one in words)
    if likely * 10 < len(words) * (6 if sure else 8):
        return False
    if sure or len(words) < _ENOUGH:
        return True
    return len(set(words)) * 2 <= len(words)


def _agency_column(sample: _Sample, fields: Mapping[int, str], free: set[int]) -> int | None:
    """A column that names agencies under another heading: nearly all of its cells do.

    One name down the whole column is the agency's own, unless the column is a source's or a practitioner's.
    """
    for place in sample.columns:
        meant = fields.get(place)
        if place not in free or meant not in _OPEN_TO_AGENCIES:
            continue
        words = sample.words(place)
        different = Counter(words)
        fewest = 1 if meant in (None, "kind") else 2
        if not fewest <= len(different) <= 40 or len(words) < 3 or len(different) * 2 > len(words) + 2:
            continue
        bodies = sum(many for one, many in different.items() if holds("body", one))
        if meant == "practitioner" and bodies * 2 < len(words):
            continue  # "IDVA Shanice", "Helpline": those who work there
        if sum(many for one, many in different.items() if is_agency(one)) * 10 >= len(words) * 9:
            return place
    return None


def _time_column(
    sample: _Sample, headings: Headings, fields: Mapping[int, str], free: set[int]
) -> int | None:
    """A column of clock times under any heading, or none: the one nearest to the date."""
    dates = [place for place, meant in fields.items() if meant in ("date", "year", "month", "day")]
    found = []
    for place in sample.columns:
        name = headings.names.get(place, "")
        if place not in free or fields.get(place) not in _OPEN_TO_TIMES or is_reference(name):
            continue
        if is_late(name) and " at" not in name.casefold():
            continue
        cells = list(sample.cells(place))
        if cells and sum(map(_is_clock, cells)) * 10 >= len(cells) * 7:
            found.append(place)
    return min(found, key=lambda place: (abs(place - min(dates, default=0)), place), default=None)


def _is_clock(cell: object) -> bool:
    """Whether a cell reads as a time of day and as nothing else: "14.20", "0915hrs", a spreadsheet's time."""
    if isinstance(cell, time):
        return True
    if isinstance(cell, (datetime, bool)):
        return False
    if isinstance(cell, float) and 0 < cell < 1:
        return True
    return isinstance(cell, str) and could_be_clock(cell) and isinstance(read_time(cell), ClockTime)
