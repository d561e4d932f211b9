"""What the agency sends."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.agencies import actions, permissions, queries
from illuminate.journey.agencies.forms import AnswerForm, ImrForm, NilForm
from illuminate.journey.agencies.models import Challenge, InformationRequest
from illuminate.journey.agencies.views.common import form_page
from illuminate.journey.reviews.web import trying

NIL_FACTS = ("searched", "searched_by", "searched_on", "period_from", "period_to", "remarks")


def nil(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Answer that there was no contact."""
    asked = queries.request_or_404(pk, request.user)
    permissions.require_can_send(asked, by=request.user)
    form = NilForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            facts = {name: form.cleaned_data[name] for name in NIL_FACTS}
            actions.answer_nil(request=asked, by=request.user, **facts)
        if outcome.done:
            messages.success(
                request, "Your answer is on record: no contact. Please keep the records you have."
            )
            return redirect("agencies:request", pk)
    context = form_page(asked, request.user, "Answer “no contact”", form, "Send this answer")
    return render(request, "agencies/nil.html", {**context, "autosave_url": autosave_url(request)})


def imr(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Send the agency's review, or a new version of it."""
    asked = queries.request_or_404(pk, request.user)
    permissions.require_can_send(asked, by=request.user)
    newest = queries.latest_imr(asked)
    before = {name: getattr(newest, name) for name in KEPT} if newest else {}
    form = ImrForm(request.POST or None, request.FILES or None, initial={**before, **with_draft(request)})
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            sent = actions.submit_imr(
                request=asked, upload=form.cleaned_data["upload"], details=form.details(), by=request.user
            )
        if outcome.done:
            messages.success(
                request, f"Version {sent.version} has been sent. The chair and the coordinator are told."
            )
            return redirect("agencies:request", pk)
    title = "Send a new version of the review" if newest else "Send the Individual Management Review"
    context = {
        **form_page(asked, request.user, title, form, "Send the review"), "newest": newest,
        "autosave_url": autosave_url(request),
    }  # fmt: skip
    return render(request, "agencies/imr.html", context)


KEPT = ("author_name", "author_role", "independence", "methods")
"""What a new version usually shares with the one before; the sign-off is always a new one."""


def answer(request: SignedInRequest, pk: UUID, challenge_id: UUID) -> HttpResponse:
    """Answer one of the chair's questions."""
    asked = queries.request_or_404(pk, request.user)
    challenge = challenge_in(asked, challenge_id)
    permissions.require_can_answer(asked, by=request.user)
    form = AnswerForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.answer_challenge(challenge=challenge, text=form.cleaned_data["text"], by=request.user)
        if outcome.done:
            messages.success(request, "Your answer is on record. The chair is told.")
            return redirect("agencies:request", pk)
    context = {
        **form_page(asked, request.user, f"Answer question {challenge.number}", form, "Send this answer"),
        "challenge": challenge, "autosave_url": autosave_url(request),
    }  # fmt: skip
    return render(request, "agencies/answer.html", context)


def challenge_in(asked: InformationRequest, challenge_id: UUID) -> Challenge:
    """A question of this request; one of another request does not exist here."""
    for one in asked.challenges.all():
        if one.pk == challenge_id:
            return one
    raise Http404
