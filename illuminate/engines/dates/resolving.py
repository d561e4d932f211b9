"""A piece into days: what it lacks is taken from the file's own words around it, or it has no answer."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from illuminate.engines.dates.century import EARLIEST, LATEST, Context, fits, full_year
from illuminate.engines.dates.feasts import FEASTS, nth_weekday
from illuminate.engines.dates.pieces import Piece
from illuminate.engines.dates.when import Fault, Precision
from illuminate.engines.dates.words import MONTH_NAMES, SEASONS

NO_YEAR = Fault("it has no year", "unreadable")
NO_MONTH = Fault("it has no month", "unreadable")

# Figures up to 31 that are no year of this century yet are rather a slip than a year around 1930.
_FIRST_LIKELY = 2000
# Thirds, halves, weeks, quarters: of a month in days, of a year and a season in months, of a decade in years.
_OF_MONTH = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "first half": (1, 15),
    "second half": (15, 31),
    "week 1": (1, 7),
    "week 2": (8, 14),
    "week 3": (15, 21),
    "week 4": (22, 28),
}
_OF_YEAR = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "quarter 1": (1, 3),
    "quarter 2": (4, 6),
    "quarter 3": (7, 9),
    "quarter 4": (10, 12),
}
_OF_DECADE = {"early": (0, 3), "mid": (3, 6), "late": (6, 9), "first half": (0, 4), "second half": (5, 9)}
_OF_SEASON = {"early": (0, 0), "mid": (1, 1), "late": (2, 2), "first half": (0, 1), "second half": (1, 2)}


@dataclass(frozen=True, slots=True)
class Days:
    """A resolved piece: first and last day, and the precision of the words."""

    start: date
    end: date
    precision: Precision
    decided: tuple[str, ...] = ()
    uncertain: bool = False


def resolve(piece: Piece, context: Context) -> Days | Fault:
    """Give the days that a piece names, or one sentence that says why there are none."""
    if piece.two_ways:
        return Fault("it may be two dates, write it with full stops between", "ambiguous")
    notes: tuple[str, ...] = ()
    uncertain = False
    if piece.either is not None and piece.year is None:
        settled = _day_or_year(piece, context)
        if isinstance(settled, Fault):
            return settled
        piece, notes, uncertain = settled
    piece, leaned, doubt = _with_hints(piece, context)
    year = piece.year if piece.year is not None else piece.decade
    if year is None:
        return NO_YEAR if piece.month or piece.name or piece.day is None else NO_MONTH
    if piece.short_year:
        year = full_year(year, context)
        notes += (f"the year {year % 100:02d} was read as {year}",)
    if not EARLIEST <= year < LATEST:
        return Fault(f"the year {year} is not between {EARLIEST} and {LATEST - 1}", "impossible")
    if piece.weak and not fits(year, context):
        return Fault("it may be a day and a month, or a month and a year", "ambiguous")
    days = _days(piece, year)
    if isinstance(days, Fault):
        return days
    return Days(days.start, days.end, days.precision, notes + leaned + days.decided, uncertain or doubt)


def _day_or_year(piece: Piece, context: Context) -> tuple[Piece, tuple[str, ...], bool] | Fault:
    """ "March 18" is a day when the year is known from elsewhere, else March 2018 if that year fits the file."""
    either, month = piece.either or 0, MONTH_NAMES[(piece.month or 1) - 1]
    year = full_year(either, context)
    hint = context.year or (context.month[0] if context.month else None)
    as_month = replace(piece, either=None, year=year)
    if piece.parts:
        # A day has no early or late part, so the figures are a year, if it can have been one.
        if year < _FIRST_LIKELY:
            return Fault(f"{month} {either:02d} is no year that fits", "ambiguous")
        return as_month, (f"{month} {either:02d} was read as {month} {year}",), False
    if (hint is None and context.years and fits(year, context)) or hint == year:
        note = f"{month} {either:02d} was read as {month} {year}; it may be a day"
        return as_month, (note,), True
    if hint is None:
        why = f"it may be {month} {year}, or the {either}th of a {month} with no year"
        return Fault(why.replace("1th", "1st").replace("2th", "2nd").replace("3th", "3rd"), "ambiguous")
    return replace(piece, either=None, day=either), (), False


def _with_hints(piece: Piece, context: Context) -> tuple[Piece, tuple[str, ...], bool]:
    """Fill what is lacking from the heading above or the year of the sheet; says so, and whether it is in doubt."""
    if piece.year is not None or piece.decade is not None:
        return piece, (), False
    heading = context.month
    if piece.day is not None and piece.month is None:
        if heading is None:
            return piece, (), False
        note = f"{MONTH_NAMES[heading[1] - 1]} {heading[0]} comes from the heading above"
        return replace(piece, month=heading[1], year=heading[0]), (note,), False
    if piece.month is None and piece.name is None:
        return piece, (), False
    if context.year is not None:
        return replace(piece, year=context.year), (), False
    if heading is None:
        return piece, (), False
    year = heading[0]
    if piece.month is not None:
        year = min(
            (year, year - 1, year + 1), key=lambda one: abs(_months(one, piece.month) - _months(*heading))
        )
    doubt = year != heading[0]
    note = f"the year {year} comes from the heading above" + (", as the nearest one" if doubt else "")
    return replace(piece, year=year), (note,), doubt


def _months(year: int, month: int | None) -> int:
    return year * 12 + (month or 1)


def _days(piece: Piece, year: int) -> Days | Fault:
    """The days of a piece whose year is known."""
    if piece.name is not None:
        return _season(piece, year) if piece.name in SEASONS else _feast(piece, year)
    if piece.decade is not None:
        return _decade(piece, year)
    if piece.month is None:
        return NO_MONTH if piece.day is not None else _part_of_year(piece, year)
    if not 1 <= piece.month <= 12:
        return Fault(f"there is no month {piece.month} (dates are read as day, month, year)", "impossible")
    last = monthrange(year, piece.month)[1]
    if piece.nth:
        return _nth(piece, year)
    if piece.day is None:
        return _part_of_month(piece, year, last)
    if not 1 <= piece.day <= last:
        return Fault(f"{MONTH_NAMES[piece.month - 1]} {year} has no day {piece.day}", "impossible")
    one = date(year, piece.month, piece.day)
    return Days(one, one, "day")


def _bounds(parts: tuple[str, ...], table: dict[str, tuple[int, int]], whole: str) -> tuple[int, int] | Fault:
    """First and last number of the parts named; "mid to late" is from the one to the other."""
    if any(part not in table for part in parts):
        return Fault(f"a {whole} has no {next(part for part in parts if part not in table)}", "unreadable")
    return min(table[part][0] for part in parts), max(table[part][1] for part in parts)


def _decade(piece: Piece, year: int) -> Days | Fault:
    bounds = _bounds(piece.parts, _OF_DECADE, "decade") if piece.parts else (0, 9)
    if isinstance(bounds, Fault):
        return bounds
    return Days(date(year + bounds[0], 1, 1), date(year + bounds[1], 12, 31), "range")


def _part_of_year(piece: Piece, year: int) -> Days | Fault:
    """A year, or early, mid or late in it (thirds of four months), a half, a quarter of the calendar year."""
    if not piece.parts:
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    bounds = _bounds(piece.parts, _OF_YEAR, "year")
    if isinstance(bounds, Fault):
        return bounds
    kind = "financial" if piece.second_year else "calendar"
    first, last = (bounds[0] + 3, bounds[1] + 3) if piece.second_year else bounds
    quarter = any(part.startswith("quarter") for part in piece.parts)
    notes = (f"the quarter was read as one of the {kind} year",) if quarter else ()
    return Days(_first_day(year, first), _last_day(year, last), "range", notes)


def _part_of_month(piece: Piece, year: int, last: int) -> Days | Fault:
    """A month, or early, mid or late in it (thirds of ten days, the last with what is left), a half, a week."""
    month = piece.month or 1
    if not piece.parts:
        return Days(date(year, month, 1), date(year, month, last), "month")
    bounds = _bounds(piece.parts, {**_OF_MONTH, "last week": (last - 6, last)}, "month")
    if isinstance(bounds, Fault):
        return bounds
    return Days(date(year, month, bounds[0]), date(year, month, min(bounds[1], last)), "range")


def _nth(piece: Piece, year: int) -> Days:
    """The nth weekday or weekend of a month."""
    nth, weekday = piece.nth or (1, 0)
    day = nth_weekday(year, piece.month or 1, nth, weekday if weekday < 7 else 5)
    return Days(day, day, "day") if weekday < 7 else Days(day, day + timedelta(days=1), "range")


def _season(piece: Piece, year: int) -> Days | Fault:
    """Spring is March to May and so on. "Winter 2019" may be either winter of that year, so it is both."""
    month = SEASONS[piece.name or "spring"]
    if piece.name != "winter" and piece.second_year:
        return Fault(f"{piece.name} {year}/{(year + 1) % 100:02d} names two years", "ambiguous")
    if piece.parts:
        bounds = _bounds(piece.parts, _OF_SEASON, "season")
        if isinstance(bounds, Fault):
            return bounds
        if piece.name == "winter" and not piece.second_year:
            return _season(replace(piece, parts=()), year)
        first, last = month + bounds[0], month + bounds[1]
        return Days(_first_day(year, first), _last_day(year, last), "range")
    if piece.name != "winter" or piece.second_year:
        return Days(date(year, month, 1), _last_day(year, month + 2), "season")
    note = f"winter {year} may begin or end that year, so both winters are allowed"
    return Days(date(year - 1, 12, 1), _last_day(year + 1, 2), "season", (note,))


def _feast(piece: Piece, year: int) -> Days | Fault:
    """Easter, Christmas, a school term; what differs from place to place has no answer."""
    feast = FEASTS.get(piece.name or "")
    if feast is None:
        return Fault(f"when {piece.name} was differs from place to place, write its days", "ambiguous")
    begins = year + 1 if piece.second_year and feast.years[0] < 0 else year
    if feast.spans_two_years and not piece.second_year:
        note = f"{piece.name} {year} may begin or end that year, so both are allowed"
        return Days(feast.within(year - 1)[0], feast.within(year)[1], "range", (note,))
    start, end = feast.within(begins)
    if piece.parts:
        half = feast.half(year, "second" in piece.parts[0]) if "half" in piece.parts[0] else None
        start, end = half or (start, end)
    return Days(start, end, "day" if start == end else "range")


def _first_day(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _last_day(year: int, month: int) -> date:
    first = _first_day(year, month)
    return first.replace(day=monthrange(first.year, first.month)[1])
