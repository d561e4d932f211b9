"""Finding the headings of a table, whatever an agency calls its columns. The words are in synonyms.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from illuminate.engines.chronology.tables import Row, Table, words_of

_LOOK_IN = 60
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Headings:
    """Which column means what. ``first`` and ``last`` are the places in the table's rows that they fill."""

    fields: Mapping[int, str]
    names: Mapping[int, str]
    first: int
    last: int

    def columns(self, field: str) -> list[int]:
        """The columns that mean a field, from left to right."""
        return [column for column, meant in sorted(self.fields.items()) if meant == field]


@cache
def _synonyms() -> dict[str, dict[str, list[str]]]:
    with (Path(__file__).parent / "synonyms.toml").open("rb") as file:
        return tomllib.load(file)


def plain(heading: str) -> str:
    """A heading without case, punctuation and brackets: "Author's Comment(s):" is "author s comments"."""
    joined = heading.casefold().replace("(s)", "s").replace("(es)", "es")
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", joined).split())


@cache
def meaning(heading: str) -> str | None:
    """The field that a heading means; "either:NAME" if that hangs on its neighbours; None if unknown."""
    words = plain(heading)
    if not words or len(heading) > _LONGEST:
        return None
    table = _synonyms()
    if words in table["either"]:
        return f"either:{words}"
    for field, synonyms in table["exact"].items():
        if words in synonyms:
            return field
    for field, held in table["holds"].items():
        never = any(_holds(words, word) for word in table["never"][field])
        if not never and len(words.split()) <= 8 and any(_holds(words, word) for word in held):
            return field
    return None


def _holds(words: str, phrase: str) -> bool:
    return f" {phrase} " in f" {words} "


def find_headings(table: Table) -> Headings | None:
    """The first row, or two rows under each other, that have a date heading and one for what happened."""
    filled = [(place, row) for place, row in enumerate(table.rows) if any(map(words_of, row.cells))]
    for index, (place, row) in enumerate(filled[:_LOOK_IN]):
        fields = _fields([row])
        if "date" not in fields.values() or len(set(fields.values())) < 2 or not _is_headings(row):
            continue
        rows, first, last = [row], place, place
        below = filled[index + 1] if index + 1 < len(filled) else None
        above = filled[index - 1] if index else None
        if below and below[0] == place + 1 and _is_headings(below[1], all_known=True):
            rows, last = [row, below[1]], below[0]
        elif above and above[0] == place - 1 and _is_headings(above[1], all_known=True):
            rows, first = [above[1], row], above[0]
        return Headings(_fields(rows), _names(rows), first, last)
    return None


def _is_headings(row: Row, all_known: bool = False) -> bool:
    """Whether a row reads as headings: short words, at least two, and half (or all) of them known."""
    cells = [
        words_of(cell) for index, cell in enumerate(row.cells) if index not in row.covered and words_of(cell)
    ]
    known = sum(meaning(cell) is not None for cell in cells)
    enough = known == len(cells) if all_known else known * 2 >= len(cells)
    return len(cells) >= 2 and enough and all(len(cell) <= _LONGEST for cell in cells)


def _names(rows: Sequence[Row]) -> dict[int, str]:
    """The heading of each column; where two rows of headings stand, the lower one, else the upper one."""
    names: dict[int, str] = {}
    for row in rows:
        names |= {column: words_of(cell) for column, cell in enumerate(row.cells) if words_of(cell)}
    return names


def _fields(rows: Sequence[Row]) -> dict[int, str]:
    """The meaning of each column that has one."""
    found = {column: meant for column, name in _names(rows).items() if (meant := meaning(name))}
    either = _synonyms()["either"]
    for column, meant in found.items():
        if meant.startswith("either:"):
            first, second = either[meant.removeprefix("either:")]
            found[column] = second if first in found.values() else first
    dates = [column for column, meant in sorted(found.items()) if meant == "date"]
    exact = [column for column in dates if plain(_names(rows)[column]) in _synonyms()["exact"]["date"]]
    keep = (exact or dates)[:1]
    return {column: meant for column, meant in found.items() if meant != "date" or column in keep}


def is_repeat(row: Row, headings: Headings) -> bool:
    """Whether a row in the middle of a table only says the headings again, as at the top of a page."""
    cells = {column: words_of(cell) for column, cell in enumerate(row.cells) if words_of(cell)}
    return len(cells) >= 2 and all(
        plain(headings.names.get(column, "")) == plain(cell) for column, cell in cells.items()
    )
