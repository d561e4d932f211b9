"""A whole phrase: doubts, weekdays and a time are taken off, what is left is read as days."""

from __future__ import annotations

import re
from dataclasses import replace

from illuminate.engines.dates.century import EARLIEST, Context
from illuminate.engines.dates.feasts import FEASTS
from illuminate.engines.dates.freely import freer
from illuminate.engines.dates.spans import read_span
from illuminate.engines.dates.times import CLOCKS, PARTS_OF_DAY, SURE_CLOCK, ClockTime, read_time
from illuminate.engines.dates.unknown import YEAR_UNKNOWN, read_unknown
from illuminate.engines.dates.when import Fault, Refusal, When
from illuminate.engines.dates.words import (
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    squeezed,
    with_ordinals,
    without_brackets,
    without_doubt,
    without_noise,
    without_unknown_rest,
    without_weekdays,
)

_BETWEEN = r"(?:\s*[;(\[]\s*|\s*,\s+|,(?=\d\d?:)|\s+(?:[-/|]\s+)?\(?|:(?=\d\d:))"
_TIME_AFTER = re.compile(rf"^(?P<rest>.*?\S){_BETWEEN}(?P<time>{CLOCKS})[)\]]?$", re.ASCII)
_TIME_STUCK = re.compile(rf"^(?P<rest>.*?\S)\s*(?P<time>@\s*{CLOCKS})$", re.ASCII)
_TIME_BEFORE = re.compile(
    rf"^[(\[]?(?P<time>{CLOCKS})[)\]]?(?:{_BETWEEN}|(?<=[)\]]))(?:on\s+)?(?P<rest>.+)$", re.ASCII
)
_PART_AFTER = re.compile(
    rf"^(?P<rest>.*?\S)[\s,;/(\[-]+(?:in\s+the\s+|during\s+the\s+|at\s+)?(?P<time>{PARTS_OF_DAY})[)\]]?$"
)
_PART_BEFORE = re.compile(
    rf"^(?:(?:in|during|on)\s+the\s+|the\s+)?(?P<time>{PARTS_OF_DAY})(?:\s+|,\s*|\s*-\s*)(?:of\s+|on\s+)?(?P<rest>.+)$"
)
_SPLITTERS = (_TIME_AFTER, _TIME_STUCK, _TIME_BEFORE, _PART_AFTER, _PART_BEFORE)
_FEAST_DAYS = any_of(word for word in FEASTS if any(day in word.split() for day in WEEKDAYS))
_NTH = r"(?:first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))"
_WEEKDAY_COUNTS = re.compile(
    rf"\b(?:{_NTH}\s+(?:{WEEKDAY}|weekend)|{_FEAST_DAYS}|{WEEKDAY}\s+(?:before|after|following|preceding))\b"
)
_WEEKDAY_NIGHT = re.compile(rf"({WEEKDAY})\s+({PARTS_OF_DAY})[\s,]+")
_CLOCK = re.compile(SURE_CLOCK, re.ASCII)
_HALVES = re.compile(
    r"(?<=[\d\s(])\(?(?:[ap]\.?m\.?|eve|evening|morn|morning|afternoon|night)\)?(?=$|[\s\-])"
)
_ISO_T = re.compile(r"(?<=\d)t(?=\d\d(?::|\d\d))")
_ZONE = re.compile(r"(?<=:\d\d)(?:\.\d+)?\s?(?:z|[+\-]\d\d(?::?\d\d)?)$", re.ASCII)
_RUN_OF_FIGURES = re.compile(
    r"((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\s?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?"
)
_MIDNIGHT = re.compile(r"00:00:00(?:\.0+)?")
# A whole day and a clock behind it; "12.05, 14.05" has the same shape twice and is rather two days.
_DAY_AND_CLOCK = re.compile(
    r"(?P<rest>.*\d.*?)(?:\s*[,;]\s*|\s+(?:at\s+|@\s*|-\s+)?)"
    r"(?P<time>(?:[01]?\d|2[0-3])(?:[.:][0-5]\d|:[0-5]\d:[0-5]\d|\.[0-5]\d\.00))",
    re.ASCII,
)
# Under the heading of a month.
_NUMBER_AND_FOUR = re.compile(
    r"((?:[a-z]{3,9}[.,]{0,2}\s+)?\d{1,2}(?:st|nd|rd|th)?)\s+((?:[01]\d|2[0-3])[0-5]\d)", re.ASCII
)
_ENDS_IN_YEAR = re.compile(r"\d{4}|(?:\d\W|[a-z]\W{0,2})\d\d$", re.ASCII)
_ENDS_AS_DAY = re.compile(rf"(?:\d|\d(?:st|nd|rd|th)|(?<![a-z]){any_of(MONTHS)})\.?\s*$")
_TWO_ALIKE = re.compile(r"\d{1,2}\.\d{1,2}", re.ASCII)
_DAY_AND_FOUR = re.compile(
    r"(?P<rest>(?:[a-z]{3,9}[.,]{0,2}\s+)?\d{1,2}(?:\W{1,2}\d{1,2}|.{0,4}[a-z]{3,9}))\s+(?P<time>(?:[01]\d|2[0-3])[0-5]\d)",
    re.ASCII,
)
_YEAR_LIKE = re.compile(r"(?:1[89]|2[0-3])\d\d", re.ASCII)
_WORTH_A_LOOK = re.compile(rf"\d|{any_of(word for word in MONTHS if len(word) > 2)}|[a-z]{{4}}")


def read_phrase(text: str, context: Context) -> When | Fault | None:
    """Read tidy words: first as a date alone, then with a time taken off either end, then without remarks."""
    if not _WORTH_A_LOOK.search(text):
        return None
    if text[0] in "12" or "+" in text:
        text = _ISO_T.sub(" ", text)
        text = _RUN_OF_FIGURES.sub(r"\1 \2:\3", text) if len(text) > 11 else text
        text = _ZONE.sub("", text)
    found = _with_clock(text, context) or _with_or_without_time(text, context)
    if isinstance(found, When):
        return found
    bare, doubted = without_doubt(text)
    if found is YEAR_UNKNOWN:
        return found  # without its marks of doubt it would have one
    if doubted and bare:
        again = _with_or_without_time(bare, context)
        if isinstance(again, When):
            return replace(again, uncertain=True)
    for lighter in _lighter(text):
        again = _with_or_without_time(lighter, context)
        if isinstance(again, When):
            note = (
                f"{text.removeprefix(lighter).strip()} was left out"
                if text.startswith(lighter)
                else f"{text} was read as {lighter}"
            )
            return replace(again, decided=(*again.decided, note))
        found = found or again
    return found


def _with_clock(text: str, context: Context) -> When | None:
    """Read a whole day with hours and minutes behind it: "19 July, 22.05" is no list of two days."""
    match = _DAY_AND_CLOCK.fullmatch(text) if text[-3:-2] in (":", ".") else None
    if match and _ENDS_AS_DAY.search(match["rest"]) and not _TWO_ALIKE.fullmatch(match["rest"].strip()):
        days = read_days(match["rest"].strip(" -"), context)
        if isinstance(days, When) and days.precision == "day":
            timed = _with_time(days, match["time"], match["rest"])
            return timed if isinstance(timed, When) else None
    if context.month and (alone := _NUMBER_AND_FOUR.fullmatch(text)):
        days, clock = read_days(alone[1], context), read_time(alone[2])
        if isinstance(days, When) and isinstance(clock, ClockTime):
            return at_time(days, clock)
    four = _DAY_AND_FOUR.fullmatch(text) if context.year else None
    if four and context.year and not _may_be_year(int(four["time"]), context):
        # Under a heading with the year, "12/11 2031" has its time and not a year to come.
        days = read_days(four["rest"], context)
        clock = read_time(four["time"])
        if isinstance(days, When) and days.precision == "day" and isinstance(clock, ClockTime):
            timed = at_time(days, clock)
            # Two figures turned round make it a year again: "2109" for 2019.
            return replace(timed, uncertain=timed.uncertain or _is_turned(four["time"], context.year))
    return None


def _is_turned(figures: str, year: int) -> bool:
    return any(sorted(figures) == sorted(str(near)) for near in range(year - 5, year + 6))


def _may_be_year(number: int, context: Context) -> bool:
    return EARLIEST <= number <= max(context.today.year, *context.years, context.year or 0)


def _lighter(text: str) -> list[str]:
    """The same words without brackets, without a remark in them, without their times, with ordinals as figures."""
    ways = freer(text)
    ways += [without_brackets(text) or "", without_unknown_rest(text)]
    if "(" in text or "[" in text:
        ways.append(re.sub(r"[()\[\]]", " ", text))
    clocks = list(_CLOCK.finditer(text))
    if len(clocks) == 1:
        ways.append(f"{text[: clocks[0].start()]} {text[clocks[0].end() :]} {clocks[0][0]}")
    night = _WEEKDAY_NIGHT.match(text)
    if night:
        ways.append(f"{night[2]} {night[1]} {text[night.end() :]}")
    if re.match(r"[a-z\d]{1,2}\)\s", text):
        ways.append(text.partition(")")[2])
    if len(clocks) > 1:
        first = _CLOCK.search(text)
        rest = _CLOCK.sub(" ", text[first.end() :]) if first else ""
        ways += [text[: first.end()] + rest if first else "", _CLOCK.sub(" ", text).replace(" at ", " ")]
    if len(_HALVES.findall(text)) > 1:
        ways.append(_HALVES.sub(" ", text))
    ways.append(with_ordinals(text))
    return [squeezed(way).strip(" ,;:-") for way in ways if way and way != text]


def _with_or_without_time(text: str, context: Context) -> When | Fault | None:
    """Read a date alone or with a time; the first sense wins, else the first reason why not."""
    found = read_days(text, context)
    if isinstance(found, When):
        return found
    reason = found
    for pattern in _SPLITTERS:
        match = pattern.match(text)
        if not match or not match["rest"]:
            continue
        days = read_days(match["rest"].strip(" -"), context)
        if isinstance(days, When):
            timed = _with_time(days, match["time"], match["rest"])
            if isinstance(timed, When):
                return timed
            reason = reason or timed
        elif days:
            reason = reason or days
    return reason


def read_days(text: str, context: Context) -> When | Fault | None:
    """Read words without a time; doubts and weekdays are taken off and kept in mind."""
    found = read_unknown(text, context)
    if found:
        return found
    bare, doubted = without_doubt(text)
    weekdays: list[int] = []
    if not _WEEKDAY_COUNTS.search(bare):
        bare, weekdays = without_weekdays(bare)
        if weekdays:
            bare, again = without_doubt(bare)
            doubted = doubted or again
    found, doubt_of_day = _plain_or_quiet(bare, context)
    if not isinstance(found, When):
        return found
    if doubted or (doubt_of_day and found.precision == "day"):
        found = replace(found, uncertain=True)
    return _checked(found, weekdays)


def _plain_or_quiet(text: str, context: Context) -> tuple[When | Fault | None, bool]:
    """Read words as they are, else without those that say nothing; the flag: the day itself was said to be unknown."""
    found = read_span(text, context)
    if isinstance(found, When):
        return found, False
    known = without_unknown_rest(text)
    quiet = without_noise(known)
    for lighter in dict.fromkeys((known, quiet)):
        if lighter not in (text, ""):
            again = read_span(lighter, context)
            found = again if isinstance(again, When) else found or again
            if isinstance(again, When):
                break
    return found, known != text and "time" not in text[len(known) :]


def _checked(found: When, weekdays: list[int]) -> When:
    """Compare the weekdays written with those of the dates; another one puts the date in doubt."""
    if not weekdays or found.start is None or found.end is None:
        return found
    pairs = [(found.start, weekdays[0])] if len(weekdays) == 1 and found.precision == "day" else []
    if len(weekdays) == 2 and found.precision == "range":
        pairs = list(zip((found.start, found.end), weekdays, strict=True))
    wrong = [day for day, weekday in pairs if day.weekday() != weekday]
    if not wrong:
        return found
    notes = (f"{day:%d/%m/%Y} was a {day:%A}, another weekday than the one written" for day in wrong)
    return replace(found, uncertain=True, decided=(*found.decided, *notes))


def _with_time(days: When, words: str, rest: str) -> When | Fault | None:
    """Put a time to a day. A time beside several days says nothing about when in them, so it is left out."""
    clock = read_time(words)
    if isinstance(clock, Refusal):
        if days.precision != "day" or clock.kind not in ("impossible", "ambiguous"):
            return Fault(clock.why, clock.kind)
        return replace(days, decided=(*days.decided, f"{clock.why}; the day was kept without it"))
    if _YEAR_LIKE.fullmatch(words) and not _ENDS_IN_YEAR.search(rest):
        # "17 Aug 2014" is no time on a 17 August; a year in its place is left to the readers of years.
        return None
    if days.precision == "range" and not _CLOCK.search(words):
        return None
    if days.precision == "range" or (days.precision == "day" and clock.time is None):
        note = f"the time {words} was left out, for there is more than one day"
        more = () if clock.time is None else (note,)
        doubt = days.uncertain or (clock.uncertain and days.precision == "day")
        return replace(
            days, part_of_day=clock.part_of_day, uncertain=doubt, decided=days.decided + clock.decided + more
        )
    if days.precision != "day":
        return None
    return days if _MIDNIGHT.fullmatch(words) else at_time(days, clock)


def at_time(days: When, clock: ClockTime) -> When:
    """Put a time of day to one day; anything wider than a day stays as it is."""
    if days.precision not in ("day", "minute"):
        return days
    doubt = days.uncertain or clock.uncertain
    decided = days.decided + clock.decided
    if clock.time is None:
        return replace(days, uncertain=doubt, part_of_day=clock.part_of_day, decided=decided)
    return When(days.start, days.end, "minute", clock.time, doubt, days.part_of_day, days.turned, decided)
