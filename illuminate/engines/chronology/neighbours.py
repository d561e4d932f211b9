"""Headings that fill more than one row: finer ones below, groups above, and those that go on in the next row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from illuminate.engines.chronology.headings import LONGEST, Headings, in_row, is_hint, meaning, of_rows, plain
from illuminate.engines.chronology.looking import holds_a_date
from illuminate.engines.chronology.remarks import whole_headings
from illuminate.engines.chronology.tables import Row, filled_of


def with_neighbours(rows: Sequence[Row], place: int, given: Mapping[str, str], floor: int) -> Headings:
    """Headings of one row, or with those of the row below or above it."""
    row = rows[place]
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is not None and _goes_below(row, below, given):
        return of_rows([row, below], place, place + 1, given)
    if below is not None and (whole := whole_headings(row, below)):
        return of_rows([whole], place, place + 1, given)
    above = rows[place - 1] if place - 1 > floor else None
    if above is not None and _groups(above, row, given):
        return of_rows([above, row], place - 1, place, given)
    return of_rows([row], place, place, given)


def _goes_below(row: Row, below: Row, given: Mapping[str, str]) -> bool:
    """Whether the row below holds finer headings, or hints on how to fill them in."""
    upper, lower = filled_of(row), filled_of(below)
    if not lower or holds_a_date(below) or any(len(words) > 120 for words in lower.values()):
        return False
    hints = [words for words in lower.values() if is_hint(words)]
    if hints and len(hints) * 2 >= len(lower):
        return True
    dates = [column for column, meant in in_row(row, given).items() if meant == "date"]
    if any(
        column in lower
        and lower[column] != upper.get(column)
        and not is_hint(lower[column])
        and meaning(lower[column]) is None
        for column in dates
    ):
        return False
    carried = any(column in below.carried and lower.get(column) == upper.get(column) for column in lower)
    parted = bool(row.covered & set(lower)) or carried
    known = sum(meaning(words) is not None or words in given or is_hint(words) for words in lower.values())
    new = {column for column in lower if lower[column] != upper.get(column)}
    if parted and new:
        return known * 2 >= len(lower) and all(len(words) <= LONGEST for words in lower.values())
    finer = len(lower) >= 2 and known == len(lower) and not _all_same(upper, lower)
    return finer and (
        not any(meaning(words) == "date" for words in lower.values()) or bool(set(upper) - set(lower))
    )


def _all_same(upper: Mapping[int, str], lower: Mapping[int, str]) -> bool:
    return all(plain(words) == plain(upper.get(column, "")) for column, words in lower.items())


def _groups(above: Row, row: Row, given: Mapping[str, str]) -> bool:
    """Whether the row above names groups of columns, or has the other half of the headings."""
    upper = {column: words for column, words in filled_of(above).items() if column not in above.covered}
    if len(upper) < 2 or holds_a_date(above) or any(len(words) > LONGEST for words in upper.values()):
        return False
    if above.covered:
        return True
    return all(meaning(words) is not None or words in given for words in upper.values())
