"""Pages on which lessons, recommendations and actions are added, changed and taken out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.report import actions, forms, permissions, queries, shown
from illuminate.journey.report.models import Finding
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import trying

HIDDEN = ("seen", "submission_token")


def lesson_new(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _to_write(request, slug)
    form = forms.LessonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.record_lesson(review=review, **_new(form), by=request.user)
        if outcome.done:
            return _back(request, review, "The lesson is on the list.")
    return _page(request, review, form, "A lesson")


def lesson(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.lesson_or_404(review, pk, request.user)
    form = forms.LessonForm(request.POST or None, initial=_initial(found, "title", "text"))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.change_lesson(lesson=found, **_changed(form), by=request.user)
        if outcome.done:
            return _back(request, review, f"{found} has been changed.")
    return _page(request, review, form, str(found), out=found)


def lesson_out(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.lesson_or_404(review, pk, request.user)
    if request.method == "POST":
        actions.take_out_lesson(lesson=found, seen=_seen(request), by=request.user)
        return _back(request, review, f"{found} has been taken out.")
    return render(request, "design/confirm.html", shown.taking_out(review, found))


def recommendation_new(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _to_write(request, slug)
    form = forms.RecommendationForm(request.POST or None, review=review)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            made = actions.record_recommendation(review=review, **_new(form), by=request.user)
        if outcome.done:
            messages.success(request, f"{made} is on the list. Now say who does what for it.")
            return redirect("report:action_new", review.slug, made.pk)
    return _page(request, review, form, "A recommendation")


def recommendation(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.recommendation_or_404(review, pk, request.user)
    initial = _initial(found, "text", "scope", "lead_name", "target_date", "expected_change")
    initial |= {"lead_organisation": found.lead_organisation_id, "lessons": found.lessons.all()}
    form = forms.RecommendationForm(request.POST or None, review=review, initial=initial)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.change_recommendation(recommendation=found, **_changed(form), by=request.user)
        if outcome.done:
            return _back(request, review, f"{found} has been changed.")
    return _page(request, review, form, str(found), out=found)


def recommendation_out(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.recommendation_or_404(review, pk, request.user)
    if request.method == "POST":
        actions.take_out_recommendation(recommendation=found, seen=_seen(request), by=request.user)
        return _back(request, review, f"{found} has been taken out.")
    return render(request, "design/confirm.html", shown.taking_out(review, found))


def action_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.recommendation_or_404(review, pk, request.user)
    initial = {"organisation": found.lead_organisation_id, "target_date": found.target_date}
    form = forms.ActionForm(request.POST or None, review=review, initial=initial)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.plan_action(recommendation=found, **_new(form), by=request.user)
        if outcome.done:
            return _back(request, review, "The action is in the plan.")
    return _page(request, review, form, f"An action for recommendation {found.number}", lead=found.text)


def action(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.action_or_404(review, pk, request.user)
    initial = _initial(found, "text", "owner", "milestones", "target_date")
    initial |= {"organisation": found.organisation_id}
    form = forms.ActionForm(request.POST or None, review=review, initial=initial)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.change_action(action=found, **_changed(form), by=request.user)
        if outcome.done:
            return _back(request, review, f"{found} has been changed.")
    return _page(request, review, form, str(found), lead=found.recommendation.text, out=found)


def action_out(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = _to_write(request, slug)
    found = queries.action_or_404(review, pk, request.user)
    if request.method == "POST":
        actions.take_out_action(action=found, seen=_seen(request), by=request.user)
        return _back(request, review, f"{found} has been taken out.")
    return render(request, "design/confirm.html", shown.taking_out(review, found))


def _to_write(request: SignedInRequest, slug: str) -> Review:
    review = review_or_404(slug, request.user)
    permissions.require_can_write(review.pk, by=request.user)
    return review


def _initial(found: Finding, *names: str) -> dict[str, Any]:
    return {"seen": found.revision, **{name: getattr(found, name) for name in names}}


def _new(form: forms.Finding) -> dict[str, Any]:
    """What the action takes, without the hidden fields."""
    return {name: value for name, value in form.cleaned_data.items() if name not in HIDDEN}


def _changed(form: forms.Finding) -> dict[str, Any]:
    return {**_new(form), "seen": form.cleaned_data["seen"] or 0}


def _seen(request: SignedInRequest) -> int:
    form = forms.TakeOut(request.POST)
    return int(form.cleaned_data["seen"]) if form.is_valid() else 0


def _back(request: SignedInRequest, review: Review, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("report:report", review.slug)


def _page(
    request: SignedInRequest,
    review: Review,
    form: Any,
    title: str,
    *,
    lead: str = "",
    out: Finding | None = None,
) -> HttpResponse:
    return render(request, "report/finding.html", shown.finding(review, form, title, lead=lead, out=out))
