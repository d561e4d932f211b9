"""The family's forms: one question at a time, spoken like a person."""

from datetime import date
from typing import Any

from illuminate.foundation.design import forms
from illuminate.foundation.design.fields import DateField
from illuminate.foundation.design.widgets import DateBoxes
from illuminate.journey.involvement import choices
from illuminate.journey.involvement.steps import StepCard

LEAP_YEAR = 2000
"""Stands for the year of a day that comes back every year, so that 29 February is a day too."""


class CodeForm(forms.Form):
    code = forms.CharField(
        label="What is the code?",
        hint="It has 6 digits. The message can take a minute to reach you.",
        heading=True,
        max_length=12,
        width=10,
        autocomplete="one-time-code",
        inputmode="numeric",
        missing="Please enter the code from the message",
    )


class StepAnswerForm(forms.Form):
    """One of the seven questions."""

    state = forms.ChoiceField(heading=True, missing="Please choose an answer, or come back another time")

    def __init__(self, *args: Any, card: StepCard, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].label = card.question.format(name=name)
        self.fields["state"].hint = " ".join(card.explained).format(name=name)  # type: ignore[attr-defined]  # our own fields have a hint
        self.fields["state"].choices = card.answers  # type: ignore[attr-defined]  # a list to choose from
        self.fields["state"].error_messages["invalid_choice"] = self.fields["state"].error_messages[
            "required"
        ]


class WaysForm(forms.Form):
    ways = forms.MultipleChoiceField(
        label="How would you like us to be in touch?",
        hint="Choose as many as you like",
        heading=True,
        choices=choices.Way.choices,
        required=False,
    )


class WhenForm(forms.Form):
    when = forms.LongTextField(
        label="When is a good time?",
        hint="For example: after 7 in the evening, not on Fridays",
        heading=True,
        max_length=300,
        rows=3,
        required=False,
    )


class WhomForm(forms.Form):
    by_whom = forms.LongTextField(
        label="Who should be in touch with you?",
        hint="For example: Bryony first, then the chair. You can also name somebody who should not ring.",
        heading=True,
        max_length=300,
        rows=3,
        required=False,
    )


class QuietDayField(DateField):
    """A day; without a year it comes back every year. Gives (date, every year)."""

    def to_python(self, value: Any) -> Any:
        parts = DateBoxes().parts(value) if not isinstance(value, date) else {}
        every_year = bool(parts.get("day") and parts.get("month") and not parts.get("year"))
        if every_year:
            value = {**parts, "year": str(LEAP_YEAR)}
        day = super().to_python(value)
        return (day, every_year) if day else None


class QuietDayForm(forms.Form):
    first = QuietDayField(
        label="Which day should we leave you in peace?",
        hint="A birthday or an anniversary comes back every year: leave the year blank. For example, 14 3",
        called="day",
        missing="Please enter the day and the month",
    )
    last = QuietDayField(
        label="Until which day? (if it is more than one)",
        hint="For example, when you are away, or during the trial",
        called="last day",
        required=False,
    )
    why = forms.CharField(
        label="Is there anything we should know about it? (you don’t have to say)",
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and first[1] != last[1]:
            self.add_error("last", "Please give both days a year, or leave both years blank")
        elif first and last and not first[1] and last[0] < first[0]:
            self.add_error("last", "The last day must be after the first day")
        return given

    def days(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        (first, every_year), last = given["first"], given["last"]
        return {
            "first": first,
            "last": last[0] if last else None,
            "every_year": every_year,
            "why": given["why"],
        }


class WordsForm(forms.UniqueSubmission):
    text = forms.LongTextField(
        heading=True,
        label="What would you like us to know?",
        hint="Write as little or as much as you like. You don’t have to finish today.",
        rows=16,
        missing="Please write something first, or come back another time",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CommentForm(forms.UniqueSubmission):
    text = forms.LongTextField(
        label="What would you like to say about this part?",
        rows=4,
        missing="Please write something first",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class NameForm(forms.Form):
    wish = forms.ChoiceField(
        heading=True,
        label="What should the report call {name}?",
        hint="Reports use another name, to protect everybody. The family can choose it, and can also choose the real "
        "name.",
        choices=choices.NameWish.choices,
        reveal={"chosen": ["name"]},
        missing="Please choose an answer, or come back another time",
    )
    name = forms.CharField(label="Which name?", max_length=80, width=20, missing="Please write the name")

    def __init__(self, *args: Any, called: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wish"].label = f"What should the report call {called}?"


class TributeForm(forms.Form):
    tribute = forms.LongTextField(
        heading=True,
        label="Would you like to write a tribute?",
        hint="It stands at the beginning of the report, in your words. You can write it later, or leave it to "
        "somebody else.",
        rows=12,
        required=False,
    )


class PublicationForm(forms.Form):
    publication = forms.LongTextField(
        heading=True,
        label="When and how should the report be made public?",
        hint="For example: not near a birthday, and tell us two weeks before. We will talk with you about the day.",
        rows=5,
        required=False,
    )


class TakeBack(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
