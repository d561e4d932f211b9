"""The officer's pages: the form, its check, what was sent."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from illuminate.foundation.access import keys
from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.audit.actions import record
from illuminate.journey.intake import actions, permissions, queries
from illuminate.journey.intake.events import Event
from illuminate.journey.intake.forms import NotificationPaper
from illuminate.journey.intake.pages.notification import cards
from illuminate.journey.reviews.web import trying


@never_cache
def notify(request: SignedInRequest) -> HttpResponse:
    """The form; then the answers to check; then it is sent. "Add another" and "change" draw the form again."""
    organisation = permissions.require_can_notify(by=request.user)
    step = request.POST.get("do", "check")
    if request.method != "POST":
        return _form(
            request, NotificationPaper(initial=with_draft(request) or _referrer(request)), organisation
        )
    if step not in ("check", "send"):
        return _form(request, NotificationPaper.redrawn(request.POST, step), organisation)
    paper = NotificationPaper(request.POST)
    if paper.is_valid() and step == "check":
        return _check(request, paper)
    if paper.is_valid():
        with trying(paper.death) as outcome:
            sent = actions.notify(
                partnership=paper.death.cleaned_data["partnership"], details=paper.details(), by=request.user
            )
        if outcome.done:
            messages.success(request, "The notification is sent. The partnership has been told.")
            return redirect("intake:notification", sent.pk)
    return _form(request, paper, organisation)


def notifications(request: SignedInRequest) -> HttpResponse:
    """What the person has notified themselves. No name stands in the list."""
    permissions.require_can_notify(by=request.user)
    context = {"title": "Your notifications", "rows": queries.notifications_of(request.user)}
    return render(request, "intake/notifications.html", context)


@never_cache
def notification(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One notification, for who sent it and for the review's team; the reading is recorded."""
    told = queries.notification_or_404(pk, request.user)
    record(Event.NOTIFICATION_READ, told, by=request.user)
    review = queries.review_behind(told, request.user)
    with keys.holding(told.review_id):
        shown = cards(told, told.people.all())
    context = {
        "title": f"Notification {told.compartment.reference}",
        "told": told,
        "review": review,
        "is_own": told.notified_by_id == request.user.pk,
        "cards": shown,
        "back_url": reverse("intake:scoping", args=[review.slug]) if review else reverse("intake:notifications"),
        "may_open": review is not None and review.stage == "notified"
        and permissions.may_scope(review.pk, request.user),
    }  # fmt: skip
    return render(request, "intake/notification.html", context)


def _referrer(request: SignedInRequest) -> dict[str, str]:
    return {"referrer_name": str(request.user.name), "referrer_email": str(request.user.email)}


def _form(request: SignedInRequest, paper: NotificationPaper, organisation: Organisation) -> HttpResponse:
    context = {
        "title": "Notify a death",
        "caption": organisation.name,
        "form": paper,
        "autosave_url": autosave_url(request),
        "action_url": request.path,
    }
    return render(request, "intake/notify.html", context)


def _check(request: SignedInRequest, paper: NotificationPaper) -> HttpResponse:
    details = paper.details()
    context = {
        "title": "Check your answers before you send them",
        "cards": cards(details, details.people),
        "partnership": paper.death.cleaned_data["partnership"],
        "sent": paper.as_sent(),
    }
    return render(request, "intake/notify_check.html", context)
