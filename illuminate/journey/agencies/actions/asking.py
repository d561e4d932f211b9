"""Asking an agency, reminding it, and changing who answers for it."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.engines.clock import due, load_edition
from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.journey.agencies import blockers, letters, notices, permissions, states
from illuminate.journey.agencies.actions.common import hold
from illuminate.journey.agencies.events import Event
from illuminate.journey.agencies.models import InformationRequest, Reminder
from illuminate.journey.panel.blockers import to_be_dated
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.newcomers import Newcomer, account_of


def due_by_rule(review: Review, asked_on: date) -> date:
    """When an answer is due if nobody says otherwise: the edition's own number (journey.md, "The clock")."""
    return due(load_edition(review.edition).rule("imr"), asked_on)


@transaction.atomic
def ask(
    *, review: Review, organisation: Organisation, author: User | Newcomer, wants_chronology: bool, wants_imr: bool,
    questions: str = "", due_on: date | None = None, happened_on: date | None = None, by: User,
) -> InformationRequest:  # fmt: skip
    """Ask an agency for its account: its sealed part of the review opens, and its author is told.

    Somebody without an account is invited. A letter with the questions lies ready to be signed.
    """
    permissions.require_can_ask(review.pk, by=by)
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage"])
    user = account_of(author, review=review, by=by)
    asked_on = happened_on or localdate()
    last_day = due_on or due_by_rule(review, asked_on)
    wanted = wants_chronology or wants_imr
    refuse_if(blockers.to_ask(review, organisation, user, wanted=wanted, asked_on=asked_on, due_on=last_day))
    sealed = _open(review, organisation, by)
    _seat(review, organisation, user, by)
    request = InformationRequest(
        review=review, compartment=sealed, organisation=organisation, author=user, wants_chronology=wants_chronology,
        wants_imr=wants_imr, questions=questions.strip(), asked_on=asked_on, asked_by=by, due_on=last_day,
    )  # fmt: skip
    request.letter = documents.store(
        data=letters.information_request(review, request), name=letters.name_of(request),
        purpose="agencies.letter", compartment=sealed, by=by,
    )  # fmt: skip
    request.save(force_insert=True)
    record(
        Event.ASKED,
        request,
        by=by,
        happened_on=asked_on,
        detail={"chronology": wants_chronology, "imr": wants_imr},
    )
    notices.asked(request, by=by)
    return request


@transaction.atomic
def chase(*, request: InformationRequest, happened_on: date | None = None, by: User) -> Reminder:
    """Remind an agency of what it has not sent or answered yet, and keep that it was reminded."""
    permissions.require_can_ask(request.review_id, by=by)
    hold(request)
    today = happened_on or localdate()
    is_waiting = states.standing(request, today).holds == states.AGENCY
    refuse_if([*to_be_dated(today), *blockers.to_chase(request, is_waiting=is_waiting, today=today)])
    reminder = Reminder.objects.create(
        review_id=request.review_id, compartment=request.compartment, request=request, sent_to=request.author,
        sent_on=today, sent_by=by,
    )  # fmt: skip
    record(Event.CHASED, reminder, by=by, happened_on=today)
    notices.chased(request, by=by)
    return reminder


@transaction.atomic
def change_author(*, request: InformationRequest, author: User | Newcomer, by: User) -> InformationRequest:
    """Let somebody else answer for an agency; whoever did so before stops seeing its part at once."""
    permissions.require_can_ask(request.review_id, by=by)
    hold(request)
    user = account_of(author, review=request.review, by=by)
    refuse_if(blockers.to_change_author(request, user))
    before, request.author = request.author, user
    request.save(update_fields=["author"])
    compartments.dismiss(review_id=request.review_id, user=before, role=Role.AGENCY_AUTHOR, by=by)
    for other in InformationRequest.objects.filter(review_id=request.review_id, author=before):
        _seat(other.review, other.organisation, before, by)
    _seat(request.review, request.organisation, user, by)
    record(Event.AUTHOR_CHANGED, request, by=by, detail={"person": str(user.pk)})
    notices.asked(request, by=by)
    return request


def _open(review: Review, organisation: Organisation, by: User) -> Compartment:
    """The agency's sealed compartment, the one that its account will be released into, and the analysis of them all."""
    compartments.open_compartment(
        review_id=review.pk, kind=Kind.ANALYSIS, title=review.title, reference=review.reference, by=by
    )
    opened = [
        compartments.open_compartment(
            review_id=review.pk, kind=kind, organisation=organisation, title=review.title, reference=review.reference,
            by=by,
        )
        for kind in (Kind.AGENCY, Kind.RELEASED)
    ]  # fmt: skip
    return opened[0]


def _seat(review: Review, organisation: Organisation, author: User, by: User) -> None:
    seat = Seat(Role.AGENCY_AUTHOR, user_id=author.pk, own_organisation_id=organisation.pk)
    compartments.admit(review_id=review.pk, seat=seat, by=by)
