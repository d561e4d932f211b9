"""Access by itself, with a few pages as rooms above have them, so that these tests need no other room."""

import threading
import time

from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.middleware import family_page
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.access.refusals import Blocker, Refused
from illuminate.foundation.design import forms

SLOW = threading.Event()


class AddForm(forms.UniqueSubmission):
    name = forms.CharField(label="Name", max_length=50)
    day = forms.DateField(label="Day", required=False)
    kinds = forms.MultipleChoiceField(label="Kinds", choices=[("a", "A"), ("b", "B")], required=False)


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "design/wide.html", {"title": "A page"})


@family_page
def family(request: HttpRequest) -> HttpResponse:
    return render(request, "design/quiet.html", {"title": "Your page"})


@family_page
def add(request: HttpRequest) -> HttpResponse:
    """A form as rooms have them."""
    form = AddForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        added = Organisation.objects.create(name=name, type="agency")
        if name == "refused":
            raise Refused([Blocker("Not now.")])
        if name == "broken":
            raise RuntimeError("broken")
        if SLOW.is_set():
            time.sleep(0.5)
        return redirect(f"/added/{added.pk}/")
    context = {"form": form, "title": "Add", "autosave_url": autosave_url(request)}
    return render(request, "design/form_page.html", context)


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("Dorothy Ainscough")


def away(request: HttpRequest) -> HttpResponse:
    raise OperationalError("server closed the connection unexpectedly")


def cancelled(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1; SELECT pg_sleep(1)")
    return HttpResponse()


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Your role does not let you do this.")


handler400 = "illuminate.foundation.access.failures.bad_request"
handler403 = "illuminate.foundation.access.failures.forbidden"
handler404 = "illuminate.foundation.access.failures.not_found"
handler429 = "illuminate.foundation.access.failures.too_many"
handler500 = "illuminate.foundation.access.failures.server_error"
urlpatterns = [
    path("", include("illuminate.foundation.access.urls")),
    path("", include(([path("", page, name="desk")], "desk"))),
    path("family/", family),
    path("add/", add),
    path("broken/", broken),
    path("away/", away),
    path("cancelled/", cancelled),
    path("forbidden/", forbidden),
]
