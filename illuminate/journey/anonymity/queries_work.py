"""Reading what the machine was asked to do, and how far it has come."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.anonymity import queries, standing
from illuminate.journey.anonymity.models import Copy, MachineCheck, MachineWork, Round
from illuminate.journey.reviews.models import Review


def work_or_404(pk: UUID, user: User) -> MachineWork:
    rows = MachineWork.objects.select_related("review", "document", "compartment")
    return get_object_or_404(access.visible_to(user, rows), pk=pk)


def of_asker(work: MachineWork) -> MachineWork:
    """The same, as whoever asked for it sees it. Raises PermissionDenied when they no longer do."""
    rows = MachineWork.objects.select_related(
        "review", "document", "asked_by", "machine_check__review"
    ).filter(pk=work.pk)
    found = rows.first()
    if found is None:
        raise PermissionDenied("Whoever asked for this no longer may.")
    return found


def waiting(review: Review, digest: str, kind: str) -> MachineWork | None:
    """What the machine was asked to do with these bytes and has not ended."""
    rows = MachineWork.objects.filter(review=review, digest=digest, kind=kind)
    return rows.filter(is_done=False, failed=False).first()


def latest(review: Review, digest: str, kind: str) -> MachineWork | None:
    """What the machine was asked to do last with these bytes."""
    return (
        MachineWork.objects.filter(review=review, digest=digest, kind=kind).order_by("-recorded_at").first()
    )


def copies(check: MachineCheck | None, user: User) -> list[Copy]:
    """The pseudonymised copies of the bytes that were looked at, newest first."""
    if check is None:
        return []
    rows = Copy.objects.filter(review=check.review_id, machine_check__digest=check.digest)
    return list(access.visible_to(user, rows.select_related("document", "made_by")))


def grown_old(review: Review, user: User) -> list[MachineCheck]:
    """The machine's last looks at the newest files that were made with another register than the review has now."""
    files = [file for when in Round.values for file in queries.documents_in(review, when, user)]
    last = queries.latest_machine_checks(review, {file.digest for file in files}, user).values()
    mark = standing.register_mark(review) if last else ""
    return [one for one in last if one.register_mark != mark]


def looked_at_again(review: Review, digests: Iterable[str]) -> set[str]:
    """Which of these bytes the machine has looked at before and is asked to look at again."""
    asked = MachineWork.objects.filter(
        review=review, digest__in=list(digests), kind=MachineWork.Kind.LOOK, is_done=False, failed=False
    )
    seen = MachineCheck.objects.filter(review=review, digest__in=asked.values("digest"))
    return set(seen.values_list("digest", flat=True))


def waiting_to_be_done() -> list[UUID]:
    """All work that waits, the oldest first; for the machine itself."""
    rows = MachineWork.objects.filter(is_done=False, failed=False).order_by("recorded_at")
    return list(rows.values_list("pk", flat=True))
