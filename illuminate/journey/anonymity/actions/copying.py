"""The pseudonymised copy of a file, kept as a file of its own in the core."""

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.engines.anonymise import Applied
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.foundation.documents import actions as documents
from illuminate.journey.anonymity import blockers_copy, machine, permissions
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.models import Copy, MachineWork
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if

PURPOSE = "anonymity.copy"


@transaction.atomic
def keep_copy(*, work: MachineWork, made: Applied, name: str, by: User) -> Copy:
    """Keep a copy that was made and proved. Raises Refused when something was decided anew meanwhile, and
    NotAccepted when it can't be stored."""
    permissions.require_can_run(work.review_id, by=by)
    rows = MachineWork.objects.select_for_update(of=("self",)).select_related(
        "review", "machine_check__review"
    )
    work = rows.get(pk=work.pk)
    check = work.machine_check
    if check is None:
        raise ValueError("A copy is made of what was decided in a look.")
    refuse_if(blockers_copy.to_copy(check))
    core = reviews.compartment_of(work.review, Kind.CORE)
    document = documents.store(data=made.data, name=name, purpose=PURPOSE, compartment=core, by=by)
    copy = Copy.objects.create(
        review=work.review, compartment=core, machine_check=check, document=document, digest=document.digest,
        engine=machine.engine(), replaced=made.replaced, removed="\n".join(made.removed),
        found=len(made.report.findings), unread=len(made.report.unread), made_on=localdate(), made_by=by,
    )  # fmt: skip
    work.is_done, work.began_at = True, None
    work.save(update_fields=["is_done", "began_at"])
    record(Event.COPY_MADE, copy, by=by, detail={"digest": copy.digest, "of": check.digest})
    return copy
