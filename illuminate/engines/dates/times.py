"""Times of day as people write them: 14:30, 1430hrs, 2.30pm, noon, 10ish, or only "am"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from illuminate.engines.dates.spoken import SPOKEN, in_figures, is_spoken, is_spoken_hour
from illuminate.engines.dates.tidying import tidy, with_figures
from illuminate.engines.dates.when import Refusal
from illuminate.engines.dates.words import NO_DATE, PART_OF_DAY, without_doubt

_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_HALF = r"(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|in\s+the\s+(?:morning|afternoon|evening)|at\s+night)"
_HRS = r"(?:hrs?\.?|hours?|hrd|h)\b"
_ZONE = r"(?:\s*(?:gmt|bst|utc|z)\b)?"
_NAME = r"(?:12\s*)?(?:noon|midday|midnight)"
_SURE = (
    rf"(?:\d{{1,2}}(?:\s?[:h]\s?|;)\d{{2}}(?:[:.]\d{{2}}(?:[.,]\d+)?)?\s*(?:{_HALF})?\s*(?:{_HRS})?{_ZONE}"
    rf"|\d{{1,2}}[.\s]\d{{2}}\s*(?:{_HALF}|{_HRS})(?:\s*{_HRS})?|\d{{1,2}}\s*(?:{_HALF}|hrs?\b|hours?\b)"
    rf"|\d{{1,2}}(?:[:.]\d{{2}})?\s*ish\b(?:\s*{_HALF})?|\d{{1,2}}\s*o'?\s?clock(?:\s*{_HALF})?"
    rf"|\d{{3,4}}\s*(?:{_HRS}|{_HALF})(?:\s*{_HRS})?|{_NAME})"
)
_LIKELY = rf"(?:\d{{1,2}}[.]\d{{2}}(?:\.\d{{2}}(?:\.\d+)?)?{_ZONE}|\d{{4}}{_ZONE})"
_LEAD = (
    r"(?:(?:time:?|t:|at|@|from|between|approximately|approx\.?|c\.|c|circa|around|about|roughly|est\.?|\?|~"
    r"|(?:just|shortly|soon)\s+(?:after|before)|(?:just\s+|well\s+)?(?:gone|past)|nearly|almost)\s*)"
)
_JOIN = r"\s*(?:-|&|\bto\b|\buntil\b|\btill\b|\band\b|\bor\b)\s*"
_SPOKEN = rf"\d{{1,2}}(?=\s*(?:-|to|and)\s*\d{{1,2}}(?:[:.]\d\d)?\s*{_HALF})"
CLOCKS = rf"{_LEAD}*(?:{_SURE}|{_LIKELY}|{_SPOKEN})(?:{_JOIN}(?:{_SURE}|{_LIKELY}))?\s*\??"
SURE_CLOCKS = rf"{_LEAD}*{_SURE}(?:{_JOIN}(?:{_SURE}|{_LIKELY}))?"
SURE_CLOCK = _SURE
_ONE_SIDED = re.compile(rf"(?:before|after|by|until|from|since)\s+(?:{_SURE}|{_LIKELY})")
PARTS_OF_DAY = rf"(?:{PART_OF_DAY}|{_ONE_SIDED.pattern}|{SPOKEN})"
_READ = re.compile(
    r"(?:(?P<h>\d{1,2})\s?[:;.h\s]\s?(?P<m>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?|(?P<four>\d{3,4})|(?P<hour>\d{1,2}))"
    rf"\s*(?P<clock>o'?\s?clock|ish)?\s*(?P<half>{_HALF})?\s*(?P<hrs>{_HRS})?{_ZONE}",
    re.ASCII,
)
_STARTS = re.compile(r"^(?:(?:time|t(?=:)|at|@|from|between)\b:?\s*|@\s*)+")
_NEAR = re.compile(
    r"^(?:just|shortly|soon|well|a little)\s+(?:after|before|past|gone)\s+|^(?:gone|past|nearly|almost)\s+"
)
_TO_THE_SECOND = re.compile(r"^((?:[01]\d|2[0-3])[0-5]\d)[0-5]\d$", re.ASCII)  # "221530", as systems keep it
_PARTING = re.compile(r"\s*(?:-|,|&|/)\s*|\s+(?:to|until|till|and|or)\s+")
# On a 12-hour clock somebody awake at "10ish" may mean either; these hours are taken as written.
_FIRST_SURE_HOUR = 7


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, or only a part of one; ``decided`` as in ``When``."""

    time: time | None
    part_of_day: str | None = None
    uncertain: bool = False
    decided: tuple[str, ...] = ()


_CLOCK_LIKE = re.compile(
    r"\W*(?:c(?:irca|a)?\.?|approx\.?|about|at|@|~)?\s*(?:[01]?\d|2[0-4])\s?(?:[:;.h]\s?[0-5]\d|[0-5]\d)(?![/\d])|"
    rf".*\d\s*{_HALF}|{_NAME}|{PART_OF_DAY}$|\W*\d\d?\s*(?:hrs?|o'?clock)",
    re.I,
)


def could_be_clock(words: str) -> bool:
    """Whether words have the shape of a time of day: hours and minutes, or a figure with am or pm."""
    return (len(words) <= 25 and bool(_CLOCK_LIKE.match(words.strip()))) or is_spoken(words)


def read_time(value: object) -> ClockTime | Refusal:
    """Read the cell of a time column. An empty cell is a refusal of kind "no_date", not a fault.

    "10ish" is 10:00 in doubt, "2-3pm" the start of it; a bare "9" may be an hour or a minute and is refused;
    "before 9am" and "24:00" give a part of the day and no time, and so does "half past ten", which may be either half.
    """
    if isinstance(value, datetime):
        return ClockTime(value.time().replace(second=0, microsecond=0))
    if isinstance(value, time):
        return ClockTime(value.replace(second=0, microsecond=0, tzinfo=None))
    if isinstance(value, timedelta):
        return _of_fraction(value / timedelta(days=1), str(value))
    if isinstance(value, float) and 0 <= value < 1:
        return _of_fraction(value, str(value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _of_text(str(value if value is not None else ""))


def _of_fraction(part: float, original: str) -> ClockTime | Refusal:
    """Read a fraction of a day, as spreadsheets keep times."""
    minutes = round(part * 24 * 60)
    if not 0 <= minutes < 24 * 60:
        return Refusal(f"there is no time {original} in a day", original, "impossible")
    return ClockTime(time(minutes // 60, minutes % 60))


@lru_cache(maxsize=4096)
def _of_text(original: str) -> ClockTime | Refusal:
    """Read a time in words or figures, one or a span of which the start counts."""
    text = in_figures(tidy(original))
    if text in NO_DATE:
        return Refusal("no time", original, "no_date")
    text = _TO_THE_SECOND.sub(r"\1", _STARTS.sub("", text))
    if is_spoken(text):
        return ClockTime(None, text)
    near = _NEAR.sub("", text)
    bare, doubted = without_doubt(near)
    bare, doubted = _STARTS.sub("", bare), doubted or near != text
    if bare in NO_DATE:
        return Refusal("no time", original, "no_date")
    if re.fullmatch(rf"(?:in\s+the\s+|during\s+the\s+|during\s+)?(?:{PART_OF_DAY})", bare):
        return ClockTime(None, bare.replace(".", ""), doubted)
    if _ONE_SIDED.fullmatch(bare) or is_spoken_hour(bare):
        return ClockTime(None, bare, doubted)
    found = _span(bare, original)
    if isinstance(found, Refusal) and found.kind == "unreadable" and with_figures(bare) != bare:
        found = _span(with_figures(bare), original)
    if isinstance(found, Refusal):
        return found
    return ClockTime(found.time, found.part_of_day, found.uncertain or doubted, found.decided)


def _span(text: str, original: str) -> ClockTime | Refusal:
    """One time, or the first of two."""
    parts = [text] if _READ.fullmatch(text) or re.fullmatch(_NAME, text) else _PARTING.split(text)
    if not 1 <= len(parts) <= 2:
        return Refusal(f"the time can't be read: {original}", original)
    first = parts[0]
    if len(parts) == 2:
        first = _with_half(first, parts[1])
    found = _one(first, original)
    if isinstance(found, Refusal) or len(parts) == 1:
        return found
    note = f"the time is the start of {original}"
    return ClockTime(found.time, found.part_of_day, found.uncertain, (*found.decided, note))


def _with_half(first: str, second: str) -> str:
    """In "2-3pm" and "11-1pm" the first hour is the one before the second."""
    one, two = _READ.fullmatch(first), _READ.fullmatch(second)
    if (
        not one
        or not two
        or one["half"]
        or one["hrs"]
        or one["four"]
        or (one["h"] or one["hour"] or "0").startswith("0")
    ):
        return first
    if two["hrs"] and one["hour"]:
        return f"{first}hrs"
    if not two["half"] or int(one["h"] or one["hour"]) > 12:
        return first
    afternoon = not two["half"].startswith("a") and "morning" not in two["half"]
    hour, end = int(one["h"] or one["hour"]) % 12, int(two["h"] or two["hour"] or "0") % 12
    return f"{first}{'pm' if afternoon and hour <= end else 'am'}"


def _one(text: str, original: str) -> ClockTime | Refusal:
    """Read one time; hours and minutes must exist."""
    if re.fullmatch(_NAME, text):
        return ClockTime(_NAMED[re.sub(r"^12\s*", "", text)])
    match = _READ.fullmatch(text)
    if not match:
        return Refusal(f"the time can't be read: {original}", original)
    four, loose = match["four"], match["clock"]
    if match["hour"] and not match["half"] and not match["hrs"] and not _loose_enough(match):
        why = f"the time can't be read, {original} may be an hour or a minute"
        return Refusal(
            why if loose is None else f"the time can't be read, {original} may be am or pm",
            original,
            "ambiguous",
        )
    hour = int(match["h"] or match["hour"] or four[:-2])
    minute = int(match["m"] or (four[-2:] if four else "0"))
    half = _half(match["half"] or "", hour)
    if hour == 24 and minute == 0:
        return ClockTime(
            None, "midnight", decided=(f"{text} is the end of the day, so the day stands without it",)
        )
    if hour > 23 or minute > 59 or (half == "am" and hour > 12):
        return Refusal(f"there is no time {text} in a day", original, "impossible")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    note = (f"{text} was read as {hour:02d}:{minute:02d}",) if loose and not half else ()
    return ClockTime(time(hour, minute), uncertain=bool(loose and "ish" in loose), decided=note)


def _half(words: str, hour: int) -> str:
    """ "am" or "pm" for all the ways to say so; two at night is in the morning, eleven is not."""
    if "night" in words:
        return "pm" if 6 <= hour < 12 else "am"
    if not words:
        return ""
    return "am" if words.startswith("a") or "morning" in words else "pm"


def _loose_enough(match: re.Match[str]) -> bool:
    return bool(match["clock"]) and int(match["hour"]) >= _FIRST_SURE_HOUR
