"""Choosing a person: somebody known, or somebody new by name and e-mail address."""

from collections.abc import Iterable
from typing import Any

from illuminate.foundation.access.models import User
from illuminate.foundation.design import forms
from illuminate.journey.reviews.newcomers import Newcomer

SOMEBODY_NEW = "new"
REVEAL = {SOMEBODY_NEW: ["name", "email"]}


class WhoForm(forms.UniqueSubmission):
    """Forms that ask for a person say `who = forms.ChoiceField(…, reveal=REVEAL)`, and add what else they ask.

    Where nobody is known there is nothing to choose: name and address are asked at once.
    """

    who = forms.ChoiceField(label="Who?", missing="Choose a person", reveal=REVEAL)
    name = forms.CharField(label="Name", max_length=120, missing="Enter their name", autocomplete="off")
    email = forms.EmailField(
        label="E-mail address",
        missing="Enter their e-mail address",
        autocomplete="off",
        hint="Somebody without an account is invited by e-mail",
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        known = [(key, str(person.name)) for key, person in self.people.items()]
        if known:
            self.fields["who"].choices = [*known, (SOMEBODY_NEW, "Somebody else")]  # type: ignore[attr-defined]  # a list to choose from
        else:
            del self.fields["who"]

    def person(self) -> User | Newcomer:
        """The account that was chosen, or the name and address that were entered."""
        data = self.cleaned_data
        return self.people.get(data.get("who", "")) or Newcomer(name=data["name"], email=data["email"])
