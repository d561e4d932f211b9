"""The public site: reports, recommendations, files. Reads released copies only; knows no reader."""

import logging

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header, quote_etag

from illuminate.foundation.access.middleware import open_to_all
from illuminate.journey.publication import store
from illuminate.reading.library import forms, pages, queries, shown

REPORTS_A_PAGE = 20
logger = logging.getLogger(__name__)


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """Search, filters with counts, and the list."""
    wanted = forms.wanted(request.GET)
    form = forms.SearchForm({"words": wanted.words, **wanted.chosen}, wanted=wanted)
    found = Paginator(queries.reports(wanted), REPORTS_A_PAGE).get_page(request.GET.get("page"))
    return pages.page(request, "library/home.html", shown.home(form, found, wanted))


@open_to_all
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """One page a report: summary, lessons, recommendations, what has been done since, files."""
    try:
        found = queries.report_or_404(slug)
    except Http404:
        gone = queries.withdrawal(slug)
        if gone is None:
            raise
        return pages.withdrawn(request, {"gone": gone})
    return pages.page(request, "library/report.html", shown.report(found))


@open_to_all
def recommendation(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """From the lesson to the evidence of change."""
    found = queries.recommendation_or_404(slug, number)
    return pages.page(request, "library/recommendation.html", shown.recommendation(found))


@open_to_all
def file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The released bytes, verified, as an attachment."""
    found = queries.file_or_404(slug, kind)
    try:
        data = store.take(found.digest)
    except store.Damaged:
        logger.exception("A released file can't be handed out: %s", found.digest)
        return pages.out_of_order(request)
    response = HttpResponse(data, content_type=found.content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = pages.MAY_BE_KEPT
    response.headers["ETag"] = quote_etag(found.digest)
    return response
