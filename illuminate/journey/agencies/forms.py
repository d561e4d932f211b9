"""The forms of what agencies are asked and what they answer."""

from typing import Any
from uuid import UUID

from illuminate.foundation.access.models import Organisation
from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.agencies.actions.answering import REVIEWS, ImrDetails
from illuminate.journey.panel.forms_who import REVEAL, WhoForm

SAID = {"yes": "knew somebody", "no": "knew nobody", "unknown": "could not say"}


class ChooseForm(forms.Form):
    """Which agency to ask."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Which agency do you want to ask?", heading=True, size="l",
        missing="Choose the agency to ask",
    )  # fmt: skip

    def __init__(self, *args: Any, organisations: Any, known: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.queryset = organisations  # type: ignore[attr-defined]  # a choice of rows
        field.label_from_instance = lambda one: _with_answer(one, known.get(one.pk, ""))  # type: ignore[attr-defined]  # a choice of rows


def _with_answer(organisation: Organisation, known: str) -> str:
    return f"{organisation.name} (at scoping: {SAID[known]})" if known in SAID else organisation.name


class AskForm(WhoForm):
    """What one agency is asked."""

    groups = [
        ("Who writes the agency’s account", ["who", "name", "email"]),
        ("What it is asked", ["wanted", "questions"]),
        ("By when", ["due_on"]),
    ]

    who = forms.ChoiceField(
        label="Who is it?",
        missing="Choose who writes the agency’s account",
        hint="Somebody with no part in the case, who managed nobody who had",
        reveal=REVEAL,
    )
    wanted = forms.MultipleChoiceField(
        label="What do you ask for?", missing="Choose what to ask for",
        choices=[("chronology", "A chronology of every contact"), ("imr", "An Individual Management Review")],
    )  # fmt: skip
    questions = forms.LongTextField(
        label="Questions", rows=10, max_length=10000, required=False,
        hint="One on each line. The key lines of enquiry stand here already; they go into the letter.",
    )  # fmt: skip
    due_on = forms.DateField(label="Answer due", called="day on which the answer is due", not_past=True)


class AuthorForm(WhoForm):
    """Another person answers for the agency."""

    who = forms.ChoiceField(
        label="Who answers for this agency from now on?", missing="Choose who answers", reveal=REVEAL
    )


class NilForm(forms.UniqueSubmission):
    """That the agency had no contact, and how it knows."""

    groups = [
        ("The search", ["searched", "searched_by", "searched_on"]),
        ("The years that were searched", ["period_from", "period_to"]),
        ("Anything else", ["remarks"]),
    ]

    searched = forms.LongTextField(
        label="What did you search, and for whom?", max_length=4000, missing="Say what you searched",
        hint="The systems and files, and how many people and addresses you looked for",
    )  # fmt: skip
    searched_by = forms.CharField(label="Who searched?", max_length=120, missing="Enter who searched",
                                  hint="Name and role", autocomplete="off")  # fmt: skip
    searched_on = forms.DateField(
        label="When was the search made?", called="date of the search", not_future=True
    )
    period_from = forms.DateField(label="From", called="start of the period", not_future=True)
    period_to = forms.DateField(label="To", called="end of the period", not_future=True)
    remarks = forms.LongTextField(
        label="Is there anything that the chair should know?", max_length=4000, required=False,
        hint="For example, a record that you think does not matter. It is kept, not judged.",
    )  # fmt: skip


class ImrForm(forms.UniqueSubmission):
    """The agency's review as a file, with who wrote it, how, and who signed it off."""

    groups = [
        ("The review", ["upload"]),
        ("Its author", ["author_name", "author_role", "independence"]),
        ("How it was done", ["methods"]),
        ("Sign-off by a senior officer", ["signed_off_by", "signed_off_role", "signed_off_on"]),
    ]

    upload = UploadField(
        label="Individual Management Review", accept=REVIEWS, missing="Choose the file",
        hint="A Word file or a PDF, with real names: it stays sealed",
    )  # fmt: skip
    author_name = forms.CharField(label="Author’s name", max_length=120, missing="Enter the author’s name")
    author_role = forms.CharField(label="Author’s role", max_length=120, missing="Enter the author’s role")
    independence = forms.LongTextField(
        label="Why is the author independent?", max_length=2000, missing="Say why the author is independent",
        hint="No contact with the people involved, and no management of anybody who had",
    )  # fmt: skip
    methods = forms.LongTextField(
        label="Methods", max_length=4000, missing="Say what was read and who was interviewed",
        hint="Files, systems and policies that were read; staff who were interviewed",
    )  # fmt: skip
    signed_off_by = forms.CharField(
        label="Signed off by", max_length=120, missing="Enter who signed the review off"
    )
    signed_off_role = forms.CharField(
        label="Their role", max_length=120, missing="Enter the role of who signed it off"
    )
    signed_off_on = forms.DateField(label="Signed off on", called="date of the sign-off", not_future=True)

    def details(self) -> ImrDetails:
        """What comes with the file."""
        names = ImrDetails.__dataclass_fields__
        return ImrDetails(**{name: self.cleaned_data[name] for name in names})


class ChallengeForm(forms.UniqueSubmission):
    """A passage, and what the chair asks about it."""

    passage = forms.LongTextField(
        label="The passage", max_length=6000, missing="Quote the passage that you ask about",
        hint="Copy it from the agency’s review, with its paragraph number",
    )  # fmt: skip
    question = forms.LongTextField(label="Your question", max_length=4000, missing="Enter your question")


class AnswerForm(forms.UniqueSubmission):
    """The agency's answer to one question."""

    text = forms.LongTextField(
        label="Your answer", max_length=10000, missing="Enter your answer",
        hint="It is kept on record as you send it. You can add to it until the chair accepts it.",
    )  # fmt: skip
