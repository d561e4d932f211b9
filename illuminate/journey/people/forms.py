"""The forms of the people pages. What an action would refuse is said beside the field that it is about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from illuminate.engines.anonymise.variants import tokens_of
from illuminate.foundation.access import keys
from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.people import blockers, pasted
from illuminate.journey.people.choices import ChosenBy, EntryKind, SubjectKind
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.people.spellings import Form as Spelling
from illuminate.journey.reviews.blockers import Blocker

RELATIVE, PRACTITIONER = "relative", "practitioner"
THINGS = [
    (EntryKind.ORGANISATION.value, "An organisation, school or workplace"),
    (EntryKind.PLACE.value, "A place or an address"),
    (EntryKind.DATE.value, "A date that points to somebody"),
    (EntryKind.IDENTIFIER.value, "A number or reference"),
]
WHAT = [
    (SubjectKind.VICTIM.value, "A person who died"),
    (SubjectKind.ALLEGED_PERPETRATOR.value, "An alleged perpetrator"),
    (SubjectKind.CHILD.value, "A child of theirs"),
    (RELATIVE, "A relative, friend, neighbour or colleague"),
    (PRACTITIONER, "Somebody who worked for an agency"),
    *THINGS,
]
SEVERAL = [
    (EntryKind.PLACE.value, "Places or addresses"),
    (EntryKind.ORGANISATION.value, "Organisations, schools or workplaces"),
    (EntryKind.DATE.value, "Dates that point to somebody"),
    (EntryKind.IDENTIFIER.value, "Numbers or references"),
    (RELATIVE, "Relatives, friends, neighbours or colleagues"),
    (PRACTITIONER, "People who worked for an agency"),
]
SUBJECTS = frozenset(SubjectKind.values)


def _say(found: list[Blocker]) -> None:
    if found:
        raise forms.ValidationError([blocker.text for blocker in found])


class OnRegister(forms.Form):
    """A form about the register of one review, which its answers are held against."""

    def __init__(
        self,
        *args: Any,
        register: Sequence[RegisterEntry],
        stage: str,
        entry: RegisterEntry | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.register, self.stage, self.entry = register, stage, entry

    def clean_pseudonym(self) -> str:
        word = " ".join(str(self.cleaned_data["pseudonym"]).split())
        _say(blockers.to_agree_pseudonym(self._everybody(), self.entry, word, self.stage))
        return word

    def _everybody(self) -> list[RegisterEntry]:
        return list(self.register)


class EntryForm(OnRegister, forms.UniqueSubmission):
    """Somebody or something to put on the register."""

    what = forms.ChoiceField(label="Who or what is this?", choices=WHAT, size="s")
    real = forms.CharField(
        label="Real name, place, date or number", max_length=300, autocomplete="off",
        hint="Write a date as 03/11/2019, so that every form of it can be found",
    )  # fmt: skip
    aliases = forms.LongTextField(
        label="Other forms", required=False, rows=3, max_length=2000,
        hint="Nicknames, former names, initials, spellings: one a line",
    )  # fmt: skip
    role = forms.CharField(
        label="What they are to the review", required=False, max_length=120,
        hint="For example, sister of the person who died",
    )  # fmt: skip
    pseudonym = forms.CharField(
        label="Pseudonym", required=False, max_length=120, autocomplete="off",
        hint="Leave blank if none is agreed yet. It may not be the name of anyone in the case",
    )  # fmt: skip

    @property
    def is_subject(self) -> bool:
        return self.cleaned_data["what"] in SUBJECTS

    @property
    def kind(self) -> str:
        """The register's kind of what was chosen."""
        return kind_of(str(self.cleaned_data.get("what", "")))

    def clean_real(self) -> str:
        real = str(self.cleaned_data["real"]).strip()
        if self.cleaned_data.get("what") in SUBJECTS:
            _say(blockers.to_be_looked_for(self.kind, real))
        else:
            _say(blockers.to_add_entry(self.register, self.kind, real))
        return real

    def clean_aliases(self) -> str:
        return one_line(self.cleaned_data["aliases"])

    def _everybody(self) -> list[RegisterEntry]:
        """The register with what is being added: nobody's pseudonym is their own name."""
        said = self.cleaned_data
        own = RegisterEntry(kind=self.kind, real=said.get("real", ""), aliases=said.get("aliases", ""))
        return [*self.register, own]


class PseudonymForm(OnRegister):
    """What somebody or something is called; of people who are no practitioners also who chose it."""

    pseudonym = forms.CharField(
        label="Pseudonym", max_length=120, autocomplete="off", width=20,
        hint="It may not be the name of anyone in the case. For staff, a description: “a police officer”",
    )  # fmt: skip
    chosen_by = forms.ChoiceField(
        label="Who chose it?", choices=ChosenBy.choices, required=False, size="s",
        hint="Leave it open if nobody has said",
    )  # fmt: skip
    chosen_on = forms.DateField(
        label="When was it chosen?", called="day on which it was chosen", required=False, not_future=True,
        hint="Only if the family or the chair chose it",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.entry and (self.entry.kind != EntryKind.PERSON or self.entry.role == PRACTITIONER):
            del self.fields["chosen_by"], self.fields["chosen_on"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "chosen_by" in self.fields and "chosen_on" not in self.errors:
            for blocker in blockers.to_say_who_chose(data.get("chosen_by", ""), data.get("chosen_on")):
                self.add_error("chosen_on", blocker.text)
        return data


class RealNameForm(OnRegister):
    """The real name, where the family chose to have it used."""

    name = forms.CharField(
        label="Name to be used", max_length=120, autocomplete="off", width=20,
        hint="Their first name, or their full name, as it stands on the register",
    )  # fmt: skip
    chosen_on = forms.DateField(
        label="When did the family choose it?", called="day on which the family chose it", not_future=True
    )
    confirmed = forms.BooleanField(
        label="I confirm that the family chose this, and that they know it will be published",
        missing="Confirm that the family chose this, or agree a pseudonym instead",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.entry and not self.errors:
            for blocker in blockers.to_use_real_name(self.entry, data["name"], data["chosen_on"], self.stage):
                self.add_error("name", blocker.text)
        return data


class FormsForm(OnRegister):
    """A real name and its other forms."""

    real = forms.CharField(label="Real form", max_length=300, autocomplete="off")
    role = forms.CharField(label="What they are to the review", required=False, max_length=120)
    aliases = forms.LongTextField(
        label="Other forms", required=False, rows=4, max_length=2000,
        hint="Nicknames, former names, initials, spellings: one a line",
    )  # fmt: skip

    def clean_real(self) -> str:
        real = str(self.cleaned_data["real"]).strip()
        if self.entry:
            _say(blockers.to_correct_entry(self.register, self.entry, real))
        return real

    def clean_aliases(self) -> str:
        return one_line(self.cleaned_data["aliases"])


class TicksForm(forms.Form):
    """Which of the worked-out forms are looked for. A page that has grown old may not take off what it did not show."""

    alone = forms.MultipleChoiceField(
        label="Worked out from what is listed", required=False, size="s",
        hint="Take the tick away from a form that never means this. It is then not looked for",
    )  # fmt: skip
    together = forms.MultipleChoiceField(label="Longer forms", required=False, size="s")
    shown = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, spellings: Sequence[Spelling], **kwargs: Any) -> None:
        mark = keys.blind_index("\n".join(one.text for one in spellings), purpose="forms shown")
        super().__init__(*args, initial={"shown": mark}, **kwargs)
        self.mark = mark
        self._offer("alone", [one for one in spellings if one.stands_alone])
        self._offer("together", [one for one in spellings if not one.stands_alone])

    def _offer(self, name: str, spellings: list[Spelling]) -> None:
        if not spellings:
            del self.fields[name]
            return
        field: Any = self.fields[name]
        field.choices = [(one.text, one.text) for one in spellings]
        field.choice_hints = {one.text: one.hint for one in spellings}
        self.initial[name] = [one.text for one in spellings if one.is_looked_for]

    def clean_shown(self) -> str:
        if self.cleaned_data["shown"] != self.mark:
            raise forms.ValidationError(
                "The forms have changed since this page was opened. Open it again and look at them anew."
            )
        return self.mark

    @property
    def together_count(self) -> int:
        return len(getattr(self.fields.get("together"), "choices", []))

    @property
    def struck(self) -> list[str]:
        """The forms whose tick was taken away."""
        return [
            text for name in ("alone", "together") if name in self.fields for text in self._unticked(name)
        ]

    def _unticked(self, name: str) -> list[str]:
        field: Any = self.fields[name]
        kept = {tokens_of(text) for text in self.cleaned_data[name]}
        return [text for text, _ in field.choices if tokens_of(text) not in kept]


class LinesForm(OnRegister):
    """Several entries of one kind, one a line."""

    what = forms.ChoiceField(label="What are these?", choices=SEVERAL, size="s")
    lines = forms.LongTextField(
        label="One a line", rows=10, max_length=20_000, missing="Enter at least one line",
        hint="The real form; after an equals sign its pseudonym, if one is agreed: 14 Quarry Bank = the family home. "
        "Rows copied from a spreadsheet can have four columns: real form, pseudonym, role, other forms",
    )  # fmt: skip

    def clean_lines(self) -> str:
        text = str(self.cleaned_data["lines"])
        self.read = pasted.lines_of(text)
        _say([Blocker(why) for why in pasted.problems(self.register, self.kind, self.read, self.stage)])
        return text

    @property
    def kind(self) -> str:
        return kind_of(str(self.cleaned_data.get("what", "")))

    @property
    def lines_with_roles(self) -> list[pasted.Line]:
        """The lines; people who worked for an agency are known by their role."""
        if self.cleaned_data["what"] != PRACTITIONER:
            return self.read
        return [replace(line, role=line.role or PRACTITIONER) for line in self.read]


class SearchForm(forms.Form):
    """Narrows the list. It is sent with the page, never in its address: what is looked for may be a name."""

    words = forms.CharField(label="Search", required=False, max_length=100, autocomplete="off", width=20)
    unnamed = forms.BooleanField(label="Only without a pseudonym", required=False)


class RegisterFileForm(forms.Form):
    register = UploadField(
        label="Register file", accept=(".csv",),
        hint="A CSV file with the columns kind, real, pseudonym, role and aliases",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        upload = data.get("register")
        if upload:
            try:
                data["csv_text"] = upload.data.decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("register", "The file is not UTF-8. In Excel, save it again as “CSV UTF-8”.")
        return data


def one_line(text: str) -> str:
    """Forms written one a line, as the register keeps them."""
    return "|".join(line.strip() for line in text.replace("|", "\n").splitlines() if line.strip())


def kind_of(what: str) -> str:
    """The register's kind of an answer to "Who or what is this?"."""
    return what if what in EntryKind.values else EntryKind.PERSON.value
