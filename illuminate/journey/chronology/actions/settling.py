"""Settling what the entries raise, opening it again, and asking an agency about one of its rows."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record
from illuminate.journey.agencies import actions as agencies
from illuminate.journey.agencies.models import Challenge
from illuminate.journey.chronology import blockers_findings as blockers
from illuminate.journey.chronology import permissions, words_findings
from illuminate.journey.chronology.events import Event
from illuminate.journey.chronology.models import Entry, Finding, Settlement
from illuminate.journey.chronology.models_findings import Decision, State
from illuminate.journey.reviews.blockers import refuse_if


@transaction.atomic
def settle(
    *, finding: Finding, decision: str, note: str = "", taken_right: UUID | None = None, seen: int,
    happened_on: date | None = None, by: User,
) -> Settlement:  # fmt: skip
    """Say what a finding comes to. `seen` is the revision that was on the page: a later one is not decided over."""
    permissions.require_can_settle(finding.review_id, by=by)
    _hold(finding)
    settled_on = happened_on or localdate()
    refuse_if(blockers.to_settle(finding, decision=decision, note=note, seen=seen, settled_on=settled_on))
    settlement = _decide(finding, decision, settled_on, by, note=note, taken_right=taken_right)
    record(Event.SETTLED, finding, by=by, happened_on=settled_on, detail={"decision": str(decision)})
    return settlement


@transaction.atomic
def reopen(
    *, finding: Finding, note: str = "", seen: int, happened_on: date | None = None, by: User
) -> Settlement:
    """Make a question of it again."""
    permissions.require_can_settle(finding.review_id, by=by)
    _hold(finding)
    refuse_if(blockers.to_reopen(finding, seen))
    settlement = _decide(finding, Decision.REOPENED, happened_on or localdate(), by, note=note)
    record(Event.REOPENED, finding, by=by, happened_on=happened_on)
    return settlement


@transaction.atomic
def ask_agency(
    *, entry: Entry, question: str, finding: Finding | None = None, shown: Sequence[Entry] = (),
    happened_on: date | None = None, by: User,
) -> Challenge:  # fmt: skip
    """Ask an agency about one of its rows. Another agency's row is quoted only when the chair shows it, on record."""
    permissions.require_can_ask(entry.review_id, by=by)
    refuse_if(blockers.to_ask(entry))
    asked_on = happened_on or localdate()
    challenge = agencies.ask_about_row(
        request=entry.file.request, entry=entry.identity, passage=words_findings.quoted(entry, shown),
        question=question, happened_on=asked_on, by=by,
    )  # fmt: skip
    record(Event.AGENCY_ASKED, entry, by=by, happened_on=asked_on)
    for other in shown:
        record(
            Event.ROW_SHOWN,
            other,
            by=by,
            happened_on=asked_on,
            detail={"to": str(entry.file.organisation_id)},
        )
    if finding is not None:
        _hold(finding)
        _decide(finding, Decision.ASKED, asked_on, by, question=challenge.pk)
    return challenge


def _hold(finding: Finding) -> None:
    """Let one person at a time decide, and see the finding as it stands now."""
    Finding.objects.select_for_update().get(pk=finding.pk)
    finding.refresh_from_db()


def _decide(
    finding: Finding, decision: str, on: date, by: User, *, note: str = "", taken_right: UUID | None = None,
    question: UUID | None = None,
) -> Settlement:  # fmt: skip
    settlement = Settlement.objects.create(
        review_id=finding.review_id, compartment_id=finding.compartment_id, finding=finding, decision=decision,
        note=note.strip(), taken_right=taken_right if decision == Decision.NOTED else None, question=question,
        settled_on=on, settled_by=by,
    )  # fmt: skip
    states = {Decision.REOPENED: State.OPEN, Decision.ASKED: State.ASKED}
    finding.state = states.get(Decision(decision), State.SETTLED)
    finding.decision = "" if finding.state == State.OPEN else decision
    finding.revision, finding.grown = finding.revision + 1, False
    finding.save(update_fields=["state", "decision", "revision", "grown"])
    return settlement
