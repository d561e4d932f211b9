"""Which column tells what happened and which says what was done, where headings are silent or mislead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from illuminate.engines.chronology.guessing import Column, describe
from illuminate.engines.chronology.headings import Headings, exact_meaning, is_reference
from illuminate.engines.chronology.tables import Row, words_of

_SAMPLE = 60
_PROSE = 15  # mean letters from which cells are told rather than listed
_ANSWER = 6  # an outcome may be one word
_OPEN = (None, "event", "kind", "source", "subjects", "comment")


def retold(headings: Headings, rows: Sequence[Row], given: Mapping[str, str]) -> tuple[Headings, list[str]]:
    """The headings, with the event where something is told and the response beside it; a note for each change.

    "Incident" over running numbers, "Note" over a column that is nearly empty and a column that says the same all
    the way down tell nothing. What a person said of a heading is never changed.
    """
    looked = _Looked(headings, rows, given)
    fields, notes = dict(headings.fields), []
    event = looked.event()
    if event is not None and event not in looked.told:
        for place in looked.told:
            _demote(looked, fields, place)
        fields[event] = "event"
        notes.append(f"{headings.name(event)} was taken for the event, for it is what tells something")
    found = replace(headings, fields=fields)
    answer = _Looked(found, rows, given).response()
    if answer is not None:
        notes.append(f"{headings.name(answer)} was taken for the response")
        found = replace(found, fields={**fields, answer: "response"})
    return found, notes


def _demote(looked: _Looked, fields: dict[int, str], place: int) -> None:
    """What is left for a column that was the event: response, comment, or nothing but its own name."""
    del fields[place]
    if looked.is_empty(place) or not looked.is_worded(place):
        return
    fields[place] = (
        "response" if "response" not in fields.values() and looked.share(place) >= 0.5 else "comment"
    )


class _Looked:
    """A table's columns by what stands in them."""

    def __init__(self, headings: Headings, rows: Sequence[Row], given: Mapping[str, str]) -> None:
        self._headings = headings
        self._rows = [
            row for row in rows[:_SAMPLE] if len([cell for cell in row.cells if words_of(cell)]) > 1
        ]
        width = max((len(row.cells) for row in self._rows), default=0)
        self._columns = describe(self._rows, width)
        self._open = {place for place in range(width) if headings.name(place) not in given}
        self.told = [place for place, meant in headings.fields.items() if meant == "event" and place < width]

    def share(self, place: int) -> float:
        """How many of the rows say something in this column, from 0 to 1."""
        return self._columns[place].filled / len(self._rows) if self._rows else 0.0

    def is_empty(self, place: int) -> bool:
        return self._columns[place].filled == 0

    def is_worded(self, place: int) -> bool:
        """Whether most cells are words, and not numbers of records or times."""
        cells = [words_of(row.cells[place]) for row in self._rows if place < len(row.cells)]
        filled = [words for words in cells if words]
        listed = sum(any(map(str.isdigit, words)) and len(words.split()) < 3 for words in filled)
        return bool(filled) and listed * 2 < len(filled)

    def event(self) -> int | None:
        """The column that tells what happened; None leaves the headings' word for it."""
        if len(self._rows) < 3 or not self._open.issuperset(self.told) or any(map(self._tells, self.told)):
            return None
        meant = self._headings.fields
        places = [place for place in self._open if meant.get(place) in _OPEN and self._is_prose(place)]
        if not places and not any(map(self._is_exact, self.told)):
            # "What she told us / what we did" is both; a short "Next" beside it is the response.
            places = [
                place for place in self._open if meant.get(place) == "response" and self._is_prose(place)
            ]
        return max(places, key=lambda place: (self._weight(place), -place), default=None)

    def response(self) -> int | None:
        """A column of outcomes under a heading that nobody knows, right of the event."""
        meant = self._headings.fields
        if "response" in meant.values() or len(self.told) != 1 or len(self._rows) < 3:
            return None
        right = (place for place in sorted(self._open) if place > self.told[0] and place not in meant)
        return next((place for place in right if self._is_answer(place)), None)

    def _tells(self, place: int) -> bool:
        """Whether the event's column is fit to be it."""
        column = self._columns[place]
        if not self.is_worded(place) or self.share(place) < 0.4 or _is_constant(column):
            return False
        if self._is_exact(place):
            return True
        best = max((self._weight(other) for other in self._open if self._is_rival(other)), default=0.0)
        return self._is_prose(place) and self._weight(place) * 2 >= best

    def _is_rival(self, place: int) -> bool:
        return self._headings.fields.get(place) in (*_OPEN, "response") and self._is_prose(place)

    def _is_exact(self, place: int) -> bool:
        return exact_meaning(self._headings.names.get(place, "")) == "event"

    def _is_prose(self, place: int) -> bool:
        column = self._columns[place]
        if is_reference(self._headings.names.get(place, "")) or _is_constant(column):
            return False
        told = column.length >= _PROSE and column.dates < 0.5 and column.different >= 0.4
        return told and self.share(place) >= 0.4 and self.is_worded(place)

    def _is_answer(self, place: int) -> bool:
        column = self._columns[place]
        names = column.names >= 0.7 and column.length < 2 * _PROSE and column.different < 0.6
        if names or is_reference(self._headings.names.get(place, "")) or _is_constant(column):
            return False
        said = (
            column.length >= _ANSWER and column.dates < 0.3 and column.times < 0.3 and self.is_worded(place)
        )
        return said and self.share(place) >= 0.3 and self._ends_sentences(place)

    def _ends_sentences(self, place: int) -> bool:
        """Whether cells are written out ("Allocated."), as names of people and of forms are not."""
        cells = [words_of(row.cells[place]) for row in self._rows if place < len(row.cells)]
        filled = [words for words in cells if words]
        return sum(words[-1] in ".!?" or len(words.split()) > 3 for words in filled) * 2 >= len(filled)

    def _weight(self, place: int) -> float:
        return self.share(place) * self._columns[place].length


def _is_constant(column: Column) -> bool:
    """Whether a column says the same nearly all the way down."""
    return column.filled >= 4 and column.different <= 2 / column.filled
