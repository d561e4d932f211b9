"""The partnership's side: sign-off, submission, points and answers."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.assurance import actions, blockers, permissions, queries
from illuminate.journey.assurance.forms import AnswerForm, ReasonForm, SignOffForm, SubmitForm
from illuminate.journey.report import queries as drafts
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import page_read, trying


def assurance(request: SignedInRequest, slug: str) -> HttpResponse:
    """Where the report stands between the partnership and the Home Office."""
    review = _review(request, slug)
    page_read(request, review, "home office")
    signed = queries.standing_sign_off(review.pk)
    return render(
        request,
        "assurance/assurance.html",
        {
            "title": "Sign-off and the Home Office",
            "caption": review.title,
            "breadcrumbs": [*crumbs(review), "Sign-off and the Home Office"],
            "review": review,
            "drafts": list(drafts.latest_drafts(review).values()),
            "signed": signed,
            "submissions": queries.submissions(review.pk),
            "can_sign_off": review.stage == Stage.DRAFTING
            and permissions.can_sign_off(review.pk, by=request.user),
            "can_submit": review.stage == Stage.SIGNED_OFF
            and permissions.can_submit(review.pk, by=request.user),
            "can_resubmit": review.stage == Stage.REVISING
            and permissions.can_submit(review.pk, by=request.user),
            "can_return": review.stage == Stage.SIGNED_OFF,
            "can_reopen": review.stage == Stage.APPROVED
            and permissions.can_answer(review.pk, by=request.user),
            "can_answer": review.stage == Stage.REVISING
            and permissions.can_answer(review.pk, by=request.user),
        },
    )


def sign_off(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _review(request, slug)
    permissions.require_can_sign_off(review.pk, by=request.user)
    form = SignOffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.sign_off(review=review, statement=form.cleaned_data["statement"], by=request.user)
        if outcome.done:
            return _back(request, review, "The report is signed off.")
    context = {"submit_label": "Sign off the report", "blockers": blockers.to_sign_off(review)}
    return _page(request, review, "Sign off the report", form, context)


def return_to_drafting(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _review(request, slug)
    permissions.require_can_return(review.pk, by=request.user)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.return_to_drafting(review=review, reason=form.cleaned_data["reason"], by=request.user)
        if outcome.done:
            return _back(request, review, "The report is back in drafting.")
    return _page(request, review, "Return the report to drafting", form, {"submit_label": "Return it"})


def submit(request: SignedInRequest, slug: str) -> HttpResponse:
    """Send the report, for the first time or again."""
    review = _review(request, slug)
    permissions.require_can_submit(review.pk, by=request.user)
    again = review.stage == Stage.REVISING
    form = SubmitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        act = actions.resubmit if again else actions.submit
        with trying(form) as outcome:
            act(review=review, note=form.cleaned_data["note"], by=request.user)
        if outcome.done:
            return _back(request, review, "The report is with the Home Office.")
    why = blockers.to_resubmit(review) if again else blockers.to_submit(review)
    title = "Send the report again" if again else "Send the report to the Home Office"
    return _page(request, review, title, form, {"submit_label": "Send it", "blockers": why})


def reopen(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _review(request, slug)
    permissions.require_can_reopen(review.pk, by=request.user)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.reopen(review=review, reason=form.cleaned_data["reason"], by=request.user)
        if outcome.done:
            return _back(request, review, "The report is open for changes again.")
    return _page(request, review, "Open the approved report again", form, {"submit_label": "Open it again"})


def answer(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Answer one point of the letter."""
    review = _review(request, slug)
    point = queries.point_or_404(review, pk, request.user)
    permissions.require_can_answer(review.pk, by=request.user)
    known = queries.answer_of(point)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        initial={"where": known.where, "text": known.text} if known else None,
    )
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.answer_point(
                point=point, where=form.cleaned_data["where"], text=form.cleaned_data["text"], by=request.user
            )
        if outcome.done:
            return _back(request, review, f"Point {point.number} is answered.")
    return _page(
        request, review, f"Answer point {point.number}", form, {"point": point, "submit_label": "Save the answer"},
        template="assurance/answer.html",
    )  # fmt: skip


def _review(request: SignedInRequest, slug: str) -> Review:
    review = review_or_404(slug, request.user)
    permissions.require_can_read(review.pk, by=request.user)
    return review


def _back(request: SignedInRequest, review: Review, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("assurance:assurance", review.slug)


def _page(
    request: SignedInRequest, review: Review, title: str, form: object, more: Mapping[str, object],
    template: str = "design/form_page.html",
) -> HttpResponse:  # fmt: skip
    home = reverse("assurance:assurance", args=[review.slug])
    context = {
        "title": title, "caption": review.title, "form": form, "cancel_url": home,
        "breadcrumbs": [*crumbs(review), ("Sign-off and the Home Office", home), title], **more,
    }  # fmt: skip
    return render(request, template, context)
