"""Working days in England and Wales, from the bank holidays that come with the package; no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

_SATURDAY = 5


@cache
def _holidays() -> frozenset[date]:
    # use_cached_holidays reads the file inside the package; without it the package would ask GOV.UK.
    known = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return frozenset(holiday["date"] for holiday in known)


@cache
def known_until() -> date:
    """The last day of the years whose bank holidays are known."""
    return date(max(_holidays()).year, 12, 31)


@cache
def _known_from() -> date:
    return date(min(_holidays()).year, 1, 1)


def is_working_day(day: date) -> bool:
    """Monday to Friday and no bank holiday in England and Wales, as far as these are known."""
    return day.weekday() < _SATURDAY and day not in _holidays()


def calendar_note(day: date) -> str | None:
    """A sentence when bank holidays around a day are not known, so that it may be out by one; else None."""
    if _known_from() <= day <= known_until():
        return None
    years = f"{_known_from().year} to {known_until().year}"
    return f"bank holidays are known for {years} only: check {day:%d/%m/%Y} by hand"


def working_days_after(day: date) -> Iterator[date]:
    """Working days later than a day, in order."""
    while day < date.max:
        day += timedelta(days=1)
        if is_working_day(day):
            yield day


def working_days_until(day: date) -> Iterator[date]:
    """Working days from a day backwards, the day itself first if it is one."""
    while day > date.min:
        if is_working_day(day):
            yield day
        day -= timedelta(days=1)
