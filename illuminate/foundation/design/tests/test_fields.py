"""What each field takes, and what it says when it can't."""

from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from illuminate.foundation.design import forms
from illuminate.foundation.design.fields import read_time


class Died(forms.Form):
    died_on = forms.DateField(label="Date of death", not_future=True, not_before=date(1900, 1, 1))


def boxes(day: str, month: str, year: str) -> dict[str, str]:
    return {"died_on-day": day, "died_on-month": month, "died_on-year": year}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "", ""), "Enter the date of death"),
        (("3", "4", ""), "Date of death must include a year"),
        (("3", "", ""), "Date of death must include a month and a year"),
        (("31", "2", "2018"), "Date of death must be a real date"),
        (("3", "Smarch", "2018"), "Date of death must be a real date"),
        (("3", "4", "18"), "Date of death must include a year of 4 numbers, like 2026"),
        (("3", "4", "1899"), "Date of death must be on or after 1 January 1900"),
        (("3", "4", "9000"), "Date of death must be today or in the past"),
        (("²", "4", "2018"), "Date of death must be a real date"),
    ],
)
def test_a_date_says_what_is_wrong_with_it(typed, said):
    form = Died(boxes(*typed))
    assert not form.is_valid()
    assert form.errors["died_on"] == [said]
    assert form["died_on"].value() == dict(zip(("day", "month", "year"), typed, strict=True))


@pytest.mark.parametrize("month", ["4", "04", "April", "apr", "APR"])
def test_a_date_takes_a_month_as_people_write_it(month):
    form = Died(boxes("3", month, "2018"))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["died_on"] == date(2018, 4, 3)


def test_the_error_leads_to_the_box_that_is_wrong():
    assert Died(boxes("3", "4", "")).error_list[0]["href"] == "#id_died_on-year"
    assert Died(boxes("", "", "")).error_list[0]["href"] == "#id_died_on-day"


def test_only_the_box_that_is_wrong_is_marked():
    drawn = str(Died(boxes("3", "4", ""))["died_on"].as_field_group())
    assert drawn.count("govuk-input--error") == 1


def test_today_is_not_the_future_and_tomorrow_is():
    today = timezone.localdate()
    assert Died(forms.posted_date("died_on", today)).is_valid()
    assert not Died(forms.posted_date("died_on", today + timedelta(days=1))).is_valid()


def test_a_date_that_must_come_may_not_have_gone():
    class Meets(forms.Form):
        on = forms.DateField(label="Day", not_past=True, not_after=lambda: timezone.localdate())

    today = timezone.localdate()
    assert Meets(forms.posted_date("on", today)).is_valid()
    early, late = (Meets(forms.posted_date("on", today + timedelta(days=n))) for n in (-1, 1))
    assert early.errors["on"] == ["Day must be today or in the future"]
    assert late.errors["on"][0].startswith("Day must be on or before")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14:30", time(14, 30)),
        ("2.30pm", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("9am", time(9)),
        ("0905", time(9, 5)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("12am", time(0)),
        ("12:15pm", time(12, 15)),
        ("25:00", None),
        ("13pm", None),
        ("9", None),
        ("about nine", None),
    ],
)
def test_a_time_as_people_write_it(written, read):
    assert read_time(written) == read


def test_midnight_is_a_time_and_not_a_blank():
    class At(forms.Form):
        at = forms.TimeField(label="Time of the call")

    assert At({"at": "00:00"}).is_valid()
    assert At({"at": "00:00"})["at"].value() == "00:00"
    assert At({"at": "later"}).errors["at"] == ["Time of the call must be a time, like 14:30 or 2:30pm"]


class Known(forms.Form):
    known = forms.YesNoUnknown(label="Known?", required=False, reveal={"yes": ["how"]})
    how = forms.CharField(label="Details")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"known": "yes", "how": "x"}, forms.Answer.YES),
        ({"known": "no"}, forms.Answer.NO),
        ({"known": "unknown"}, forms.Answer.UNKNOWN),
        ({"known": ""}, ""),
        ({}, ""),
    ],
)
def test_blank_unknown_and_no_are_never_merged(sent, kept):
    form = Known(sent)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["known"] == kept
    assert type(form.cleaned_data["known"]) is type(kept)


def test_a_revealed_question_is_needed_only_when_it_is_shown():
    assert Known({"known": "yes"}).errors["how"] == ["Enter the details"]
    hidden = Known({"known": "no", "how": "left over"})
    assert hidden.is_valid()
    assert hidden.cleaned_data["how"] == ""


def test_a_line_end_counts_as_one():
    class Note(forms.Form):
        note = forms.LongTextField(label="Note", max_length=3)
        words = forms.LongTextField(label="Summary", max_words=2, required=False)

    assert Note({"note": "a\r\nb"}).is_valid()
    assert Note({"note": "abcd"}).errors["note"] == ["Note must be 3 characters or fewer"]
    assert Note({"note": "a", "words": "one two three"}).errors["words"] == [
        "Summary must be 2 words or fewer"
    ]


def test_several_files_at_once():
    class Papers(forms.Form):
        papers = forms.MultipleFileField(label="Papers", accept=".pdf")

    sent = [SimpleUploadedFile("a.pdf", b"1"), SimpleUploadedFile("b.pdf", b"2")]
    form = Papers({}, MultiValueDict({"papers": sent}))
    assert form.is_valid()
    assert [one.name for one in form.cleaned_data["papers"]] == ["a.pdf", "b.pdf"]
    assert Papers({}, MultiValueDict()).errors["papers"] == ["Choose a file for the papers"]
    empty = Papers({}, MultiValueDict({"papers": [SimpleUploadedFile("a.pdf", b"")]}))
    assert empty.errors["papers"] == ["The file is empty. Choose another file"]


def test_a_telephone_number_is_kept_as_written():
    class Call(forms.Form):
        phone = forms.PhoneField(label="Telephone")

    form = Call({"phone": "01632 960 001 (ask for Asha)"})
    assert form.is_valid()
    assert form.cleaned_data["phone"] == "01632 960 001 (ask for Asha)"
    assert not Call({"phone": "later"}).is_valid()
