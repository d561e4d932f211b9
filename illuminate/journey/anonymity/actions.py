"""The only writers of anonymity checks."""

# ruff: noqa: A002 - a round is what everybody calls it

import json
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import blockers, machine, notices, permissions, queries
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.models import Check, MachineCheck, Round, Settlement, Verdict
from illuminate.journey.people import queries as people
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review


@transaction.atomic
def run_machine_check(
    *, document: Document, round: str, happened_on: date | None = None, by: User
) -> MachineCheck:
    """Let the machine look at a file. What was decided about the same findings before is kept."""
    permissions.require_can_run(document.review_id, by=by)
    review = Review.objects.get(pk=document.review_id)
    with keys.holding(review.pk):
        register = people.engine_register(review)
        look = machine.look(document, register)
        before = queries.latest_machine_check(review, document.digest)
        check = MachineCheck.objects.create(
            review=review, compartment=reviews.compartment_of(review, Kind.CORE), document=document,
            digest=document.digest, round=Round(round), report=json.dumps(look.items, ensure_ascii=False),
            finding_count=look.found, unread_count=look.unread, failure=look.failure,
            register_mark=machine.mark(register), ran_on=happened_on or localdate(), ran_by=by,
        )  # fmt: skip
        _carry_over(before, check)
    record(Event.MACHINE_CHECKED, check, by=by, happened_on=happened_on,
           detail={"digest": check.digest, "found": look.found, "unread": look.unread})  # fmt: skip
    return check


@transaction.atomic
def settle(*, check: MachineCheck, numbers: list[int], outcome: str, reason: str = "", by: User) -> None:
    """Decide about findings: they go in a new version, or they stay, and why."""
    permissions.require_can_run(check.review_id, by=by)
    check = MachineCheck.objects.select_for_update(of=("self",)).select_related("review").get(pk=check.pk)
    refuse_if(blockers.to_settle(check, numbers, outcome, reason))
    kept = reason.strip() if outcome == Settlement.Outcome.KEEP else ""
    for number in sorted(set(numbers)):
        Settlement.objects.update_or_create(
            machine_check=check, number=number,
            defaults={"review": check.review, "compartment": check.compartment, "reason": kept, "settled_by": by,
                      "outcome": Settlement.Outcome(outcome), "settled_on": localdate()},
        )  # fmt: skip
    record(Event.SETTLED, check, by=by, detail={"numbers": sorted(set(numbers)), "outcome": outcome})


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
        note=note.strip(), given_on=happened_on or localdate(), given_by=by,
    )  # fmt: skip
    record(Event.VERDICT_GIVEN, check, by=by, happened_on=happened_on, detail={"digest": check.digest})
    notices.verdict_given(check, by=by)
    return given


def _counts(review: Review, document: Document) -> dict[str, int]:
    """What the machine found, as numbers only: panel members don't see its findings."""
    check = queries.latest_machine_check(review, document.digest)
    if check is None or check.failure:
        return {}
    kept = Settlement.objects.filter(machine_check=check, outcome=Settlement.Outcome.KEEP).count()
    return {"found": check.finding_count, "unread": check.unread_count, "kept": kept}


def _carry_over(before: MachineCheck | None, check: MachineCheck) -> None:
    """A finding that was settled is settled in the next look at the same bytes; a new one is not."""
    if before is None:
        return
    settled = queries.settlements(before)
    known = {_same(item): settled[item["number"]] for item in before.items() if item["number"] in settled}
    Settlement.objects.bulk_create(
        Settlement(review=check.review, compartment=check.compartment, machine_check=check, number=item["number"],
                   outcome=one.outcome, reason=one.reason, settled_on=one.settled_on, settled_by=one.settled_by)
        for item in check.items() if (one := known.get(_same(item)))
    )  # fmt: skip


def _same(item: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in item.items() if name != "number"}, sort_keys=True)
