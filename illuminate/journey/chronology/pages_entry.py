"""One entry's page: its source row, what it raises, how it is marked, what the agency was asked about it."""

from typing import Any

from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.journey.agencies import queries as agencies
from illuminate.journey.agencies.models import Challenge
from illuminate.journey.chronology import (
    history,
    pages,
    permissions,
    queries,
    queries_findings,
    words,
)
from illuminate.journey.chronology import words_findings as said
from illuminate.journey.chronology.models import Entry, Finding, Mark
from illuminate.journey.chronology.models_findings import FindingKind, MarkKind
from illuminate.journey.chronology.pages import Sign
from illuminate.journey.reviews import queries as reviews


def entry(found: Entry, user: User) -> dict[str, Any]:
    back = reverse("chronology:file", args=[found.file_id])
    name = queries.file_names([found.file])[found.file_id]
    settles = permissions.may_settle(found.review_id, user) and found.file.is_current
    marks = queries_findings.marks_on([found], found.review_id, user)[found.identity]
    return pages.frame(found.compartment, "One entry and its source", back) | {
        "entry": found,
        "source": _source(found, name),
        "meaning": [
            ("Date, as understood", words.understood(found)),
            ("How exact", found.get_precision_display()),
        ],
        "row": _row(found),
        "is_current": found.file.is_current,
        "findings": _findings(found, user),
        "marks": [(mark, _mark(mark)) for mark in marks],
        "may_mark": settles,
        "may_ask": permissions.may_ask(found.review_id, user) and found.file.is_current,
        "questions": _questions(found),
        "knew_url": knew_url(found, user),
        "events": history.of(found.pk, found.file_id),
    }


def _source(found: Entry, name: str) -> list[tuple[str, str]]:
    hidden = [("Hidden", "This row, or a column that it was read from, is hidden in the file")]
    return [
        ("Agency", found.file.organisation.name),
        ("File", name),
        ("Place in the file", found.place),
        ("Date, as written", found.original_date),
        ("Time, as written", found.original_time),
        *(hidden if found.hidden else []),
    ]


def _row(entry: Entry) -> list[tuple[str, str]]:
    """The rest of the source row; what it doesn't hold is left out."""
    with keys.holding(entry.review_id):
        cells = [
            ("What happened", entry.event),
            ("Response", entry.response),
            ("Comment", entry.comment),
            ("People named", str(entry.subjects)),
            ("Kind of contact", entry.contact),
            ("Source record", entry.origin),
            ("Practitioner", str(entry.practitioner)),
            *entry.columns().items(),
        ]
    return [(heading, text) for heading, text in cells if text]


def _findings(found: Entry, user: User) -> list[Sign]:
    told: list[Finding] = queries_findings.about([found], found.review_id, user)[found.identity]
    others = queries_findings.entries_of(told, found.review_id, user).values()
    names = {one.file.organisation_id: one.file.organisation.name for one in others}
    return [
        Sign(said.SYMBOLS[FindingKind(one.kind)], said.short(one, names), said.state(one)[0],
             reverse("chronology:finding", args=[one.pk]))
        for one in told
    ]  # fmt: skip


def _mark(mark: Mark) -> Sign:
    kind = MarkKind(mark.kind)
    return Sign(said.MARKS[kind], kind.label, str(mark.note))


def _questions(found: Entry) -> list[Challenge]:
    """What the agency was asked about this row; for those who sit in its sealed part."""
    return agencies.about_row(found.review_id, found.identity)


def knew_url(found: Entry, user: User) -> str:
    """Where one sees which agencies knew of this, for those who see the review."""
    review = reviews.visible_to(user).filter(pk=found.review_id).first()
    return f"{reverse('chronology:knew', args=[review.slug])}?entry={found.identity}" if review else ""
