"""What the chair does with an agency's account: question it, accept the answer, release it to the panel."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import compartment as compartment_of
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.journey.agencies import blockers, notices, permissions
from illuminate.journey.agencies.actions.common import hold
from illuminate.journey.agencies.events import Event
from illuminate.journey.agencies.models import Challenge, Imr, InformationRequest
from illuminate.journey.panel.blockers import to_be_dated
from illuminate.journey.reviews.blockers import refuse_if


@transaction.atomic
def challenge(
    *, imr: Imr, passage: str, question: str, happened_on: date | None = None, by: User
) -> Challenge:
    """Ask an agency about a passage of its review."""
    permissions.require_can_question(imr.review_id, by=by)
    hold(imr.request)
    raised_on = happened_on or localdate()
    refuse_if([*to_be_dated(raised_on), *blockers.to_challenge(imr, passage=passage, question=question)])
    raised = Challenge.objects.create(
        review_id=imr.review_id, compartment=imr.request.compartment, request=imr.request, imr=imr,
        number=Challenge.objects.filter(request=imr.request).count() + 1, passage=passage.strip(),
        question=question.strip(), raised_on=raised_on, raised_by=by,
    )  # fmt: skip
    record(Event.CHALLENGED, raised, by=by, happened_on=raised_on)
    notices.challenged(imr.request, by=by)
    return raised


@transaction.atomic
def ask_about_row(
    *, request: InformationRequest, entry: UUID, passage: str, question: str, happened_on: date | None = None, by: User
) -> Challenge:  # fmt: skip
    """Ask an agency about a row of its chronology, quoted as it stands there. The chronology's room calls this."""
    permissions.require_can_question(request.review_id, by=by)
    hold(request)
    raised_on = happened_on or localdate()
    refuse_if(
        [*to_be_dated(raised_on), *blockers.to_ask_about_row(request, passage=passage, question=question)]
    )
    raised = Challenge.objects.create(
        review_id=request.review_id, compartment=request.compartment, request=request, entry=entry,
        number=Challenge.objects.filter(request=request).count() + 1, passage=passage.strip(),
        question=question.strip(), raised_on=raised_on, raised_by=by,
    )  # fmt: skip
    record(Event.ASKED_ABOUT_ROW, raised, by=by, happened_on=raised_on, detail={"entry": str(entry)})
    notices.challenged(request, by=by)
    return raised


@transaction.atomic
def accept_answer(*, challenge: Challenge, happened_on: date | None = None, by: User) -> Challenge:
    """Accept an agency's answer; the question is settled."""
    permissions.require_can_question(challenge.review_id, by=by)
    hold(challenge.request)
    challenge.refresh_from_db()
    refuse_if([*to_be_dated(happened_on), *blockers.to_accept_answer(challenge)])
    challenge.accepted_on, challenge.accepted_by = happened_on or localdate(), by
    challenge.save(update_fields=["accepted_on", "accepted_by"])
    record(Event.ANSWER_ACCEPTED, challenge, by=by, happened_on=challenge.accepted_on)
    return challenge


@transaction.atomic
def release_imr(*, imr: Imr, happened_on: date | None = None, by: User) -> Imr:
    """Give an agency's review to the panel: row and file leave the sealed compartment (architecture.md, rule 8)."""
    permissions.require_can_question(imr.review_id, by=by)
    hold(imr.request)
    imr.refresh_from_db()
    refuse_if([*to_be_dated(happened_on), *blockers.to_release_imr(imr)])
    sealed = imr.compartment_id
    imr.compartment = compartment_of(imr.review_id, Kind.RELEASED, imr.request.organisation)
    imr.released_on, imr.released_by = happened_on or localdate(), by
    documents.move(document=imr.document, compartment=imr.compartment, by=by)
    imr.save(update_fields=["compartment", "released_on", "released_by"])
    record(Event.IMR_RELEASED, imr, by=by, happened_on=imr.released_on, detail={"from": str(sealed)})
    notices.released(imr, by=by)
    return imr


def read_page(*, request: InformationRequest, page: str, by: User) -> None:
    """Reading an agency's page is an event too (architecture.md, rule 9)."""
    record(Event.PAGE_READ, request, by=by, detail={"page": page})
