"""The life of a review as one table: from, to, who may, what must hold, what is recorded, who is told.

Stages: journey.md, "The stages". docs/lifecycle.md is drawn from this table.
"""

from dataclasses import dataclass
from enum import StrEnum

from illuminate.foundation.access.roles import Role


class Stage(StrEnum):
    NOTIFIED = "notified"
    DECIDING = "deciding"
    NOT_HELD = "not_held"
    DIRECTED = "directed"
    NO_REVIEW = "no_review"
    COMMISSIONED = "commissioned"
    GATHERING = "gathering"
    ANALYSING = "analysing"
    DRAFTING = "drafting"
    SIGNED_OFF = "signed_off"
    WITH_HOME_OFFICE = "with_home_office"
    REVISING = "revising"
    APPROVED = "approved"
    PUBLISHED = "published"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"


@dataclass(frozen=True)
class StageCard:
    """A stage in words, and who holds the review while it lasts."""

    stage: Stage
    name: str
    sentence: str
    holder: str


CARDS: dict[Stage, StageCard] = {
    card.stage: card
    for card in (
        StageCard(Stage.NOTIFIED, "Notified", "The partnership has been told of a death.", "Coordinator"),
        StageCard(Stage.DECIDING, "Deciding", "Agencies say if they knew anyone; the chair decides.",
                  "Chair of the partnership"),
        StageCard(Stage.NOT_HELD, "Not held", "The partnership decided not to review; the Home Office is told.",
                  "Home Office"),
        StageCard(Stage.DIRECTED, "Directed", "The Home Office reversed the decision: the review goes on.",
                  "Coordinator"),
        StageCard(Stage.NO_REVIEW, "No review", "The Home Office accepted the decision not to review.", "Nobody"),
        StageCard(Stage.COMMISSIONED, "Commissioned", "Chair, panel and terms of reference are put in place.",
                  "Coordinator"),
        StageCard(Stage.GATHERING, "Gathering", "Agencies, family and others give their accounts.",
                  "Independent chair"),
        StageCard(Stage.ANALYSING, "Analysing", "The panel works on the combined chronology and the lessons.",
                  "Independent chair"),
        StageCard(Stage.DRAFTING, "Drafting", "The report is written; the family reads and comments.",
                  "Independent chair"),
        StageCard(Stage.SIGNED_OFF, "Signed off", "The partnership has accepted the report.", "Coordinator"),
        StageCard(Stage.WITH_HOME_OFFICE, "With the Home Office", "The Quality Assurance Panel reads the report.",
                  "Home Office"),
        StageCard(Stage.REVISING, "Revising", "The Home Office's points are answered.", "Independent chair"),
        StageCard(Stage.APPROVED, "Approved", "The Home Office agrees to publication; the gate is prepared.",
                  "Coordinator"),
        StageCard(Stage.PUBLISHED, "Published", "The report is public; the actions go on.", "Coordinator"),
        StageCard(Stage.CLOSED, "Closed", "Every action is done or explained, and evidence seen.", "Nobody"),
        StageCard(Stage.WITHDRAWN, "Withdrawn", "The review was ended, with reasons.", "Nobody"),
        StageCard(Stage.JOINED, "Joined", "The review goes on within another statutory review.", "Nobody"),
    )
}  # fmt: skip

ENDED = frozenset({Stage.NO_REVIEW, Stage.CLOSED, Stage.WITHDRAWN, Stage.JOINED})
LINE = (
    Stage.NOTIFIED, Stage.DECIDING, Stage.COMMISSIONED, Stage.GATHERING, Stage.ANALYSING, Stage.DRAFTING,
    Stage.SIGNED_OFF, Stage.WITH_HOME_OFFICE, Stage.APPROVED, Stage.PUBLISHED, Stage.CLOSED,
)  # fmt: skip

COORDINATOR, CHAIR, INDEPENDENT = Role.COORDINATOR, Role.PARTNERSHIP_CHAIR, Role.INDEPENDENT_CHAIR
HOME_OFFICE, QUALITY = Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER


@dataclass(frozen=True)
class Move:
    """One row of the table.

    `must_hold` names the blockers function of the room that the review leaves ("room.function"), `action` the
    action that makes the move, `tells` the roles that get a notice. A guard checks that all of them exist.
    """

    start: Stage
    to: Stage
    action: str
    who: tuple[Role, ...]
    must_hold: str
    tells: tuple[Role, ...]


def _move(start: Stage, to: Stage, action: str, who: tuple[Role, ...], must_hold: str, *tells: Role) -> Move:
    return Move(start, to, action, who, must_hold, tells)


S = Stage
MOVES: tuple[Move, ...] = (
    _move(S.NOTIFIED, S.DECIDING, "intake.open_scoping", (COORDINATOR,), "intake.to_open_scoping", CHAIR),
    _move(S.DECIDING, S.COMMISSIONED, "intake.decide", (CHAIR,), "intake.to_decide", COORDINATOR, HOME_OFFICE),
    _move(S.DECIDING, S.NOT_HELD, "intake.decide", (CHAIR,), "intake.to_decide", COORDINATOR, HOME_OFFICE),
    _move(S.NOT_HELD, S.DIRECTED, "intake.reverse_decision", (HOME_OFFICE,), "intake.to_answer_decision",
          COORDINATOR, CHAIR),
    _move(S.NOT_HELD, S.NO_REVIEW, "intake.accept_decision", (HOME_OFFICE,), "intake.to_answer_decision",
          COORDINATOR, CHAIR),
    _move(S.DIRECTED, S.COMMISSIONED, "intake.commission", (COORDINATOR, CHAIR), "intake.to_commission",
          CHAIR, HOME_OFFICE),
    _move(S.COMMISSIONED, S.GATHERING, "panel.begin_gathering", (INDEPENDENT, COORDINATOR),
          "panel.to_begin_gathering", COORDINATOR, INDEPENDENT),
    _move(S.GATHERING, S.ANALYSING, "chronology.begin_analysis", (INDEPENDENT,), "chronology.to_begin_analysis",
          COORDINATOR),
    _move(S.ANALYSING, S.DRAFTING, "report.begin_drafting", (INDEPENDENT,), "report.to_begin_drafting",
          COORDINATOR),
    _move(S.DRAFTING, S.SIGNED_OFF, "assurance.sign_off", (CHAIR,), "assurance.to_sign_off",
          COORDINATOR, INDEPENDENT),
    _move(S.SIGNED_OFF, S.DRAFTING, "assurance.return_to_drafting", (CHAIR, COORDINATOR),
          "assurance.to_return_to_drafting", INDEPENDENT),
    _move(S.SIGNED_OFF, S.WITH_HOME_OFFICE, "assurance.submit", (COORDINATOR,), "assurance.to_submit", QUALITY,
          INDEPENDENT),
    _move(S.WITH_HOME_OFFICE, S.REVISING, "assurance.record_outcome", (QUALITY,), "assurance.to_record_outcome",
          COORDINATOR, INDEPENDENT),
    _move(S.WITH_HOME_OFFICE, S.APPROVED, "assurance.record_outcome", (QUALITY,), "assurance.to_record_outcome",
          COORDINATOR, INDEPENDENT),
    _move(S.REVISING, S.WITH_HOME_OFFICE, "assurance.resubmit", (COORDINATOR,), "assurance.to_resubmit", QUALITY,
          INDEPENDENT),
    _move(S.APPROVED, S.REVISING, "assurance.reopen", (COORDINATOR, INDEPENDENT), "assurance.to_reopen",
          COORDINATOR, INDEPENDENT, QUALITY),
    _move(S.APPROVED, S.PUBLISHED, "publication.release", (COORDINATOR,), "publication.to_release",
          CHAIR, INDEPENDENT, QUALITY),
    _move(S.PUBLISHED, S.APPROVED, "publication.take_down", (COORDINATOR, CHAIR), "publication.to_take_down",
          CHAIR, INDEPENDENT, QUALITY),
    _move(S.PUBLISHED, S.CLOSED, "improvement.close_review", (COORDINATOR, CHAIR), "improvement.to_close_review",
          CHAIR, INDEPENDENT),
    *(
        _move(stage, end, f"reviews.{action}", (CHAIR,), "reviews.to_end", COORDINATOR, INDEPENDENT)
        for stage in (S.NOTIFIED, S.DECIDING, S.DIRECTED, S.COMMISSIONED, S.GATHERING, S.ANALYSING, S.DRAFTING)
        for end, action in ((S.WITHDRAWN, "withdraw"), (S.JOINED, "join"))
    ),
)  # fmt: skip


def find(start: str, to: str) -> Move | None:
    """The row of the table for this step, or None when there is no such step."""
    return next((move for move in MOVES if move.start == start and move.to == to), None)


def steps_from(start: str) -> list[Move]:
    return [move for move in MOVES if move.start == start]
