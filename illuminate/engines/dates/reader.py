"""Reading a date cell: words, a number from a spreadsheet, or a real date."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from illuminate.engines.dates.century import EARLIEST, LATEST, Context
from illuminate.engines.dates.pieces import NO_MONTH, NO_YEAR
from illuminate.engines.dates.spans import read_span
from illuminate.engines.dates.times import CLOCKS, PART_OF_DAY, ClockTime, read_time
from illuminate.engines.dates.when import Refusal, RefusalKind, When
from illuminate.engines.dates.words import (
    MONTH_NAMES,
    NO_DATE,
    tidy,
    without_doubt,
    without_noise,
    without_weekdays,
)

_TIME_AFTER = re.compile(rf"^(?P<rest>.*?\S)(?:\s+|,\s*)(?:at\s+|@\s*)?(?P<time>(?:at\s+)?(?:{CLOCKS}))$")
_TIME_BEFORE = re.compile(rf"^(?:at\s+)?(?P<time>{CLOCKS})(?:\s+|,\s*)(?:on\s+)?(?P<rest>.+)$")
_PART_AFTER = re.compile(rf"^(?P<rest>.*?\S)[\s,]+(?:in the\s+)?\(?(?P<time>{PART_OF_DAY})\)?$")
_PART_BEFORE = re.compile(rf"^(?P<time>{PART_OF_DAY})(?:\s+|,\s*)(?:of\s+|on\s+)?(?P<rest>.+)$")
_NO_DAY = re.compile(r"^(?:\?{1,2}|x{1,2}|00|dd|_{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})$", re.ASCII)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)
# Six figures may be day, month, year (as police forces write) or a year and month (as databases do).
_DAY_OR_MONTH = re.compile(r"(?:19|20)(?:0[1-9]|1[0-2])(?:0[1-9]|1[0-2])", re.ASCII)
_LONGEST = 200
# Excel's day 1 is 1 January 1900, but it also counts a 29 February 1900 that never was.
_EXCEL_DAY_0 = date(1899, 12, 30)
_SERIALS = (10_000, (date(LATEST, 1, 1) - _EXCEL_DAY_0).days)


def read(
    value: object,
    *,
    century_hint: Sequence[int] = (),
    year_hint: int | None = None,
    today: date | None = None,
) -> When | Refusal:
    """Read one date as a person in the UK wrote it (day, month, year), or say why not.

    ``value`` is text, a number from a spreadsheet (a day number, or a year), a date or a datetime.
    ``century_hint``: years seen in the rest of the file; they choose the century of "16". With none, the
    latest year that isn't in the future of ``today`` (the machine's day unless given; used for this only).
    ``year_hint``: the year of the sheet or band, for "17 Aug". Without it such a date is refused.
    """
    context = Context(tuple(century_hint), year_hint, today or date.today())
    if isinstance(value, datetime):
        return _of_datetime(value)
    if isinstance(value, date):
        return _of_date(value)
    if isinstance(value, (int, float)):
        return _of_number(value, str(value))
    return _of_text("" if value is None else str(value), context)


def year_of(value: object) -> int | None:
    """The year of four figures that a cell names, if it names one: a hint for cells that don't."""
    if isinstance(value, date):
        return value.year
    found = _YEAR.search(value) if isinstance(value, str) else None
    return int(found[1]) if found else None


def _of_date(value: date) -> When | Refusal:
    if not EARLIEST <= value.year < LATEST:
        return Refusal(
            f"the year {value.year} is not between {EARLIEST} and {LATEST - 1}", str(value), "impossible"
        )
    return When(value, value, "day")


def _of_datetime(value: datetime) -> When | Refusal:
    """A spreadsheet's midnight is a day without a time: that is how it keeps plain dates."""
    day = _of_date(value.date())
    if isinstance(day, Refusal) or (value.hour, value.minute, value.second) == (0, 0, 0):
        return day
    return replace(day, precision="minute", time=value.time().replace(second=0, microsecond=0, tzinfo=None))


def _of_number(value: float, original: str) -> When | Refusal:
    """A number in a date column: a year, or the days that Excel counts from 1900."""
    unreadable = Refusal(f"the date can't be read: {original} is no day number", original)
    if isinstance(value, bool) or not math.isfinite(value):
        return unreadable
    if EARLIEST <= value < LATEST and value == int(value):
        return When(date(int(value), 1, 1), date(int(value), 12, 31), "year")
    if not _SERIALS[0] <= value < _SERIALS[1]:
        return unreadable
    minutes = round((value - int(value)) * 24 * 60)
    moment = datetime.combine(_EXCEL_DAY_0, datetime.min.time()) + timedelta(days=int(value), minutes=minutes)
    read_as = _of_datetime(moment)
    if isinstance(read_as, Refusal):
        return read_as
    return replace(read_as, decided=(f"{original} was read as Excel's day number",))


def _of_text(original: str, context: Context) -> When | Refusal:
    """Read words: first as a date alone, then with a time taken off either end."""
    text = tidy(original)
    if text in NO_DATE:
        return Refusal("no date", original, "no_date")
    shown = original.strip() if len(original) <= 60 else original.strip()[:57] + "..."
    if len(text) > _LONGEST:
        return Refusal(f"the date can't be read, it is longer than a date: {shown}", original)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text, re.ASCII):
        return _of_number(float(text), original.strip())
    if _DAY_OR_MONTH.fullmatch(text):
        why = f"the date can't be read: {shown} may be a day or a month, write it with full stops between"
        return Refusal(why, original, "ambiguous")
    found = _attempt(_month_when_day_unknown(text), context)
    if isinstance(found, When):
        return found
    if found is None:
        return Refusal(f"the date can't be read: {shown}", original)
    kind: RefusalKind = "unreadable" if found.why in (NO_YEAR, NO_MONTH) else "impossible"
    return Refusal(f"the date can't be read: {shown} ({found.why})", original, kind)


def _month_when_day_unknown(text: str) -> str:
    """ "??/05/2016" is May 2016: an unknown day is not a doubt about the month."""
    match = _NO_DAY.match(text)
    if not match or not 1 <= int(match[1]) <= 12:
        return text
    return (
        f"{MONTH_NAMES[int(match[1]) - 1].casefold()} '{match[2]}"
        if len(match[2]) == 2
        else f"{match[1]}/{match[2]}"
    )


def _attempt(text: str, context: Context) -> When | Refusal | None:
    """Try the words whole, then without a time; the first sense wins, else the first reason why not."""
    text = re.sub(r"(?<=\d)t(?=\d\d:)", " ", text)
    text = re.sub(r"(?<=:\d\d)(?:\.\d+)?(?:z|[+\-]\d\d:?\d\d)$", "", text)
    whole = _days(text, context)
    if isinstance(whole, When):
        return whole
    reason = Refusal(whole, text) if whole else None
    for pattern in (_TIME_AFTER, _TIME_BEFORE, _PART_AFTER, _PART_BEFORE):
        match = pattern.match(text)
        days = _days(match["rest"], context) if match else None
        if match and isinstance(days, When):
            timed = _with_time(days, match["time"])
            if isinstance(timed, When):
                return timed
            reason = reason or timed
        elif isinstance(days, str):
            reason = reason or Refusal(days, text)
    return reason


def _days(text: str, context: Context) -> When | str | None:
    """Read words without a time; doubts and weekdays are taken off and kept in mind."""
    bare, doubted = without_doubt(text)
    bare, weekdays = without_weekdays(bare)
    bare, doubted_again = without_doubt(bare)
    found = read_span(bare, context)
    if found is None or isinstance(found, str):
        quiet = without_noise(bare)
        found = (read_span(quiet, context) or found) if quiet != bare else found
    if not isinstance(found, When):
        return found
    found = replace(found, uncertain=found.uncertain or doubted or doubted_again)
    if (
        len(weekdays) == 1
        and found.precision == "day"
        and found.start
        and found.start.weekday() != weekdays[0]
    ):
        note = f"{found.start:%d/%m/%Y} was a {found.start:%A}, another weekday than the one written"
        return replace(found, uncertain=True, decided=(*found.decided, note))
    return found


def _with_time(days: When, words: str) -> When | Refusal | None:
    """Put a time to a day. A time beside several days says nothing about when in them, so it is left out."""
    clock = read_time(words)
    if isinstance(clock, Refusal):
        return clock
    if days.precision == "range" or (days.precision == "day" and clock.time is None):
        note = (
            () if clock.time is None else (f"the time {words} was left out, for there is more than one day",)
        )
        return replace(days, part_of_day=clock.part_of_day, decided=days.decided + note)
    if days.precision != "day" or re.fullmatch(r"00:00:00(\.0+)?", words):
        return days if days.precision == "day" else None
    return at_time(days, clock)


def at_time(days: When, clock: ClockTime) -> When:
    """Put a time of day to one day; anything wider than a day stays as it is."""
    if days.precision not in ("day", "minute"):
        return days
    doubt = days.uncertain or clock.uncertain
    decided = days.decided + clock.decided
    if clock.time is None:
        return replace(days, uncertain=doubt, part_of_day=clock.part_of_day, decided=decided)
    return replace(days, precision="minute", time=clock.time, uncertain=doubt, decided=decided)
