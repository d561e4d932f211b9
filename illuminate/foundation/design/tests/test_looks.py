"""Every widget becomes its GOV.UK component, and nothing that people typed becomes markup."""

import pytest
from django import forms as django_forms
from django.core.files.uploadedfile import SimpleUploadedFile

from illuminate.foundation.design import forms
from illuminate.foundation.design.looks import FILE_LOST, field_html, width_class

NASTY = "<script>alert(1)</script>\"'&"
CHOICES = [("a", "First"), ("b", NASTY)]


def drawn(field: django_forms.Field, **data: object) -> str:
    form = type("Asks", (forms.Form,), {"one": field})(data or None)
    return str(field_html(form["one"]))


@pytest.mark.parametrize(
    ("field", "mark"),
    [
        (forms.CharField(label="A", width=20), "govuk-input--width-20"),
        (forms.IntegerField(label="A"), 'inputmode="numeric"'),
        (forms.DecimalField(label="A"), 'inputmode="decimal"'),
        (forms.EmailField(label="A"), 'autocomplete="email"'),
        (forms.PhoneField(label="A"), 'type="tel"'),
        (forms.CharField(label="A", prefix="£"), "govuk-input__prefix"),
        (forms.LongTextField(label="A", rows=9), 'rows="9"'),
        (forms.LongTextField(label="A", max_length=9), 'data-maxlength="9"'),
        (forms.LongTextField(label="A", max_words=9), 'data-maxwords="9"'),
        (forms.ChoiceField(label="A", choices=CHOICES), 'type="radio"'),
        (forms.MultipleChoiceField(label="A", choices=CHOICES), 'type="checkbox"'),
        (forms.SelectField(label="A", choices=CHOICES), "<select"),
        (forms.BooleanField(label="A"), "govuk-checkboxes__input"),
        (forms.FileField(label="A", accept=".pdf"), 'accept=".pdf"'),
        (forms.MultipleFileField(label="A"), " multiple"),
        (forms.DateField(label="A"), 'id="id_one-day"'),
        (forms.YesNoUnknown(label="A", unknown="Can’t say"), "Can’t say"),
        (forms.CharField(label="A", widget=forms.PasswordInput), "govuk-password-input"),
        (django_forms.SplitDateTimeField(label="A"), "govuk-form-group"),
        (forms.CharField(label="A", heading=True), "<h1"),
    ],
)
def test_a_field_looks_like_its_component(field, mark):
    assert mark in drawn(field)


def test_checkboxes_are_never_drawn_as_radios():
    assert 'type="radio"' not in drawn(forms.MultipleChoiceField(label="A", choices=CHOICES))


@pytest.mark.parametrize(
    "field",
    [
        forms.CharField(label=NASTY, hint=NASTY),
        forms.LongTextField(label=NASTY, max_length=1),
        forms.ChoiceField(label=NASTY, choices=CHOICES, choice_hints={"a": NASTY}),
        forms.MultipleChoiceField(label=NASTY, choices=CHOICES),
        forms.SelectField(label=NASTY, choices=CHOICES),
        forms.BooleanField(label=NASTY),
        forms.FileField(label=NASTY, hint=NASTY),
        forms.DateField(label=NASTY),
        forms.YesNoUnknown(label=NASTY, unknown=NASTY, reveal={"yes": []}),
        forms.CharField(label="A", suffix=NASTY, autocomplete=NASTY),
        django_forms.SplitDateTimeField(label=NASTY, help_text=NASTY),
    ],
)
def test_nothing_typed_becomes_markup(field):
    sent = {"one": NASTY, "one-day": NASTY, "one-month": NASTY, "one-year": NASTY}
    assert "<script>" not in drawn(field, **sent)
    assert "&lt;script&gt;" in drawn(field, **sent)


def test_what_was_typed_comes_back_as_it_was():
    assert ">  two\n   lines</textarea>" in drawn(forms.LongTextField(label="A"), one="  two\n   lines")
    assert 'value="b"' in drawn(forms.ChoiceField(label="A", choices=CHOICES), one="b")
    assert " checked" in drawn(forms.ChoiceField(label="A", choices=CHOICES), one="b")
    assert " selected" in drawn(forms.SelectField(label="A", choices=CHOICES), one="b")


def test_a_file_that_was_lost_is_asked_for_again():
    class Asks(forms.Form):
        name = forms.CharField(label="Name")
        paper = forms.FileField(label="Paper", required=False)

    sent = Asks({}, {"paper": SimpleUploadedFile("a.pdf", b"1")})
    assert not sent.is_valid()
    assert FILE_LOST in str(field_html(sent["paper"]))
    assert FILE_LOST not in str(field_html(Asks({}, {})["paper"]))


def test_several_errors_on_one_field_are_all_said():
    form = type("Asks", (forms.Form,), {"one": forms.CharField(label="A")})({"one": "x"})
    form.add_error("one", "First <thing>")
    form.add_error("one", "Second thing")
    assert "First &lt;thing&gt;<br>Second thing" in str(field_html(form["one"]))


@pytest.mark.parametrize(
    ("given", "css"),
    [
        (3, "govuk-input--width-3"),
        (12, "govuk-input--width-20"),
        ("two-thirds", "govuk-!-width-two-thirds"),
        (0, ""),
        ("", ""),
        (99, ""),
    ],
)
def test_the_width_says_how_much_is_expected(given, css):
    assert width_class(given or 0) == css
