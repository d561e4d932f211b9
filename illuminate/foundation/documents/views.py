"""Handing out a stored file."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.documents import actions, checks, queries
from illuminate.foundation.documents.refusals import Unreadable


def download(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """A file, always as an attachment, to people who may read it; a missing or damaged one is said in words."""
    document = get_object_or_404(queries.visible_to(request.user), pk=pk)
    try:
        data = actions.download(document, by=request.user)
    except Unreadable as fault:
        return render(request, "documents/unreadable.html", {"fault": fault}, status=410)
    response = HttpResponse(data, content_type=document.content_type)
    response["Content-Disposition"] = content_disposition_header(True, checks.tidy_name(document.name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    return response
