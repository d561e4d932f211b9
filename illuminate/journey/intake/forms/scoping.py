"""Asking an agency, and writing down what it answered."""

from typing import Any, cast

from illuminate.foundation.access.models import Contact, Organisation, User
from illuminate.foundation.access.queries_people import contacts_of
from illuminate.foundation.design import forms
from illuminate.foundation.design.wording import say_plainly
from illuminate.journey.intake import queries
from illuminate.journey.intake.actions.scoping import Answered
from illuminate.journey.intake.details import SubjectAnswer
from illuminate.journey.intake.models import ScopingReturn
from illuminate.journey.people.models import Subject
from illuminate.journey.reviews.models import Review

BOOK, OTHER = "book", "other"


class AskForm(forms.UniqueSubmission):
    """Whom to ask: somebody in the address book, or somebody else."""

    whom = forms.ChoiceField(
        label="Whom do you ask?", choices=[(BOOK, "Somebody in the address book"), (OTHER, "Somebody else")],
        reveal={BOOK: ["contact"], OTHER: ["organisation", "contact_name", "contact_email"]},
    )  # fmt: skip
    contact = forms.ModelChoiceField(label="Contact", queryset=Contact.objects.none())
    organisation = forms.ModelChoiceField(label="Agency", queryset=Organisation.objects.none())
    contact_name = forms.CharField(label="Name of the contact", max_length=120, autocomplete="off")
    contact_email = forms.EmailField(label="E-mail address", max_length=200, autocomplete="off")

    def __init__(self, *args: Any, review: Review, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_to_ask = queries.agencies_to_ask(review)
        book = contacts_of(user).filter(partnership=review.partnership, organisation__in=open_to_ask)
        contact, organisation = self.fields["contact"], self.fields["organisation"]
        assert isinstance(contact, forms.ModelChoiceField)
        assert isinstance(organisation, forms.ModelChoiceField)
        contact.queryset, organisation.queryset = book, open_to_ask
        contact.label_from_instance = _in_the_book  # type: ignore[method-assign, assignment]  # as Django's own pages say to
        self.initial.setdefault("whom", BOOK if book.exists() else OTHER)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("whom") == BOOK and said.get("contact") and not said["contact"].email:
            self.add_error("contact", "This entry has no e-mail address. Add it in the address book first.")
        return said

    def asked(self) -> dict[str, Any]:
        """Organisation, name and address, wherever they came from."""
        said = self.cleaned_data
        if said["whom"] == BOOK:
            contact = said["contact"]
            return {"organisation": contact.organisation, "contact_name": contact.name,
                    "contact_email": contact.email}  # fmt: skip
        return {name: said[name] for name in ("organisation", "contact_name", "contact_email")}


def _in_the_book(contact: Any) -> str:
    return ", ".join(part for part in (contact.organisation.name, contact.name, contact.role) if part)


class ReturnForm(forms.UniqueSubmission):
    """An agency's answer: of each subject whether they were known, then what it has done."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    happened_on = forms.DateField(
        label="When did the agency answer?", called="date of the answer", not_future=True
    )
    kinds = forms.LongTextField(
        label="What kinds of contact were there?", required=False, max_length=2000, rows=3,
        hint="For example appointments, home visits, calls, tenancy",
    )  # fmt: skip
    records_secured = forms.YesNoUnknown(
        label="Are the records secured?", required=False,
        reveal={"yes": ["records_secured_where", "secured_by", "secured_on"]},
    )  # fmt: skip
    records_secured_where = forms.CharField(label="Where?", required=False, max_length=300)
    secured_by = forms.CharField(label="By whom?", required=False, max_length=200)
    secured_on = forms.DateField(label="When?", called="date of securing", required=False, not_future=True)
    early_learning = forms.LongTextField(
        label="Has the agency learned anything already?", required=False, max_length=4000
    )
    urgent = forms.YesNoUnknown(
        label="Is urgent action needed now?", required=False, reveal={"yes": ["urgent_action"]},
        hint="For example, a child or an adult in danger today",
    )  # fmt: skip
    urgent_action = forms.LongTextField(label="What is needed, and who does it?", max_length=2000)
    lead_contact = forms.CharField(
        label="Lead contact, with telephone or e-mail", required=False, max_length=300
    )
    imr_author = forms.CharField(
        label="Who would write the agency's account?", required=False, max_length=200,
        hint="Somebody with no part in the case, and no line management of anybody in it",
    )  # fmt: skip

    def __init__(
        self, *args: Any, people: list[tuple[Subject, str]], latest: ScopingReturn | None, **kwargs: Any
    ) -> None:
        self.people = people
        before = _before(people, latest)
        kwargs["initial"] = {**before, **kwargs.get("initial", {}), "version": before["version"]}
        super().__init__(*args, **kwargs)
        for number, (_, label) in enumerate(people):
            self._add_subject(number, label)
        self.order_fields(
            [
                "submission_token",
                "version",
                "happened_on",
                *(n for i in range(len(people)) for n in _names(i)),
            ]
        )
        say_plainly(self)

    def _add_subject(self, number: int, label: str) -> None:
        known, first, last = _names(number)
        self.fields[known] = forms.YesNoUnknown(
            label=f"Did the agency know {label}?", reveal={"yes": [first, last]}
        )
        hint = "As near as is known: a date, a month, a year"
        self.fields[first] = forms.CharField(label="First contact", max_length=120, required=False, hint=hint)
        self.fields[last] = forms.CharField(label="Last contact", max_length=120, required=False, hint=hint)

    def subjects(self) -> list[SubjectAnswer]:
        said = self.cleaned_data
        return [
            SubjectAnswer(subject.pk, *(str(said[name] or "") for name in _names(number)))
            for number, (subject, _) in enumerate(self.people)
        ]

    def answered(self) -> Answered:
        said = self.cleaned_data
        found = {name: said[name] for name in Answered.__annotations__}
        return cast(Answered, {name: value for name, value in found.items() if value is not None})


def _names(number: int) -> tuple[str, str, str]:
    return f"known_{number}", f"first_{number}", f"last_{number}"


def _before(people: list[tuple[Subject, str]], latest: ScopingReturn | None) -> dict[str, Any]:
    """The answer to correct, or the first version of a new one."""
    if latest is None:
        return {"version": 1}
    found: dict[str, Any] = {
        name: getattr(latest, name) for name in Answered.__annotations__ if hasattr(latest, name)
    }
    found |= {"version": latest.version + 1, "records_secured_where": latest.secured_where,
              "happened_on": latest.happened_on}  # fmt: skip
    of_subject = {one.subject_id: one for one in latest.subjects.all()}
    for number, (subject, _) in enumerate(people):
        if one := of_subject.get(subject.pk):
            found |= dict(zip(_names(number), (one.known, one.first_contact, one.last_contact), strict=True))
    return found
