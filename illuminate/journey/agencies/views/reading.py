"""What the chair does with an agency's account."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.agencies import actions, blockers, permissions, queries, states
from illuminate.journey.agencies.forms import ChallengeForm
from illuminate.journey.agencies.models import Imr, InformationRequest
from illuminate.journey.agencies.views.answering import challenge_in
from illuminate.journey.agencies.views.common import form_page
from illuminate.journey.reviews.web import trying


def challenge(request: SignedInRequest, pk: UUID, version: int) -> HttpResponse:
    """Ask about a passage of the version that was read."""
    asked = queries.request_or_404(pk, request.user)
    permissions.require_can_question(asked.review_id, by=request.user)
    imr = _version(asked, version)
    form = ChallengeForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.challenge(
                imr=imr,
                passage=form.cleaned_data["passage"],
                question=form.cleaned_data["question"],
                by=request.user,
            )
        if outcome.done:
            messages.success(request, f"{asked.author.name} is told that you have a question.")
            return redirect("agencies:request", pk)
    context = {
        **form_page(asked, request.user, "Ask about a passage", form, "Ask the agency"), "imr": imr,
        "autosave_url": autosave_url(request),
    }  # fmt: skip
    return render(request, "agencies/challenge.html", context)


@require_POST
def accept(request: SignedInRequest, pk: UUID, challenge_id: UUID) -> HttpResponse:
    """Accept an answer."""
    asked = queries.request_or_404(pk, request.user)
    one = challenge_in(asked, challenge_id)
    actions.accept_answer(challenge=one, by=request.user)
    messages.success(request, f"The answer to question {one.number} is accepted.")
    return redirect("agencies:request", pk)


def release(request: SignedInRequest, pk: UUID, version: int) -> HttpResponse:
    """Give the version that was read to the panel."""
    asked = queries.request_or_404(pk, request.user)
    permissions.require_can_question(asked.review_id, by=request.user)
    imr = _version(asked, version)
    if request.method == "POST":
        actions.release_imr(imr=imr, by=request.user)
        messages.success(request, "The panel can read this review now.")
        return redirect("agencies:request", pk)
    context = {
        **form_page(asked, request.user, f"Release version {imr.version} to the panel", None, "Release to the panel"),
        "consequences": _consequences(asked), "blockers": blockers.to_release_imr(imr),
    }  # fmt: skip
    return render(request, "design/confirm.html", context)


def _consequences(asked: InformationRequest) -> list[str]:
    found = [
        "Every panel member with an account can download it, with the real names in it",
        "Your questions and the agency’s answers stay sealed",
    ]
    waiting = len(states.unanswered(asked)) + len(states.to_read(asked))
    if waiting:
        noun = "question is" if waiting == 1 else "questions are"
        found.append(f"{waiting} {noun} not settled yet; the panel does not see that")
    return found


def _version(asked: InformationRequest, version: int) -> Imr:
    for imr in asked.imrs.all():
        if imr.version == version:
            imr.request = asked
            return imr
    raise Http404
