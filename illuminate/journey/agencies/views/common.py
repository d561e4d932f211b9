"""What the pages of one request share. An agency's author never sees the review's own pages."""

from typing import Any

from django.urls import reverse

from illuminate.foundation.access.models import User
from illuminate.journey.agencies import permissions
from illuminate.journey.agencies.models import InformationRequest


def trail(request: InformationRequest, user: User) -> list[object]:
    """The way back: through the review for those who sit in it, from the desk for the agency."""
    desk: list[object] = [("Desk", reverse("desk:desk"))]
    if not permissions.sees_sealed(user, request.review_id):
        return desk
    slug = request.review.slug
    return [
        *desk,
        (request.compartment.title, reverse("desk:review", args=[slug])),
        ("Agencies", reverse("agencies:requests", args=[slug])),
    ]


def form_page(request: InformationRequest, user: User, title: str, form: Any, submit: str) -> dict[str, Any]:
    """What every form about a request shows around itself."""
    page = reverse("agencies:request", args=[request.pk])
    return {
        "title": title, "caption": f"{request.organisation.name}, {request.compartment.title}", "form": form,
        "asked": request, "submit_label": submit, "cancel_url": page,
        "breadcrumbs": [*trail(request, user), (request.organisation.name, page), title],
    }  # fmt: skip
