"""Dates and times as people say them. Pure: today is always given."""

from datetime import date, datetime

DAYS_UNTIL_MONTHS = 62
"""Up to two months are counted in days; beyond that nobody thinks in days."""


def long_day(day: date) -> str:
    """3 April 2018."""
    return f"{day.day} {day:%B} {day.year}"


def short_day(day: date) -> str:
    """3 Apr 2018."""
    return f"{day.day} {day:%b} {day.year}"


def week_day(day: date, *, year: bool = True) -> str:
    """Friday 3 April 2026, or Friday 3 April."""
    words = f"{day:%A} {day.day} {day:%B}"
    return f"{words} {day.year}" if year else words


def moment(when: datetime) -> str:
    """3 April 2018 at 14:32. The caller has brought it to local time."""
    return f"{long_day(when.date())} at {when:%H:%M}"


def span(days: int) -> str:
    """How long that is: 1 day, 40 days, about 3 months, about 2 years."""
    if days <= DAYS_UNTIL_MONTHS:
        return "1 day" if days == 1 else f"{days} days"
    months = round(days / 30.44)
    return f"about {months} months" if months < 24 else f"about {round(days / 365.25)} years"


def in_words(day: date, today: date) -> str:
    """When something is due: "due in 6 days, Tuesday 1 December", "2 days overdue, Friday 3 April 2026"."""
    left = (day - today).days
    near = 0 <= left < 180 and (day.year == today.year or left < 31)
    words = week_day(day, year=not near)
    if left == 0:
        return f"due today, {words}"
    if left == 1:
        return f"due tomorrow, {words}"
    return f"due in {span(left)}, {words}" if left > 0 else f"{span(-left)} overdue, {words}"


def since(day: date, today: date) -> str:
    """When something happened, or will: "today", "yesterday", "6 days ago, Tuesday 1 December 2026"."""
    gone = (today - day).days
    words = week_day(day)
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    if gone in near:
        return f"{near[gone]}, {words}"
    return f"{span(gone)} ago, {words}" if gone > 0 else f"in {span(-gone)}, {words}"


def is_late(day: date, today: date) -> bool:
    """True when the day has passed."""
    return day < today
