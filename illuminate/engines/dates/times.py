"""Times of day as people write them: 14:30, 1430hrs, 2.30pm, noon, or only "am"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from illuminate.engines.dates.when import Refusal
from illuminate.engines.dates.words import NO_DATE, tidy, without_doubt

_NAMED = {
    "noon": time(12),
    "midday": time(12),
    "12 noon": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
}
PART_OF_DAY = (
    r"early hours|early morning|late evening|late afternoon|lunchtime|a\.m\.?|p\.m\.?|am|pm|"
    r"morning|afternoon|evening|night"
)
_ONE = r"(?:\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?|\d{3,4}|\d{1,2})"
_HALF = r"(?:a\.m\.?|p\.m\.?|am|pm)"
CLOCK = rf"{_ONE}\s*{_HALF}?\s*(?:hrs|hr|hours|h)?"
CLOCKS = rf"{CLOCK}(?:\s*(?:-|to)\s*{CLOCK})?|noon|midday|midnight|12 noon|12 midnight"
_READ = re.compile(
    rf"(?:(?P<h>\d{{1,2}})[:.h](?P<m>\d{{2}})(?::(?P<s>\d{{2}})(?:\.\d+)?)?|(?P<four>\d{{3,4}})|(?P<hour>\d{{1,2}}))"
    rf"\s*(?P<half>{_HALF})?\s*(?P<hrs>hrs|hr|hours|h)?"
)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, or only a part of one; ``decided`` as in ``When``."""

    time: time | None
    part_of_day: str | None = None
    uncertain: bool = False
    decided: tuple[str, ...] = ()


def read_time(value: object) -> ClockTime | Refusal:
    """Read the cell of a time column. An empty cell is a refusal of kind "no_date", not a fault."""
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


def _of_text(original: str) -> ClockTime | Refusal:
    """Read a time in words or figures, one or a span of which the start counts."""
    text, doubted = without_doubt(tidy(original).replace("@", "").strip())
    text = re.sub(r"^at\s+", "", text)
    if text.endswith("ish"):
        text, doubted = text.removesuffix("ish").strip(), True
    if text in NO_DATE:
        return Refusal("no time", original, "no_date")
    if re.fullmatch(PART_OF_DAY, text):
        return ClockTime(None, text.replace(".", ""), doubted)
    parts = [text] if text in _NAMED else re.split(r"\s*(?:-|\bto\b)\s*", text)
    if not 1 <= len(parts) <= 2:
        return Refusal(f"the time can't be read: {original}", original)
    first = _one(parts[0], original)
    if isinstance(first, Refusal):
        return first
    decided = (f"the time is the start of {original}",) if len(parts) == 2 else ()
    return ClockTime(first, None, doubted, decided)


def _one(text: str, original: str) -> time | Refusal:
    """Read one time; hours and minutes must exist."""
    if text in _NAMED:
        return _NAMED[text]
    match = _READ.fullmatch(text)
    if not match or not text.isascii():
        return Refusal(f"the time can't be read: {original}", original)
    four, half = match["four"], (match["half"] or "").replace(".", "")
    if match["hour"] and not half and not match["hrs"]:
        return Refusal(
            f"the time can't be read, {original} may be an hour or a minute", original, "ambiguous"
        )
    hour = int(match["h"] or match["hour"] or four[:-2])
    minute = int(match["m"] or (four[-2:] if four else "0"))
    impossible = hour > 23 or minute > 59 or (half == "am" and hour > 12)
    if impossible:
        return Refusal(f"there is no time {text} in a day", original, "impossible")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute)
