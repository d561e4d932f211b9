"""Every part of the design room on a few pages, for tests to look at; served nowhere else."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from illuminate.foundation.design import forms

SAVED: list[dict[str, Any]] = []
"""What was saved by itself; tests read it."""


class Everything(forms.UniqueSubmission):
    groups = [("About the call", ["told_on", "told_at", "name", "days", "email", "phone"])]

    told_on = forms.DateField(
        label="When were you told?",
        called="date you were told",
        not_future=True,
        hint="For example, 27 3 2018",
        size="s",
    )
    told_at = forms.TimeField(label="Time", required=False)
    name = forms.CharField(label="Full name", max_length=60, autocomplete="name")
    days = forms.IntegerField(label="Number of days", min_value=1, suffix="days", required=False)
    email = forms.EmailField(label="E-mail address", width="two-thirds", required=False)
    phone = forms.PhoneField(label="Telephone number", required=False)
    known = forms.YesNoUnknown(label="Were they known to you?", size="s", reveal={"yes": ["how"]})
    how = forms.LongTextField(label="How were they known?", max_length=200)
    kinds = forms.MultipleChoiceField(
        label="What did you offer?",
        size="s",
        choices=[("advice", "Advice"), ("visit", "A visit"), ("none", "None of these")],
        choice_hints={"visit": "At home or at your office"},
        exclusive="none",
    )
    place = forms.SelectField(label="Place", choices=[("n", "North"), ("s", "South")])
    way = forms.ChoiceField(
        label="How should we write?", choices=[("post", "By post"), ("mail", "By e-mail")]
    )
    account = forms.LongTextField(label="In your own words", required=False, rows=4)
    paper = forms.FileField(label="Letter", accept=".docx,.pdf", hint="A Word or PDF file", required=False)
    sure = forms.BooleanField(label="I have checked this", called="box")


class OneQuestion(forms.Form):
    word = forms.YesNoUnknown(
        label="Would you like to hear from us?", heading=True, unknown="I am not sure yet"
    )


class Narrow(forms.Form):
    words = forms.CharField(label="Words", required=False, width=10)
    place = forms.SelectField(label="Place", choices=[("n", "North")], blank="All", required=False)


def context() -> dict[str, Any]:
    """One of each part."""
    when = datetime(2026, 11, 23, 14, 32)
    blockers = [
        SimpleNamespace(text="Two people have not answered yet", url="/answers"),
        SimpleNamespace(text="The date of the meeting is missing", url=""),
    ]
    return {
        "title": "Every part of a page",
        "caption": "Gallery",
        "lead": "One of each, to look at.",
        "breadcrumbs": [("Start", "/"), ("Parts", "/parts"), "Every part"],
        "rows": [
            (
                "Name",
                "A very long reference SN-2026-003-with-no-blank-anywhere-in-it-at-all",
                "/change",
                "Change",
            ),
            ("Date", None, "/change"),
            ("Note", "<b>never bold</b>"),
        ],
        "tasks": [
            {"text": "Choose a person", "url": "/a", "status": "Done"},
            {"text": "Write to them", "url": "/b", "status": ("Overdue", "red"), "hint": "Due in 6 days"},
            {"text": "Send it", "url": "/c", "blockers": blockers},
            {"text": "Check", "url": "/d"},
        ],
        "blockers": blockers,
        "stages": [
            {"text": "Told", "state": "done", "url": "/told", "note": "3 April 2026"},
            {"text": "Deciding", "state": "now", "note": "due in 6 days, Tuesday 1 December"},
            {"text": "Gathering", "state": "waiting"},
        ],
        "events": [
            {"title": "Letter sent", "when": when, "by": "Asha Rahman", "text": "By post.", "url": "/letter"},
            {"title": "Started", "when": date(2026, 11, 20), "by": "Asha Rahman"},
        ],
        "pairs": [("Open", 12), ("Overdue", 3)],
        "sections": [("First", "Some words."), ("Second", "More words.")],
        "page": Paginator(list(range(500)), 20).page(7),
        "narrow": Narrow(),
        "due": date.today() + timedelta(days=6),
    }


def parts(request: HttpRequest) -> HttpResponse:
    messages.success(request, "Your changes were saved")
    return render(request, "gallery/parts.html", context())


def form_page(request: HttpRequest) -> HttpResponse:
    form = Everything(request.POST, request.FILES) if request.method == "POST" else Everything()
    if request.method == "POST" and form.is_valid():
        return redirect("/parts?done=1")
    shown = {"form": form, "title": "Tell us", "back_url": "/parts", "autosave_url": "/save"}
    return render(request, "design/form_page.html", shown)


def quiet(request: HttpRequest) -> HttpResponse:
    form = OneQuestion(request.POST) if request.method == "POST" else OneQuestion()
    if request.method == "POST" and form.is_valid():
        return redirect("/parts")
    return render(
        request, "design/quiet_form.html", {"form": form, "title": "Hearing from us", "back_url": "/"}
    )


def confirm(request: HttpRequest) -> HttpResponse:
    shown = {
        "title": "Take this away",
        "consequences": ["The copy is taken down", "Readers see why"],
        "warning": "This cannot be undone.",
        "submit_label": "Take it away",
        "submit_variant": "warning",
        "cancel_url": "/parts",
    }
    return render(request, "design/confirm.html", shown)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    SAVED.append(request.POST.dict())
    return JsonResponse({})


def harmless(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>Weather</title>")


urlpatterns = [
    path("somewhere-harmless", harmless),
    path("favicon.ico", harmless),
    path("parts", parts),
    path("form", form_page),
    path("quiet", quiet),
    path("confirm", confirm),
    path("save", save),
]
