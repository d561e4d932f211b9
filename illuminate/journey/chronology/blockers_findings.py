"""Why a finding can't be settled, an agency asked or an entry marked yet."""

from datetime import date

from illuminate.foundation.design.days import long_day
from illuminate.journey.chronology.models import Entry, Finding, Mark, Settlement
from illuminate.journey.chronology.models_findings import Decision, FindingKind, MarkKind, State
from illuminate.journey.panel.blockers import to_be_dated
from illuminate.journey.reviews.blockers import Blocker

FITS = {
    FindingKind.SAME_EVENT: (Decision.SAME, Decision.NOT_SAME, Decision.EXPLAINED),
    FindingKind.CONFLICT: (Decision.NOTED, Decision.NOT_SAME, Decision.EXPLAINED),
    FindingKind.ONE_SIDED: (Decision.NOTED, Decision.EXPLAINED),
    FindingKind.SILENCE: (Decision.NOTED, Decision.EXPLAINED),
    FindingKind.ORDER: (Decision.NOTED, Decision.EXPLAINED),
}
"""Which decisions fit which question."""


def to_settle(
    finding: Finding, *, decision: str, note: str, seen: int, settled_on: date | None
) -> list[Blocker]:
    """As it stands now, with a decision that fits the question, and with its reason where it needs one."""
    if stale := to_be_as_seen(finding, seen):
        return stale
    found = to_be_dated(settled_on)
    if decision not in FITS[FindingKind(finding.kind)]:
        found.append(Blocker("Choose what you decide."))
    if decision == Decision.EXPLAINED and not note.strip():
        found.append(Blocker("Say what explains it."))
    return found


def to_reopen(finding: Finding, seen: int) -> list[Blocker]:
    if stale := to_be_as_seen(finding, seen):
        return stale
    return [] if finding.state != State.OPEN else [Blocker("This finding is open already.")]


def to_be_as_seen(finding: Finding, seen: int) -> list[Blocker]:
    """Nobody decides over somebody else's head: what they did is said, and what was chosen is still on the page."""
    last = (
        Settlement.objects.filter(finding=finding).select_related("settled_by").order_by("recorded_at").last()
    )
    if finding.revision == seen or last is None:
        return []
    what = Decision(last.decision).label
    return [
        Blocker(
            f"{last.settled_by.name} decided “{what}” on {long_day(last.settled_on)}, while you had the page open, so "
            "your choice was not kept. Both are on this page: look at them, and decide again."
        )
    ]


def to_ask(entry: Entry) -> list[Blocker]:
    """Only about what the agency says now."""
    if entry.file.is_current:
        return []
    return [
        Blocker("The agency has sent a newer version of this file since. Ask about the row as it stands now.")
    ]


def to_mark(entry: Entry, known: Mark | None) -> list[Blocker]:
    """Once a kind, on an entry as it stands now."""
    found = []
    if not entry.file.is_current:
        found.append(
            Blocker(
                "The agency has sent a newer version of this file since. Mark the entry as it stands now."
            )
        )
    if known:
        what = MarkKind(known.kind).label.lower()
        found.append(
            Blocker(
                f"{known.marked_by.name} has marked this entry as {what} already. Change the note of that mark."
            )
        )
    return found


def to_change_mark(mark: Mark, seen: int) -> list[Blocker]:
    """As it stands now, and not taken off."""
    if mark.ended_on:
        return [Blocker("This mark has been taken off meanwhile. Mark the entry again if it matters.")]
    if mark.revision != seen:
        return [
            Blocker(
                f"{mark.marked_by.name} has changed this note while you had the page open, so yours was not kept. "
                "Both are on this page: look at them, and save again."
            )
        ]
    return []
