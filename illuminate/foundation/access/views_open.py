"""Pages that say the same to everybody."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from illuminate.foundation.access.middleware import open_to_all


@open_to_all
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "access/accessibility.html")


@open_to_all
def healthz(request: HttpRequest) -> HttpResponse:
    """For whoever watches the machine: 200 while pages and database answer, 503 otherwise, and nothing more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
