"""Bringing the panel together."""

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
from illuminate.journey.panel.models import PanelMember, SpecialistAbsence
from illuminate.journey.reviews.actions import compartment_of
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer, account_of


@transaction.atomic
def add_member(
    *, review: Review, name: str, role: str, organisation_name: str, independence: str, email: str = "",
    is_specialist: bool = False, happened_on: date | None = None, by: User,
) -> PanelMember:  # fmt: skip
    """Put somebody on the panel. With an e-mail address they get an account and read the panel's papers."""
    permissions.require_can_lead(review.pk, by=by)
    hold(review)
    user = account_of(Newcomer(name=name, email=email), review=review, by=by) if email.strip() else None
    day = happened_on or localdate()
    why_not = blockers.to_add_member(
        review, name=name, organisation_name=organisation_name, independence=independence, user=user
    )
    refuse_if([*blockers.to_be_dated(day), *why_not])
    member = PanelMember.objects.create(
        review=review, compartment=compartment_of(review, Kind.PANEL), user=user, name=name.strip(), role=role.strip(),
        organisation_name=organisation_name.strip(), is_specialist=is_specialist, independence=independence.strip(),
        declared_on=day, joined_on=day, added_by=by,
    )  # fmt: skip
    if user:
        compartments.admit(review_id=review.pk, seat=Seat(Role.PANEL_MEMBER, user_id=user.pk), by=by)
    record(Event.MEMBER_ADDED, member, by=by, happened_on=day)
    notices.member_added(member, by=by)
    return member


@transaction.atomic
def remove_member(*, member: PanelMember, happened_on: date | None = None, by: User) -> PanelMember:
    """Record that somebody has left the panel. What they could read is closed to them at once."""
    permissions.require_can_lead(member.review_id, by=by)
    hold(member.review)
    member.refresh_from_db()
    day = happened_on or localdate()
    refuse_if([*blockers.to_be_dated(day), *blockers.to_remove_member(member)])
    member.left_on, member.removed_by = day, by
    member.save(update_fields=["left_on", "removed_by"])
    if member.user:
        compartments.dismiss(review_id=member.review_id, user=member.user, role=Role.PANEL_MEMBER, by=by)
    record(Event.MEMBER_REMOVED, member, by=by, happened_on=day)
    return member


@transaction.atomic
def explain_absence(*, review: Review, reason: str, by: User) -> SpecialistAbsence:
    """Record why no specialist domestic abuse service sits on the panel; a better reason replaces the first."""
    permissions.require_can_lead(review.pk, by=by)
    hold(review)
    refuse_if(blockers.to_explain_absence(review, reason))
    absence, _ = SpecialistAbsence.objects.update_or_create(
        review=review,
        defaults={
            "reason": reason.strip(),
            "recorded_by": by,
            "compartment": compartment_of(review, Kind.PANEL),
        },
    )
    record(Event.ABSENCE_EXPLAINED, absence, by=by)
    return absence
