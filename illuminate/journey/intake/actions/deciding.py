"""The decision of the partnership's chair, and telling the Home Office and the family of it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import compartments
from illuminate.foundation.access import queries as access
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import Compartment, Organisation, User
from illuminate.foundation.access.roles import Kind, Role
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.journey.intake import blockers, legal_test, letters, notices, permissions, queries
from illuminate.journey.intake.choices import Outcome
from illuminate.journey.intake.details import DecisionPaper, LimbInput
from illuminate.journey.intake.events import Event
from illuminate.journey.intake.models import Decision, FamilyLetter, HomeOfficeNotice, LimbFinding
from illuminate.journey.people import queries as people
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

STAGES = {Outcome.HOLD: Stage.COMMISSIONED, Outcome.NOT_HOLD: Stage.NOT_HELD}


@transaction.atomic
def decide(
    *, review: Review, outcome: str, limbs: Sequence[LimbInput], consulted: str, reasons: str,
    alternatives: str = "", facts: str = "", charges: str = "", why_nobody_knew: str = "",
    what_family_knew: str = "", why_without_scoping: str = "", happened_on: date | None = None, by: User,
) -> Decision:  # fmt: skip
    """Decide whether to hold a review, limb by limb, with reasons; the Home Office is told at once, either way.

    Without `facts` and `charges` the notification's own stand in the letter, without names.
    """
    permissions.require_can_decide(review.pk, by=by)
    Review.objects.select_for_update().get(pk=review.pk)
    review.refresh_from_db(fields=["stage", "stage_since"])
    notification = queries.notification_of(review)
    paper = DecisionPaper(
        outcome=outcome, limbs=tuple(limbs), consulted=consulted, reasons=reasons, alternatives=alternatives,
        facts=facts or letters.short_facts(notification), charges=charges or letters.charges(notification),
        why_nobody_knew=why_nobody_knew, what_family_knew=what_family_knew,
        why_without_scoping=why_without_scoping,
    )  # fmt: skip
    day, office = happened_on or localdate(), queries.home_office()
    refuse_if(
        [*blockers.to_decide(review, paper, queries.asked(review), people.names_in(review, paper.outward)),
         *blockers.to_date_decision(review, day, localdate()), *blockers.to_tell_home_office(office)]
    )  # fmt: skip
    assert office is not None
    reviews.move(review_id=review.pk, to=STAGES[Outcome(outcome)], happened_on=day, by=by)
    review.refresh_from_db(fields=["stage", "stage_since"])
    decision = _write(review, paper, day, by)
    record(Event.DECIDED, decision, by=by, happened_on=day, detail={"outcome": outcome})
    notices.decided(decision, review, by)
    _tell_home_office(review, paper, day, office, by)
    return decision


@transaction.atomic
def record_family_told(
    *,
    review: Review,
    about: str,
    how: str,
    to_whom: str,
    note: str = "",
    happened_on: date | None = None,
    by: User,
) -> FamilyLetter:
    """Record that the family were told in writing: of what, when, how and whom."""
    permissions.require_can_tell_family(review.pk, by=by)
    day = happened_on or localdate()
    refuse_if(blockers.to_tell_family(review, to_whom, day, localdate()))
    letter = FamilyLetter.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.CORE), about=about, how=how,
        to_whom=to_whom, note=note, happened_on=day, told_by=by,
    )  # fmt: skip
    record(Event.FAMILY_TOLD, letter, by=by, happened_on=day, detail={"about": about, "how": how})
    return letter


def _write(review: Review, paper: DecisionPaper, day: date, by: User) -> Decision:
    core = reviews.compartment_of(review, Kind.CORE)
    decision = Decision.objects.create(
        review=review, compartment=core, outcome=paper.outcome, facts=paper.facts, charges=paper.charges,
        consulted=paper.consulted, reasons=paper.reasons, alternatives=paper.alternatives,
        why_nobody_knew=paper.why_nobody_knew, what_family_knew=paper.what_family_knew,
        why_without_scoping=paper.why_without_scoping, happened_on=day, decided_by=by,
        test_reads=legal_test.reads({one.limb: one.met for one in paper.limbs}),
    )  # fmt: skip
    LimbFinding.objects.bulk_create(
        LimbFinding(
            review=review, compartment=core, decision=decision, limb=one.limb, position=position, met=one.met,
            evidence=one.evidence,
        )
        for position, one in enumerate(paper.limbs)
    )  # fmt: skip
    return decision


def _tell_home_office(
    review: Review, paper: DecisionPaper, day: date, office: Organisation, by: User
) -> HomeOfficeNotice:
    folder = _home_office_folder(review, office, by)
    notification = queries.notification_of(review)
    coordinators = access.holders(folder, Role.COORDINATOR)
    data = letters.home_office_notice(
        review, paper, notification, decided_on=day, contact=coordinators[0] if coordinators else None,
        completion_on=queries.report_due(review, day) if paper.outcome == Outcome.HOLD else None, signatory=by,
    )  # fmt: skip
    letter = documents.store(
        data=data, name=f"Home Office letter {review.reference}.docx",
        purpose="intake.home_office_letter", compartment=folder, by=by,
    )  # fmt: skip
    notice = HomeOfficeNotice.objects.create(
        review=review, compartment=folder, partnership=review.partnership, outcome=paper.outcome,
        aware_on=review.notified_on, died_from=notification and notification.died_from,
        died_until=notification and notification.died_until, facts=paper.facts, charges=paper.charges,
        reasons=paper.reasons, why_nobody_knew=paper.why_nobody_knew, what_family_knew=paper.what_family_knew,
        decided_on=day, sent_on=day, sent_by=by, letter=letter,
    )  # fmt: skip
    record(Event.HOME_OFFICE_TOLD, notice, by=by, happened_on=day, detail={"outcome": paper.outcome})
    notices.home_office_told(notice, access.holders(folder, Role.HOME_OFFICE_READER), by)
    return notice


def _home_office_folder(review: Review, office: Organisation, by: User) -> Compartment:
    """What the Home Office may see of this review, and its readers' seats there."""
    folder = compartments.open_compartment(
        review_id=review.pk, kind=Kind.HOME_OFFICE, title=review.title, reference=review.reference, by=by
    )
    for role in (Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER):
        compartments.admit(review_id=review.pk, seat=Seat(role, organisation_id=office.pk), by=by)
    return folder
