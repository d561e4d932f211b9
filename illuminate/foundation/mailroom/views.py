"""The outbox as the coordinator sees it, and the demo's mail."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from illuminate.foundation.access.middleware import open_to_all
from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import holds_post
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.access.roles import Role
from illuminate.foundation.mailroom import actions, demo, listing, queries

MESSAGES_A_PAGE = 50


def outbox(request: SignedInRequest) -> HttpResponse:
    """What was sent, waits, or could not be delivered; what failed comes first."""
    _require_coordinator(request.user)
    page = Paginator(queries.outbox(request.user), MESSAGES_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "mailroom/outbox.html", {"title": "Mail", "page": page})


def message(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One message: to whom, how often it was tried, and what went wrong."""
    _require_coordinator(request.user)
    found = get_object_or_404(queries.outbox(request.user), pk=pk)
    actions.note_reading(message=found, by=request.user)
    return render(
        request, "mailroom/message.html", {"title": "Message", "message": found, "rows": listing.rows(found)}
    )


@require_POST
def send_again(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Put a failed message back into the outbox."""
    _require_coordinator(request.user)
    found = get_object_or_404(queries.coordinated_by(request.user), pk=pk)
    if actions.send_again(message=found, by=request.user):
        messages.success(request, "The message will be sent again.")
    else:
        messages.info(request, "The message is on its way already.")
    return redirect("mailroom:outbox")


@open_to_all
def demo_mail(request: HttpRequest) -> HttpResponse:
    """Every mail of the demo, to click its links; nowhere else is there such a page."""
    if not settings.DEMO:
        raise Http404
    return render(
        request, "mailroom/demo_mail.html", {"title": "Mail of the demonstration", "kept": demo.kept()}
    )


def _require_coordinator(user: User) -> None:
    if not holds_post(user, Role.COORDINATOR):
        raise Http404
