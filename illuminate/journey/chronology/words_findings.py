"""How findings, their settlements and marks are said. A finding is a question: no word of blame."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from illuminate.foundation.design.days import long_day
from illuminate.journey.chronology.models import Entry, Finding, Settlement
from illuminate.journey.chronology.models_findings import Decision, FindingKind, MarkKind, State
from illuminate.journey.chronology.words import day_words

DIFFERING: dict[str, str] = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text("utf-8"))

CHOICES = {
    FindingKind.SAME_EVENT: {
        Decision.SAME: "The same event",
        Decision.NOT_SAME: "Not the same event",
        Decision.EXPLAINED: "Explained",
    },
    FindingKind.CONFLICT: {
        Decision.NOTED: "The accounts differ: note it",
        Decision.NOT_SAME: "Not the same event, so they need not agree",
        Decision.EXPLAINED: "Explained",
    },
    FindingKind.ONE_SIDED: {
        Decision.NOTED: "No receipt is on record: note it",
        Decision.EXPLAINED: "Explained, or it did arrive",
    },
    FindingKind.SILENCE: {Decision.NOTED: "Note the silence", Decision.EXPLAINED: "Explained"},
    FindingKind.ORDER: {Decision.NOTED: "Note that the dates do not fit", Decision.EXPLAINED: "Explained"},
}
SYMBOLS = {
    FindingKind.SAME_EVENT: "=",
    FindingKind.CONFLICT: "≠",
    FindingKind.ONE_SIDED: "→",
    FindingKind.SILENCE: "…",
    FindingKind.ORDER: "↔",
}
MARKS = {MarkKind.KEY_EPISODE: "★", MarkKind.MISSED_OPPORTUNITY: "◇", MarkKind.GOOD_PRACTICE: "✓"}


def short(finding: Finding, names: Mapping[UUID, str]) -> str:
    """A finding beside an entry, in a few words: "told by 3 agencies"."""
    told = [names[one] for one in finding.agencies if one in names]
    match FindingKind(finding.kind):
        case FindingKind.SAME_EVENT:
            return f"told by {_number(len(finding.agencies), 'agency', 'agencies')}"
        case FindingKind.CONFLICT:
            return f"{_and(told) if len(told) > 1 else 'Accounts'} {differing(finding.field)}"
        case FindingKind.ONE_SIDED:
            return f"no receipt on record at {finding.expected_agency}"
        case FindingKind.SILENCE:
            return f"{_and(told) or finding.agency}: nothing recorded {_period(finding)}"
    return "dates out of order"


def differing(field: str) -> str:
    """How accounts differ in a field of the comparison, as it follows who gives them."""
    return DIFFERING.get(field) or (f"differ on {field}" if field else "differ")


def _period(finding: Finding) -> str:
    if finding.starts_on and finding.ends_on:
        return f"from {long_day(finding.starts_on)} to {long_day(finding.ends_on)}"
    return "for a long time"


def _number(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {more}"


def _and(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def state(finding: Finding) -> tuple[str, str]:
    """Where a finding stands, in words, with the colour that repeats them."""
    if finding.gone_at and finding.state == State.SETTLED:
        return ("Settled; no longer raised", "grey")
    if finding.grown:
        return ("Settled, and changed since", "orange")
    if finding.state == State.OPEN:
        return ("Open", "blue")
    if finding.state == State.ASKED:
        return ("Agency asked", "yellow")
    return (decided(finding.kind, finding.decision), "green")


def decided(kind: str, decision: str) -> str:
    """What was decided, as it is said afterwards."""
    if decision == Decision.NOTED:
        return "Conflict noted" if kind == FindingKind.CONFLICT else "Noted"
    return Decision(decision).label


def settlement(one: Settlement, kind: str, entries: Mapping[UUID, Entry]) -> str:
    """One decision with its reason, for the history of a finding."""
    parts = []
    if one.decision == Decision.NOTED and kind == FindingKind.CONFLICT:
        right = entries.get(one.taken_right) if one.taken_right else None
        who = f"{right.file.organisation.name} is taken as right" if right else "which is right is not known"
        parts.append(f"{who[:1].upper()}{who[1:]}.")
    if one.note:
        parts.append(str(one.note))
    return " ".join(parts)


def quoted(entry: Entry, shown: Sequence[Entry] = ()) -> str:
    """An agency's own row as the question quotes it; other agencies' rows only where the chair shows them."""
    parts = [f"Your chronology, {entry.place}:\n{row_words(entry)}"]
    parts += [
        f"The chair shows you this row of {one.file.organisation.name}:\n{row_words(one)}" for one in shown
    ]
    return "\n\n".join(parts)


def row_words(entry: Entry) -> str:
    """What a row says, in one line for each column that says something."""
    return "\n".join(part for part in (day_words(entry), entry.event, entry.response) if part)
