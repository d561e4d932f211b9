"""The panel's meetings and their papers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.panel import actions, blockers, permissions, queries
from illuminate.journey.panel.forms import MeetingForm, PaperForm, meeting_as_planned
from illuminate.journey.panel.shown import meeting_lines
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read, trying


def meeting(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """One meeting and its papers."""
    review = review_or_404(slug, request.user)
    found = queries.meeting_or_404(review, pk, request.user)
    page_read(request, review, "meeting")
    may_lead = permissions.can_lead(request.user, review.pk) and review.stage in blockers.WORKING
    context = {
        **_around(review, "Panel meeting"), "line": meeting_lines([found])[0], "meeting": found,
        "may_file": may_lead and not found.cancelled_on,
        "may_change": may_lead and not blockers.to_change_meeting(found, None),
        "invited": queries.people_to_invite(review) if may_lead else [],
        "is_online": found.place.startswith("https://"),
        "file_url": f"{reverse('panel:file_paper', args=[slug])}?meeting={pk}",
    }  # fmt: skip
    with keys.holding(review.pk):
        return render(request, "panel/meeting.html", context)


def plan(request: SignedInRequest, slug: str) -> HttpResponse:
    """Plan a meeting and send the invitations."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            planned = actions.plan_meeting(review=review, by=request.user, **form.facts())
        if outcome.done:
            messages.success(request, "The meeting is planned. Invitations go out by e-mail.")
            return redirect("panel:meeting", slug, planned.pk)
    return render(
        request, "design/form_page.html", _form_page(review, "Plan a panel meeting", form, "Plan the meeting")
    )


def change(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Change a planned meeting; everybody's calendar follows."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    found = queries.meeting_or_404(review, pk, request.user)
    form = MeetingForm(request.POST or None, initial=meeting_as_planned(found))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.change_meeting(
                meeting=found, sequence=form.cleaned_data["sequence"], by=request.user, **form.facts()
            )
        if outcome.done:
            messages.success(request, "The meeting is changed. The change goes out by e-mail.")
            return redirect("panel:meeting", slug, pk)
    return render(
        request,
        "design/form_page.html",
        _form_page(review, "Change the meeting", form, "Save and tell everybody"),
    )


def cancel(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Cancel a planned meeting."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    found = queries.meeting_or_404(review, pk, request.user)
    if request.method == "POST":
        actions.cancel_meeting(meeting=found, by=request.user)
        messages.success(request, "The meeting is cancelled. Everybody asked is told by e-mail.")
        return redirect("panel:meeting", slug, pk)
    context = {
        **_form_page(review, "Cancel the meeting", None, "Cancel the meeting"), "submit_variant": "warning",
        "consequences": ["It is taken out of everybody’s calendar", "Its papers stay here"],
        "blockers": blockers.to_change_meeting(found, None),
    }  # fmt: skip
    return render(request, "design/confirm.html", context)


def file_paper(request: SignedInRequest, slug: str) -> HttpResponse:
    """File an agenda, minutes or a paper."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    initial = {"meeting": request.GET.get("meeting"), "kind": request.GET.get("kind")}
    form = PaperForm(request.POST or None, request.FILES or None, review=review, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with trying(form) as outcome:
            paper = actions.file_paper(
                review=review,
                kind=data["kind"],
                upload=data["upload"],
                meeting=data["meeting"],
                by=request.user,
            )
        if outcome.done:
            messages.success(request, "The file is here for the panel. They are told by e-mail.")
            return redirect(_where(review, paper.meeting_id))
    return render(
        request, "design/form_page.html", _form_page(review, "File a paper for the panel", form, "File it")
    )


def _where(review: Review, meeting_id: UUID | None) -> str:
    if meeting_id:
        return reverse("panel:meeting", args=[review.slug, meeting_id])
    return reverse("panel:panel", args=[review.slug])


def _form_page(review: Review, title: str, form: Any, submit: str) -> dict[str, Any]:
    back = reverse("panel:panel", args=[review.slug])
    return {**_around(review, title), "form": form, "submit_label": submit, "cancel_url": back}


def _around(review: Review, title: str) -> dict[str, Any]:
    back = reverse("panel:panel", args=[review.slug])
    return {
        "title": title, "caption": review.title, "review": review,
        "breadcrumbs": [*crumbs(review), ("Panel", back), title],
    }  # fmt: skip
