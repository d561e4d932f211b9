"""How a public page is drawn: without a session, and to be kept for a while by browsers and caches."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

KEPT_FOR = 60
"""Seconds that a cache for many readers may keep a page: a report that is taken down is gone from it a minute later.
A reader's own browser asks each time, and is told "not changed" by the page's mark."""

MAY_BE_KEPT = f"public, max-age=0, s-maxage={KEPT_FOR}, must-revalidate"


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Draws a page. No context processor takes part, so nothing can know who is reading."""
    frame = {"home_url": reverse("library:home"), "owner": "Library of domestic homicide reviews"}
    given = {"request": request, "frame": frame, "demo": settings.DEMO, **context}
    response = HttpResponse(render_to_string(template, given), status=status)
    response.headers["Cache-Control"] = MAY_BE_KEPT if status == 200 else "no-store"
    return response


def not_found(request: HttpRequest) -> HttpResponse:
    """The same words whether there never was such a page, or not yet, or no longer."""
    return page(request, "library/not_found.html", {"title": "Page not found"}, status=404)


def withdrawn(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Only where the partnership chose that the old address says so."""
    return page(
        request, "library/withdrawn.html", {"title": "This report has been withdrawn", **context}, status=410
    )


def out_of_order(request: HttpRequest) -> HttpResponse:
    response = page(
        request, "library/out_of_order.html", {"title": "The library can’t be read just now"}, status=503
    )
    response.headers["Retry-After"] = str(KEPT_FOR)
    return response


def to_home() -> HttpResponse:
    return HttpResponseRedirect(reverse("library:home"))


def robots(*, here: bool, alone: bool) -> HttpResponse:
    """Search engines may read the library, and nothing else."""
    lines = ["User-agent: *", *(["Allow: /library/"] if here else []), "Disallow: /"]
    if alone:
        lines = ["User-agent: *", "Allow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
