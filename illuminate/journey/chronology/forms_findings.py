"""What people say about findings and entries: how one is settled, what an agency is asked, what is marked."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from illuminate.foundation.design import forms
from illuminate.journey.chronology.models import Entry, Finding
from illuminate.journey.chronology.models_findings import Decision, FindingKind, MarkKind, State
from illuminate.journey.chronology.words import day_words
from illuminate.journey.chronology.words_findings import CHOICES

UNKNOWN = "unknown"


class SettleForm(forms.Form):
    """What a finding comes to."""

    decision = forms.ChoiceField(label="What do you decide?", missing="Choose what you decide")
    taken_right = forms.ChoiceField(
        label="Which account is taken as right?", missing="Choose an account, or that it is not known"
    )
    note = forms.LongTextField(
        label="Note", max_length=4000, required=False, rows=4,
        hint="What explains it, or what the report should say. It is needed for “Explained”.",
    )  # fmt: skip

    def __init__(self, *args: Any, finding: Finding, entries: Mapping[UUID, Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = FindingKind(finding.kind)
        decision: Any = self.fields["decision"]
        decision.choices = [(value.value, label) for value, label in CHOICES[kind].items()]
        if kind == FindingKind.CONFLICT:
            right: Any = self.fields["taken_right"]
            right.choices = [
                *((str(pk), _account(entries[pk])) for pk in finding.entries if pk in entries),
                (UNKNOWN, "Not known"),
            ]
            decision.reveal = {Decision.NOTED.value: ["taken_right"]}
        else:
            del self.fields["taken_right"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("decision") == Decision.EXPLAINED and not said.get("note", "").strip():
            self.add_error("note", "Say what explains it")
        return said

    @property
    def right(self) -> UUID | None:
        """The entry that is taken as right; None when that is not known, or not asked."""
        chosen = self.cleaned_data.get("taken_right") or UNKNOWN
        return None if chosen == UNKNOWN else UUID(chosen)


def _account(entry: Entry) -> str:
    return f"{entry.file.organisation.name}: {day_words(entry)}"


class AskForm(forms.UniqueSubmission):
    """A question about one of an agency's rows."""

    question = forms.LongTextField(
        label="Your question", max_length=4000, missing="Enter your question", rows=5,
        hint="The agency sees its own row, quoted as above, and your question",
    )  # fmt: skip
    shown = forms.MultipleChoiceField(
        label="Do you want to show the agency another agency’s row?", required=False,
        hint="Only if the question makes no sense without it. That you showed it stays on record.",
    )  # fmt: skip

    def __init__(self, *args: Any, others: Sequence[Entry] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if others:
            shown: Any = self.fields["shown"]
            shown.choices = [(str(one.pk), f"{_account(one)}. {one.event[:200]}") for one in others]
        else:
            del self.fields["shown"]


class MarkForm(forms.UniqueSubmission):
    """What an entry shows."""

    kind = forms.ChoiceField(
        label="What is it?", choices=MarkKind.choices, missing="Choose what it is",
        choice_hints={
            MarkKind.KEY_EPISODE: "A turning point that the analysis looks at closely",
            MarkKind.MISSED_OPPORTUNITY: "Something could have been done with what was known then; nobody is blamed",
            MarkKind.GOOD_PRACTICE: "Something that others can learn from",
        },
    )  # fmt: skip
    note = forms.LongTextField(
        label="Why", max_length=4000, rows=4, missing="Say why, in a sentence or two",
        hint="With what was known at the time. The report can take it up.",
    )  # fmt: skip


class NoteForm(forms.Form):
    """Another note on a mark."""

    note = MarkForm.base_fields["note"]


class FindingsFilter(forms.Form):
    """Narrows the list of findings."""

    kind = forms.SelectField(label="Kind", choices=FindingKind.choices, blank="Every kind", required=False)
    state = forms.SelectField(label="State", choices=State.choices, blank="Open or settled", required=False)
