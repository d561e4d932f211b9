"""Reading what agencies were asked and what they answered.

An agency's author can't see the review's own row, so nothing here joins it: the compartment's cover names the review.
"""

from datetime import date
from uuid import UUID

from django.db.models import CharField, Exists, F, Func, OuterRef, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.access.roles import Role
from illuminate.journey.agencies.models import (
    Challenge,
    ChallengeAnswer,
    Imr,
    InformationRequest,
    NilReturn,
    Reminder,
)
from illuminate.journey.intake import queries as intake
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

WORKING = (Stage.GATHERING, Stage.ANALYSING, Stage.DRAFTING, Stage.REVISING)
"""The stages in which agencies are asked and answer."""
CHASED = tuple(stage for stage in WORKING if stage != Stage.REVISING)
"""The stages in which a late answer is still asked for: once the report is with the Home Office nobody is reminded."""
DESK_HOLDS = 100
ASKABLE = (Organisation.Type.AGENCY, Organisation.Type.POLICE, Organisation.Type.ADVOCACY)


def whole() -> QuerySet[InformationRequest]:
    """Requests with all that their state and their page need, in a fixed number of queries."""
    answers = Prefetch(
        "answers", ChallengeAnswer.objects.select_related("answered_by").order_by("recorded_at")
    )
    challenges = Challenge.objects.select_related("raised_by", "accepted_by").prefetch_related(answers)
    imrs = Imr.objects.select_related("document", "submitted_by", "released_by").order_by("-version")
    reminders = Reminder.objects.select_related("sent_by", "sent_to").order_by("recorded_at")
    return InformationRequest.objects.select_related(
        "organisation", "author", "asked_by", "letter", "compartment", "nil_return", "nil_return__answered_by"
    ).prefetch_related(
        Prefetch("imrs", imrs),
        Prefetch("challenges", challenges.order_by("number")),
        Prefetch("reminders", reminders),
    )


def visible_to(user: User) -> QuerySet[InformationRequest]:
    """The requests in a person's compartments."""
    return access.visible_to(user, whole())


def request_or_404(pk: UUID, user: User) -> InformationRequest:
    """A request; one that you may not see does not exist."""
    return get_object_or_404(visible_to(user), pk=pk)


def requests(review: Review) -> QuerySet[InformationRequest]:
    """Every agency that was asked, as far as whoever is acting may see."""
    return whole().filter(review=review).order_by("organisation__name")


def latest_imr(request: InformationRequest) -> Imr | None:
    """The newest version of an agency's review."""
    return Imr.objects.filter(request=request).select_related("document").order_by("-version").first()


def about_row(review_id: UUID, entry: UUID) -> list[Challenge]:
    """What was asked about a row of an agency's chronology, with its answers, for those who sit in its sealed part."""
    answers = Prefetch(
        "answers", ChallengeAnswer.objects.select_related("answered_by").order_by("recorded_at")
    )
    rows = Challenge.objects.filter(review_id=review_id, entry=entry).select_related("raised_by")
    return list(rows.prefetch_related(answers).order_by("number"))


def released(review: Review) -> QuerySet[Imr]:
    """The agencies' reviews that the panel reads, each agency's newest version first."""
    imrs = Imr.objects.filter(review=review).exclude(released_on=None)
    return imrs.select_related("document", "compartment__organisation").order_by(
        "compartment__organisation__name", "-version"
    )


def authors_of(organisation: Organisation) -> list[User]:
    """The people who answer for an organisation: by their post, or in a review that the reader sees."""
    asked = InformationRequest.objects.filter(organisation=organisation).values("author_id")
    known = {person.pk: person for person in access.post_holders(organisation, Role.AGENCY_AUTHOR)}
    known |= {person.pk: person for person in User.objects.filter(pk__in=asked, is_active=True)}
    return list(known.values())


def contact_at_scoping(review: Review, organisation: Organisation) -> tuple[str, str]:
    """Name and e-mail address of whom this agency's scoping letter went to; empty if it had none."""
    for one in intake.asked(review):
        if one.request.organisation_id == organisation.pk:
            return one.request.contact_name, one.request.contact_email
    return "", ""


def known_at_scoping(review: Review) -> dict[UUID, str]:
    """What each agency said at scoping: yes, no or unknown; nothing for one that has not answered."""
    return {one.request.organisation_id: one.answer.known for one in intake.asked(review) if one.answer}


def not_yet_asked(review: Review) -> QuerySet[Organisation]:
    """Organisations that can still be asked."""
    asked = InformationRequest.objects.filter(review=review).values("organisation_id")
    return Organisation.objects.filter(type__in=ASKABLE).exclude(pk__in=asked)


def waiting_for_author(user: User) -> QuerySet[InformationRequest]:
    """The requests that a person answers for, in reviews that still gather or work on accounts."""
    # Few, and asked first: the stage is looked up for these alone, not for every request there is.
    own = list(access.seats_of(user).filter(role=Role.AGENCY_AUTHOR).values_list("compartment_id", flat=True))
    stage = Func(F("review_id"), function="reviews_stage", output_field=CharField())
    return whole().filter(compartment__in=own).annotate(stage=stage).filter(stage__in=WORKING)


def waiting_for_chair(user: User) -> QuerySet[InformationRequest]:
    """The requests of the reviews that a person leads."""
    led = access.reviews_of(user, Role.INDEPENDENT_CHAIR)
    return whole().filter(review__in=led, review__stage__in=WORKING)


def overdue_for(user: User, today: date) -> QuerySet[InformationRequest]:
    """What is late in the reviews that a person coordinates, the latest first; no more than fit on a desk."""
    mine = access.reviews_of(user, Role.COORDINATOR)
    imr = Imr.objects.filter(request=OuterRef("pk"))
    nil = NilReturn.objects.filter(request=OuterRef("pk"))
    no_chronology = Q(wants_chronology=True, chronology_on=None)
    late = whole().filter(review__in=mine, review__stage__in=CHASED, due_on__lt=today)
    late = late.filter(no_chronology | (Q(wants_imr=True) & ~Exists(imr)))
    unheard = late.exclude(Exists(nil) & ~Exists(imr) & Q(chronology_on=None))
    return unheard.order_by("due_on", "pk")[:DESK_HOLDS]
