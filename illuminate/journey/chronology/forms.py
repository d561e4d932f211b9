"""What people send and ask for: a file, and a narrower list."""

from collections.abc import Iterable

from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import UploadField
from illuminate.journey.chronology.models import ChronologyFile
from illuminate.journey.chronology.rows import ENDINGS

DATES = [
    ("exact", "Named to the day"),
    ("open", "In doubt, or wider than a day"),
    ("none", "No date at all"),
]


class UploadForm(forms.Form):
    """An agency's chronology."""

    file = UploadField(
        label="Chronology",
        hint="A Word table, or an Excel, OpenDocument or CSV sheet, with a heading over each column. "
        "One contact on a row.",
        accept=ENDINGS,
        missing="Choose the file with the chronology",
    )


class FilterForm(forms.Form):
    """Narrows the combined list. It is posted when it holds words, so that they never stand in an address."""

    agency = forms.SelectField(label="Agency", blank="Every agency", required=False)
    dates = forms.SelectField(label="Dates", choices=DATES, blank="Every date", required=False)
    words = forms.CharField(
        label="Words", hint="All of them, anywhere in the row", max_length=100, width=20, required=False,
        autocomplete="off",
    )  # fmt: skip

    def __init__(self, *args: object, files: Iterable[ChronologyFile], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        agencies = {str(file.organisation_id): file.organisation.name for file in files}
        self.fields["agency"].choices = [("", "Every agency"), *agencies.items()]  # type: ignore[attr-defined]
