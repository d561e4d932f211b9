"""The Home Office's side: the queue of submitted reports, and the letter."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.access.roles import Role
from illuminate.journey.assurance import actions, queries
from illuminate.journey.assurance.forms import OutcomeForm
from illuminate.journey.assurance.models import Submission
from illuminate.journey.reviews.web import trying


def queue(request: SignedInRequest) -> HttpResponse:
    """Every report that was sent, what waits for a letter first."""
    rows = [(submission, queries.outcome_of(submission)) for submission in queries.queue(request.user)]
    return render(request, "assurance/queue.html", {"title": "Reports sent to the Home Office", "rows": rows})


def submission(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One report as it was sent, its letter, its points and the answers."""
    found = queries.submission_or_404(pk, request.user)
    reads = Role.QUALITY_ASSURANCE_READER in access.roles_in(request.user, found.review_id)
    form = OutcomeForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
    )
    if request.method == "POST" and reads and form.is_valid():
        done = _record(request, found, form)
        if done:
            messages.success(request, "The letter is on record, and the partnership has been told.")
            return redirect("assurance:submission", pk)
    actions.note_reading(submission=found, by=request.user)
    outcome = queries.outcome_of(found)
    return render(
        request,
        "assurance/submission.html",
        {
            "title": f"{found.compartment.title}: submission {found.number}",
            "caption": found.compartment.reference,
            "breadcrumbs": [("Reports sent to the Home Office", ".."), f"Submission {found.number}"],
            "submission": found,
            "outcome": outcome,
            "form": form if reads and outcome is None else None,
        },
    )


def _record(request: SignedInRequest, found: Submission, form: OutcomeForm) -> bool:
    data = form.cleaned_data
    with trying(form) as outcome:
        actions.record_outcome(
            submission=found, result=data["result"], letter_on=data["letter_on"], points=data["points"],
            letter=data["letter"], by=request.user,
        )  # fmt: skip
    return outcome.done
