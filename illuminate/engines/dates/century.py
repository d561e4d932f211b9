"""Years written with two figures: which century they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

EARLIEST, LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the file says: the years seen in it, the year of the sheet or band, the year and month
    of a heading, and the date of the row before."""

    years: tuple[int, ...]
    year: int | None
    today: date
    month: tuple[int, int] | None = None
    near: date | None = None


def full_year(two_figures: int, context: Context) -> int:
    """Give the year of four figures that fits the rest of the file.

    Years later than both today and everything in the file are left out. Of the rest the nearest to the latest year
    in the file is taken, for its early ones may be those of a life before; with no such year, the latest one that
    isn't in the future.
    """
    return _full_year(two_figures, context.years, context.today.year)


@lru_cache(maxsize=1024)
def _full_year(two_figures: int, years: tuple[int, ...], this_year: int) -> int:
    candidates = [century + two_figures for century in (1900, 2000)]
    latest = max([this_year, *years])
    possible = [year for year in candidates if year <= latest] or candidates[:1]
    if not years:
        return max(possible)
    return min(possible, key=lambda year: (abs(year - max(years)), -year))


def fits(year: int, context: Context) -> bool:
    """Whether a year that the words may mean is likely: between the years seen, else of this century and past."""
    if context.years:
        return min(context.years) <= year <= max(context.years)
    return 2000 <= year <= context.today.year
