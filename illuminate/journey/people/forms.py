"""The forms of the people pages."""

from typing import Any

from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.people.choices import EntryKind, SubjectKind

RELATIVE, PRACTITIONER = "relative", "practitioner"
WHAT = [
    (SubjectKind.VICTIM.value, "A person who died"),
    (SubjectKind.ALLEGED_PERPETRATOR.value, "An alleged perpetrator"),
    (SubjectKind.CHILD.value, "A child of theirs"),
    (RELATIVE, "A relative, friend, neighbour or colleague"),
    (PRACTITIONER, "Somebody who worked for an agency"),
    (EntryKind.ORGANISATION.value, "An organisation, school or workplace"),
    (EntryKind.PLACE.value, "A place or an address"),
    (EntryKind.DATE.value, "A date that points to somebody"),
    (EntryKind.IDENTIFIER.value, "A number or reference"),
]
SUBJECTS = frozenset(SubjectKind.values)


class EntryForm(forms.UniqueSubmission):
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
        what = str(self.cleaned_data["what"])
        return what if what in EntryKind.values else EntryKind.PERSON.value

    def clean_aliases(self) -> str:
        return one_line(self.cleaned_data["aliases"])


class PseudonymForm(forms.Form):
    pseudonym = forms.CharField(
        label="Pseudonym", max_length=120, autocomplete="off", width=20,
        hint="It may not be the name of anyone in the case. For staff, a description: “a police officer”",
    )  # fmt: skip


class FormsForm(forms.Form):
    """A real name and its other forms."""

    real = forms.CharField(label="Real form", max_length=300, autocomplete="off")
    role = forms.CharField(label="What they are to the review", required=False, max_length=120)
    aliases = forms.LongTextField(
        label="Other forms", required=False, rows=4, max_length=2000,
        hint="Nicknames, former names, initials, spellings: one a line",
    )  # fmt: skip

    def clean_aliases(self) -> str:
        return one_line(self.cleaned_data["aliases"])


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
