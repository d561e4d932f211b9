"""Telling a partnership of a death."""

from uuid import uuid4

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.journey.intake import blockers, notices, permissions, queries
from illuminate.journey.intake.details import NotificationDetails
from illuminate.journey.intake.events import Event
from illuminate.journey.intake.models import Notification, NotifiedPerson
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def notify(
    *, partnership: Organisation, details: NotificationDetails, code_word: str = "", by: User
) -> Notification:
    """Open a review with a notification. The partnership's chair and coordinators are told in the same transaction.

    Whoever notifies sees this notification and nothing else of the review.
    """
    organisation = permissions.require_can_notify(by=by)
    told = queries.whom_to_tell(partnership)
    refuse_if(blockers.to_notify(details, told, localdate()))
    review_id = uuid4()
    with compartments.opening(review_id):
        review = reviews.open_review(
            review_id=review_id,
            partnership=partnership,
            notified_on=details.told_on,
            code_word=code_word,
            by=by,
        )
        folder = _notifier_compartment(review, organisation, by)
        notification = _write(review, folder, organisation, details, by)
        record(Event.NOTIFIED, notification, by=by, happened_on=details.told_on)
        core = reviews.compartment_of(review, Kind.CORE)
        notices.death_notified(notification, core, told, by)
    return notification


def _notifier_compartment(review: Review, organisation: Organisation, by: User) -> Compartment:
    folder = compartments.open_compartment(
        review_id=review.pk, kind=Kind.NOTIFIER, organisation=organisation, title=review.title,
        reference=review.reference, by=by,
    )  # fmt: skip
    seat = Seat(Role.NOTIFIER, user_id=by.pk, own_organisation_id=organisation.pk)
    compartments.admit(review_id=review.pk, seat=seat, by=by)
    return folder


def _write(
    review: Review, folder: Compartment, organisation: Organisation, details: NotificationDetails, by: User
) -> Notification:
    notification = Notification.objects.create(
        review=review, compartment=folder, organisation=organisation, partnership=review.partnership,
        notified_by=by, **details.columns(),
    )  # fmt: skip
    NotifiedPerson.objects.bulk_create(
        NotifiedPerson(
            notification=notification,
            review=review,
            compartment=folder,
            position=position,
            **person.columns(),
        )
        for position, person in enumerate(details.people)
    )
    return notification
