"""What people send and ask for: a file, and a narrower list."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from illuminate.engines import dates
from illuminate.foundation.access import keys
from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.chronology.listing import ANY, OPEN
from illuminate.journey.chronology.models import ChronologyFile
from illuminate.journey.chronology.models_findings import FindingKind, MarkKind
from illuminate.journey.chronology.rows import ALSO, ENDINGS, index_of
from illuminate.journey.chronology.words import MEANINGS

DATES = [
    ("exact", "Named to the day"),
    ("open", "In doubt, or wider than a day"),
    ("none", "No date at all"),
]
FINDINGS = [(ANY, "With any finding"), (OPEN, "With an open finding"), *FindingKind.choices]
MARKS = [(ANY, "With any mark"), *MarkKind.choices]
SHOWN_FIRST = ("agency", "finding", "words")
MOST_PEOPLE = 60


class UploadForm(forms.Form):
    """An agency's chronology."""

    file = UploadField(
        label="Chronology",
        hint="A Word table, or an Excel, OpenDocument or CSV sheet, with a heading over each column. "
        "One contact on a row.",
        accept=ENDINGS,
        also=ALSO,
        missing="Choose the file with the chronology",
    )


class FilterForm(forms.Form):
    """Narrows the combined list. It is posted when it holds words, so that they never stand in an address."""

    agency = forms.SelectField(label="Agency", blank="Every agency", required=False)
    finding = forms.SelectField(
        label="Findings", choices=FINDINGS, blank="With or without findings", required=False
    )
    words = forms.CharField(
        label="All of these words", max_length=100, width=20, required=False,
        autocomplete="off",
    )  # fmt: skip
    person = forms.SelectField(label="Person, as the rows name them", blank="Everybody", required=False)
    mark = forms.SelectField(label="Marks", choices=MARKS, blank="With or without marks", required=False)
    dates = forms.SelectField(label="Dates", choices=DATES, blank="Every date", required=False)
    since = forms.CharField(label="From", hint="A day, a month or a year", max_length=30, width=10,
                            required=False, autocomplete="off")  # fmt: skip
    until = forms.CharField(label="To", hint="A day, a month or a year", max_length=30, width=10,
                            required=False, autocomplete="off")  # fmt: skip

    def __init__(self, *args: object, files: Iterable[ChronologyFile], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        files = list(files)
        agencies = {str(file.organisation_id): file.organisation.name for file in files}
        self._offer("agency", "Every agency", agencies)
        self._offer("person", "Everybody", people(files))

    def _offer(self, name: str, blank: str, choices: dict[str, str]) -> None:
        self.fields[name].choices = [("", blank), *choices.items()]  # type: ignore[attr-defined]  # a list to choose from

    def clean(self) -> dict[str, Any]:
        """`first` and `last` are the days that the words of the period allow."""
        said = super().clean() or self.cleaned_data
        said["first"] = self._day("since", said.get("since", ""), first=True)
        said["last"] = self._day("until", said.get("until", ""), first=False)
        if said["first"] and said["last"] and said["first"] > said["last"]:
            self.add_error("until", "The period ends before it begins. Check both dates.")
        return said

    def _day(self, name: str, text: str, *, first: bool) -> date | None:
        if not text:
            return None
        read = dates.read(text, today=localdate())
        found = None if isinstance(read, dates.Refusal) else (read.start if first else read.end)
        if found is None:
            self.add_error(name, "Enter a day, a month or a year, like 3 April 2018, April 2018 or 2018")
        return found

    def said(self) -> dict[str, str]:
        """What was chosen, as the address and the page's hidden fields say it."""
        if not self.is_valid():
            return {}
        return {name: str(self.cleaned_data[name]) for name in self.fields if self.cleaned_data.get(name)}

    @property
    def shown_first(self) -> list[Any]:
        return [self[name] for name in SHOWN_FIRST]

    @property
    def others(self) -> list[Any]:
        return [self[name] for name in self.fields if name not in SHOWN_FIRST]

    @property
    def others_used(self) -> bool:
        return any(bound.value() for bound in self.others) or any(bound.errors for bound in self.others)


def people(files: list[ChronologyFile]) -> dict[str, str]:
    """The words by which current files name people, most frequent first, each under its blind index."""
    counted: dict[str, int] = {}
    if files:
        with keys.holding(files[0].review_id):
            for file in files:
                if file.is_current and file.people:
                    for name, number in json.loads(file.people):
                        counted[name] = counted.get(name, 0) + number
    names = sorted(counted, key=lambda name: -counted[name])[:MOST_PEOPLE]
    return {index_of(name): name for name in sorted(names, key=str.casefold)}


class ColumnsForm(forms.Form):
    """What each heading of a file means."""

    def __init__(self, *args: object, headings: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.headings = list(headings)
        for number, (heading, meant) in enumerate(headings.items()):
            self.fields[f"column-{number}"] = forms.SelectField(
                label=heading, choices=MEANINGS, blank="None of these: keep it as it is", required=False,
                initial=meant,
            )  # fmt: skip

    def columns(self) -> dict[str, str]:
        return {
            heading: self.cleaned_data[f"column-{number}"] for number, heading in enumerate(self.headings)
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        meant = list(said.values())
        if not {"date", "day", "month", "year"} & set(meant):
            self.add_error(None, "Say which column holds the date.")
        if "event" not in meant:
            self.add_error(None, "Say which column holds what happened.")
        return said


class KnewForm(forms.Form):
    """A fact, and a day on which somebody may have known it."""

    words = forms.CharField(
        label="What is the fact about?", hint="Words that the entries use, such as “strangulation”",
        max_length=100, width=20, required=False, autocomplete="off",
    )  # fmt: skip
    day = forms.CharField(
        label="By which day?", hint="For example, 3 April 2018. Leave it empty to see when each had it first.",
        max_length=30, width=10, required=False, autocomplete="off",
    )  # fmt: skip

    def __init__(self, *args: object, has_entry: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.has_entry = has_entry
        if has_entry:
            del self.fields["words"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.has_entry and not said.get("words", "").strip():
            self.add_error("words", "Enter the words that the fact is about")
        if said.get("day"):
            read = dates.read(said["day"], today=localdate())
            said["day_read"] = None if isinstance(read, dates.Refusal) else read.end
            if said["day_read"] is None:
                self.add_error("day", "Enter a day, like 3 April 2018")
        return said
