"""What the desk reads across reviews, in a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, QuerySet, When

from illuminate.foundation.access.models import User
from illuminate.journey.reviews import clock
from illuminate.journey.reviews import queries as reviews
from illuminate.journey.reviews.clock import Deadline
from illuminate.journey.reviews.lifecycle import CARDS, ENDED, LINE, Stage
from illuminate.journey.reviews.models import Review, StageMove

AT = {
    Stage.NOT_HELD: Stage.DECIDING, Stage.DIRECTED: Stage.DECIDING, Stage.NO_REVIEW: Stage.DECIDING,
    Stage.REVISING: Stage.WITH_HOME_OFFICE,
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A review in the portfolio."""

    review: Review
    stage: str
    days: int
    deadline: Deadline | None
    holder: str


@dataclass(frozen=True)
class StageLine:
    """A stage on the review's page, shaped for the design's list of stages."""

    text: str
    state: str
    note: str = ""


def portfolio(rows: list[Review], today: date) -> list[Line]:
    """Each review with its stage, days in it, next date and holder."""
    moves = reviews.moves_of(rows)
    return [_line(review, moves.get(review.pk, []), today) for review in rows]


def _line(review: Review, moves: list[StageMove], today: date) -> Line:
    return Line(
        review=review,
        stage=CARDS[Stage(review.stage)].name,
        days=review.days_in_stage(today),
        deadline=clock.next_deadline(review, clock.decided_on(moves)),
        holder=clock.holder(review.stage),
    )


def line_of(review: Review, moves: list[StageMove], today: date) -> Line:
    return _line(review, moves, today)


def stages(review: Review, moves: list[StageMove]) -> list[StageLine]:
    """The way of a review as a list: done, now, waiting. A side path stands in the line as a note."""
    now = Stage(review.stage)
    passed = {move.to_stage for move in moves}
    place = LINE.index(AT.get(now, now)) if AT.get(now, now) in LINE else len(LINE)
    lines = []
    for number, stage in enumerate(LINE):
        here = number == place
        if not here and number > place and now in (Stage.NO_REVIEW,):
            continue
        state = "now" if here else "done" if stage in passed and number < place else "waiting"
        note = CARDS[now].name if here and now is not stage else ""
        lines.append(StageLine(CARDS[stage].name, state, note))
    if now in (Stage.WITHDRAWN, Stage.JOINED):
        return [line for line in lines if line.state == "done"] + [StageLine(CARDS[now].name, "now")]
    return lines


def open_first(user: User) -> QuerySet[Review]:
    """The reader's reviews: those that go on, the oldest first, and then those that have ended."""
    has_ended = Case(When(stage__in=ENDED, then=1), default=0)
    return reviews.visible_to(user).order_by(has_ended, "notified_on", "reference")
