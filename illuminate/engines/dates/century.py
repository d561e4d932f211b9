"""Years written with two figures: which century they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

EARLIEST, LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the file says: the years seen in it, and the year of the sheet or band."""

    years: Sequence[int]
    year: int | None
    today: date


def full_year(two_figures: int, context: Context) -> int:
    """Give the year of four figures that fits the rest of the file.

    Years later than both today and everything in the file are left out. Of the rest the nearest to a year
    in the file is taken; with no such year, the latest one that isn't in the future.
    """
    candidates = [century + two_figures for century in (1900, 2000)]
    latest = max([context.today.year, *context.years])
    possible = [year for year in candidates if year <= latest] or candidates[:1]
    if not context.years:
        return max(possible)
    return min(possible, key=lambda year: (min(abs(year - seen) for seen in context.years), -year))
