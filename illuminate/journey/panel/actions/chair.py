"""Appointing the independent chair, and recording that one has left."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.journey.panel import blockers, notices, permissions
from illuminate.journey.panel.actions.common import hold
from illuminate.journey.panel.events import Event
from illuminate.journey.panel.models import ChairAppointment
from illuminate.journey.reviews.actions import compartment_of
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer, account_of


@transaction.atomic
def appoint_chair(
    *, review: Review, person: User | Newcomer, independence: str, declared_on: date | None = None,
    happened_on: date | None = None, by: User,
) -> ChairAppointment:  # fmt: skip
    """Appoint who leads the review, on their declaration that they are independent of everybody in it.

    Somebody without an account is invited. Two people at once: the second is refused.
    """
    permissions.require_can_appoint(review.pk, by=by)
    hold(review)
    user = account_of(person, review=review, by=by)
    day = happened_on or localdate()
    refuse_if([*blockers.to_be_dated(day), *blockers.to_appoint_chair(review, user, independence)])
    appointment = ChairAppointment.objects.create(
        review=review, compartment=compartment_of(review, Kind.PANEL), person=user, independence=independence.strip(),
        declared_on=declared_on or day, appointed_on=day, appointed_by=by,
    )  # fmt: skip
    compartments.admit(review_id=review.pk, seat=Seat(Role.INDEPENDENT_CHAIR, user_id=user.pk), by=by)
    record(Event.CHAIR_APPOINTED, appointment, by=by, happened_on=day, detail={"person": str(user.pk)})
    notices.chair_appointed(appointment, by=by)
    return appointment


@transaction.atomic
def end_appointment(
    *, appointment: ChairAppointment, reason: str, happened_on: date | None = None, by: User
) -> ChairAppointment:
    """Record that the chair has left, so that another can be appointed. Their seat ends at once."""
    permissions.require_can_appoint(appointment.review_id, by=by)
    hold(appointment.review)
    appointment.refresh_from_db()
    day = happened_on or localdate()
    refuse_if([*blockers.to_be_dated(day), *blockers.to_end_appointment(appointment, reason)])
    appointment.ended_on, appointment.ended_by, appointment.why_ended = day, by, reason.strip()
    appointment.save(update_fields=["ended_on", "ended_by", "why_ended"])
    compartments.dismiss(
        review_id=appointment.review_id, user=appointment.person, role=Role.INDEPENDENT_CHAIR, by=by
    )
    record(Event.CHAIR_ENDED, appointment, by=by, happened_on=day)
    return appointment
