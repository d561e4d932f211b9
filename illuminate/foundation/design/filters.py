"""Filters for dates, times and sizes in templates; today is the day where the reader is."""

from datetime import date, datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from . import days


def _date(value: Any) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value if isinstance(value, date) else None


def day(value: Any) -> str:
    """3 April 2018."""
    found = _date(value)
    return days.long_day(found) if found else ""


def day_short(value: Any) -> str:
    """3 Apr 2018."""
    found = _date(value)
    return days.short_day(found) if found else ""


def moment(value: datetime | None) -> str:
    """3 April 2018 at 14:32."""
    if not value:
        return ""
    return days.moment(timezone.localtime(value) if timezone.is_aware(value) else value)


def when(value: Any) -> str:
    """When something is due, in words and as a date."""
    found = _date(value)
    return days.in_words(found, timezone.localdate()) if found else ""


def since(value: Any) -> str:
    """When something happened, in words and as a date."""
    found = _date(value)
    return days.since(found, timezone.localdate()) if found else ""


def late(value: Any) -> bool:
    """True when a day has passed."""
    found = _date(value)
    return bool(found and days.is_late(found, timezone.localdate()))


def file_size(value: int | None) -> str:
    """2.4 MB."""
    return filesizeformat(value).replace("\xa0", " ") if value is not None else ""


def at(value: Any) -> str:
    """A moment with its time, a day without one; words stay words."""
    if isinstance(value, datetime):
        return moment(value)
    return days.long_day(value) if isinstance(value, date) else str(value or "")


def iso(value: Any) -> str:
    """For the machine: 2018-04-03."""
    return value.isoformat() if isinstance(value, date) else ""
