"""A weekday that is not the one of the date beside it."""

from __future__ import annotations

import re
from datetime import date

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(
    r"\b(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?"
    r"(?:[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -](\d{4})|[./-](\d{1,2})[./-](\d{4}))\b",
    re.I,
)


def wrong_weekday(text: str) -> str:
    """Give the words of a weekday with a full date (day, month, year) of which it is not the weekday."""
    for match in _WRITTEN.finditer(text) if "day" in text or "20" in text else ():
        month = _MONTHS.index(match[3].lower()) + 1 if match[3] else int(match[5])
        try:
            day = date(int(match[4] or match[6]), month, int(match[2]))
        except ValueError:
            continue
        if _NAMES[day.weekday()] != match[1].lower()[:3]:
            return match.group(0)
    return ""
