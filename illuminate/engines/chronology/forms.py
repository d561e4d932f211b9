"""Forms: one for each contact, with the headings down the side instead of over the columns."""

from __future__ import annotations

from collections.abc import Sequence

from illuminate.engines.chronology.headings import LONGEST, Headings, meaning, of_rows
from illuminate.engines.chronology.tables import Row, Table, filled_of, row_of, width_of, words_of
from illuminate.engines.dates import When, read, take_date


def sideways(table: Table) -> tuple[Headings, list[Row]] | None:
    """A form: "Date", "Event" and so on down the first column, and a contact in each column beside them."""
    labels = {place: meant for place, row in enumerate(table.rows) if (meant := _label(row))}
    kinds = set(labels.values())
    if (
        "date" not in kinds
        or not kinds & {"event", "response", "either:contact"}
        or len(labels) * 2 < _filled(table)
    ):
        return None
    starts = [place for place, meant in labels.items() if meant == "date"]
    names = list(dict.fromkeys(words_of(table.rows[place].cells[0]) for place in labels))
    first = row_of(dict(enumerate(names)))
    headings = of_rows([first], 0, 0, {})
    rows = [
        row
        for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True)
        for row in _turned(table.rows[start:end], names)
    ]
    dated = [
        row for row in rows if isinstance(read(row.cells[headings.columns("date")[0]], year_hint=2000), When)
    ]
    if not dated or min(starts) > 3:
        return None
    return headings, rows


def _filled(table: Table) -> int:
    return sum(any(map(words_of, row.cells)) for row in table.rows)


def _label(row: Row) -> str | None:
    first = row.cells[0] if row.cells else ""
    return meaning(words_of(first)) if type(first) is str and len(first) <= LONGEST else None


def _turned(rows: Sequence[Row], names: Sequence[str]) -> list[Row]:
    """One group of lines under a date as rows, one for each column that has something."""
    found = []
    for column in range(1, width_of(rows)):
        cells: list[object] = [""] * len(names)
        for row in rows:
            value = row.cells[column] if column < len(row.cells) else ""
            label = words_of(row.cells[0])
            if label in names and words_of(value):
                cells[names.index(label)] = value
        if any(map(words_of, cells)):
            found.append(Row(rows[0].number, cells))
    return found


def lines_in(table: Table) -> tuple[Headings, Sequence[Row]] | None:
    """A table used as a list: one column of text, in which nearly every cell begins with a date."""
    filled = [(place, cells) for place, row in enumerate(table.rows) if (cells := filled_of(row))]
    columns = {column for _, cells in filled for column in cells}
    if len(columns) != 1:
        return None
    column = columns.pop()
    dated = [place for place, cells in filled if take_date(cells[column], year_hint=2000)]
    if len(dated) < 2 or len(dated) * 2 < len(filled):
        return None
    return Headings({column: "event"}, {}, dated[0], dated[0] - 1), table.rows[dated[0] :]
