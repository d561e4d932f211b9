"""What people decide about findings, whom they ask, and what a checker says."""

from collections.abc import Iterable
from typing import Any

from illuminate.foundation.access.models import User
from illuminate.foundation.design import forms
from illuminate.journey.anonymity.models import Settlement, Verdict

REASON = "reason"


class SettleForm(forms.Form):
    """Findings, part by part, each to be ticked; then what becomes of those that are ticked."""

    outcome = forms.ChoiceField(
        label="What becomes of those you ticked?",
        choices=[
            (Settlement.Outcome.CHANGE, "They will be changed in a new version"),
            (Settlement.Outcome.KEEP, "They stay, because they identify nobody"),
        ],
        reveal={"keep": [REASON]},
        missing="Choose whether they will be changed or stay",
    )
    reason = forms.LongTextField(label="Why they identify nobody", max_length=1000, rows=3)
    rest = forms.BooleanField(label="Everything that nothing was decided about yet", required=False)

    def __init__(
        self, *args: Any, parts: list[tuple[str, list[tuple[str, str, str]]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.part_names = []
        self.undecided = [int(number) for _, items in parts for number, _, decided in items if not decided]
        for place, (part, items) in enumerate(parts, 1):
            name = f"part_{place}"
            self.part_names.append(name)
            self.fields[name] = forms.MultipleChoiceField(
                label=part[:1].upper() + part[1:],
                choices=[(number, words) for number, words, _ in items],
                choice_hints={number: hint for number, _, hint in items if hint},
                required=False,
                size="s",
            )
        if not self.undecided:
            del self.fields["rest"]
        self.order_fields([*self.part_names, "rest", "outcome", REASON])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        numbers = [int(n) for name in self.part_names for n in cleaned.get(name) or []]
        if cleaned.get("rest"):
            if cleaned.get("outcome") == Settlement.Outcome.KEEP:
                self.add_error("rest", "Tick each finding that stays: they can’t all stay unseen")
            numbers = sorted({*numbers, *self.undecided})
        cleaned["numbers"] = numbers
        if not cleaned["numbers"] and not self.errors:
            raise forms.ValidationError("Tick at least one finding", code="none")
        return cleaned


class AskForm(forms.Form):
    """Whom to ask. Only people who can be asked are offered."""

    checker = forms.ChoiceField(
        label="Who checks it?", hint="They open the file themselves, and see nobody else’s verdict before their own.",
        missing="Choose who checks it",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["checker"].choices = [  # type: ignore[attr-defined]  # a list to choose from
            (key, person.name) for key, person in self.people.items()
        ]

    def clean_checker(self) -> User:
        return self.people[self.cleaned_data["checker"]]


class VerdictForm(forms.Form):
    """What a checker says, once."""

    verdict = forms.ChoiceField(
        label="Your verdict",
        choices=[
            (Verdict.Answer.CLEAN, "Nothing in this file identifies anybody"),
            (Verdict.Answer.NOT_CLEAN, "Something in this file identifies somebody"),
        ],
        reveal={"not_clean": ["note"]},
        missing="Choose your verdict",
    )
    note = forms.LongTextField(
        label="Where is it?", hint="The page or the section, and what it says", max_length=4000, rows=4,
        missing="Say where it is",
    )  # fmt: skip
    read = forms.BooleanField(
        label="I have read the whole file with this fingerprint, and had no part in writing it",
        missing="Confirm that you have read the whole file and had no part in writing it",
    )
