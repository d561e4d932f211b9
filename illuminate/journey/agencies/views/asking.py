"""Asking an agency, reminding it, and changing who answers for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.access.roles import Role
from illuminate.journey.agencies import actions, permissions, queries
from illuminate.journey.agencies.actions.asking import due_by_rule
from illuminate.journey.agencies.forms import AskForm, AuthorForm, ChooseForm
from illuminate.journey.agencies.views.common import form_page
from illuminate.journey.panel import queries as panel
from illuminate.journey.panel.forms_who import SOMEBODY_NEW
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.permissions import holds
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.views import crumbs
from illuminate.journey.reviews.web import trying


def choose(request: SignedInRequest, slug: str) -> HttpResponse:
    """Which agency to ask."""
    review = review_or_404(slug, request.user)
    permissions.require_can_ask(review.pk, by=request.user)
    organisations = queries.not_yet_asked(review)
    form = ChooseForm(
        request.POST or None, organisations=organisations, known=queries.known_at_scoping(review)
    )
    if request.method == "POST" and form.is_valid():
        return redirect("agencies:ask", slug, form.cleaned_data["organisation"].pk)
    context = {
        **_around(review, "Ask an agency"),
        "form": form,
        "submit_label": "Continue",
        "may_add": holds(request.user, review.pk, Role.COORDINATOR),
    }
    return render(request, "agencies/choose.html", context)


def ask(request: SignedInRequest, slug: str, organisation_id: UUID) -> HttpResponse:
    """What to ask one agency, of whom, until when."""
    review = review_or_404(slug, request.user)
    permissions.require_can_ask(review.pk, by=request.user)
    organisation = get_object_or_404(Organisation, pk=organisation_id, type__in=queries.ASKABLE)
    initial = {**_suggested(review, organisation), **with_draft(request)}
    form = AskForm(request.POST or None, people=queries.authors_of(organisation), initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with trying(form) as outcome:
            asked = actions.ask(
                review=review, organisation=organisation, author=form.person(),
                wants_chronology="chronology" in data["wanted"], wants_imr="imr" in data["wanted"],
                questions=data["questions"], due_on=data["due_on"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            messages.success(
                request, f"{organisation.name} has been asked. The letter is ready to be signed."
            )
            return redirect("agencies:request", asked.pk)
    context = {
        **_around(review, f"Ask {organisation.name}"), "form": form, "submit_label": "Ask this agency",
        "autosave_url": autosave_url(request),
    }  # fmt: skip
    return render(request, "design/form_page.html", context)


@require_POST
def chase(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Remind an agency."""
    asked = queries.request_or_404(pk, request.user)
    actions.chase(request=asked, by=request.user)
    messages.success(request, f"{asked.author.name} has been reminded by e-mail.")
    return redirect("agencies:request", pk)


def change_author(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Let somebody else answer for an agency."""
    asked = queries.request_or_404(pk, request.user)
    permissions.require_can_ask(asked.review_id, by=request.user)
    others = [person for person in queries.authors_of(asked.organisation) if person != asked.author]
    form = AuthorForm(request.POST or None, people=others)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.change_author(request=asked, author=form.person(), by=request.user)
        if outcome.done:
            messages.success(request, f"{asked.author.name} answers for {asked.organisation.name} now.")
            return redirect("agencies:request", pk)
    title = "Change who answers for this agency"
    return render(request, "design/form_page.html", form_page(asked, request.user, title, form, "Change"))


def _suggested(review: Review, organisation: Organisation) -> dict[str, Any]:
    """The key lines as questions, the rule's due date, and whom the scoping letter went to."""
    name, email = queries.contact_at_scoping(review, organisation)
    authors = queries.authors_of(organisation)
    return {
        "who": str(authors[0].pk) if len(authors) == 1 else SOMEBODY_NEW if not authors else None,
        "name": name, "email": email, "wanted": ["chronology", "imr"],
        "questions": "\n".join(line.text for line in panel.key_lines(review)),
        "due_on": due_by_rule(review, localdate()),
    }  # fmt: skip


def _around(review: Review, title: str) -> dict[str, Any]:
    agencies = reverse("agencies:requests", args=[review.slug])
    return {
        "title": title, "caption": review.title, "review": review, "cancel_url": agencies,
        "breadcrumbs": [*crumbs(review), ("Agencies", agencies), title],
    }  # fmt: skip
