"""The machine's look at a file, kept with what was decided about the same findings before."""

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
from illuminate.journey.anonymity import machine, permissions, queries
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.models import MachineCheck, MachineWork, ReadWords, Round, Settlement
from illuminate.journey.people import queries as people
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.models import Review


@transaction.atomic
def run_machine_check(
    *, document: Document, round: str, happened_on: date | None = None, by: User
) -> MachineCheck:
    """Let the machine look at a file here and now. What was decided about the same findings before is kept."""
    permissions.require_can_run(document.review_id, by=by)
    review = Review.objects.get(pk=document.review_id)
    with keys.holding(review.pk):
        register = people.engine_register(review)
        look = machine.look(machine.taken_out(document), register, queries.published(review))
    return _kept(review, document, round, look, people.mark_of(register), happened_on or localdate(), by)


@transaction.atomic
def keep_look(*, work: MachineWork, look: machine.Look, register_mark: str, by: User) -> MachineCheck:
    """Keep what the worker's look at a file gave, seen with the register of that mark."""
    permissions.require_can_run(work.review_id, by=by)
    work = (
        MachineWork.objects.select_for_update(of=("self",))
        .select_related("review", "document")
        .get(pk=work.pk)
    )
    check = _kept(work.review, work.document, work.round, look, register_mark, work.asked_on, by)
    work.is_done, work.began_at = True, None
    work.save(update_fields=["is_done", "began_at"])
    return check


def _kept(
    review: Review, document: Document, round: str, look: machine.Look, mark: str, day: date, by: User
) -> MachineCheck:
    with keys.holding(review.pk):
        before = _held(queries.latest_machine_check(review, document.digest))
        items = _with_new(before, look.items)
        check = MachineCheck.objects.create(
            review=review, compartment=reviews.compartment_of(review, Kind.CORE), document=document,
            digest=document.digest, round=Round(round), report=_told(items), risks=_told(look.risks),
            standing=_told(look.standing), new_count=sum(one["is_new"] for one in items) if before else None,
            engine=machine.engine(), finding_count=look.found, unread_count=look.unread, failure=look.failure,
            register_mark=mark, ran_on=day, ran_by=by,
        )  # fmt: skip
        ReadWords.objects.create(
            review=review, compartment=check.compartment, machine_check=check, words=_told(look.words)
        )
        _carry_over(before, check)
        _settle_kept(check)
    record(Event.MACHINE_CHECKED, check, by=by, happened_on=day,
           detail={"digest": check.digest, "found": look.found, "unread": look.unread})  # fmt: skip
    return check


def _held(check: MachineCheck | None) -> MachineCheck | None:
    """Whoever decides about the look before has done so, or waits and is told that there is a newer one."""
    return MachineCheck.objects.select_for_update(of=("self",)).get(pk=check.pk) if check else None


def _with_new(before: MachineCheck | None, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each finding with whether the look before did not have it, or not as somebody's on the register."""
    known = (
        {(queries.place_of(item), item.get("on_register")) for item in before.items()} if before else set()
    )
    return [
        {
            **item,
            "is_new": before is not None and (queries.place_of(item), item.get("on_register")) not in known,
        }
        for item in items
    ]


def _told(found: list[Any]) -> str:
    return json.dumps(found, ensure_ascii=False)


def _carry_over(before: MachineCheck | None, check: MachineCheck) -> None:
    """What was settled in a place is settled in the next look at the same bytes; a new finding is not."""
    if before is None:
        return
    settled = queries.settlements(before)
    known = {
        queries.place_of(item): settled[item["number"]]
        for item in before.items()
        if item["number"] in settled
    }
    Settlement.objects.bulk_create(
        Settlement(review=check.review, compartment=check.compartment, machine_check=check, number=item["number"],
                   outcome=one.outcome, word=one.word, reason=one.reason, settled_on=one.settled_on,
                   settled_by=one.settled_by)
        for item in check.items() if (one := known.get(queries.place_of(item)))
    )  # fmt: skip


def _settle_kept(check: MachineCheck) -> None:
    """Words off the register that were kept in any file of the review are kept here, until somebody decides anew."""
    kept = {queries.folded(one.words): one for one in queries.kept_words(check.review)}
    settled = queries.settlements(check)
    Settlement.objects.bulk_create(
        Settlement(review=check.review, compartment=check.compartment, machine_check=check, number=item["number"],
                   outcome=Settlement.Outcome.KEEP, reason=one.reason, settled_on=one.kept_on, settled_by=one.kept_by)
        for item in check.items()
        if item["number"] not in settled and not item.get("on_register", True)
        and (one := kept.get(queries.folded(item["text"])))
    )  # fmt: skip
