"""Reading which large files wait to be read, and what has come of them."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology.models import Arrival, ChronologyFile


def arrival_or_404(pk: UUID, user: User) -> Arrival:
    rows = Arrival.objects.select_related("request__organisation", "compartment", "document", "sent_by")
    return get_object_or_404(access.visible_to(user, rows), pk=pk)


def of_sender(arrival: Arrival) -> Arrival:
    """The same, as whoever sent it sees it. Raises PermissionDenied when they no longer do."""
    rows = Arrival.objects.select_related("request", "document", "sent_by").filter(pk=arrival.pk)
    found = rows.first()
    if found is None:
        raise PermissionDenied("Whoever sent this file no longer may.")
    return found


def waiting(request: InformationRequest) -> Arrival | None:
    """The large file of an agency that is being read, or waits to be."""
    return Arrival.objects.filter(request=request, file=None, failed=False).select_related("sent_by").first()


def unread(request: InformationRequest) -> Arrival | None:
    """The newest file of an agency, if it is a large one that is not read: it waits, or could not be read."""
    newest = (
        Arrival.objects.filter(request=request).order_by("-recorded_at").select_related("document").first()
    )
    return newest if newest and newest.file_id is None and not _came_after(newest) else None


def failed_of(user: User) -> list[Arrival]:
    """The large files that somebody sent and that could not be read, as long as nothing newer has come."""
    rows = Arrival.objects.filter(sent_by=user, failed=True).select_related("compartment", "request")
    latest = [(one, unread(one.request)) for one in rows.order_by("recorded_at")]
    return [one for one, newest in latest if newest and newest.pk == one.pk]


def waiting_to_be_read() -> list[UUID]:
    """Every large file that waits, the oldest first; for the part of the program that reads."""
    rows = Arrival.objects.filter(file=None, failed=False).order_by("recorded_at")
    return list(rows.values_list("pk", flat=True))


def _came_after(arrival: Arrival) -> bool:
    return ChronologyFile.objects.filter(
        request_id=arrival.request_id, recorded_at__gt=arrival.recorded_at
    ).exists()
