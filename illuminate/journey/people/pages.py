"""What the people pages show, put together from the register."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from illuminate.journey.people import queries
from illuminate.journey.people.choices import EntryKind
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.models import Review

PRACTITIONER = "practitioner"
NONE_YET = "None agreed yet"


@dataclass(frozen=True)
class Line:
    """One entry as a row of the page."""

    label: str
    role: str
    real: str
    forms: str
    pk: UUID


def frame(review: Review, title: str, back: str = "") -> dict[str, Any]:
    """What every page of this room has around it."""
    return {
        "title": title,
        "caption": f"{review.title}, {review.reference}",
        "back_url": back or reverse("people:list", args=[review.slug]),
    }


def groups(register: list[RegisterEntry], *, named: bool) -> list[tuple[str, list[Line]]]:
    """The register in the order people look for it; names only when they were asked for."""
    found: dict[str, list[Line]] = {}
    for entry in register:
        found.setdefault(_group(entry), []).append(_line(entry, named))
    return [(heading, found[heading]) for heading in HEADINGS if heading in found]


def warnings(register: list[RegisterEntry]) -> list[str]:
    return [
        f"“{word}” is the real name of somebody in this case too. Agree another pseudonym before anything is shared."
        for word in queries.unsafe_pseudonyms(register)
    ]


def entry_rows(entry: RegisterEntry) -> list[tuple[str, Any]]:
    subject = getattr(entry, "subject", None)
    rows: list[tuple[str, Any]] = [
        ("Pseudonym", entry.pseudonym or NONE_YET),
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


def _line(entry: RegisterEntry, named: bool) -> Line:
    return Line(
        label=entry.pseudonym or NONE_YET,
        role=entry.role or entry.get_kind_display(),
        real=entry.real if named else "",
        forms=", ".join(entry.forms[1:]) if named else "",
        pk=entry.pk,
    )
