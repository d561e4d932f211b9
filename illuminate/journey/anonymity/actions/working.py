"""The machine's work: asked for by a person, begun and given up by the worker."""

# ruff: noqa: A002 - a round is what everybody calls it

from django.db import transaction
from django.utils.timezone import localdate, now

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import Actor, record
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import blockers_copy, permissions, queries_work, queue
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.models import MachineCheck, MachineWork, Round
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review

MOST_BEGUN = 3


@transaction.atomic
def ask_machine(*, document: Document, round: str, by: User) -> MachineWork:
    """Have the worker look at a file. Asked twice while it waits, it is done once."""
    permissions.require_can_run(document.review_id, by=by)
    return _asked(document, round, MachineWork.Kind.LOOK, None, by)


@transaction.atomic
def ask_all_again(*, review: Review, by: User) -> int:
    """Have the worker look again at every file whose last look is older than the register. Returns how many."""
    permissions.require_can_run(review.pk, by=by)
    old = queries_work.grown_old(review, by)
    for check in old:
        _asked(check.document, check.round, MachineWork.Kind.LOOK, None, by)
    return len(old)


@transaction.atomic
def ask_copy(*, check: MachineCheck, by: User) -> MachineWork:
    """Have the worker make the pseudonymised copy of a file, by what was decided of the machine's findings."""
    permissions.require_can_run(check.review_id, by=by)
    check = MachineCheck.objects.select_related("review", "document").get(pk=check.pk)
    refuse_if(blockers_copy.to_copy(check))
    return _asked(check.document, check.round, MachineWork.Kind.COPY, check, by)


@transaction.atomic
def begin(*, work: MachineWork, by: Actor) -> bool:
    """Say that it begins. False if it is done, or began too often and never came to an end."""
    work = MachineWork.objects.select_for_update(of=("self",)).get(pk=work.pk)
    if not work.is_waiting or work.begun >= MOST_BEGUN:
        return False
    work.begun, work.began_at = work.begun + 1, now()
    work.save(update_fields=["begun", "began_at"])
    record(Event.MACHINE_BEGAN, work, by=by, detail={"time": work.begun})
    return True


@transaction.atomic
def give_up(*, work: MachineWork, why_not: str | None, by: Actor) -> None:
    """It could not be done: the file's page says why, and offers to try again."""
    work = MachineWork.objects.select_for_update(of=("self",)).get(pk=work.pk)
    if work.is_waiting:
        work.failed, work.why_not, work.began_at = True, why_not, None
        work.save(update_fields=["failed", "why_not", "began_at"])
        record(Event.MACHINE_FAILED, work, by=by)


def _asked(
    document: Document, round: str, kind: MachineWork.Kind, check: MachineCheck | None, by: User
) -> MachineWork:
    review = Review.objects.select_for_update(of=("self",)).get(pk=document.review_id)
    waiting = queries_work.waiting(review, document.digest, kind)
    if waiting:
        return waiting
    work = MachineWork.objects.create(
        review=review, compartment=reviews.compartment_of(review, Kind.CORE), document=document, kind=kind,
        digest=document.digest, round=Round(round), machine_check=check, asked_on=localdate(), asked_by=by,
    )  # fmt: skip
    record(Event.MACHINE_ASKED, work, by=by, detail={"digest": work.digest, "kind": work.kind})
    queue.do_later(work.pk)
    return work
