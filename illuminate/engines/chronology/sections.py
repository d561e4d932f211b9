"""Where in a table the chronology stands: its headings, the rows below them, and where another one begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from illuminate.engines.chronology import guessing
from illuminate.engines.chronology.accounts import ACCOUNT, with_accounts
from illuminate.engines.chronology.daily import under_days
from illuminate.engines.chronology.daycolumns import with_days, with_end
from illuminate.engines.chronology.forms import lines_in, sideways
from illuminate.engines.chronology.headings import (
    TOLD,
    Headings,
    could_be,
    of_rows,
    plain,
)
from illuminate.engines.chronology.looking import begins_anew, holds_a_date, is_of, worth_a_look
from illuminate.engines.chronology.neighbours import with_neighbours
from illuminate.engines.chronology.proving import proved
from illuminate.engines.chronology.retelling import retold
from illuminate.engines.chronology.tables import (
    Row,
    Table,
    filled_of,
    row_of,
    width_of,
    words_of,
)
from illuminate.engines.dates import When, read

_LOOK_IN = 60
_ANY_MONTH = (2000, 1)


@dataclass(frozen=True, slots=True)
class Section:
    """One chronology in a table: what its columns mean, and its rows. ``notes`` say what had to be chosen.

    ``agency`` is named where chronologies of several stand side by side.
    """

    table: Table
    headings: Headings
    rows: Sequence[Row]
    notes: Sequence[str] = field(default_factory=tuple)
    agency: str = ""


def sections_of(table: Table, given: Mapping[str, str], before: Section | None) -> list[Section]:
    """Every chronology in a table, from the top; empty when the table is something else.

    ``before`` is the last section of the table before, whose headings a table without any may go on with.
    """
    places = _header_places(table, given)
    if not places:
        guessed = _by_content(table, given)
        named = guessed if guessed and len(guessed.headings.names) > 1 else None
        daily = _under_days(table, given)
        alone = (
            daily or _on_its_side(table) or named or _going_on(table, before) or guessed or _of_lines(table)
        )
        return [alone] if alone else []
    found = _under_headings(table, places, given)
    if not found:
        return []
    if places[0].first > 1:
        found[0] = _with_rows_above(found[0])
    if before and places[0].first > 0:
        above = replace(table, rows=table.rows[: places[0].first])
        goes_on = _going_on(above, before)
        found = ([replace(goes_on, table=table)] if goes_on else []) + found
    return found


def _under_headings(table: Table, places: Sequence[Headings], given: Mapping[str, str]) -> list[Section]:
    """The chronology under each of a table's headings; a block between them that is none is said, not lost."""
    found: list[Section] = []
    left: list[str] = []
    ends = [headings.first for headings in places[1:]] + [len(table.rows)]
    for headings, end in zip(places, ends, strict=True):
        rows = table.rows[headings.last + 1 : end]
        full, notes = _understood(headings, rows, given)
        if guessing.tells(full, rows) or given:
            found.append(Section(table, full, rows, notes))
        elif rows:
            first, last = table.rows[headings.first].number, rows[-1].number
            left.append(f"rows {first} to {last} were left out: no column of theirs tells what happened")
    if found and left:
        found[0] = replace(found[0], notes=[*found[0].notes, *left])
    return found


def _understood(
    headings: Headings, rows: Sequence[Row], given: Mapping[str, str]
) -> tuple[Headings, list[str]]:
    """What columns mean by their headings, by what stands in them, and by both together."""
    by_agency, noted = with_accounts(headings, rows, given)
    if ACCOUNT in by_agency.fields.values():
        sure, more = proved(by_agency, rows, given)
        return sure, noted + more
    dated, first = with_days(headings, rows, given)
    full, notes = guessing.completed(dated, rows, given)
    full, ended = with_end(full, rows, given)
    notes = first + notes + ended
    sure, more = proved(full, rows, given)
    told, last = retold(sure, rows, given)
    return told, notes + more + last


def _with_rows_above(section: Section) -> Section:
    """Rows that someone sorted to stand above their own headings are rows all the same."""
    above = section.table.rows[: section.headings.first]
    columns = section.headings.columns("date")
    dated = [
        place
        for place, row in enumerate(above)
        if columns
        and len(filled_of(row)) > 2
        and columns[0] < len(row.cells)
        and words_of(row.cells[columns[0]])
        and isinstance(read(row.cells[columns[0]]), When)
    ]
    if len(dated) < 2:
        return section
    note = "rows with dates stand above its headings, and were read with them"
    return replace(section, rows=[*above[dated[0] :], *section.rows], notes=[*section.notes, note])


def _header_places(table: Table, given: Mapping[str, str]) -> list[Headings]:
    """Every place at which new headings stand. The same ones said again, as on a new page, are none."""
    found: list[Headings] = []
    rows = table.rows
    place = -1
    while (place := place + 1) < len(rows):
        row = rows[place]
        if found and is_of(row, found[-1]):
            continue
        if not worth_a_look(row, given) or holds_a_date(row):
            continue
        if not could_be(row, given) and not (found and begins_anew(rows, place)):
            continue
        headings = with_neighbours(rows, place, given, found[-1].last if found else -1)
        if found and _same(headings, found[-1]):
            continue
        if guessing.is_not_a_chronology(headings.names) and not given:
            continue
        if "date" not in headings.fields.values() and not {"month", "year"} & set(headings.fields.values()):
            continue
        found.append(headings)
        place = headings.last
    return found


def _same(headings: Headings, before: Headings) -> bool:
    """Whether headings are those of the section before, perhaps with fewer words."""
    return all(plain(name) == plain(before.names.get(column, "")) for column, name in headings.names.items())


def _going_on(table: Table, before: Section | None) -> Section | None:
    """A table without headings goes on from the one before: same width, and dates in their place."""
    if before is None or not table.rows or width_of(table.rows) != width_of(before.table.rows):
        return None
    columns = before.headings.columns("date")
    if not columns:
        return None
    column = columns[0]
    told = [place for place, meant in before.headings.fields.items() if meant in (*TOLD, "account")]
    rows = [filled_of(row) for row in table.rows]
    if not any(place in filled for filled in rows for place in told if column in filled):
        return None  # a title with its year above the headings
    filled = [cell for row in table.rows if column < len(row.cells) and words_of(cell := row.cells[column])]
    dated = sum(isinstance(read(cell, year_hint=2000, month_hint=_ANY_MONTH), When) for cell in filled[:10])
    if not filled or dated * 2 <= len(filled[:10]):
        return None
    note = f"it has no headings and was read with those of {before.table.part}"
    return Section(table, replace(before.headings, first=0, last=-1), table.rows, [note])


def _by_content(table: Table, given: Mapping[str, str]) -> Section | None:
    """A table whose headings are missing or unknown: the column of dates shows where it begins."""
    filled = [row for row in table.rows if any(map(words_of, row.cells))][:_LOOK_IN]
    columns = guessing.describe(filled, width_of(filled))
    dated = [
        place
        for place, column in enumerate(columns)
        if column.dates * column.filled >= 1.9 and column.dates >= 0.4
    ]
    if not dated:
        return None
    date = max(dated, key=lambda place: (columns[place].dates >= 0.6, -place))
    start = next(
        place
        for place, row in enumerate(table.rows)
        if date < len(row.cells)
        and words_of(row.cells[date])
        and isinstance(read(row.cells[date], year_hint=2000), When)
    )
    names = _names_above(table.rows[:start], date, given)
    if names is None:
        return _without_headings(table, start, date, given)
    if guessing.is_not_a_chronology(names):
        return None
    rows = table.rows[start:]
    found = of_rows([row_of(names)], start - 1, start - 1, given)
    full, notes = _understood(found, rows, given)
    fits = "date" in full.fields.values() and guessing.tells(full, rows)
    return Section(table, full, rows, notes) if fits else None


def _without_headings(table: Table, start: int, date: int, given: Mapping[str, str]) -> Section | None:
    """Rows from the first date on, told apart by content; dates must stand first, or among three columns."""
    rows = table.rows[start:]
    width = width_of(rows)
    strong = guessing.describe(rows, width)[date].dates >= 0.6 and (date == 0 or width >= 3)
    headings = guessing.without_headings(rows, width, given) if strong else None
    note = "it has no headings that are known; its columns were told apart by what stands in them"
    return Section(table, replace(headings, first=start, last=start - 1), rows, [note]) if headings else None


def _names_above(rows: Sequence[Row], date: int, given: Mapping[str, str]) -> dict[int, str] | None:
    """The headings in the last filled row above the first date."""
    for row in reversed(rows):
        if any(map(words_of, row.cells)):
            return guessing.header_above(row, date, given)
    return None


def _of_lines(table: Table) -> Section | None:
    found = lines_in(table)
    return (
        Section(table, *found, ["it was read as a list of lines that begin with a date"]) if found else None
    )


def _on_its_side(table: Table) -> Section | None:
    found = sideways(table)
    return Section(table, *found, ["its headings stand down its side, and were read so"]) if found else None


def _under_days(table: Table, given: Mapping[str, str]) -> Section | None:
    found = under_days(table, given)
    return (
        Section(table, *found, ["its days stand on rows of their own, over the rows of each"])
        if found
        else None
    )
