"""Forms of the people pages and the address book."""

from typing import Any

from illuminate.foundation.access import queries_people as people
from illuminate.foundation.access.models import Contact, Organisation, User
from illuminate.foundation.access.roles import CARDS, Role
from illuminate.foundation.design import forms

BY_REVIEW = "by_review"
GIVEN: list[Role] = list(dict.fromkeys(role for roles in people.ROLES_AT.values() for role in roles))


def _partnership_field(user: User) -> forms.ModelChoiceField:
    own = [partnership.pk for partnership in people.partnerships_of(user)]
    return forms.ModelChoiceField(
        Organisation.objects.filter(pk__in=own), label="For which partnership?", called="partnership",
        widget=forms.RadioSelect, empty_label=None,
    )  # fmt: skip


class _OfPartnership(forms.UniqueSubmission):
    """Asks for the partnership only of somebody who coordinates several."""

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = people.partnerships_of(by)
        self.only = own[0] if len(own) == 1 else None
        if self.only is None:
            self.fields["partnership"] = _partnership_field(by)
            self.order_fields(["partnership"])

    @property
    def partnership(self) -> Organisation:
        chosen: Organisation = self.only or self.cleaned_data["partnership"]
        return chosen


class InviteForm(_OfPartnership):
    name = forms.CharField(label="Full name", max_length=120, autocomplete="off", width="two-thirds")
    email = forms.EmailField(
        label="E-mail address",
        hint="Their own, at work: the link goes there",
        autocomplete="off",
        width="two-thirds",
    )
    role = forms.ChoiceField(
        label="What will they do?",
        called="role",
        choices=[
            *((role.value, CARDS[role].name) for role in GIVEN),
            (BY_REVIEW, "Join reviews one by one"),
        ],
        choice_hints={
            **{role.value: CARDS[role].sentence for role in GIVEN},
            BY_REVIEW: "An independent chair, report author or panel member: you add them to each review later",
        },
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="At which organisation?", called="organisation", required=False,
        hint="Not needed for somebody who joins reviews one by one", width="two-thirds",
    )  # fmt: skip

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        self.fields["organisation"].queryset = people.organisations_to_choose(by)  # type: ignore[attr-defined]  # a choice of rows

    @property
    def role_given(self) -> str:
        role = str(self.cleaned_data["role"])
        return "" if role == BY_REVIEW else role


class OrganisationForm(forms.UniqueSubmission):
    name = forms.CharField(label="Name of the organisation", max_length=200, width="two-thirds")
    short_name = forms.CharField(label="Short name", max_length=20, width=10, required=False)
    type = forms.ChoiceField(
        label="What kind of organisation is it?",
        called="kind of organisation",
        choices=[
            (people.Types.AGENCY, people.Types.AGENCY.label),
            (people.Types.POLICE, people.Types.POLICE.label),
            (people.Types.ADVOCACY, people.Types.ADVOCACY.label),
        ],
        choice_hints={
            people.Types.AGENCY: "A hospital, a council's service, a landlord, a charity, probation"
        },
    )


class ContactForm(_OfPartnership):
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Organisation", width="two-thirds"
    )
    name = forms.CharField(label="Full name", max_length=120, autocomplete="off", width="two-thirds")
    role = forms.CharField(label="What they do there", max_length=100, required=False, width="two-thirds")
    email = forms.EmailField(label="E-mail address", required=False, autocomplete="off", width="two-thirds")
    phone = forms.PhoneField(label="Telephone number", required=False, autocomplete="off")

    def __init__(self, *args: Any, by: User, contact: Contact | None = None, **kwargs: Any) -> None:
        if contact is not None:
            kwargs["initial"] = {
                name: getattr(contact, name) for name in ("organisation", "name", "role", "email", "phone")
            }
        super().__init__(*args, by=by, **kwargs)
        if contact is not None:
            self.fields.pop("partnership", None)
        self.fields["organisation"].queryset = Organisation.objects.all()  # type: ignore[attr-defined]  # a choice of rows
