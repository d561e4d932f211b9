"""Public statements: confirming, publishing and dropping them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.improvement import actions, blockers, permissions, queries
from illuminate.journey.reviews.models import Review


def confirm(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Somebody who didn't write it reads it, and says that it identifies nobody."""
    statement = queries.statement_or_404(pk, request.user)
    permissions.require_can_confirm(statement.review_id, by=request.user)
    if request.method == "POST":
        actions.confirm_statement(statement=statement, by=request.user)
        messages.success(request, "You have confirmed that the statement identifies nobody.")
        return redirect("improvement:action", statement.follow_up_id)
    review = Review.objects.get(pk=statement.review_id)
    back = reverse("improvement:action", args=[statement.follow_up_id])
    context = {
        "title": "Does this statement identify anybody?",
        "caption": statement.compartment.title,
        "back_url": back,
        "cancel_url": back,
        "statement": statement,
        "blockers": blockers.to_confirm_statement(review, statement, request.user.pk),
        "submit_label": "It identifies nobody",
    }
    return render(request, "improvement/confirm.html", context)


@require_POST
def publish(request: SignedInRequest, pk: UUID) -> HttpResponse:
    statement = queries.statement_or_404(pk, request.user)
    actions.state_publicly(statement=statement, by=request.user)
    messages.success(request, "The statement is on the public page.")
    return redirect("improvement:action", statement.follow_up_id)


@require_POST
def drop(request: SignedInRequest, pk: UUID) -> HttpResponse:
    statement = queries.statement_or_404(pk, request.user)
    actions.drop_statement(statement=statement, by=request.user)
    messages.success(request, "The statement is dropped. If it was public, it is so no more.")
    return redirect("improvement:action", statement.follow_up_id)
