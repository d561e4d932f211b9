"""The review's own deadlines, worked out from its moves and its edition of the guidance (journey.md, "The clock")."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from illuminate.engines.clock import Move as Moved
from illuminate.engines.clock import Span, days_spent, due, load_edition
from illuminate.foundation.access.roles import CARDS as ROLES
from illuminate.foundation.access.roles import Role
from illuminate.journey.reviews.lifecycle import CARDS, ENDED, LINE, Stage
from illuminate.journey.reviews.models import Review, StageMove

BEFORE_DECISION = frozenset({Stage.NOTIFIED, Stage.DECIDING})
BEFORE_SIGN_OFF = frozenset(LINE[LINE.index(Stage.COMMISSIONED) : LINE.index(Stage.SIGNED_OFF)]) | {
    Stage.DIRECTED
}


@dataclass(frozen=True)
class Deadline:
    """What is due, by when, who holds it, and by which rule."""

    words: str
    due_on: date
    holder: str
    source: str


def next_deadline(review: Review, decided_on: date | None) -> Deadline | None:
    """The guidance's own deadline that is running now, or None when none is."""
    edition = load_edition(review.edition)
    if review.stage in BEFORE_DECISION:
        rule, started = edition.rule("decision"), review.notified_on
    elif review.stage in BEFORE_SIGN_OFF and decided_on:
        rule, started = edition.rule("report"), decided_on
    else:
        return None
    return Deadline(rule.words, due(rule, started), ROLES[Role(rule.owner)].name, rule.source)


def decided_on(moves: Iterable[StageMove]) -> date | None:
    """The day of the first decision, whichever way it went; a reversed "no" starts anew on the reversal."""
    days = {move.to_stage: move.happened_on for move in moves}
    return days.get(Stage.DIRECTED) or days.get(Stage.COMMISSIONED) or days.get(Stage.NOT_HELD)


def spent(moves: Iterable[StageMove], today: date) -> list[Span]:
    """What each day of the review was spent on, and who held it."""
    return days_spent(
        [Moved(move.to_stage, move.happened_on, CARDS[Stage(move.to_stage)].holder) for move in moves], today
    )


def holder(stage: str) -> str:
    """Who holds the delay today."""
    return CARDS[Stage(stage)].holder


def is_running(stage: str) -> bool:
    return Stage(stage) not in ENDED
