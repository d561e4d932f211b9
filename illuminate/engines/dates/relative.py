"""Words that point at the row before: a time alone, "same day", "later that evening", "the next day"."""

from __future__ import annotations

import re
from datetime import timedelta

from illuminate.engines.dates.century import Context
from illuminate.engines.dates.phrases import at_time
from illuminate.engines.dates.times import CLOCKS, PARTS_OF_DAY, SURE_CLOCKS, read_time
from illuminate.engines.dates.when import Fault, Refusal, When
from illuminate.engines.dates.words import MONTH_NAMES, PARTS, any_of

_SAME = r"(?:later\s+)?(?:on\s+)?(?:the\s+)?(?:same|that)\s+(?:day|date)|later\s+(?:that\s+day|same\s+day|on)"
_NEXT = r"(?:the\s+)?(?:next|following)\s+day|(?:the\s+)?day\s+after"
_BEFORE = r"(?:the\s+)?(?:previous\s+day|day\s+before)"
_STEPS = ((re.compile(_SAME), 0), (re.compile(_NEXT), 1), (re.compile(_BEFORE), -1))
_AND_TIME = re.compile(rf"[\s,@-]*(?:at\s+)?(?P<time>{CLOCKS}|{PARTS_OF_DAY})")
_ALONE = re.compile(
    rf"(?:later\s+)?(?:that\s+(?=[a-z]))?(?P<time>{SURE_CLOCKS}|{PARTS_OF_DAY}|[01]\d[.]?[0-5]\d|2[1-3][.]?[0-5]\d)"
)
POINTS_ABOVE = re.compile(
    rf"(?:{_SAME}|{_NEXT}|{_BEFORE})(?:[\s,@-]*(?:at\s+)?(?:{SURE_CLOCKS}|{PARTS_OF_DAY}))?|{SURE_CLOCKS}"
)
_THE_MONTH = re.compile(r"(?:\s+|^|(?<=mid)-?)(?:the\s+|this\s+|that\s+)?month(?=$|[\s,)])")
_THROUGH = re.compile(
    r"^(?:through(?:out)?|during|over|all(?: of| through)?|in|within|later(?: in)?|some\s?time(?: in)?)\s+"
    r"(?=[a-z]+ \d{4}$)"
)
_PART_ALONE = re.compile(rf"(?:the\s+)?{any_of(PARTS)}(?:\s+or\s+so)?|first (?:ten|10) days(?: or so)?")
NOT_ALONE = Fault("it names no day, and there is no row above to take it from", "unreadable")
YEAR_OR_TIME = Fault("it may be a year or a time", "ambiguous")
# A lone "1930" below a row of 2016 is hardly a year; one as near as this is.
_YEARS_NEAR = 20


def read_leaning(text: str, context: Context) -> When | Fault | None:
    """Read words that need the day of the row before; None when they don't point at it."""
    for pattern, step in _STEPS:
        match = pattern.match(text)
        if match:
            rest = _AND_TIME.fullmatch(text[match.end() :])
            if rest or not text[match.end() :].strip():
                return _on(step, rest["time"] if rest else None, text, context)
    alone = _ALONE.fullmatch(text)
    return _on(0, alone["time"], text, context) if alone else None


def _on(step: int, words: str | None, text: str, context: Context) -> When | Fault:
    """The day that lies ``step`` days from the row before, with the time if there is one."""
    if context.near is None:
        return NOT_ALONE
    clock = read_time(words) if words else None
    if isinstance(clock, Refusal):
        return Fault(clock.why, clock.kind)
    day = context.near + timedelta(days=step)
    note = f"{text} was put on {day:%d/%m/%Y}, by the row before"
    when = When(day, day, "day", decided=(note,))
    return at_time(when, clock) if clock else when


def of_the_month(text: str, context: Context) -> str | None:
    """ "middle of the month" with the month of the heading in its place; None when it says no such thing."""
    if context.month is None:
        return None
    month = f"{MONTH_NAMES[context.month[1] - 1]} {context.month[0]}".casefold()
    named = _THE_MONTH.sub(f" {month}", text).strip()
    if named != text:
        return _THROUGH.sub("", named)
    return f"{text} of {month}" if _PART_ALONE.fullmatch(text) else None


def year_in_doubt(text: str, context: Context) -> bool:
    """Whether four figures below a row of quite another year may be a time of day."""
    if context.near is None or not re.fullmatch(r"(?:19|20)[0-5]\d", text, re.ASCII):
        return False
    return abs(int(text) - context.near.year) > _YEARS_NEAR
