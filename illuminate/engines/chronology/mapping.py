"""Checks on what a person says that headings mean."""

from __future__ import annotations

from collections.abc import Sequence

from illuminate.engines.chronology.columns import FIELDS, Columns
from illuminate.engines.chronology.headings import Headings
from illuminate.engines.chronology.model import WrongColumns

_SHOWN = 20


def check_columns(columns: Columns) -> None:
    """Refuse a mapping with a field that there is none of."""
    for fields in (columns.fields, *columns.parts.values()):
        for heading, meant in fields.items():
            if meant and meant not in FIELDS:
                raise WrongColumns(
                    f"The heading {heading} can't be read as {meant}: choose one of {', '.join(FIELDS)}, "
                    "or nothing to leave it as it is."
                )


def check_headings(columns: Columns, found: Sequence[Headings], file: str) -> None:
    """Refuse a mapping of which no heading is in the file: it belongs to another one."""
    asked = {heading for fields in (columns.fields, *columns.parts.values()) for heading in fields}
    there = {headings.name(column) for headings in found for column in {*headings.names, *headings.fields}}
    if asked and there and not asked & there:
        raise WrongColumns(
            f"{file} has none of the headings {', '.join(sorted(asked)[:_SHOWN])}: its headings are "
            f"{', '.join(sorted(there)[:_SHOWN])}."
        )
