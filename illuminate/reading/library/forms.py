"""The search of the library."""

from typing import Any

from illuminate.foundation.design import forms
from illuminate.reading.library import queries
from illuminate.reading.library.queries import Wanted

LABELS = {"year": "Year published", "region": "Region", "partnership": "Partnership"}
ALL = {"year": "All years", "region": "All regions", "partnership": "All partnerships"}


class SearchForm(forms.Form):
    """Words and filters, each choice with the number of reports it leaves."""

    words = forms.CharField(label="Search the reports", required=False, max_length=200, width="full")

    def __init__(self, *args: Any, wanted: Wanted, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in queries.FILTERS:
            choices = [(value, f"{value} ({number})") for value, number in queries.counts(wanted, name)]
            self.fields[name] = forms.SelectField(
                label=LABELS[name], required=False, blank=ALL[name], choices=choices
            )


def wanted(given: Any) -> Wanted:
    """What an address asks for. Whatever can't be meant is left out: a reader's link is never an error."""
    words = " ".join(str(given.get("words", "")).replace("\x00", "").split())[:200]
    chosen = {name: str(given.get(name, ""))[:200].replace("\x00", "").strip() for name in queries.FILTERS}
    if chosen["year"] and not (
        chosen["year"].isascii() and chosen["year"].isdigit() and len(chosen["year"]) == 4
    ):
        chosen["year"] = ""
    return Wanted(words, {name: value for name, value in chosen.items() if value})
