"""Where the days of a review went: what stage each was spent in, and who held it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Move:
    """A review came into a stage, or into other hands, on a day."""

    stage: str
    on: date
    holder: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in one stage and one pair of hands; ``end`` is the day of the next move, None while it lasts.

    ``days`` counts from the start to that day, or to today; the days of all spans add up to the whole.
    """

    stage: str
    start: date
    end: date | None
    holder: str
    days: int


def days_spent(moves: Iterable[Move], today: date) -> list[Span]:
    """Turn moves, in any order, into spans without gaps. Moves after ``today`` have not happened yet."""
    past = sorted((move for move in moves if move.on <= today), key=lambda move: move.on)
    spans: list[Span] = []
    for place, move in enumerate(past):
        end = past[place + 1].on if place + 1 < len(past) else None
        spans.append(Span(move.stage, move.on, end, move.holder, ((end or today) - move.on).days))
    return spans
