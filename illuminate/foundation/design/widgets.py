"""Inputs that Django does not have: a date in three boxes, several files at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

PARTS = ("day", "month", "year")


class DateBoxes(forms.Widget):
    """Day, month and year in three boxes, sent as `name-day`, `name-month`, `name-year`."""

    use_fieldset = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> dict[str, str] | None:
        """What was typed, as typed; None when the boxes were not on the page."""
        if self.value_omitted_from_data(data, files, name):
            return None
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in PARTS}

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        """True when none of the three boxes was sent."""
        return all(f"{name}-{part}" not in data for part in PARTS)

    def parts(self, value: object) -> dict[str, str]:
        """The three boxes' contents for a date, an ISO date, or what was typed."""
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        typed = value if isinstance(value, Mapping) else {}
        return {part: str(typed.get(part, "")) for part in PARTS}

    def id_for_label(self, id_: str | None, index: str | None = None) -> str:
        """The first box."""
        return f"{id_}-day" if id_ else ""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Three bare boxes, for a template that asks for the widget alone."""
        base = (attrs or {}).get("id", name)
        boxes = [(part.capitalize(), base, part, name, text) for part, text in self.parts(value).items()]
        return format_html_join(
            " ",
            '<input class="govuk-input govuk-input--width-4" inputmode="numeric" aria-label="{}" '
            'id="{}-{}" name="{}-{}" value="{}">',
            [(label, base, part, name, part, text) for label, base, part, name, text in boxes],
        )


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True
