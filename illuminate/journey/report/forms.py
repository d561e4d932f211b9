"""The report's forms."""

from typing import Any

from illuminate.foundation.access.models import Organisation
from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.report import queries
from illuminate.journey.report.models import Lesson, Recommendation
from illuminate.journey.reviews.models import Review


class Upload(forms.Form):
    upload = UploadField(
        label="The file",
        hint="A Word file (.docx). It is read into sections, so that the panel and the family can read it in the page.",
        accept=(".docx",),
        missing="Choose the Word file",
    )


class Finding(forms.UniqueSubmission):
    """`seen` is the revision on the page, so that nobody writes over somebody else's change."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class LessonForm(Finding):
    title = forms.CharField(
        label="The lesson in one line",
        hint="For example: A referral sent is not a referral received",
        max_length=200,
        called="lesson in one line",
    )
    text = forms.LongTextField(
        label="What was learned",
        hint="What happened, why it matters, and for whom. Pseudonyms only.",
        called="what was learned",
        missing="Say what was learned",
    )


class RecommendationForm(Finding):
    groups = [
        ("What should happen", ["text", "scope", "lessons"]),
        (
            "Who, by when, and how it will be seen",
            ["lead_organisation", "lead_name", "target_date", "expected_change"],
        ),
    ]

    text = forms.LongTextField(
        label="The recommendation",
        hint="Name who should do what, so that somebody else can see whether it has been done.",
        called="recommendation",
    )
    scope = forms.ChoiceField(
        label="Where it applies",
        choices=Recommendation.Scope.choices,
        missing="Choose whether it is local, regional or national",
    )
    lessons = forms.ModelMultipleChoiceField(
        label="Which lessons does it answer?", queryset=Lesson.objects.none(), required=False
    )
    lead_organisation = forms.ModelChoiceField(
        label="Lead organisation",
        hint="Those that take part in this review. Leave it blank and write the name below for anybody else.",
        queryset=Organisation.objects.none(),
        empty_label="Somebody else, or not yet known",
        required=False,
    )
    lead_name = forms.CharField(
        label="Lead, if it is somebody else", hint="For example: Home Office", max_length=200, required=False
    )
    target_date = forms.DateField(label="Target date", required=False)
    expected_change = forms.LongTextField(
        label="What is expected to change, and how it will be seen", required=False, rows=3
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "lessons", queries.lessons(review))
        _offer(self, "lead_organisation", queries.leads(review))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("lead_organisation") and given.get("lead_name", "").strip():
            self.add_error("lead_name", "Choose an organisation above, or write a name here, not both")
        return given


class ActionForm(Finding):
    text = forms.LongTextField(label="The action", called="action", rows=3)
    owner = forms.CharField(
        label="Who owns it",
        hint="The post, not the person’s name: the plan is published. For example: Head of Housing",
        max_length=200,
        missing="Say which post owns the action",
    )
    organisation = forms.ModelChoiceField(
        label="Organisation",
        queryset=Organisation.objects.none(),
        empty_label="Somebody else, or not yet known",
        required=False,
    )
    milestones = forms.LongTextField(
        label="Milestones", hint="One a line, each with its date", required=False, rows=4
    )
    target_date = forms.DateField(label="Target date", required=False)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "organisation", queries.leads(review))


class TakeOut(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)


def _offer(form: forms.Form, name: str, rows: Any) -> None:
    form.fields[name].queryset = rows  # type: ignore[attr-defined]  # a choice of rows
    if name == "lessons":
        form.fields[name].label_from_instance = lambda lesson: f"{lesson.number}. {lesson.title}"  # type: ignore[attr-defined]  # a choice of rows
