"""Handing an action of the plan over to who carries it out."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.journey.improvement import blockers, notices, permissions
from illuminate.journey.improvement.actions.common import hold, hold_review
from illuminate.journey.improvement.events import Event
from illuminate.journey.improvement.models import FollowUp
from illuminate.journey.report.models import PlannedAction
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer, account_of

Lead = User | Newcomer | None


@transaction.atomic
def hand_over(
    *, action: PlannedAction, organisation: Organisation | None, lead: Lead = None, addressee: str = "",
    happened_on: date | None = None, by: User,
) -> FollowUp:  # fmt: skip
    """Put an action into its owner's hands: their own sealed part of the review, and a lead who can report there.

    Without an organisation it is sent to an `addressee` outside, whose answer the coordinator records.
    """
    permissions.require_can_hand_over(action.review_id, by=by)
    review = hold_review(action.review)
    refuse_if(blockers.to_hand_over(review, action, organisation, addressee))
    compartment = compartments.open_compartment(
        review_id=review.pk, kind=Kind.ACTION, organisation=organisation, title=review.title,
        reference=review.reference, by=by,
    )  # fmt: skip
    person = _seat(review, organisation, lead, by) if organisation else None
    follow_up = _copy(action, compartment, organisation, addressee, person, happened_on or localdate(), by)
    record(Event.HANDED_OVER, follow_up, by=by, happened_on=happened_on)
    notices.handed_over(follow_up, by=by)
    return follow_up


@transaction.atomic
def change_lead(*, follow_up: FollowUp, lead: User | Newcomer, by: User) -> FollowUp:
    """Give an action to another lead of its organisation. Who has no other action there sees none any more."""
    permissions.require_can_hand_over(follow_up.review_id, by=by)
    current, stage = hold(follow_up)
    refuse_if(blockers.to_change_lead(current, stage))
    review, before = Review.objects.get(pk=current.review_id), current.lead
    if current.organisation is None:
        raise ValueError("An action without an organisation has no lead.")
    current.lead = _seat(review, current.organisation, lead, by)
    current.save(update_fields=["lead"])
    if before and before != current.lead and not _leads(review, before):
        compartments.dismiss(review_id=review.pk, user=before, role=Role.ACTION_LEAD, by=by)
    record(Event.LEAD_CHANGED, current, by=by)
    notices.handed_over(current, by=by)
    return current


def _seat(review: Review, organisation: Organisation, lead: Lead, by: User) -> User | None:
    if lead is None:
        return None
    person = account_of(lead, review=review, by=by)
    seat = Seat(Role.ACTION_LEAD, user_id=person.pk, own_organisation_id=organisation.pk)
    compartments.admit(review_id=review.pk, seat=seat, by=by)
    return person


def _leads(review: Review, person: User) -> bool:
    return FollowUp.objects.filter(review=review, lead=person).exists()


def _copy(
    action: PlannedAction, compartment: Compartment, organisation: Organisation | None, addressee: str,
    lead: User | None, day: date, by: User,
) -> FollowUp:  # fmt: skip
    """What the lead needs of the plan, where the lead can read it."""
    recommendation = action.recommendation
    return FollowUp.objects.create(
        review_id=action.review_id, compartment=compartment, action=action, organisation=organisation, lead=lead,
        addressee="" if organisation else addressee.strip(), recommendation_number=recommendation.number,
        action_number=action.number, recommendation_text=recommendation.text, action_text=action.text,
        owner=action.owner, milestones=action.milestones, scope=recommendation.scope,
        target_date=action.target_date or recommendation.target_date,
        expected_change=recommendation.expected_change, handed_on=day, handed_by=by,
    )  # fmt: skip
