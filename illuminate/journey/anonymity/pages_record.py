"""What remains in a file, what was made of it, and who said what of which bytes."""

from itertools import groupby
from typing import Any

from django.urls import reverse

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.design.days import long_day
from illuminate.foundation.design.filters import moment
from illuminate.foundation.documents.models import Document
from illuminate.journey.anonymity import (
    blockers_copy,
    kinds,
    pages,
    pages_work,
    permissions,
    queries,
    queries_work,
    standing,
)
from illuminate.journey.anonymity.board import Board
from illuminate.journey.anonymity.finding import Line, State
from illuminate.journey.anonymity.models import NEEDED, Copy, MachineCheck, MachineWork, Round, Verdict
from illuminate.journey.reviews.models import Review


def remains(laid: Board) -> dict[str, Any]:
    """What may still identify somebody once everything is done as it was decided, in sentences."""
    check = laid.check
    lines = laid.order
    back = reverse("anonymity:findings", args=[check.pk])
    with keys.holding(check.review_id):
        risks = [(one["text"], one["why"]) for one in check.singled_out()]
        openly = [(one["text"], one["why"]) for one in check.openly()]
    return pages.findings(check) | missed() | {
        "title": f"What remains: {queries.called(check.document)}",
        "back_url": back,
        "undecided": sum(line.is_open and not line.on_register for line in lines),
        "unread": [(line.text, _outcome(line)) for line in lines if line.state_is_unread],
        "risks": risks,
        "openly": openly,
        "kept": _kept(lines),
    }  # fmt: skip


def missed() -> dict[str, Any]:
    """What the machine misses, measured, so that people read for it. It names nobody."""
    return {
        "missed": kinds.missed(), "missed_forms": kinds.missed_forms(), "missed_risks": kinds.missed_risks(),
        "measured": kinds.measured(),
    }  # fmt: skip


def _outcome(line: Line) -> str:
    if line.state == State.KEPT:
        return f"Looked at: {line.reason} ({line.decided})"
    return (
        "To be changed in a new version." if line.state == State.CHANGED else "Nobody has looked at it yet."
    )


def _kept(lines: list[Line]) -> list[tuple[str, str, int, str]]:
    """What stays, each words and reason once: letter, words, how often, why and who."""
    kept = sorted(
        (line for line in lines if line.state == State.KEPT and not line.state_is_unread),
        key=lambda line: (line.group.letter, line.text.casefold(), line.reason),
    )
    found = []
    for _, same in groupby(kept, key=lambda line: (line.group.letter, line.text.casefold(), line.reason)):
        several = list(same)
        first = several[0]
        found.append((first.group.letter, first.text, len(several), f"{first.reason} ({first.decided})"))
    return found


def copying(review: Review, document: Document, check: MachineCheck | None, user: User) -> dict[str, Any]:
    """The copies of a file, the one on its way, and why none can be made yet."""
    if check is None:
        return {}
    with keys.holding(review.pk):
        made = [copy_shown(one) for one in queries_work.copies(check, user)]
    work = pages_work.of_file(review, document, MachineWork.Kind.COPY, None)
    return {
        "copies": made,
        "copy_blockers": blockers_copy.to_copy(check),
        "copy_work": work.get("work"),
        "copy_work_url": work.get("work_url"),
    }


def copy_shown(copy: Copy) -> dict[str, Any]:
    """A copy with where to get it, what was done, and what the machine still says of it."""
    return {
        "copy": copy,
        "name": str(copy.document.name),
        "removed": copy.removed.splitlines(),
        "left": pages.copy_words(copy),
    }


def record(review: Review, found: Document, round: Round, user: User) -> dict[str, Any]:  # noqa: A002 - a round is what everybody calls it
    """Who looked at which bytes, when, with which version, and what they said, as far as it may be known."""
    known = standing.of_files(review, [found], round)[found.digest]
    with keys.holding(review.pk):
        name = str(found.name)
        given = queries.verdicts(review, found.digest, round, user=user)
        told = compared(given, round)
    back = reverse("anonymity:document", args=[review.slug, round, found.pk])
    asked = queries.checks_of(review, round, [found.digest], user)
    return pages.frame(review, f"Record of the check: {queries.called(found)}", back) | {
        "file": [
            ("File", name), ("SHA-256", found.digest), ("Size", f"{found.size:,} bytes"), ("Round", round.label),
            ("Uploaded", f"{found.uploaded_by.name}, {moment(found.recorded_at)}"),
        ],
        "machine": _machine(known.machine, known.mark) if permissions.may_run(review.pk, user) else [],
        "asked": [(one.checker.name, f"asked on {long_day(one.asked_on)}") for one in asked],
    } | told  # fmt: skip


def verdicts(review: Review, found: Document, round: Round, user: User) -> dict[str, Any]:  # noqa: A002 - a round is what everybody calls it
    """What people said of these bytes, beside each other, as far as somebody may know."""
    with keys.holding(review.pk):
        return compared(queries.verdicts(review, found.digest, round, user=user), round)


def compared(given: list[Verdict], round: Round) -> dict[str, Any]:  # noqa: A002 - a round is what everybody calls it
    """A column for each person, a row for each thing said, and where they differ."""
    rows = [
        ("Verdict", [one.get_verdict_display() for one in given]),
        ("Where", [one.note or "-" for one in given]),
        ("When", [moment(one.recorded_at) for one in given]),
        ("Version that ran", [one.engine or "Not kept then" for one in given]),
        ("SHA-256 of the bytes", [one.check_asked.digest for one in given]),
    ]
    people = [str(one.given_by.name) for one in given]
    return {"people_said": people, "said": rows if given else [], "differ": differ(given, round)}


def differ(given: list[Verdict], round: Round) -> str:  # noqa: A002 - a round is what everybody calls it
    """Where two verdicts differ, in a sentence; empty as long as not both may be known."""
    if NEEDED[round] < 2 or len(given) < NEEDED[round]:
        return ""
    said = {one.verdict for one in given}
    if len(said) > 1:
        return "They differ: " + " ".join(pages.verdict_words(one) for one in given)
    clean = said == {Verdict.Answer.CLEAN}
    return (
        "They agree: neither found anything." if clean else "They agree that something identifies somebody."
    )


def _machine(check: MachineCheck | None, mark: str) -> list[tuple[str, str]]:
    if check is None:
        return [("Looked", "Not yet")]
    settled = queries.settlements(check).values()
    kept = sum(one.outcome == "keep" for one in settled)
    return [
        ("Looked", f"{moment(check.recorded_at)}, asked by {check.ran_by.name}"),
        ("Version", check.engine or "Not kept then"),
        ("Bytes", check.digest),
        ("Register", "As it is now" if check.register_mark == mark else "It has changed since"),
        ("Found", pages.machine_words(check)),
        ("Decided", f"{len(settled)}: {kept} stay, {len(settled) - kept} go"),
    ]
