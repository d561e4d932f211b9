"""The plain forms that fill most of a chronology, read in one step: 22/05/2016, 2016-05-22, 22nd of May 2016 14:30."""

from __future__ import annotations

import re
from datetime import date, time

from illuminate.engines.dates.century import EARLIEST, LATEST, Context, full_year
from illuminate.engines.dates.when import When
from illuminate.engines.dates.words import MONTHS, WEEKDAYS

_PLAIN = re.compile(
    r"\s*(?:([A-Za-z]{3,9})[.,]{0,2} )?(?:(\d{1,2})([/.\-])(\d{1,2})\3(\d{4}|\d\d)|(\d{4})-(\d\d)-(\d\d)"
    r"|(\d{1,2})(?:st|nd|rd|th)?(?: of |[ \-])([A-Za-z]{3,9})[ \-](\d{4}|\d\d))"
    r"(?:[ T](\d\d)[:.]?(\d\d)(?::\d\d)?(?:hrs)?)?[.,]?\s*",
    re.ASCII,
)


def read_plain(text: str, context: Context) -> When | None:
    """Read a plain day, or a plain minute; None leaves the text to the slower readers, which also say what is wrong."""
    match = _PLAIN.fullmatch(text)
    if not match:
        return None
    weekday, day, _, month, year, iso_year, iso_month, iso_day, named_day, name, named_year, hour, minute = (
        match.groups()
    )
    if name:
        number = MONTHS.get(name.lower(), 0)
        day, year = named_day, named_year
    elif iso_year:
        day, number, year = iso_day, int(iso_month), iso_year
    else:
        number = int(month)
    full = int(year)
    decided: tuple[str, ...] = ()
    if len(year) == 2:
        full = full_year(full, context)
        decided = (f"the year {year} was read as {full}",)
    if not EARLIEST <= full < LATEST or (context.year and full > context.today.year):
        return None
    try:
        one = date(full, number, int(day))
        at = time(int(hour), int(minute)) if hour else None
    except ValueError:
        return None
    if weekday and WEEKDAYS.get(weekday.lower()) != one.weekday():
        return None
    if at is None or (":00:00" in text and not at.hour and not at.minute):
        return When(one, one, "day", decided=decided)
    return When(one, one, "minute", at, decided=decided)
