"""The pages about what comparing the entries raised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.journey.agencies.models import Challenge
from illuminate.journey.chronology import history, pages, permissions, queries_findings
from illuminate.journey.chronology import words_findings as said
from illuminate.journey.chronology.models import Entry, Finding
from illuminate.journey.chronology.models_findings import Decision, FindingKind, State
from illuminate.journey.chronology.pages import Line
from illuminate.journey.reviews.models import Review


@dataclass(frozen=True)
class Card:
    """A finding as a list shows it."""

    finding: Finding
    symbol: str
    text: str
    state: tuple[str, str]
    lines: list[Line]
    url: str


@dataclass(frozen=True)
class Told:
    """One decision about a finding, shaped for the design's timeline."""

    title: str
    when: Any
    by: str
    text: str


def findings(review: Review, found: Iterable[Finding], user: User) -> dict[str, Any]:
    shown = list(found)
    entries = queries_findings.entries_of(shown, review.pk, user)
    counts = queries_findings.counts(review.pk, user)
    return pages.frame(review.compartment, "Findings", reverse("chronology:combined", args=[review.slug])) | {
        "review": review,
        "counts": _counts(counts),
        "total": sum(counts.values()),
        "still_open": sum(number for (_, state), number in counts.items() if state != State.SETTLED),
        "cards": [card(one, entries) for one in shown],
        "comparison": pages.comparison(review, user) if permissions.oversees(review.pk, user) else None,
    }


def _counts(counts: Mapping[tuple[str, str], int]) -> list[tuple[str, str, int, int]]:
    """Each kind with how many are open and how many settled."""
    found = []
    for kind in FindingKind:
        settled = counts.get((kind.value, State.SETTLED.value), 0)
        total = sum(number for (one, _), number in counts.items() if one == kind.value)
        found.append((kind.value, kind.label, total - settled, settled))
    return found


def card(one: Finding, entries: Mapping[UUID, Entry]) -> Card:
    rows = [entries[identity] for identity in one.entries if identity in entries]
    names = {row.file.organisation_id: row.file.organisation.name for row in rows}
    text = said.short(one, names)
    return Card(
        finding=one, symbol=said.SYMBOLS[FindingKind(one.kind)], text=text[:1].upper() + text[1:],
        state=said.state(one), lines=pages.lines(rows), url=reverse("chronology:finding", args=[one.pk]),
    )  # fmt: skip


def finding(one: Finding, user: User) -> dict[str, Any]:
    entries = queries_findings.entries_of([one], one.review_id, user)
    shown = card(one, entries)
    back = reverse("chronology:findings", args=[one.review.slug])
    with keys.holding(one.review_id):
        told = [
            Told(_title(settled.decision, one.kind), settled.settled_on, settled.settled_by.name,
                 said.settlement(settled, one.kind, entries))
            for settled in one.settlements.all()
        ]  # fmt: skip
    return pages.frame(one.compartment, shown.text, back) | {
        "finding": one,
        "card": shown,
        "told": list(reversed(told)),
        "questions": _questions(one),
        "may_settle": permissions.may_settle(one.review_id, user),
        "may_ask": permissions.may_ask(one.review_id, user),
        "rows": [
            (line, entries[identity])
            for line, identity in zip(shown.lines, _shown(one, entries), strict=True)
        ],
        "is_open": one.state != State.SETTLED,
        "why": one.why,
        "sure": _sure(one),
        "next_url": _next(one, user),
        "events": history.of(one.pk),
    }


def _shown(one: Finding, entries: Mapping[UUID, Entry]) -> list[UUID]:
    return [identity for identity in one.entries if identity in entries]


def _title(decision: str, kind: str) -> str:
    if decision in (Decision.REOPENED, Decision.ASKED):
        return Decision(decision).label
    return said.decided(kind, decision)


def _sure(one: Finding) -> str:
    """How sure the comparison is, in words: a number would promise too much."""
    if one.confidence is None:
        return ""
    return "Very likely" if one.confidence >= 0.9 else "Likely" if one.confidence >= 0.7 else "Possible"


def _questions(one: Finding) -> list[Challenge]:
    """What agencies were asked about it, for those who sit in their sealed parts."""
    asked = [settled.question for settled in one.settlements.all() if settled.question]
    rows = Challenge.objects.filter(pk__in=asked).select_related("raised_by", "request__organisation")
    return list(rows.prefetch_related("answers__answered_by").order_by("raised_on")) if asked else []


def _next(one: Finding, user: User) -> str:
    """The next open finding after this one, so that they can be gone through one by one."""
    rows = queries_findings.findings(one.review_id, user).exclude(pk=one.pk).filter(state=State.OPEN)
    later = rows.filter(first_on__gte=one.first_on).first() if one.first_on else None
    found = later or rows.first()
    return reverse("chronology:finding", args=[found.pk]) if found else ""
