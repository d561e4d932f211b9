"""The public address of a report: it can be read, and it can't be guessed before the report is public."""

import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.text import slugify

from illuminate.journey.publication.models import Release
from illuminate.journey.reviews.models import Review


def of(review: Review) -> str:
    """The address a report has; one that was public before keeps it, so that links still work."""
    before = Release.objects.filter(review=review).order_by("recorded_at").last()
    return before.slug if before else f"{slugify(review.title)[:80] or 'report'}-{secrets.token_hex(4)}"


def public(release: Release) -> str:
    """Where readers find it."""
    return of_report(release.slug)


def of_report(slug: str) -> str:
    """Where readers find the report of this address: on the library's own host if it has one."""
    path = reverse("library:report", args=[slug])
    if not settings.LIBRARY_HOST:
        return path
    scheme = urlsplit(settings.PUBLIC_URL).scheme
    return f"{scheme}://{settings.LIBRARY_HOST}{path}"
