"""Dates with figures that the writer did not know: "??/05/2016", "1?/05/2016", "201x"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from illuminate.engines.dates.century import EARLIEST, LATEST, Context, full_year
from illuminate.engines.dates.resolving import NO_YEAR
from illuminate.engines.dates.when import Fault, When
from illuminate.engines.dates.words import MONTH, MONTHS

_ONE = r"(?:[\d?x*_#]{1,4}|--|\.\.|dd|mm|yyyy|yy|nk|n/k)"
_THREE = re.compile(
    rf"(?P<day>{_ONE})(?:st|nd|rd|th)?\s*[./\-\s]\s*(?P<number>{_ONE})\s*[./\-\s]\s*(?P<year>{_ONE})",
    re.ASCII,
)
_NAMED = re.compile(
    rf"(?P<day>{_ONE})(?:st|nd|rd|th)?\s*[./\-\s]\s*{MONTH}\s*[./\-\s]\s*(?P<year>{_ONE})", re.ASCII
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>(?:19|20)[\d?x*_#]{{2}})\s*[./\-]\s*(?P<number>{_ONE})\s*[./\-]\s*(?P<day>{_ONE})"
    r"(?:t[\d?x:.]{0,12}z?)?",
    re.ASCII,
)
_UNDER_YEAR = re.compile(r"(?:\?\?|xx|__|--)\s*[./\-]\s*(?P<number>\d{1,2})", re.ASCII)
_DECADE = re.compile(r"(?P<decade>\d{3})[?x*_]", re.ASCII)
_KNOWN = re.compile(r"\?*(?!00)(\d{2}|\d{4})\?*|\?*\d", re.ASCII)
_NOTHING = re.compile(r"[?x*_#]+|00+|--|\.\.|dd|mm|yyyy|yy|nk|n/k")
_SIGNS = re.compile(r"[?x*_#]|--|\.\.|(?<!\d)00(?!\d)|dd|mm|yy|nk|n/k")


YEAR_UNKNOWN = Fault("it has no year that is known", "ambiguous")


def read_unknown(text: str, context: Context) -> When | Fault | None:
    """Read a date with unknown figures as all the days that it may be; None when it has none of them.

    A day wholly unknown gives the month, a month wholly unknown the year; a figure unknown gives a range, in doubt.
    """
    if not _SIGNS.search(text):
        return None
    decade = _DECADE.fullmatch(text)
    if decade:
        first = int(decade[1]) * 10
        return _range(date(first, 1, 1), date(first + 9, 12, 31)) if EARLIEST <= first < LATEST - 9 else None
    if headed := _UNDER_YEAR.fullmatch(text) if context.year else None:
        return _whole_month_or_year("?", headed["number"], [context.year or 0])
    match = _YEAR_FIRST.fullmatch(text) or _THREE.fullmatch(text) or _NAMED.fullmatch(text)
    if not match:
        return None
    named = match.groupdict().get("month")
    day, month, year = match["day"], str(MONTHS[named]) if named else match["number"], match["year"]
    century = year in ("19??", "20??")
    if not century and all(_KNOWN.fullmatch(one) for one in (day, month, year.replace("00", "01"))):
        return None
    years = _years(year, context)
    if isinstance(years, Fault):
        return years
    whole = _whole_month_or_year(day, month, years)
    return whole or _span(day, month, years)


def _years(written: str, context: Context) -> list[int] | Fault:
    """The years that the figures may be."""
    bare = written.replace("?", "")
    if _NOTHING.fullmatch(written) and len(bare) != 2:
        return NO_YEAR if context.year is None else [context.year]
    if len(bare) == 2 and bare.isdigit() and len(written) - len(bare) < 2:
        return [full_year(int(bare), context)]
    if len(bare) == 4 and bare.isdigit():
        return [int(bare)] if EARLIEST <= int(bare) < LATEST else NO_YEAR
    if len(written) == 2 and written[0].isdigit():
        written = f"{full_year(int(written[0]) * 10, context) // 10}{written[1]}"
    shape = _shape(written)
    found = [year for year in range(EARLIEST, LATEST) if shape.fullmatch(f"{year}")]
    past = [year for year in found if year <= max(context.today.year, *context.years, 0)]
    return (past or found) if 0 < len(found) <= 10 else YEAR_UNKNOWN


def _whole_month_or_year(day: str, month: str, years: list[int]) -> When | None:
    """The month whose day is wholly unknown, or the year whose month is."""
    if len(years) > 1:
        return None
    year = years[0]
    if _NOTHING.fullmatch(month):
        # A day in no month is still only known to lie in the year.
        return When(date(year, 1, 1), date(year, 12, 31), "year")
    if not _NOTHING.fullmatch(day) or not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    last = date(year + int(month) // 12, int(month) % 12 + 1, 1) - timedelta(days=1)
    return When(last.replace(day=1), last, "month")


def _span(day: str, month: str, years: list[int]) -> When | Fault:
    """From the first to the last of the days that the figures may be."""
    days, months = _numbers(day, 31), _numbers(month, 12)
    found = [
        date(year, one_month, one_day)
        for year in years
        for one_month in months
        for one_day in days
        if _exists(year, one_month, one_day)
    ]
    if not found:
        return Fault("no day has these figures", "impossible")
    return _range(min(found), max(found))


def _numbers(written: str, most: int) -> list[int]:
    """The numbers from 1 that the figures may be: "2?" is 20 to 29, and a doubted 4 where there is no 40."""
    if _NOTHING.fullmatch(written):
        return list(range(1, most + 1))
    bare = written.replace("?", "")
    known = [int(bare)] if bare.isdigit() and 1 <= int(bare) <= most else []
    if len(bare) == 2:
        return known or [n for n in range(1, most + 1) if _shape(written).fullmatch(f"{n:02d}")]
    shape = _shape(written)
    return [n for n in range(1, most + 1) if shape.fullmatch(f"{n:02d}")] or known


def _shape(written: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"[?x*_#]", r"\\d", written), re.ASCII)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _range(start: date, end: date) -> When:
    return When(start, end, "day" if start == end else "range", uncertain=True)
