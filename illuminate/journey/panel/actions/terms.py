"""Agreeing the terms of reference, version by version."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.panel import blockers, notices, permissions, queries
from illuminate.journey.panel.actions.common import hold
from illuminate.journey.panel.events import Event
from illuminate.journey.panel.models import KeyLine, TermsOfReference
from illuminate.journey.reviews.actions import compartment_of
from illuminate.journey.reviews.blockers import refuse_if
from illuminate.journey.reviews.models import Review

LABELS = {
    "purpose": "Purpose",
    "subjects": "Who the review is about",
    "why_period": "Why this period",
    "equality": "Equality and diversity",
    "family_plan": "How the family takes part",
    "parallel_proceedings": "Parallel proceedings and disclosure",
    "expertise": "Expertise the panel needs",
    "media_plan": "Media",
    "timetable": "Timetable",
    "family_said": "What the family said",
}
"""What each part is called, on the page and in what is said about it."""


@dataclass(frozen=True)
class TermsDetails:
    """The parts of the terms of reference beside the key lines (journey.md, "Terms of reference")."""

    period_from: date
    period_to: date
    why_period: str
    purpose: str
    equality: str
    family_plan: str
    subjects: str = ""
    parallel_proceedings: str = ""
    expertise: str = ""
    media_plan: str = ""
    timetable: str = ""
    family_said: str = ""

    def texts(self) -> dict[str, str]:
        """The parts that are prose, by their labels."""
        return {label: getattr(self, name) for name, label in LABELS.items()}


@transaction.atomic
def agree_terms(
    *, review: Review, details: TermsDetails, lines: list[str], based_on: int | None = None,
    happened_on: date | None = None, by: User,
) -> TermsOfReference:  # fmt: skip
    """Agree the next version; the one before is kept as it was.

    `based_on` is the version that the writer had in front of them (0 for none): if another was agreed meanwhile,
    this one is refused. Real names are refused in every part.
    """
    permissions.require_can_lead(review.pk, by=by)
    hold(review)
    kept = [line.strip() for line in lines if line.strip()]
    day = happened_on or localdate()
    texts = {**details.texts(), "Key lines of enquiry": "\n".join(kept)}
    why_not = blockers.to_agree_terms(
        review, texts=texts, lines=kept, period=(details.period_from, details.period_to), based_on=based_on
    )
    refuse_if([*blockers.to_be_dated(day), *why_not])
    terms = _write(review, details, kept, day, by)
    record(
        Event.TERMS_AGREED,
        terms,
        by=by,
        happened_on=day,
        detail={"version": terms.version, "lines": len(kept)},
    )
    notices.terms_agreed(terms, by=by)
    return terms


def _write(review: Review, details: TermsDetails, lines: list[str], day: date, by: User) -> TermsOfReference:
    compartment = compartment_of(review, Kind.PANEL)
    before = queries.current_terms(review)
    terms = TermsOfReference.objects.create(
        review=review, compartment=compartment, version=before.version + 1 if before else 1, agreed_on=day,
        agreed_by=by, **asdict(details),
    )  # fmt: skip
    KeyLine.objects.bulk_create(
        KeyLine(review=review, compartment=compartment, terms=terms, number=number, text=text)
        for number, text in enumerate(lines, 1)
    )
    return terms
