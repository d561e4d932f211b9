"""Asking people to check a file, and what they say."""

# ruff: noqa: A002 - a round is what everybody calls it

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import blockers, machine, notices, permissions, queries
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.models import Check, Round, Settlement, Verdict
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def ask_checker(
    *,
    review: Review,
    document: Document,
    round: str,
    checker: User,
    happened_on: date | None = None,
    by: User,
) -> Check:
    """Ask somebody who did not write the report to check exactly these bytes."""
    permissions.require_can_ask(review.pk, by=by)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    refuse_if(blockers.to_ask(review, document, Round(round), checker))
    check = Check.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.PANEL), document=document,
        digest=document.digest, round=Round(round), checker=checker, machine=_counts(review, document),
        asked_on=happened_on or localdate(), asked_by=by,
    )  # fmt: skip
    record(Event.CHECKER_ASKED, check, by=by, happened_on=happened_on,
           detail={"digest": check.digest, "round": check.round, "checker": str(checker.pk)})  # fmt: skip
    notices.checker_asked(check, by=by)
    return check


@transaction.atomic
def give_verdict(
    *, check: Check, verdict: str, note: str = "", happened_on: date | None = None, by: User
) -> Verdict:
    """Say, once, whether these bytes identify somebody. Neither checker learns of the other's before their own."""
    permissions.require_can_give(check, by=by)
    check = (
        Check.objects.select_for_update(of=("self",)).select_related("review", "document").get(pk=check.pk)
    )
    refuse_if(blockers.to_give_verdict(check, verdict, note))
    given = Verdict.objects.create(
        review=check.review, compartment=check.compartment, check_asked=check, verdict=Verdict.Answer(verdict),
        note=note.strip(), engine=machine.engine(), given_on=happened_on or localdate(), given_by=by,
    )  # fmt: skip
    record(Event.VERDICT_GIVEN, check, by=by, happened_on=happened_on, detail={"digest": check.digest})
    notices.verdict_given(check, by=by)
    return given


def _counts(review: Review, document: Document) -> dict[str, int | str]:
    """What the machine found, as numbers only, and which version looked: panel members don't see its findings."""
    check = queries.latest_machine_check(review, document.digest)
    if check is None or check.failure:
        return {}
    kept = Settlement.objects.filter(machine_check=check, outcome=Settlement.Outcome.KEEP).count()
    return {"found": check.finding_count, "unread": check.unread_count, "kept": kept, "engine": check.engine}
