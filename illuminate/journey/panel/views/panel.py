"""The panel's own page, and how people come to it and leave it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.panel import actions, blockers, permissions, queries
from illuminate.journey.panel.forms import AbsenceForm, AppointForm, EndAppointmentForm, MemberForm
from illuminate.journey.panel.shown import meeting_lines
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read, trying


def panel(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who leads, who sits, what was agreed, when the panel meets and what it reads."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "panel")
    context = {
        "title": "Chair, panel and meetings",
        "caption": review.title,
        "review": review,
        "breadcrumbs": [*crumbs(review), "Panel"],
        "chair": queries.chair(review),
        "former_chairs": queries.former_chairs(review),
        "members": queries.members(review),
        "former_members": queries.former_members(review),
        "absence": queries.specialist_absence(review),
        "terms": queries.current_terms(review),
        "meetings": meeting_lines(queries.meetings(review)),
        "papers": queries.loose_papers(review),
        "may_appoint": permissions.can_appoint(request.user, review.pk) and review.stage in blockers.WORKING,
        "may_lead": permissions.can_lead(request.user, review.pk) and review.stage in blockers.WORKING,
    }
    with keys.holding(review.pk):
        return render(request, "panel/panel.html", context)


def appoint(request: SignedInRequest, slug: str) -> HttpResponse:
    """Appoint the independent chair."""
    review = review_or_404(slug, request.user)
    permissions.require_can_appoint(review.pk, by=request.user)
    known = queries.chairs_known_to(request.user)
    form = AppointForm(request.POST or None, people=known, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            appointment = actions.appoint_chair(
                review=review, person=form.person(), independence=form.cleaned_data["independence"],
                declared_on=form.cleaned_data["declared_on"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, f"{appointment.person.name} has been appointed, and told by e-mail.")
            return redirect("panel:panel", slug)
    context = _form_page(review, "Appoint the independent chair", form, "Appoint")
    return render(request, "panel/appoint.html", {**context, "autosave_url": autosave_url(request)})


def end_appointment(request: SignedInRequest, slug: str) -> HttpResponse:
    """Record that the independent chair has left."""
    review = review_or_404(slug, request.user)
    permissions.require_can_appoint(review.pk, by=request.user)
    appointment = queries.chair(review)
    if appointment is None:
        messages.info(request, "Nobody leads this review now.")
        return redirect("panel:panel", slug)
    form = EndAppointmentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.end_appointment(
                appointment=appointment, reason=form.cleaned_data["reason"],
                happened_on=form.cleaned_data["ended_on"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(request, "It is on record that the chair has left. Appoint the next one.")
            return redirect("panel:panel", slug)
    context = _form_page(review, f"{appointment.person.name} leaves", form, "Record that they have left")
    consequences = [
        "They can’t open this review any more",
        "The review needs another chair before it can go on",
    ]
    return render(request, "design/confirm.html", {**context, "consequences": consequences})


def add_member(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put somebody on the panel."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    form = MemberForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        facts = {name: value for name, value in form.cleaned_data.items() if name in MEMBER_FACTS}
        with trying(form) as outcome:
            member = actions.add_member(review=review, by=request.user, **facts)
        if outcome.done:
            messages.success(request, f"{member.name} is on the panel.")
            return redirect("panel:panel", slug)
    context = _form_page(review, "Add a panel member", form, "Add to the panel")
    return render(request, "design/form_page.html", {**context, "autosave_url": autosave_url(request)})


MEMBER_FACTS = ("name", "role", "organisation_name", "email", "is_specialist", "independence")


def remove_member(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Record that somebody has left the panel."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    member = queries.member_or_404(review, pk, request.user)
    if request.method == "POST":
        actions.remove_member(member=member, by=request.user)
        messages.success(request, f"{member.name} has left the panel.")
        return redirect("panel:panel", slug)
    context = _form_page(review, f"{member.name} leaves the panel", None, "Take off the panel")
    consequences = ["They can’t open the panel’s papers any more", "Their time on the panel stays on record"]
    return render(request, "design/confirm.html", {**context, "consequences": consequences})


def no_specialist(request: SignedInRequest, slug: str) -> HttpResponse:
    """Record why no specialist domestic abuse service sits on the panel."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    before = queries.specialist_absence(review)
    form = AbsenceForm(request.POST or None, initial={"reason": before.reason} if before else None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.explain_absence(review=review, reason=form.cleaned_data["reason"], by=request.user)
        if outcome.done:
            messages.success(request, "Your reason is on record.")
            return redirect("panel:panel", slug)
    return render(request, "design/form_page.html", _form_page(review, "No specialist service", form, "Save"))


def begin_gathering(request: SignedInRequest, slug: str) -> HttpResponse:
    """Move on to asking agencies."""
    review = review_or_404(slug, request.user)
    permissions.require_can_lead(review.pk, by=request.user)
    if request.method == "POST":
        actions.begin_gathering(review=review, by=request.user)
        messages.success(request, "The review now gathers accounts. You can ask the agencies.")
        return redirect("desk:review", slug)
    context = {
        **_form_page(review, "Begin gathering accounts", None, "Begin gathering accounts"),
        "consequences": [
            "Agencies can be asked for chronologies and reviews",
            "Chair and coordinator are told",
        ],
        "blockers": blockers.to_begin_gathering(review),
    }
    return render(request, "design/confirm.html", context)


def _form_page(review: Review, title: str, form: Any, submit: str) -> dict[str, Any]:
    """What every form of this room shows around itself."""
    back = reverse("panel:panel", args=[review.slug])
    return {
        "title": title, "caption": review.title, "review": review, "form": form, "submit_label": submit,
        "breadcrumbs": [*crumbs(review), ("Panel", back), title], "cancel_url": back,
    }  # fmt: skip
