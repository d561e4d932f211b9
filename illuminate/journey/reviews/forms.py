"""The forms of a review itself."""

from collections.abc import Iterable
from typing import Any, cast

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import CARDS, Role
from illuminate.foundation.design import forms


class TeamForm(forms.UniqueSubmission):
    """Add somebody who already has an account."""

    person = forms.SelectField(
        label="Person", blank="Choose a person", hint="Invite them first if they aren’t listed."
    )
    role = forms.ChoiceField(
        label="Role in this review",
        choices=[(role.value, CARDS[role].name) for role in (Role.REPORT_AUTHOR, Role.PANEL_MEMBER)],
        choice_hints={role.value: CARDS[role].sentence for role in (Role.REPORT_AUTHOR, Role.PANEL_MEMBER)},
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        cast(forms.SelectField, self.fields["person"]).choices = [
            (pk, person.name) for pk, person in self.people.items()
        ]

    def clean_person(self) -> User:
        return self.people[self.cleaned_data["person"]]


class EndForm(forms.UniqueSubmission):
    """End a review before its report: withdrawn, or joined with another statutory review."""

    how = forms.ChoiceField(
        label="How does it end?",
        choices=[("withdraw", "It is withdrawn"), ("join", "It is joined with another statutory review")],
        choice_hints={
            "join": "Safeguarding adults, child practice, mental health homicide, MAPPA or another."
        },
    )
    reason = forms.LongTextField(
        label="Why",
        max_length=4000,
        missing="Say why the review ends here",
        hint="The Home Office and the family will ask.",
    )
