"""What the agency answers."""

from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies import blockers, notices, permissions, queries
from illuminate.journey.agencies.actions.common import hold
from illuminate.journey.agencies.events import Event
from illuminate.journey.agencies.models import Challenge, ChallengeAnswer, Imr, InformationRequest, NilReturn
from illuminate.journey.panel.actions.common import keep
from illuminate.journey.panel.blockers import to_be_dated
from illuminate.journey.reviews.blockers import refuse_if

REVIEWS = (".docx", ".pdf")
"""The kinds of file that an agency's review comes as."""


@dataclass(frozen=True)
class ImrDetails:
    """What comes with the file (journey.md, "Information request and IMR")."""

    author_name: str
    author_role: str
    independence: str
    methods: str
    signed_off_by: str
    signed_off_role: str
    signed_off_on: date


@transaction.atomic
def answer_nil(
    *, request: InformationRequest, searched: str, searched_by: str, searched_on: date, period_from: date,
    period_to: date, remarks: str = "", happened_on: date | None = None, by: User,
) -> NilReturn:  # fmt: skip
    """Record that an agency had no contact: what was searched, for which years, by whom and when."""
    permissions.require_can_send(request, by=by)
    hold(request)
    answered_on = happened_on or localdate()
    refuse_if(
        [*to_be_dated(answered_on),
         *blockers.to_answer_nil(request, period=(period_from, period_to), searched_on=searched_on)]
    )  # fmt: skip
    nil = NilReturn.objects.create(
        review_id=request.review_id, compartment=request.compartment, request=request, searched=searched.strip(),
        searched_by=searched_by.strip(), searched_on=searched_on, period_from=period_from, period_to=period_to,
        remarks=remarks.strip(), answered_on=answered_on, answered_by=by,
    )  # fmt: skip
    record(Event.ANSWERED_NIL, nil, by=by, happened_on=answered_on)
    notices.answered(request, by=by)
    return nil


@transaction.atomic
def submit_imr(
    *,
    request: InformationRequest,
    upload: Upload,
    details: ImrDetails,
    happened_on: date | None = None,
    by: User,
) -> Imr:
    """Send an agency's review, or a new version of it; the versions before stay as they were."""
    permissions.require_can_send(request, by=by)
    hold(request)
    submitted_on = happened_on or localdate()
    digest = sha256(upload.data).hexdigest()
    refuse_if(
        [*to_be_dated(submitted_on),
         *blockers.to_submit_imr(request, digest=digest, signed_off_on=details.signed_off_on)]
    )  # fmt: skip
    newest = queries.latest_imr(request)
    document = keep(upload, purpose="agencies.imr", accept=REVIEWS, compartment=request.compartment, by=by)
    imr = Imr.objects.create(
        review_id=request.review_id, compartment=request.compartment, request=request,
        version=newest.version + 1 if newest else 1, document=document, submitted_on=submitted_on,
        submitted_by=by, **asdict(details),
    )  # fmt: skip
    record(Event.IMR_SUBMITTED, imr, by=by, happened_on=submitted_on, detail={"version": imr.version})
    notices.answered(request, by=by)
    return imr


@transaction.atomic
def answer_challenge(
    *, challenge: Challenge, text: str, happened_on: date | None = None, by: User
) -> ChallengeAnswer:
    """Answer the chair's question, on record."""
    permissions.require_can_answer(challenge.request, by=by)
    hold(challenge.request)
    challenge.refresh_from_db()
    answered_on = happened_on or localdate()
    refuse_if([*to_be_dated(answered_on), *blockers.to_answer_challenge(challenge, text)])
    answer = ChallengeAnswer.objects.create(
        review_id=challenge.review_id, compartment=challenge.compartment, challenge=challenge, text=text.strip(),
        answered_on=answered_on, answered_by=by,
    )  # fmt: skip
    record(Event.CHALLENGE_ANSWERED, answer, by=by, happened_on=answered_on)
    notices.answered(challenge.request, by=by)
    return answer


@transaction.atomic
def note_chronology(
    *, request: InformationRequest, happened_on: date | None = None, by: User
) -> InformationRequest:
    """Say that an agency's chronology came. The chronology's room calls this when it has received the file."""
    permissions.require_can_send(request, by=by)
    hold(request)
    request.chronology_on = request.chronology_on or happened_on or localdate()
    request.save(update_fields=["chronology_on"])
    record(Event.CHRONOLOGY_NOTED, request, by=by, happened_on=request.chronology_on)
    notices.answered(request, by=by)
    return request
