"""Whom to ask, and what a checker says."""

from collections.abc import Iterable
from typing import Any

from illuminate.foundation.access.models import User
from illuminate.foundation.design import forms
from illuminate.journey.anonymity.models import Verdict


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
