"""Reading a date cell: words, a number from a spreadsheet, or a real date."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from illuminate.engines.dates.century import EARLIEST, LATEST, Context
from illuminate.engines.dates.phrases import read_phrase
from illuminate.engines.dates.quick import read_plain
from illuminate.engines.dates.relative import YEAR_OR_TIME, of_the_month, read_leaning, year_in_doubt
from illuminate.engines.dates.second import read_either, read_narrowed
from illuminate.engines.dates.spoken import in_figures
from illuminate.engines.dates.tidying import mended, tidy, with_its_mark, with_whole_numbers
from illuminate.engines.dates.when import Fault, Refusal, When
from illuminate.engines.dates.words import NO_DATE

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_LONGEST = 200
# Excel's day 1 is 1 January 1900, but it also counts a 29 February 1900 that never was.
_EXCEL_DAY_0 = date(1899, 12, 30)
_SERIALS = (10_000, (date(LATEST, 1, 1) - _EXCEL_DAY_0).days)


def read(
    value: object,
    *,
    century_hint: Sequence[int] = (),
    year_hint: int | None = None,
    month_hint: tuple[int, int] | None = None,
    near: date | None = None,
    today: date | None = None,
) -> When | Refusal:
    """Read one date as a person in the UK wrote it (day, month, year), or say why not.

    ``value`` is text, a number from a spreadsheet (a day number, or a year), a date or a datetime.
    ``century_hint``: years seen in the rest of the file; they choose the century of "16", and whether "March 18" may
    be a month. With none, the latest year that isn't in the future of ``today`` (the machine's day unless given;
    used for this only). ``year_hint``: the year of the sheet or band, for "17 Aug". ``month_hint``: year and month of
    a heading, for "3rd", "Tues 17th" or the number 17; a day with another month ("28 Apr" under May 2016)
    takes the nearest year. ``near``: the day of the row before, taken only by words that point at it: a time alone,
    "same day", "later that evening", "the next day". Each hint that was leaned on, but for ``year_hint``, is
    said in ``decided``. Without the hint that it needs, such a date is refused.
    """
    return read_in(value, context_of(century_hint, year_hint, month_hint, near, today))


def read_in(value: object, context: Context) -> When | Refusal:
    """Read a date with hints that were put together before, for many cells of one file."""
    if isinstance(value, str):
        return read_plain(value, context) or _of_text(value, context)
    if isinstance(value, datetime):
        return _of_datetime(value)
    if isinstance(value, date):
        return _of_date(value)
    if isinstance(value, (int, float)):
        return _of_number(value, str(value), context)
    return _of_text("" if value is None else str(value), context)


def context_of(
    century_hint: Sequence[int] = (),
    year_hint: int | None = None,
    month_hint: tuple[int, int] | None = None,
    near: date | None = None,
    today: date | None = None,
) -> Context:
    """The hints of ``read`` as the readers below take them."""
    return Context(tuple(century_hint), year_hint, today or date.today(), month_hint, near)


def year_of(value: object) -> int | None:
    """The year of four figures that a cell names, if it names one: a hint for cells that don't."""
    if isinstance(value, date):
        return value.year
    found = _YEAR.search(value) if isinstance(value, str) else None
    return int(found[1]) if found else None


def _of_date(value: date) -> When | Refusal:
    if not EARLIEST <= value.year < LATEST:
        why = f"the year {value.year} is not between {EARLIEST} and {LATEST - 1}"
        return Refusal(why, str(value), "impossible")
    return When(value, value, "day")


def _of_datetime(value: datetime) -> When | Refusal:
    """A spreadsheet's midnight is a day without a time: that is how it keeps plain dates."""
    day = _of_date(value.date())
    if isinstance(day, Refusal) or (value.hour, value.minute, value.second) == (0, 0, 0):
        return day
    return replace(day, precision="minute", time=value.time().replace(second=0, microsecond=0, tzinfo=None))


def _of_number(value: float, original: str, context: Context) -> When | Refusal:
    """A number in a date column: a year, the days that Excel counts from 1900, or a date without its marks."""
    unreadable = Refusal(f"the date can't be read: {original} is no day number", original)
    if isinstance(value, bool) or not math.isfinite(value):
        return unreadable
    if EARLIEST <= value < LATEST and value == int(value):
        return When(date(int(value), 1, 1), date(int(value), 12, 31), "year")
    if value == int(value) and (1 <= value <= 31 or value >= 1_000_000):
        found = _of_text(str(int(value)), context)
        return found if isinstance(found, When) else replace(found, original=original)
    if not _SERIALS[0] <= value < _SERIALS[1]:
        return unreadable
    minutes = round((value - int(value)) * 24 * 60)
    moment = datetime.combine(_EXCEL_DAY_0, datetime.min.time()) + timedelta(days=int(value), minutes=minutes)
    decided = (f"{original} was read as Excel's day number",)
    if moment.hour or moment.minute:
        return When(moment.date(), moment.date(), "minute", moment.time(), decided=decided)
    return When(moment.date(), moment.date(), "day", decided=decided)


@lru_cache(maxsize=4096)
def _of_text(original: str, context: Context) -> When | Refusal:
    """Read words: as they stand, else leaning on the row before, else with slips of the hand mended."""
    if len(original) > 4 * _LONGEST:
        return Refusal(f"the date can't be read, it is longer than a date: {_shown(original)}", original)
    if _SERIAL.fullmatch(bare := original.strip()):
        return _of_number(float(bare), bare, context)
    text = tidy(original)
    if text.strip("()[]. ") in NO_DATE or text in NO_DATE:
        return Refusal("no date", original, "no_date")
    if len(text) > _LONGEST:
        return Refusal(f"the date can't be read, it is longer than a date: {_shown(original)}", original)
    text = in_figures(text)
    if _SERIAL.fullmatch(text):
        return _of_number(float(text), original.strip(), context)
    if either := read_either(text, context, _phrase_or_leaning):
        return either
    found = YEAR_OR_TIME if year_in_doubt(text, context) else _phrase_or_leaning(text, context)
    if not isinstance(found, When):
        found = read_narrowed(text, context, _phrase_or_leaning) or found
    if not isinstance(found, When) and (with_its_mark(text) or not _is_final(found)):
        found = _mended(text, original, context) or found
    if isinstance(found, When):
        return found
    if found is None:
        return Refusal(f"the date can't be read: {_shown(original)}", original)
    return Refusal(f"the date can't be read: {_shown(original)} ({found.why})", original, found.kind)


def _is_final(found: Fault | None) -> bool:
    """Whether words are a date that can't be, or one of two: no slip of the hand that may be mended."""
    return found is not None and found.kind in ("impossible", "ambiguous")


def _phrase_or_leaning(text: str, context: Context) -> When | Fault | None:
    """Read words as a date of their own, else as one that points at the row before."""
    own = read_phrase(text, context)
    if isinstance(own, When):
        return own
    under = of_the_month(text, context)
    headed = read_phrase(under, context) if under else None
    if isinstance(headed, When):
        note = f"{text} was read as {under}, by the heading above"
        return replace(headed, decided=(*headed.decided, note))
    leaning = read_leaning(text, context)
    return leaning if isinstance(leaning, When) else own or leaning


def _mended(text: str, original: str, context: Context) -> When | Fault | None:
    """Read what a slip of the hand or a scanner spoilt; what it was read as is said."""
    better = mended(text)
    found = _phrase_or_leaning(better, context) if better != text else None
    whole = None if isinstance(found, When) else with_whole_numbers(better) or with_its_mark(better)
    if whole:
        found = read_phrase(whole, context)
        found = replace(found, uncertain=True) if isinstance(found, When) else None
        better = whole
    if isinstance(found, When):
        return replace(found, decided=(f"{_shown(original)} was read as {better}", *found.decided))
    return found


def _shown(original: str) -> str:
    """What was written, short enough for a sentence and on one line."""
    line = " ".join(original.split())
    return line if len(line) <= 60 else line[:57] + "..."
