"""The plan of actions: the steps by which recommendations are carried out."""

from datetime import date

from django.db import transaction

from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.audit.actions import record
from illuminate.journey.report import blockers, permissions
from illuminate.journey.report.actions.shared import close_up, hold, hold_to_change, next_number
from illuminate.journey.report.events import Event
from illuminate.journey.report.models import PlannedAction, Recommendation
from illuminate.journey.reviews.blockers import refuse_if

WORDS = ["text", "owner", "organisation", "milestones", "target_date"]


@transaction.atomic
def plan_action(
    *,
    recommendation: Recommendation,
    text: str,
    owner: str,
    organisation: Organisation | None = None,
    milestones: str = "",
    target_date: date | None = None,
    by: User,
) -> PlannedAction:
    """Add an action to a recommendation. `owner` is a post ("Head of Housing"), never a person's name."""
    permissions.require_can_write(recommendation.review_id, by=by)
    review = hold(recommendation.review)
    refuse_if(blockers.to_change_findings(review))
    action = PlannedAction.objects.create(
        review=review, compartment_id=recommendation.compartment_id, recommendation=recommendation,
        number=next_number(PlannedAction, recommendation=recommendation), text=text, owner=owner,
        organisation=organisation, milestones=milestones, target_date=target_date,
    )  # fmt: skip
    record(Event.ACTION_PLANNED, action, by=by, detail={"number": action.number})
    return action


@transaction.atomic
def change_action(
    *,
    action: PlannedAction,
    seen: int,
    text: str,
    owner: str,
    organisation: Organisation | None = None,
    milestones: str = "",
    target_date: date | None = None,
    by: User,
) -> PlannedAction:
    """Replace all that an action says; `seen` is the revision that was on the page."""
    permissions.require_can_write(action.review_id, by=by)
    refuse_if(blockers.to_change_findings(action.review))
    current: PlannedAction = hold_to_change(action, seen)
    current.text, current.owner, current.organisation = text, owner, organisation
    current.milestones, current.target_date = milestones, target_date
    current.save(update_fields=[*WORDS, "revision"])
    record(Event.ACTION_CHANGED, current, by=by, detail={"revision": current.revision})
    return current


@transaction.atomic
def take_out_action(*, action: PlannedAction, seen: int, by: User) -> None:
    """Drop an action from the plan. It is kept; the numbers of its recommendation close up."""
    permissions.require_can_write(action.review_id, by=by)
    review = hold(action.review)
    refuse_if(blockers.to_change_findings(review))
    current = hold_to_change(action, seen)
    close_up(current, recommendation=current.recommendation)
    record(Event.ACTION_TAKEN_OUT, current, by=by, detail={"number": current.number})
