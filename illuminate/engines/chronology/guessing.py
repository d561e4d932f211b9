"""What columns mean by what stands in them, where headings are missing, unknown or of no help."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import cached_property

from illuminate.engines.chronology.besides import is_post
from illuminate.engines.chronology.headings import (
    TOLD,
    Headings,
    is_elsewhere,
    is_late,
    is_reference,
    meaning,
    plain,
    settle,
)
from illuminate.engines.chronology.tables import Row, width_of, words_of
from illuminate.engines.dates import Refusal, When, is_spoken, read, read_time

_SAMPLE, _FEW = 60, 4
_LONGEST_DATE = 60
_PROSE = 18
_NAME = re.compile(r"[^\W\d_][^\d]*")
_FIGURE, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]{2}")


class Column:
    """What stands in one column: shares of its filled cells, from 0 to 1, and their mean length.

    Each is worked out when it is asked for: to try every cell as a date takes longest, and few columns need it.
    """

    def __init__(self, cells: Sequence[object]) -> None:
        self._cells = [cell for cell in cells if words_of(cell)]
        self._words = [words_of(cell) for cell in self._cells]

    @property
    def filled(self) -> int:
        """How many cells are filled."""
        return len(self._cells)

    @cached_property
    def dates(self) -> float:
        """The share that looks like dates."""
        return self._share(map(_dated, self._cells))

    @cached_property
    def times(self) -> float:
        """The share that looks like times of day."""
        return self._share(map(_timed, self._cells))

    @cached_property
    def length(self) -> float:
        """The mean number of letters."""
        return self._share(map(len, self._words))

    @cached_property
    def different(self) -> float:
        """How many different cells there are, for each that is filled."""
        return self._share([len(set(self._words))])

    @cached_property
    def names(self) -> float:
        """The share that may be names of people."""
        return self._share(bool(_NAME.fullmatch(one)) and len(one) <= 40 for one in self._words)

    @cached_property
    def worded(self) -> float:
        """The share with a word in it."""
        return self._share(bool(_WORD.search(one)) for one in self._words)

    def _share(self, counts: Iterable[float]) -> float:
        return sum(counts) / self.filled if self.filled else 0


def describe(rows: Sequence[Row], width: int) -> list[Column]:
    """Describe every column by a sample of its rows."""
    return [
        Column([row.cells[place] for row in rows[:_SAMPLE] if place < len(row.cells)])
        for place in range(width)
    ]


def _dated(cell: object) -> float:
    """How much a cell looks like a date; a bare number less, for it may be a reference."""
    if isinstance(cell, (datetime, date)):
        return 1.0
    if isinstance(cell, (int, float)):
        return 0.4 if isinstance(read(cell), When) else 0.0
    text = words_of(cell)
    if len(text) > _LONGEST_DATE or not _FIGURE.search(text):
        return 0.0
    when = read(text, year_hint=2000)
    if isinstance(when, Refusal):
        return 0.0
    return 0.4 if text.isdigit() else 1.0


def _timed(cell: object) -> bool:
    if isinstance(cell, time):
        return True
    if isinstance(cell, datetime) or (isinstance(cell, float) and not 0 <= cell < 1):
        return False
    if isinstance(cell, str) and (len(cell) > 20 or not _FIGURE.search(cell)):
        return is_spoken(cell)
    return not isinstance(read_time(cell), Refusal)


def is_date_column(column: Column) -> bool:
    """Whether enough of a column reads as dates to take it for the date without a heading that says so."""
    return column.dates >= 0.6 and column.filled >= 1


def without_headings(rows: Sequence[Row], width: int, given: Mapping[str, str]) -> Headings | None:
    """Give every column a meaning by content alone; None when no column holds dates, or none tells anything."""
    columns = describe(rows, width)
    said = {place: given[name] for place in range(width) if (name := f"column {place + 1}") in given}
    free = set(range(width)) - set(said)
    fields = _by_content(columns, {place: meant for place, meant in said.items() if meant}, free)
    if "date" not in fields.values() or "event" not in fields.values():
        return None
    return Headings(fields, {}, 0, -1)


def completed(
    headings: Headings, rows: Sequence[Row], given: Mapping[str, str]
) -> tuple[Headings, list[str]]:
    """Fill in by content what headings leave open: the date, the time, what happened. Gives notes on it."""
    width = max((len(row.cells) for row in rows[:_SAMPLE]), default=0)
    fields = dict(headings.fields)
    for place in range(width):
        if place not in headings.names and (meant := given.get(headings.name(place))):
            fields[place] = meant
    headings = replace(headings, fields=fields)
    open_columns = {
        place for place in range(width) if place not in fields and headings.name(place) not in given
    }
    missing = "date" not in fields.values() and not {"month", "year"} & set(fields.values())
    if (
        not missing
        and "event" in fields.values()
        and not any(place not in headings.names for place in open_columns)
    ):
        return headings, []
    columns = describe(rows, width)
    if missing:
        open_columns |= {place for place, meant in fields.items() if meant == "time"}
        belied = _belied(headings, columns, fields, given)
        open_columns |= belied
        fields = {place: meant for place, meant in fields.items() if place not in belied}
        open_columns -= {place for place in open_columns if _is_not_the_day(headings.names.get(place, ""))}
    unnamed = {place for place in open_columns if not headings.names.get(place)}
    references = {place for place in open_columns if is_reference(headings.names.get(place, ""))}
    found = _by_content(columns, fields, open_columns, unnamed, references)
    changed = {place: meant for place, meant in found.items() if fields.get(place) != meant}
    notes = [f"{headings.name(place)} was taken for the {meant}" for place, meant in changed.items()]
    return Headings(found, headings.names, headings.first, headings.last), notes


def _belied(
    headings: Headings, columns: Sequence[Column], fields: Mapping[int, str], given: Mapping[str, str]
) -> set[int]:
    """Columns whose headings speak of something else and that hold days: "Contact on", "Contact" beside "Detail"."""
    free = (place for place in fields if headings.name(place) not in given)
    return {place for place in free if is_date_column(columns[place])}


def _is_not_the_day(name: str) -> bool:
    """Whether a heading says that its dates are births, deadlines and the like."""
    return bool(name) and is_elsewhere(name) and not is_late(name)


def _by_content(
    columns: Sequence[Column],
    fields: Mapping[int, str],
    free: set[int],
    unnamed: set[int] | None = None,
    references: set[int] | None = None,
) -> dict[int, str]:
    """The fields that are known, and for the rest what the columns look like. Named ones get only what is missing."""
    found = dict(fields)
    filled = [place for place in sorted(free) if columns[place].filled]
    meant = set(fields.values())
    if "date" not in meant and not {"month", "year"} & meant:
        dated = [place for place in filled if is_date_column(columns[place]) or columns[place].dates >= 0.39]
        if dated:
            best = max(
                dated, key=lambda place: (columns[place].dates > 0.5, columns[place].filled > 1, -place)
            )
            found[best] = "date"
            filled = [place for place in filled if place != best]
            filled = [place for place in filled if found.get(place) != "time"]
    free_of_name = filled if unnamed is None else [place for place in filled if place in unnamed]
    if "time" not in found.values():
        timed = [place for place in free_of_name if columns[place].times >= 0.6]
        if timed:
            found[timed[0]] = "time"
    left = [place for place in filled if place not in found]
    _told(columns, found, left, free_of_name, references or set())
    return found


def _told(
    columns: Sequence[Column], found: dict[int, str], left: list[int], free: list[int], references: set[int]
) -> None:
    """Prose in the order in which templates have it: event, response, comment; short names are people."""
    prose = [place for place in left if columns[place].length >= _PROSE and columns[place].dates < 0.5]
    left = [place for place in left if place not in references] or left
    if "event" not in found.values():
        prose = prose or _prose_elsewhere(columns, found)
        event = _event_among(columns, prose, left)
        if event is None:
            return
        found[event] = "event"
    for place in [one for one in prose if one in free and one not in found]:
        following = [meant for meant in TOLD[1:] if meant not in found.values()]
        event = min((one for one, meant in found.items() if meant == "event"), default=-1)
        if following and place > event:
            found[place] = following[0]
    names = [place for place in left if place in free and place not in found and columns[place].names >= 0.7]
    for place in names:
        if columns[place].different < 0.5 and columns[place].filled >= 6 and "subjects" not in found.values():
            found[place] = "subjects"


def _prose_elsewhere(columns: Sequence[Column], found: Mapping[int, str]) -> list[int]:
    """A "Record" or "Note type" may be the only column that tells anything."""
    return [
        place
        for place, meant in found.items()
        if meant in ("source", "kind") and columns[place].length >= _PROSE and columns[place].different > 0.7
    ]


def _event_among(columns: Sequence[Column], prose: Sequence[int], left: Sequence[int]) -> int | None:
    """The event comes first among columns of prose, even where the response is the longer one."""
    wordy = prose or [
        place
        for place in left
        if columns[place].dates < 0.5 and columns[place].times < 0.5 and columns[place].worded >= 0.3
    ]
    if not wordy:
        return None
    longest = max(wordy, key=lambda place: (columns[place].length * columns[place].filled, -place))
    return next((place for place in prose if columns[place].length * 2 >= columns[longest].length), longest)


def tells(headings: Headings, rows: Sequence[Row]) -> bool:
    """Whether some column says in words what happened: a table of counts, or of documents, is no chronology."""
    columns = [place for place, meant in headings.fields.items() if meant in (*TOLD, "account")]
    named = {meaning(headings.names.get(place, "")) for place in columns}
    if "date" in headings.fields.values() and named & set(TOLD):
        return True
    if "date" in headings.fields.values() and _is_of_staff(
        headings, describe(rows, width_of(rows[:_SAMPLE]))
    ):
        return False
    cells = [
        words_of(row.cells[place]) for row in rows[:_SAMPLE] for place in columns if place < len(row.cells)
    ]
    filled = [words for words in cells if words]
    worded = sum(any(letter.isalpha() for letter in words) for words in filled)
    return bool(columns) and (len(filled) < _FEW or worded * 3 >= len(filled))


def _is_of_staff(headings: Headings, columns: Sequence[Column]) -> bool:
    """Whether a table lists people with their posts, and the day on which they began; nothing in it is prose."""
    posts = any(is_post(name) for name in headings.names.values())
    return posts and not any(column.length >= _PROSE for column in columns)


def header_above(row: Row, column: int, given: Mapping[str, str]) -> dict[int, str] | None:
    """The names in a row that stands right above the first dates, if its cells read as headings."""
    names = {place: words_of(cell) for place, cell in enumerate(row.cells) if words_of(cell)}
    if len(names) < 2 or any(len(name) > 120 for name in names.values()):
        return None
    if any(not isinstance(row.cells[place], str) or _dated(row.cells[place]) for place in names):
        return None
    bare = names.get(column, "")
    if bare and not re.search(r"[^\W\d_]", bare):
        return None
    known = sum(place in settle(names, given) for place in names)
    short = all(len(name) <= 40 for name in names.values())
    return names if short or known else None


def is_not_a_chronology(names: Mapping[int, str]) -> bool:
    """Whether headings are those of a table of people, versions, actions or words explained."""
    events = [name for name in names.values() if settle({0: name}, {}).get(0) == "event"]
    return (not events and any(is_elsewhere(name) for name in names.values())) or "version" in map(
        plain, names.values()
    )
