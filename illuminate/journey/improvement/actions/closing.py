"""Closing an action with what came of it, opening it again, and closing the review."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.improvement import blockers, notices, permissions
from illuminate.journey.improvement.actions.common import hold, hold_review
from illuminate.journey.improvement.choices import Outcome
from illuminate.journey.improvement.events import Event
from illuminate.journey.improvement.models import Closure, FollowUp
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review


@transaction.atomic
def close_action(
    *, follow_up: FollowUp, outcome: str, account: str, evidence_seen: bool, explanation: str = "",
    happened_on: date | None = None, by: User,
) -> Closure:  # fmt: skip
    """Close an action: what came of it, and that its evidence was seen, or why there is none."""
    permissions.require_can_close(follow_up.review_id, by=by)
    current, stage = hold(follow_up)
    refuse_if(
        blockers.to_close_action(
            current,
            stage,
            outcome=outcome,
            account=account,
            evidence_seen=evidence_seen,
            explanation=explanation,
        )
    )
    closure = Closure.objects.create(
        review_id=current.review_id, compartment=current.compartment, follow_up=current, outcome=Outcome(outcome),
        account=account.strip(), evidence_seen=evidence_seen, explanation=explanation.strip(),
        closed_on=happened_on or localdate(), closed_by=by,
    )  # fmt: skip
    record(Event.ACTION_CLOSED, current, by=by, happened_on=happened_on,
           detail={"outcome": str(outcome), "evidence_seen": evidence_seen})  # fmt: skip
    notices.action_closed(current, by=by)
    return closure


@transaction.atomic
def reopen_action(*, follow_up: FollowUp, reason: str, by: User) -> FollowUp:
    """Open a closed action again, with reasons; how it was closed stays on record."""
    permissions.require_can_close(follow_up.review_id, by=by)
    current, stage = hold(follow_up)
    refuse_if(blockers.to_reopen_action(current, stage, reason))
    Closure.objects.filter(follow_up=current, reopened_on=None).update(
        reopened_on=localdate(), reopened_by=by, reopened_why=reason.strip()
    )
    record(Event.ACTION_REOPENED, current, by=by)
    notices.action_reopened(current, by=by)
    return current


@transaction.atomic
def close_review(*, review: Review, happened_on: date | None = None, by: User) -> None:
    """Every action is done or explained, and evidence seen: the review ends (journey.md, "The stages", 13)."""
    permissions.require_can_close(review.pk, by=by)
    review = hold_review(review)
    refuse_if(blockers.to_close_review(review))
    reviews.move(review_id=review.pk, to=Stage.CLOSED, happened_on=happened_on, by=by)
    record(Event.REVIEW_CLOSED, review, by=by, happened_on=happened_on)
    notices.review_closed(review, by=by)
