"""The forms of the plan's carrying out."""

from collections.abc import Iterable
from typing import Any

from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import Upload, UploadField
from illuminate.journey.improvement.choices import Outcome, Seen, Status
from illuminate.journey.reviews.newcomers import Newcomer

ELSEWHERE = "elsewhere"
EVIDENCE = (".docx", ".pdf", ".xlsx", ".csv", ".png", ".jpg", ".txt")
FILES = ("evidence", "evidence_2", "evidence_3")


class HandOverForm(forms.UniqueSubmission):
    """Who carries the action out."""

    groups = [("Who carries it out", ["organisation"]), ("Who leads it there", ["name", "email"])]

    organisation = forms.ChoiceField(
        label="Organisation", missing="Choose the organisation that carries it out"
    )
    addressee = forms.CharField(
        label="To whom is it sent?", max_length=200, missing="Enter to whom it is sent",
        hint="For example, a government department. You record here what they answer.",
    )  # fmt: skip
    name = forms.CharField(label="Name", max_length=120, required=False, autocomplete="off")
    email = forms.EmailField(
        label="E-mail address", required=False, autocomplete="off",
        hint="Somebody without an account is invited. They see this organisation’s actions and nothing else of the "
        "review. Leave both empty if you will record the progress yourself.",
    )  # fmt: skip

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in organisations}
        field: Any = self.fields["organisation"]
        field.choices = [
            *((key, one.name) for key, one in self.known.items()),
            (ELSEWHERE, "Somebody outside"),
        ]
        field.reveal = {ELSEWHERE: ["addressee"]}

    def clean(self) -> dict[str, Any]:
        """A name needs its address, and an address its name."""
        given = super().clean() or self.cleaned_data
        if bool(given.get("name")) != bool(given.get("email")) and "email" not in self.errors:
            self.add_error("email", "Enter both the lead’s name and their e-mail address, or neither")
        return given

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        organisation = self.known.get(data["organisation"])
        lead = Newcomer(data["name"], data["email"]) if organisation and data["email"] else None
        return {"organisation": organisation, "lead": lead, "addressee": data.get("addressee") or ""}


class LeadForm(forms.UniqueSubmission):
    """Another lead for an action."""

    name = forms.CharField(label="Name", max_length=120, missing="Enter the lead’s name", autocomplete="off")
    email = forms.EmailField(label="E-mail address", missing="Enter the lead’s e-mail address", autocomplete="off",
                             hint="Somebody without an account is invited.")  # fmt: skip

    def lead(self) -> User | Newcomer:
        return Newcomer(self.cleaned_data["name"], self.cleaned_data["email"])


class ProgressForm(forms.UniqueSubmission):
    """What was done, and what shows it."""

    groups = [("", ["status", "text", "happened_on"]), ("What shows it", list(FILES))]

    status = forms.ChoiceField(label="How does the action stand?", choices=Status.choices,
                               missing="Say how the action stands")  # fmt: skip
    text = forms.LongTextField(
        label="What has been done?", max_length=4000, missing="Say what has been done",
        hint="And what has changed because of it: numbers, if there are any. This stays inside.",
    )  # fmt: skip
    happened_on = forms.DateField(label="As of which day?", called="day", not_future=True)
    evidence = UploadField(label="A file", required=False, accept=EVIDENCE,
                           hint="A policy, minutes, figures, an audit. It is never published.")  # fmt: skip
    evidence_2 = UploadField(label="Another file", required=False, accept=EVIDENCE)
    evidence_3 = UploadField(label="Another file still", required=False, accept=EVIDENCE)

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        files: list[Upload] = [data[name] for name in FILES if data[name]]
        return {
            "status": data["status"],
            "text": data["text"],
            "happened_on": data["happened_on"],
            "evidence": files,
        }


class CloseForm(forms.UniqueSubmission):
    """How an action ends."""

    outcome = forms.ChoiceField(label="What came of the action?", choices=Outcome.choices,
                                missing="Say what came of the action")  # fmt: skip
    account = forms.LongTextField(
        label="In words", max_length=4000, called="what came of the action", missing="Say what came of the action",
        hint="What was done, and whether what was expected has changed.",
    )  # fmt: skip
    evidence_seen = forms.ChoiceField(
        label="Have you seen the evidence?", choices=Seen.choices, reveal={"no": ["explanation"]},
        missing="Say whether you have seen the evidence",
    )  # fmt: skip
    explanation = forms.LongTextField(
        label="Why not?", max_length=4000, called="explanation", missing="Say why no evidence was seen",
        hint="And if the action was not done, why not.",
    )  # fmt: skip

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "outcome": data["outcome"], "account": data["account"], "explanation": data.get("explanation") or "",
            "evidence_seen": data["evidence_seen"] == Seen.YES,
        }  # fmt: skip


class ReopenForm(forms.UniqueSubmission):
    """Why a closed action goes on."""

    reason = forms.LongTextField(label="Why is the action opened again?", max_length=2000,
                                 missing="Say why the action is opened again")  # fmt: skip


class AddresseeForm(forms.UniqueSubmission):
    """What became of a recommendation that was sent to somebody outside."""

    sent_on = forms.DateField(label="When was it sent?", called="day it was sent", not_future=True)
    acknowledged_on = forms.DateField(
        label="When was it acknowledged?", called="day it was acknowledged", not_future=True, required=False
    )
    answered_on = forms.DateField(
        label="When was it answered?", called="day it was answered", not_future=True, required=False
    )
    answer = forms.LongTextField(label="What was the answer?", max_length=6000, required=False)

    def given(self) -> dict[str, Any]:
        names = ("sent_on", "acknowledged_on", "answered_on", "answer")
        return {name: self.cleaned_data[name] for name in names}


class StatementForm(forms.UniqueSubmission):
    """A few words for the public page."""

    text = forms.LongTextField(
        label="What has been done since?", max_length=1000, missing="Write the statement",
        hint="For everybody to read: what has changed, in plain words. No names, no places of the case, no "
        "numbers small enough to point at somebody.",
    )  # fmt: skip
    said_on = forms.DateField(label="As of which day?", called="day", not_future=True)
