"""The team's forms about a family."""

from typing import Any

from django.utils.timezone import localdate

from illuminate.foundation.design import forms
from illuminate.journey.involvement import choices
from illuminate.journey.involvement.branches import Mention
from illuminate.journey.involvement.models import Relative
from illuminate.journey.report.models import Draft

HOW = "For example: by telephone, with the family liaison officer"


class RelativeForm(forms.Form):
    name = forms.CharField(label="Full name", max_length=120, width=20, autocomplete="off")
    relationship = forms.CharField(
        label="Who they are to the person who died",
        hint="For example: sister",
        max_length=80,
        width=20,
        missing="Say who they are to the person who died",
    )
    closeness = forms.ChoiceField(
        label="Are they family?",
        choices=choices.Closeness.choices,
        missing="Choose whether they are family or a friend, neighbour or colleague",
    )
    lives_with_responsible = forms.YesNoUnknown(
        label="Are they the person responsible for the death, or do they live with them?",
        called="answer",
        missing="Say whether they live with the person responsible for the death",
    )
    branch = forms.ChoiceField(
        label="Which part of the family do they belong to?",
        hint="People in one part see that the others take part. If two must not meet, give each a part of their own: "
        "neither learns whether the other takes part.",
        called="part of the family",
    )
    under_18 = forms.YesNoUnknown(
        label="Are they under 18?", required=False, reveal={"yes": ["responsible_adult"]}
    )
    responsible_adult = forms.CharField(
        label="Who holds parental responsibility?",
        hint="Never the person responsible for the death, nor anybody who lives with them",
        max_length=120,
        called="name of who holds parental responsibility",
    )

    def __init__(self, *args: Any, relatives: list[Relative], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_branch: dict[str, list[str]] = {}
        for one in relatives:
            by_branch.setdefault(str(one.branch), []).append(one.label)
        together = [(branch, f"Together with {' and '.join(labels)}") for branch, labels in by_branch.items()]
        self.fields["branch"].choices = [*together, ("new", "A part of their own")]  # type: ignore[attr-defined]  # a list to choose from
        if not together:
            self.initial.setdefault("branch", "new")


class ContactsForm(forms.Form):
    phone = forms.PhoneField(
        label="Telephone number", hint="If they want a private link, its code goes here", required=False
    )
    email = forms.EmailField(label="Email address", width="two-thirds", required=False, autocomplete="off")
    address = forms.LongTextField(label="Address, for the letter", rows=4, required=False)
    ring = forms.CharField(
        label="Whom can they ring, on what number?",
        hint="It stands in the letter and in their own space. For example: Imogen Ashdown, 07700 900781",
        max_length=120,
        required=False,
    )


class FriendContactsForm(ContactsForm):
    draft_agreed = forms.YesNoUnknown(
        label="Have chair and family agreed that they read the draft and speak of the name?",
        unknown="Not decided",
        required=False,
    )


class LetterForm(forms.Form):
    bringer = forms.ChoiceField(
        label="Who brings the letter?",
        choices=choices.Bringer.choices,
        missing="Choose who brings the letter",
    )
    bringer_name = forms.CharField(
        label="Their name",
        hint="It stands in the letter, so that the family knows whom to ask",
        max_length=120,
        width=20,
        missing="Enter the name of whoever brings the letter",
    )


class StepForm(forms.Form):
    state = forms.ChoiceField(label="Where does this step stand?", choices=choices.State.choices)
    how = forms.CharField(label="How did you offer it or hear of it?", hint=HOW, max_length=300)
    happened_on = forms.DateField(label="When?", called="date", not_future=True, initial=localdate)


class LinkWishForm(forms.Form):
    wants = forms.YesNoUnknown(
        label="Do they want a private link?", unknown="They have not said", called="answer"
    )
    happened_on = forms.DateField(
        label="When did they say so?", called="date", not_future=True, initial=localdate
    )


class LinkForm(forms.Form):
    way = forms.ChoiceField(
        label="How does the link reach them?",
        choices=choices.LinkWay.choices,
        missing="Choose how the link is given",
    )


class AdvocateForm(forms.Form):
    name = forms.CharField(label="Advocate’s name", max_length=120, width=20)
    email = forms.EmailField(label="Their email address at work", width="two-thirds", called="email address")


class NoteForm(forms.UniqueSubmission):
    """What somebody said, written down by the team."""

    told = forms.ChoiceField(
        label="How was it said?", choices=choices.Told.choices, missing="Choose how it was said"
    )
    happened_on = forms.DateField(label="When?", called="date", not_future=True, initial=localdate)
    text = forms.LongTextField(
        label="What they said",
        hint="In their words. They can read it, change it and take it back.",
        rows=12,
        called="what they said",
    )


class GiveForm(forms.Form):
    groups = [("", ["draft", "until"]), ("Other branches of the family", ["without", "checked"])]

    draft = forms.ModelChoiceField(
        label="Which version?", queryset=Draft.objects.none(), widget=forms.RadioSelect
    )
    until = forms.DateField(label="They have until", called="last day of the reading time")
    without = forms.MultipleChoiceField(
        label="Leave these parts out of their copy",
        hint="A first look found somebody of another branch in them. Read the draft for what it cannot find.",
        required=False,
    )
    checked = forms.BooleanField(
        label="I have checked that what they get says nothing of another branch of the family: whether they take part, "
        "their words, how to reach them, or where they are",
        required=False,
    )

    def __init__(
        self, *args: Any, drafts: Any, branches: int, mentions: list[Mention], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["draft"].queryset = drafts  # type: ignore[attr-defined]  # a choice of rows
        self.fields["draft"].empty_label = None  # type: ignore[attr-defined]  # a choice of rows
        found = {str(one.section.pk): f"{one.section.draft}: {one.section.heading}" for one in mentions}
        self.fields["without"].choices = list(found.items())  # type: ignore[attr-defined]  # a list to choose from
        self.initial.setdefault("without", list(found))
        self.numbers = {str(one.section.pk): (one.section.draft_id, one.section.number) for one in mentions}
        if not found:
            del self.fields["without"]
        if branches < 2:
            del self.fields["checked"]

    def given(self) -> dict[str, Any]:
        """What the action takes: of the parts to leave out, those of the version that is given."""
        chosen = dict(self.cleaned_data)
        named = [self.numbers[one] for one in chosen.pop("without", None) or []]
        return {**chosen, "without": [number for draft, number in named if draft == chosen["draft"].pk]}


class LongerForm(forms.Form):
    until = forms.DateField(label="They now have until", called="last day of the reading time", not_past=True)


class CommentNoteForm(forms.UniqueSubmission):
    """What somebody said of the draft, by letter, by e-mail or in a conversation."""

    section = forms.SelectField(label="Which part is it about?", required=False, blank="The draft as a whole")
    happened_on = forms.DateField(label="When?", called="date", not_future=True, initial=localdate)
    text = forms.LongTextField(label="What they said of it", rows=6, called="what they said")

    def __init__(self, *args: Any, sections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(str(one.pk), one.heading) for one in sections]
        self.fields["section"].choices = [("", "The draft as a whole"), *listed]  # type: ignore[attr-defined]  # a list to choose from


class AnswerForm(forms.Form):
    text = forms.LongTextField(
        label="Your answer",
        hint="They read it in their own space. Say plainly what was done, and if nothing, why.",
        rows=6,
        called="answer",
    )
    outcome = forms.ChoiceField(
        label="What became of it?",
        choices=choices.AnswerOutcome.choices,
        missing="Choose what became of the comment",
    )


class ToldForm(forms.Form):
    told = forms.ChoiceField(
        label="Have they been told when and how the report is published?",
        choices=[("yes", "Yes"), ("no", "They could not be told, or did not want to be")],
        reveal={"yes": ["how"], "no": ["why_not"]},
        missing="Choose whether they have been told",
    )
    how = forms.CharField(label="How?", hint=HOW, max_length=300, missing="Say how they were told")
    why_not = forms.LongTextField(label="Why not?", rows=3, missing="Say why they could not be told")
    happened_on = forms.DateField(label="When?", called="date", not_future=True, initial=localdate)
