"""The forms of sign-off, submission, the letter and its answers."""

import re

from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.assurance.models import Outcome

POINT_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")


class SignOffForm(forms.UniqueSubmission):
    statement = forms.LongTextField(
        label="What the partnership says of the report",
        required=False,
        max_length=4000,
        hint="For example when its board agreed the report. Leave it empty if there is nothing to add.",
    )
    agreed = forms.BooleanField(
        label="The partnership accepts this report",
        legend="Signing off",
        missing="Tick the box to sign off the report",
    )


class ReasonForm(forms.UniqueSubmission):
    reason = forms.LongTextField(label="Why", max_length=4000, missing="Say why")


class SubmitForm(forms.UniqueSubmission):
    note = forms.LongTextField(
        label="A note to the Quality Assurance Panel",
        required=False,
        max_length=4000,
        hint="Without names. Leave it empty if there is nothing to add.",
    )


class OutcomeForm(forms.UniqueSubmission):
    result = forms.ChoiceField(
        label="What does the letter say?",
        choices=Outcome.Result.choices,
        choice_hints={
            "publish": "The report may be published as it is.",
            "changes": "It may be published once the points are answered.",
            "resubmit": "The Panel wants to read it again.",
        },
        missing="Choose what the letter says",
    )
    letter_on = forms.DateField(label="Date of the letter", not_future=True)
    points = forms.LongTextField(
        label="Points of the letter",
        required=False,
        max_length=20000,
        rows=12,
        hint="One point a paragraph, with an empty line between. Numbers at the start are dropped.",
    )
    letter = UploadField(label="The letter", required=False, accept=(".docx", ".pdf"))

    def clean_points(self) -> list[str]:
        """One point a paragraph."""
        paragraphs = re.split(r"\n\s*\n", self.cleaned_data["points"].replace("\r\n", "\n"))
        points = [POINT_NUMBER.sub("", " ".join(paragraph.split())) for paragraph in paragraphs]
        return [point for point in points if point]


class AnswerForm(forms.UniqueSubmission):
    where = forms.CharField(
        label="Where in the report is it answered?",
        max_length=200,
        hint="For example “section 4.2, page 31”.",
        missing="Say where in the report the point is answered",
    )
    text = forms.LongTextField(
        label="The answer", max_length=4000, missing="Write what was changed, or why nothing was"
    )
