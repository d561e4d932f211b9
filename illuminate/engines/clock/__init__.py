"""The clock of a review: when things are due, when to remind, and where the days went.

The rules are data, one file an edition of the guidance, in ``editions/``.
"""

from illuminate.engines.clock.deadlines import Reminders, due, late_by, reminder_days
from illuminate.engines.clock.editions import Edition, Rule, UnknownEdition, editions, load_edition
from illuminate.engines.clock.spans import Move, Span, days_spent
from illuminate.engines.clock.working_days import calendar_note, is_working_day, known_until

__all__ = [
    "Edition",
    "Move",
    "Reminders",
    "Rule",
    "Span",
    "UnknownEdition",
    "calendar_note",
    "days_spent",
    "due",
    "editions",
    "is_working_day",
    "known_until",
    "late_by",
    "load_edition",
    "reminder_days",
]
