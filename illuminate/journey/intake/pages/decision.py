"""The decision, and what the Home Office was told and said, as questions and answers."""

from typing import Any

from illuminate.foundation.design.answers import Answer
from illuminate.foundation.design.days import long_day
from illuminate.journey.intake import legal_test
from illuminate.journey.intake.choices import AnswerOutcome, Outcome
from illuminate.journey.intake.letters import died
from illuminate.journey.intake.models import Decision, HomeOfficeAnswer, HomeOfficeNotice
from illuminate.journey.intake.pages.notification import Rows, lines
from illuminate.journey.reviews.models import Review

READINGS = {
    Answer.YES: "On these answers the legal test is met.",
    Answer.NO: "On these answers the legal test is not met.",
    Answer.UNKNOWN: "On these answers it can’t be said yet whether the legal test is met.",
}


def reading(test_reads: str) -> str:
    return READINGS[Answer(test_reads)]


def limbs(review: Review, decision: Decision) -> list[dict[str, Any]]:
    test = legal_test.load(review.edition)
    return [
        {"question": test.limb(one.limb).question, "met": one.get_met_display(), "evidence": one.evidence}
        for one in decision.limbs.all()
    ]


def decision_rows(decision: Decision) -> Rows:
    """The record, without what was not needed."""
    rows: Rows = [
        ("Decision", Outcome(decision.outcome).label),
        ("Decided on", long_day(decision.happened_on)),
        ("Decided by", f"{decision.decided_by.name}, chair of the partnership"),
        ("Reasons", lines(decision.reasons)),
        ("Consulted", lines(decision.consulted)),
    ]
    more: Rows = [
        ("Alternatives considered", lines(decision.alternatives)),
        ("Why no agency knew them", lines(decision.why_nobody_knew)),
        ("What family and friends knew", lines(decision.what_family_knew)),
        ("Why before any agency answered", lines(decision.why_without_scoping)),
    ]
    return [*rows, *(row for row in more if row[1])]


def notice_rows(notice: HomeOfficeNotice) -> Rows:
    """What the Home Office was told; reasons only where there is no review."""
    held = notice.outcome == Outcome.HOLD
    rows: Rows = [
        ("Partnership", notice.partnership.name),
        ("Decision", Outcome(notice.outcome).label),
        ("Decided on", long_day(notice.decided_on)),
        ("Home Office told on", long_day(notice.sent_on)),
        ("Partnership told of the death on", long_day(notice.aware_on)),
        ("Date of death", died(notice.died_from, notice.died_until)),
        ("Facts", lines(notice.facts)),
        ("Arrest, charge and hearings", lines(notice.charges)),
    ]
    reasons: Rows = [
        ("Reasons", "" if held else lines(notice.reasons)),
        ("Why no agency knew them", lines(notice.why_nobody_knew)),
        ("What family and friends knew", lines(notice.what_family_knew)),
    ]
    return [*rows, *(row for row in reasons if row[1])]


def answer_rows(answer: HomeOfficeAnswer) -> Rows:
    return [
        ("Answer", AnswerOutcome(answer.outcome).label),
        ("Answered on", long_day(answer.happened_on)),
        ("Reasons", lines(answer.reasons)),
    ]
