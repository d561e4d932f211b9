"""What the writers of this room share."""

from illuminate.journey.agencies.models import InformationRequest


def hold(request: InformationRequest) -> None:
    """Let one person at a time act on a request, and see it as it stands now."""
    InformationRequest.objects.select_for_update().get(pk=request.pk)
    request.refresh_from_db()
