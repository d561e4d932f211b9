"""The forms of the gate."""

from collections.abc import Iterable
from typing import Any

from django.forms import UUIDField

from illuminate.foundation.access.models import User
from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import Upload, UploadField
from illuminate.foundation.documents.models import Document
from illuminate.journey.publication.kinds import PUBLISHED, FileKind

TEXT = (".docx", ".pdf")
ACCEPTED = {FileKind.LETTER: (*TEXT, ".txt", ".png", ".jpg")}
FROM_REVIEW = "Leave this empty to take the one that the review has already."
FROM_PLAN = "Leave this empty to have it made from the plan of actions as it was recorded."


class FreezeForm(forms.Form):
    """The files that are published together, and what readers see first."""

    groups = [("The files", [f"file_{kind}" for kind in PUBLISHED]), ("The public page", ["died", "summary"])]

    died = forms.CharField(
        label="Month and year of the death", width=20, max_length=40, called="month and year of the death",
        hint="As on the report’s title page, for example March 2018. Never the day.",
        missing="Enter the month and year of the death",
    )  # fmt: skip
    summary = forms.LongTextField(
        label="Summary", max_length=3000, rows=8, called="summary",
        hint="What readers see first: who the report is about, by pseudonym, what happened, and what it asks for. The "
        "lessons and recommendations are shown beneath it as they were recorded.",
        missing="Write the summary that readers see first",
    )  # fmt: skip

    def __init__(self, *args: Any, sources: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {*sources, FileKind.PLAN}
        for kind in PUBLISHED:
            hint = FROM_PLAN if kind == FileKind.PLAN else FROM_REVIEW if kind in known else ""
            self.fields[f"file_{kind}"] = UploadField(
                label=kind.label, required=kind not in known, accept=ACCEPTED.get(kind, TEXT), hint=hint,
                missing=f"Choose the file of the {kind.label if kind == FileKind.LETTER else kind.label.lower()}",
            )  # fmt: skip

    def chosen(self, sources: dict[str, Document], plan: Upload) -> dict[str, Upload | Document]:
        """What was uploaded, and for the rest what the review has."""
        given = {kind.value: self.cleaned_data[f"file_{kind}"] for kind in PUBLISHED}
        known: dict[str, Upload | Document] = {**sources, FileKind.PLAN.value: plan}
        return {kind: upload or known[kind] for kind, upload in given.items() if upload or kind in known}


class CheckersForm(forms.UniqueSubmission):
    """Who checks what is frozen."""

    people = forms.MultipleChoiceField(
        label="Whom do you ask?", missing="Choose who is asked to check the files",
        hint="Two people, each by themselves: neither sees what the other says first.",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(person.pk): person for person in people}
        field: Any = self.fields["people"]
        field.choices = [(key, person.name) for key, person in self.known.items()]

    def chosen(self) -> list[User]:
        return [self.known[key] for key in self.cleaned_data["people"]]


class DateForm(forms.Form):
    """The day of publication."""

    publish_on = forms.DateField(
        label="On which day is the report published?", called="day of publication", not_past=True,
        hint="Agree it with the family first: not an anniversary, a birthday or a day of the trial.",
    )  # fmt: skip
    despite = forms.LongTextField(
        label="Why this day, if somebody asked to be left in peace on it", required=False, max_length=2000,
        hint="Only needed for such a day.",
    )  # fmt: skip


class FrozenForm(forms.Form):
    """Which frozen report was on the page."""

    frozen = UUIDField(widget=forms.HiddenInput)


class TakeDownForm(forms.Form):
    """Why a report is withdrawn, and what its old address says."""

    reason = forms.LongTextField(
        label="Why is the report taken out of the library?", max_length=4000,
        missing="Say why the report is taken out of the library",
        hint="It is kept with the review. Do not repeat what must not be known.",
    )  # fmt: skip
    says = forms.ChoiceField(
        label="What does its public address say from now on?",
        choices=[("nothing", "Nothing: as if there had never been a report"),
                 ("withdrawn", "That a report was here and has been withdrawn")],
        initial="nothing",
    )  # fmt: skip
