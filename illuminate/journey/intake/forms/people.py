"""The questions about each person named in a notification."""

from datetime import date
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.timezone import localdate

from illuminate.foundation.design import forms
from illuminate.journey.intake.choices import PersonKind, SuspectState
from illuminate.journey.people.choices import Ethnicity, Orientation, Religion, Sex

NOT_KNOWN = [
    ("name", "Name"), ("born", "Date of birth"), ("address", "Address"), ("gp", "GP"), ("nhs_number", "NHS number"),
]  # fmt: skip


class PersonForm(forms.Form):
    """What every person may be asked. `shown` is on the page, `more` behind a line that opens."""

    kind: PersonKind
    shown: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    name = forms.CharField(label="Full name", required=False, max_length=200, autocomplete="off")
    other_names = forms.CharField(
        label="Other names", required=False, max_length=300, autocomplete="off",
        hint="Former names, short forms, nicknames, separated by commas",
    )  # fmt: skip
    born = forms.DateField(label="Date of birth", required=False, not_future=True)
    sex = forms.ChoiceField(label="Sex", choices=Sex.choices, required=False, inline=True)
    ethnicity = forms.SelectField(label="Ethnicity", choices=Ethnicity.choices, required=False)
    address = forms.CharField(label="Address", required=False, max_length=300, autocomplete="off")
    gp = forms.CharField(label="GP or practice", required=False, max_length=200, autocomplete="off")
    nhs_number = forms.CharField(
        label="NHS number", required=False, max_length=20, width=10, autocomplete="off"
    )
    gender_as_at_birth = forms.YesNoUnknown(
        label="Is their gender the same as the sex registered at birth?", required=False
    )
    religion = forms.SelectField(label="Religion", choices=Religion.choices, required=False)
    disability = forms.YesNoUnknown(
        label="Are they disabled?", required=False, reveal={"yes": ["disability_details"]},
        hint="A long-lasting condition of body or mind that limits daily life",
    )  # fmt: skip
    disability_details = forms.CharField(label="In what way?", required=False, max_length=500)
    sexual_orientation = forms.SelectField(
        label="Sexual orientation", choices=Orientation.choices, required=False
    )
    nationality = forms.CharField(label="Nationality", required=False, max_length=80, width=20)
    immigration_status = forms.CharField(label="Immigration status", required=False, max_length=120, width=20)
    relationship = forms.CharField(
        label="Relationship to the person who died", required=False, max_length=200,
        hint="For example, husband, former partner, son. Without names",
    )  # fmt: skip
    phone = forms.PhoneField(label="Telephone number", required=False, max_length=40, autocomplete="off")
    email = forms.EmailField(label="E-mail address", required=False, max_length=200, autocomplete="off")
    whereabouts = forms.CharField(
        label="Where is the child now, and with whom?", required=False, max_length=300
    )
    safe = forms.YesNoUnknown(label="Is the child safe there?", required=False)
    state = forms.SelectField(
        label="Where does the investigation of this person stand?",
        choices=SuspectState.choices,
        required=False,
    )
    charge = forms.CharField(label="Charge", required=False, max_length=200)
    charged_on = forms.DateField(
        label="Charged on", called="date of the charge", required=False, not_future=True
    )
    hearing_on = forms.DateField(label="Next hearing or trial", called="date of the hearing", required=False)
    hearing_court = forms.CharField(label="Court", required=False, max_length=200)
    not_known = forms.MultipleChoiceField(
        label="Which of these did you try to find out, and are not known?", choices=NOT_KNOWN, required=False
    )

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"{self.kind}-{number}", **kwargs)
        self.number = number
        wanted = {*self.shown, *self.more, "disability_details" if "disability" in self.more else ""}
        for name in [name for name in self.fields if name not in wanted]:
            del self.fields[name]
        not_known = self.fields["not_known"]
        not_known.choices = [pair for pair in NOT_KNOWN if pair[0] in wanted]  # type: ignore[attr-defined]  # a list to choose from

    @property
    def heading(self) -> str:
        return f"{self.kind.label} {self.number + 1}" if self.number else str(self.kind.label)

    @property
    def anchor(self) -> str:
        return str(self.prefix)

    @property
    def is_blank(self) -> bool:
        return not self.has_changed()

    @property
    def first_fields(self) -> list[BoundField]:
        return [self[name] for name in self.shown]

    @property
    def more_fields(self) -> list[BoundField]:
        return [self[name] for name in self.more]

    @property
    def more_open(self) -> bool:
        """Whether the second part has answers or errors, and must not stay closed."""
        return any(bound.errors or bound.value() for bound in self.more_fields)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in said.get("not_known") or []:
            if said.get(name):
                self.add_error(name, "You have answered this and ticked that it is not known. Take one away.")
        return said

    def check_birth(self, died: date | None) -> None:
        """Nobody dies before they are born."""
        born = self.cleaned_data.get("born")
        if born and born > (died or localdate()):
            self.add_error("born", "The date of birth must be before the date of death.")


_EQUALITY = (
    "gender_as_at_birth", "religion", "disability", "sexual_orientation", "nationality", "immigration_status",
)  # fmt: skip


class VictimForm(PersonForm):
    kind = PersonKind.VICTIM
    shown = ("name", "other_names", "born", "sex", "ethnicity", "address", "gp", "nhs_number", "not_known")
    more = _EQUALITY

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("name") and "name" not in (said.get("not_known") or []):
            self.add_error(
                "name", "Enter the name of the person who died, or tick below that it is not known."
            )
        return said


class SuspectForm(PersonForm):
    kind = PersonKind.SUSPECT
    shown = (
        "name", "other_names", "relationship", "born", "sex", "ethnicity", "address", "state", "charge",
        "charged_on", "hearing_on", "hearing_court", "not_known",
    )  # fmt: skip
    more = ("gp", "nhs_number", *_EQUALITY)


class ChildForm(PersonForm):
    kind = PersonKind.CHILD
    shown = ("name", "other_names", "born", "sex", "relationship", "whereabouts", "safe", "not_known")
    more = ("ethnicity", "address", "gp", "nhs_number", "disability")


class KinForm(PersonForm):
    kind = PersonKind.NEXT_OF_KIN
    shown = ("name", "relationship", "phone", "email", "address", "not_known")


FORMS: dict[PersonKind, type[PersonForm]] = {
    PersonKind.VICTIM: VictimForm,
    PersonKind.SUSPECT: SuspectForm,
    PersonKind.CHILD: ChildForm,
    PersonKind.NEXT_OF_KIN: KinForm,
}
