"""The only writers of what becomes of the plan."""

from illuminate.journey.improvement.actions.closing import close_action, close_review, reopen_action
from illuminate.journey.improvement.actions.handing import change_lead, hand_over
from illuminate.journey.improvement.actions.progress import note_reading, record_addressee, record_progress
from illuminate.journey.improvement.actions.statements import (
    confirm_statement,
    drop_statement,
    state_publicly,
    write_statement,
)

__all__ = [
    "change_lead", "close_action", "close_review", "confirm_statement", "drop_statement", "hand_over", "note_reading",
    "record_addressee", "record_progress", "reopen_action", "state_publicly", "write_statement",
]  # fmt: skip
