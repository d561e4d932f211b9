"""Pages that read across agencies: who knew what and when, contacts by month, what is marked."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.chronology import pages_knowledge, queries_knowledge
from illuminate.journey.chronology.forms import KnewForm
from illuminate.journey.reviews.queries import review_or_404
from illuminate.journey.reviews.web import page_read


def knew(request: SignedInRequest, slug: str) -> HttpResponse:
    """Pick a fact, and see which agencies had it on a day. Words are posted, so that no address holds them."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "who knew what")
    entry = _entry(request)
    form = KnewForm(request.POST or None, has_entry=entry is not None)
    said = form.cleaned_data if request.method == "POST" and form.is_valid() else {}
    base = queries_knowledge.fact(review, request.user, entry=entry, words=said.get("words", ""))
    context = pages_knowledge.knew(review, request.user, base, said.get("day_read"))
    return render(
        request, "chronology/knew.html", context | {"form": form, "entry": entry, "asked": bool(said)}
    )


def _entry(request: SignedInRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("entry", ""))
    except ValueError:
        return None


def contacts(request: SignedInRequest, slug: str) -> HttpResponse:
    """How often each agency was in contact, month by month."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "contacts by month")
    return render(request, "chronology/contacts.html", pages_knowledge.contacts(review, request.user))


def marks(request: SignedInRequest, slug: str) -> HttpResponse:
    """Key episodes, missed opportunities and good practice, with why."""
    review = review_or_404(slug, request.user)
    page_read(request, review, "marks")
    return render(request, "chronology/marks.html", pages_knowledge.marks(review, request.user))
