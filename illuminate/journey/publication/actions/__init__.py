"""The only writers of what is frozen, agreed and released."""

from illuminate.journey.publication.actions.checkers import ask_checkers
from illuminate.journey.publication.actions.freeze import freeze
from illuminate.journey.publication.actions.gate import approve, choose_date
from illuminate.journey.publication.actions.release import release
from illuminate.journey.publication.actions.statements import release_statement, take_down_statement
from illuminate.journey.publication.actions.takedown import take_down

__all__ = [
    "approve", "ask_checkers", "choose_date", "freeze", "release", "release_statement", "take_down",
    "take_down_statement",
]  # fmt: skip
