"""What the people pages show, put together from the register."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from illuminate.engines.anonymise.fold import fold
from illuminate.foundation.design.days import long_day
from illuminate.journey.people import queries
from illuminate.journey.people.choices import EntryKind
from illuminate.journey.people.forms import SEVERAL, LinesForm
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.models import Review

PRACTITIONER = "practitioner"
NONE_YET = "None agreed yet"
REALLY_NAMED = "Their real name, as the family chose"
MARKING = "OFFICIAL-SENSITIVE"


@dataclass(frozen=True)
class Row:
    """One entry as a row of the page."""

    label: str
    role: str
    real: str
    forms: str
    chosen: str
    pk: UUID


@dataclass(frozen=True)
class Group:
    """Entries of one sort, with a name for the page's own links."""

    heading: str
    anchor: str
    rows: list[Row]


def frame(review: Review, title: str, back: str = "") -> dict[str, Any]:
    """What every page of this room has around it."""
    return {
        "title": title,
        "caption": f"{review.title}, {review.reference}",
        "back_url": back or reverse("people:list", args=[review.slug]),
    }


def form(review: Review, form: Any, title: str, submit: str) -> dict[str, Any]:
    """A page with a form."""
    return frame(review, title) | {
        "form": form, "submit_label": submit, "cancel_url": reverse("people:list", args=[review.slug]),
    }  # fmt: skip


def several(review: Review, form: LinesForm) -> dict[str, Any]:
    """The lines that were typed, as the rows that they would be."""
    return frame(review, f"Add {len(form.read)} to the register") | {
        "lines": form.read,
        "said": form.cleaned_data,
        "what": dict(SEVERAL)[form.cleaned_data["what"]],
        "review": review,
    }


def groups(
    register: list[RegisterEntry], *, named: bool, words: str = "", unnamed: bool = False
) -> list[Group]:
    """The register in the order people look for it, narrowed by words; names only when they were asked for."""
    found: dict[str, list[Row]] = {}
    for entry in register:
        row = _row(entry, named)
        if _is_wanted(row, words) and not (unnamed and entry.is_named):
            found.setdefault(_group(entry), []).append(row)
    return [
        Group(heading, f"group-{at}", found[heading])
        for at, heading in enumerate(HEADINGS, 1)
        if heading in found
    ]


def counted(groups: list[Group], register: list[RegisterEntry]) -> str:
    """How many are shown, and how many have no pseudonym, in one sentence."""
    shown = sum(len(group.rows) for group in groups)
    unnamed = sum(1 for entry in register if not entry.is_named)
    of = (
        f"{shown} of {len(register)} entries"
        if shown != len(register)
        else _number(shown, "entry", "entries")
    )
    without = (
        f"{_number(unnamed, 'has', 'have')} no pseudonym yet" if unnamed else "every one has a pseudonym"
    )
    return f"{of}; {without}."


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def warnings(register: list[RegisterEntry]) -> list[str]:
    return [
        f"“{word}” is the real name of somebody in this case too. Agree another pseudonym before anything is shared."
        for word in queries.unsafe_pseudonyms(register)
    ]


def entry_rows(entry: RegisterEntry) -> list[tuple[str, Any]]:
    subject = getattr(entry, "subject", None)
    rows: list[tuple[str, Any]] = [
        ("Name used", entry.open_name)
        if entry.is_openly_named
        else ("Pseudonym", entry.pseudonym or NONE_YET),
        *([("Chosen by", _chosen(entry))] if entry.chosen_by or subject else []),
        ("Real form", entry.real),
        ("Other forms", ", ".join(entry.forms[1:])),
        ("To the review", entry.role),
    ]
    if subject:
        rows += [
            ("Date of birth", subject.born and f"{subject.born.day} {subject.born:%B %Y}"),
            ("Sex", subject.get_sex_display()),
            ("Ethnicity", subject.get_ethnicity_display()),
            ("Religion", subject.get_religion_display()),
            (
                "Disability",
                " ".join(filter(None, [subject.get_disability_display(), subject.disability_details])),
            ),
            ("Sexual orientation", subject.get_sexual_orientation_display()),
            ("Nationality", subject.nationality),
            ("Immigration status", subject.immigration_status),
            ("Address", subject.address),
            ("GP", subject.gp),
            ("NHS number", subject.nhs_number),
            ("Relationship", subject.relationship),
        ]
    return rows


HEADINGS = (
    "Whom the review is about", "Family, friends and others", "People who worked for an agency",
    "Organisations", "Places", "Dates", "Numbers and references",
)  # fmt: skip
_OF_KIND = {
    EntryKind.ORGANISATION: HEADINGS[3],
    EntryKind.PLACE: HEADINGS[4],
    EntryKind.DATE: HEADINGS[5],
    EntryKind.IDENTIFIER: HEADINGS[6],
}


def _group(entry: RegisterEntry) -> str:
    if entry.kind in _OF_KIND:
        return _OF_KIND[EntryKind(entry.kind)]
    if hasattr(entry, "subject"):
        return HEADINGS[0]
    return HEADINGS[2] if entry.role == PRACTITIONER else HEADINGS[1]


def _row(entry: RegisterEntry, named: bool) -> Row:
    return Row(
        label=REALLY_NAMED if entry.is_openly_named else entry.pseudonym or NONE_YET,
        role=entry.role or entry.get_kind_display(),
        real=entry.real if named else "",
        forms=", ".join(entry.forms[1:]) if named else "",
        chosen=_chosen(entry),
        pk=entry.pk,
    )


def _chosen(entry: RegisterEntry) -> str:
    """Who chose the name and when; blank while nobody has said."""
    if not entry.chosen_by or not entry.chosen_on:
        return entry.get_chosen_by_display() if entry.chosen_by else ""
    told = f"{entry.get_chosen_by_display()}, {long_day(entry.chosen_on)}"
    if entry.is_openly_named and entry.confirmed_by and entry.confirmed_on:
        told += f"; confirmed by {entry.confirmed_by.name}, {long_day(entry.confirmed_on)}"
    return told


def _is_wanted(row: Row, words: str) -> bool:
    """Whether every word stands in what the page shows of an entry."""
    text = fold(f"{row.label} {row.role} {row.real} {row.forms}").lower
    return all(word in text for word in fold(words).lower.split())
