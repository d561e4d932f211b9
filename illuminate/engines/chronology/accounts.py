"""Tables with a column for each agency, "Date | Ambulance | Hospital", where a cell tells that agency's account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from illuminate.engines.chronology.agency import agency_alone
from illuminate.engines.chronology.guessing import Column, describe
from illuminate.engines.chronology.headings import TOLD, Headings, meaning
from illuminate.engines.chronology.naming import words_for
from illuminate.engines.chronology.tables import Row

ACCOUNT = "account"
_SAMPLE = 200
_PROSE = 15  # mean letters from which cells tell something


def with_accounts(
    headings: Headings, rows: Sequence[Row], given: Mapping[str, str]
) -> tuple[Headings, list[str]]:
    """The headings, with the columns that are agencies' accounts; a note when that was found and not said.

    Two or more headings must name agencies over cells that tell something, and no other column may tell what
    happened or name the agency. What a person said of a heading is never changed.
    """
    names = {
        column: words
        for column, name in headings.names.items()
        if name not in given and (words := account_of(name))
    }
    columns = describe(rows[:_SAMPLE], max((len(row.cells) for row in rows[:_SAMPLE]), default=0))
    telling = [column for column in names if column < len(columns) and _tells(columns[column])]
    silent = [column for column in names if column >= len(columns) or not columns[column].filled]
    said = ACCOUNT in headings.fields.values()
    if (len(telling) < 2 and not said) or not telling or _told_otherwise(headings, columns, names):
        return headings, []
    found = sorted({*telling, *silent})
    fields = {**headings.fields, **dict.fromkeys(found, ACCOUNT)}
    shown = ", ".join(headings.name(column) for column in found)
    note = f"{shown} were taken for agencies; each filled cell under them became an entry of that agency"
    return replace(headings, fields=fields), [note]


def account_of(heading: str) -> str | None:
    """The agency whose account a heading says its column is; None for any other heading."""
    name = agency_alone(heading)
    if name is None:
        return None
    known = name.casefold() in words_for("kinds")
    return name if meaning(heading) is None or (known and meaning(heading) not in TOLD) else None


def accounts_in(headings: Headings) -> dict[int, str]:
    """The agency of each column that is one's account."""
    return {
        column: account_of(headings.name(column)) or headings.name(column)
        for column in headings.columns(ACCOUNT)
    }


def _tells(column: Column) -> bool:
    return column.filled > 0 and column.length >= _PROSE and column.dates < 0.5


def _told_otherwise(headings: Headings, columns: Sequence[Column], names: Mapping[int, str]) -> bool:
    """Whether another column says what happened, or whose contact each row is."""
    dated = {"date", "month", "year"} & set(headings.fields.values())
    for place, column in enumerate(columns):
        meant = headings.fields.get(place)
        if place in names or not column.filled:
            continue
        if meant == "agency" or (meant == "event" and _tells(column)):
            return True
        often = column.filled * 2 >= max(one.filled for one in columns)
        if meant is None and _tells(column) and column.different > 0.5 and often:
            return True
    return not dated
