"""The day of publication, and the partnership's agreement to exactly these bytes."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate, now

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.publication import blockers, notices, permissions, queries
from illuminate.journey.publication.actions.common import hold
from illuminate.journey.publication.events import Event
from illuminate.journey.publication.models import Approval, FrozenReport, PublicationDate
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def choose_date(
    *, review: Review, publish_on: date, despite: str = "", happened_on: date | None = None, by: User
) -> PublicationDate:
    """Choose the day of publication; a later choice replaces it.

    `despite` says why it is a day on which somebody close to the person asked to be left in peace.
    """
    permissions.require_can_choose_date(review.pk, by=by)
    review = hold(review)
    day, standing = happened_on or localdate(), queries.date_of(review)
    refuse_if(
        [*blockers.to_choose_date(review, publish_on, despite, today=day),
         *blockers.to_choose_anew(standing.publish_on if standing else None, publish_on)]
    )  # fmt: skip
    PublicationDate.objects.filter(review=review, replaced_at=None).update(replaced_at=now())
    chosen = PublicationDate.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.CORE), publish_on=publish_on,
        despite=despite.strip(), chosen_on=day, chosen_by=by,
    )  # fmt: skip
    record(Event.DATE_CHOSEN, chosen, by=by, happened_on=happened_on)
    notices.date_chosen(review, by=by)
    return chosen


@transaction.atomic
def approve(*, frozen: FrozenReport, happened_on: date | None = None, by: User) -> Approval:
    """The partnership agrees to the publication of this digest, in its chair's name."""
    permissions.require_can_approve(frozen.review_id, by=by)
    review = hold(frozen.review)
    frozen = queries.frozen_or_404(review, frozen.pk, by)
    refuse_if(blockers.to_approve(frozen))
    approval = Approval.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.CORE), frozen=frozen, digest=frozen.digest,
        approved_on=happened_on or localdate(), approved_by=by,
    )  # fmt: skip
    record(Event.APPROVED, approval, by=by, happened_on=happened_on, detail={"digest": frozen.digest})
    notices.approved(review, by=by)
    return approval
