"""The only writers of intake, one module a verb."""

from illuminate.journey.intake.actions.answering import accept_decision, commission, reverse_decision
from illuminate.journey.intake.actions.deciding import decide, record_family_told
from illuminate.journey.intake.actions.notifying import notify
from illuminate.journey.intake.actions.scoping import ask_agency, open_scoping, record_return, remind

__all__ = [
    "accept_decision",
    "ask_agency",
    "commission",
    "decide",
    "notify",
    "open_scoping",
    "record_family_told",
    "record_return",
    "remind",
    "reverse_decision",
]
