"""The register as comma-separated text (commands.md, "Anonymise"): no spreadsheet takes a cell of it for a formula."""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from illuminate.engines.anonymise import Entry, read_register
from illuminate.engines.chronology.writers.escapes import as_written, neutral
from illuminate.journey.people.models import RegisterEntry

HEADINGS = ("kind", "real", "pseudonym", "role", "aliases")


def text(entries: Iterable[RegisterEntry]) -> str:
    """Every entry with a name, as a file; with the sign that lets Excel know it for UTF-8."""
    made = io.StringIO(newline="")
    out = csv.writer(made)
    out.writerow(HEADINGS)
    for entry in entries:
        if entry.real:
            called = entry.open_name or entry.pseudonym
            out.writerow(
                map(neutral, (entry.kind, entry.real, called, entry.role, "|".join(entry.forms[1:])))
            )
    return f"\ufeff{made.getvalue()}"


def rows(csv_text: str) -> tuple[Entry, ...]:
    """The entries of a register file. Raises RegisterError naming every faulty row."""
    return tuple(
        replace(
            row, real=as_written(row.real), pseudonym=as_written(row.pseudonym), role=as_written(row.role),
            aliases=tuple(as_written(alias) for alias in row.aliases),
        )
        for row in read_register(csv_text).entries
    )  # fmt: skip
