"""Two days, or two times of day, written as from one to the other, of which the second lies before the first."""

from __future__ import annotations

import re
from datetime import date

from illuminate.engines.chronology.findings.lexicon import words_of

_TO = r" ?(?:[-–—]|to|until|till) ?"
_FULL = r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)"
_DAYS = re.compile(rf"(?<![\d./-]){_FULL}{_TO}{_FULL}(?![\d/])", re.I)
_TH = r"(?:st|nd|rd|th)?"
_IN_MONTH = re.compile(
    rf"(?<![\d./:-])(\d{{1,2}}){_TH}{_TO}(\d{{1,2}}){_TH}(?: of)? "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.I,
)
_CLOCK = re.compile(
    rf"(?<![\d./:£-])(\d{{1,2}})([:.])(\d\d) ?([ap]m)?{_TO}(\d{{1,2}})[:.](\d\d) ?([ap]m)?(?!\d|[./:]\d|%)",
    re.I,
)
_NEAR = 15  # days by which one month's range may be turned; more is a range over the month's end
_BACK = 4 * 60  # minutes; a longer way back is one over midnight
_FAR = 40  # letters before a range in which its matter stands


def turned_span(text: str) -> bool:
    """Whether a range of days or of times ends before it begins, and nothing says that something was moved."""
    return any(
        _turned_days(match) and not _moved(text, match)
        for match in [*_DAYS.finditer(text), *_IN_MONTH.finditer(text)]
    ) or any(_turned_times(text, match) and not _moved(text, match) for match in _CLOCK.finditer(text))


def _turned_days(match: re.Match[str]) -> bool:
    if match.re is _IN_MONTH:
        return 0 < int(match[1]) - int(match[2]) <= _NEAR and int(match[1]) <= 31
    try:
        first, last = (
            date(int(year[-2:]), int(month), int(day))
            for day, month, year in (match.groups()[:3], match.groups()[3:])
        )
    except ValueError:
        return False
    return last < first


def _turned_times(text: str, match: re.Match[str]) -> bool:
    hours, minutes = (int(match[1]), int(match[5])), (int(match[3]), int(match[6]))
    if max(hours) > 23 or max(minutes) > 59:
        return False
    if match[2] == "." and not (match[4] or match[7]) and not _sitting().search(_before(text, match)):
        return False  # a weight, a dose
    first, last = (
        _minute(hour, minute, half)
        for hour, minute, half in zip(hours, minutes, (match[4] or match[7], match[7]), strict=True)
    )
    if not match[4] and match[7] and first > last:
        first = _minute(hours[0], minutes[0], "")
    return 0 < first - last <= _BACK


def _minute(hour: int, minute: int, half: str | None) -> int:
    return (hour % 12 + (12 if half.lower() == "pm" else 0) if half else hour) * 60 + minute


def _before(text: str, match: re.Match[str]) -> str:
    return re.split(r"[.;](?!\d)", text[max(0, match.start() - _FAR) : match.start()])[-1].lower()


def _moved(text: str, match: re.Match[str]) -> bool:
    told = _before(text, match)
    return any(word in told for word in words_of("order")["moved"])


def _sitting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words_of('order')['sittings'])})")
