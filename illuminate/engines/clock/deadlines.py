"""When something is due, when to remind of it, and how late it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from dateutil.relativedelta import relativedelta

from illuminate.engines.clock.editions import Rule
from illuminate.engines.clock.working_days import calendar_note, working_days_after, working_days_until

_REMIND = (10, 5, 1, 0)


@dataclass(frozen=True, slots=True)
class Reminders:
    """Days to remind on, first to last. ``note`` is a sentence when bank holidays there are not known."""

    days: tuple[date, ...]
    note: str | None = None


def due(rule: Rule, started_on: date) -> date:
    """The last day that is in time for a rule whose event happened on ``started_on``.

    Months are calendar months and end on the corresponding date, or on the month's last day where there is
    none: 31 January and one month is 28 or 29 February (Dodds v Walker [1981] 1 WLR 1027, House of Lords;
    "month" is a calendar month: Interpretation Act 1978, schedule 1). The day of the event doesn't count. A
    due date may fall on a weekend: only reminders move.
    """
    if rule.amount == 0:
        return started_on
    if rule.unit == "months":
        return started_on + relativedelta(months=rule.amount)
    if rule.unit == "working_days":
        return next(islice(working_days_after(started_on), rule.amount - 1, None))
    return started_on + timedelta(days=rule.amount * (7 if rule.unit == "weeks" else 1))


def reminder_days(due_on: date, before: Sequence[int] = _REMIND, not_before: date | None = None) -> Reminders:
    """Working days to remind on: so many working days before the due date, never after it.

    0 in ``before`` is the due date itself, or the last working day before it. Days earlier than
    ``not_before`` (the day on which the clock started) are left out.
    """
    backwards = list(islice(working_days_until(due_on), max([0, *before]) + 1))
    days = {backwards[number] for number in before if 0 <= number < len(backwards)}
    kept = sorted(day for day in days if not_before is None or day >= not_before)
    return Reminders(tuple(kept), calendar_note(due_on))


def late_by(due_on: date, today: date) -> int:
    """How many days late something still open is; 0 up to and including the due date."""
    return max(0, (today - due_on).days)
