"""Forms speak plainly, group their fields, and lead to what is wrong."""

import uuid

import pytest
from django import forms as django_forms
from django.db import models

from illuminate.foundation.design import forms
from illuminate.foundation.design.fields import TypedSelectField
from illuminate.foundation.design.forms import error_list, field_for, in_groups
from illuminate.foundation.design.wording import in_a_sentence, say_plainly


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Date of death", "date of death"), ("NHS number", "NHS number"), ("GP", "GP"), ("Name:", "name")],
)
def test_a_label_inside_a_sentence(label, inside):
    assert in_a_sentence(label) == inside


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (forms.CharField(label="Full name"), "Enter the full name"),
        (forms.CharField(label="Your name"), "Enter your name"),
        (forms.CharField(label="Name", missing="Enter who called"), "Enter who called"),
        (forms.CharField(label="Who called?", called="name of the caller"), "Enter the name of the caller"),
        (forms.CharField(label="Who called?"), "Answer the question “Who called?”"),
        (forms.ChoiceField(label="Reason", choices=[("a", "A")]), "Choose the reason"),
        (forms.SelectField(label="Place", choices=[("a", "A")]), "Choose the place"),
        (forms.FileField(label="Letter"), "Choose a file for the letter"),
        (forms.BooleanField(label="I have read it"), "Tick the box to go on"),
        (django_forms.CharField(label="Code"), "Enter the code"),
        (django_forms.CharField(label="Code", error_messages={"required": "Look again"}), "Look again"),
    ],
)
def test_a_blank_answer_is_asked_for_in_plain_words(field, said):
    form = type("Asks", (forms.Form,), {"one": field})({})
    assert form.errors["one"] == [said]


def test_what_is_wrong_is_said_in_plain_words():
    class Asks(forms.Form):
        mail = forms.EmailField(label="E-mail address")
        days = forms.IntegerField(label="Number of days", min_value=1)
        way = forms.ChoiceField(label="Way", choices=[("a", "A")])

    said = Asks({"mail": "x", "days": "0", "way": "b"}).errors
    assert said["mail"] == ["Enter an email address in the correct format, like name@example.com"]
    assert said["days"] == ["Number of days must be 1 or more"]
    assert said["way"] == ["Choose the way from the list"]
    assert Asks({"days": "x"}).errors["days"] == ["Number of days must be a number, like 3"]


def test_forms_of_others_can_speak_plainly_too():
    class Theirs(django_forms.Form):
        code = django_forms.CharField(label="Code")

    form = Theirs({})
    say_plainly(form)
    assert form.errors["code"] == ["Enter the code"]


def test_general_errors_come_first_and_hidden_ones_have_no_link():
    class Asks(forms.Form):
        name = forms.CharField(label="Name")
        kept = forms.CharField(label="Kept", widget=forms.HiddenInput)

        def clean(self):
            raise forms.ValidationError("Say one or the other")

    assert error_list(Asks({})) == [
        {"text": "Say one or the other"},
        {"text": "Enter the name", "href": "#id_name"},
        {"text": "Enter the kept"},
    ]


def test_groups_hold_what_they_name_and_the_rest_comes_last():
    class Asks(forms.Form):
        groups = [("First", ["b"]), ("Nothing here", ["gone"])]
        a = forms.CharField()
        b = forms.CharField()
        c = forms.YesNoUnknown(label="C", reveal={"yes": ["d"]})
        d = forms.CharField()

    shape = [(legend, [bound.name for bound in fields]) for legend, fields in in_groups(Asks())]
    assert shape == [("First", ["b"]), ("", ["a", "c"])]


def test_each_page_drawn_has_a_token_of_its_own_and_keeps_it():
    first, second = forms.UniqueSubmission(), forms.UniqueSubmission()
    assert first["submission_token"].value() != second["submission_token"].value()
    token = uuid.uuid4()
    again = forms.UniqueSubmission({"submission_token": str(token)})
    assert again.is_valid()
    assert again.cleaned_data["submission_token"] == token
    assert again["submission_token"].value() == str(token)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (models.DateField(), forms.DateField),
        (models.TimeField(), forms.TimeField),
        (models.TextField(), forms.LongTextField),
        (models.EmailField(), forms.EmailField),
        (models.CharField(max_length=7, choices=forms.Answer.choices), forms.YesNoUnknown),
        (models.CharField(max_length=7, choices=[("a", "A")]), TypedSelectField),
    ],
)
def test_a_models_columns_become_our_fields(column, kind):
    column.set_attributes_from_name("told")
    assert type(field_for(column)) is kind
