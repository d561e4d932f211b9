"""What was found in a file, in words for a terminal."""

from collections import Counter
from collections.abc import Iterator

from illuminate.engines.anonymise import Applied, Finding, Report

_LISTED = 200


def report_in_words(report: Report) -> Iterator[str]:
    """A line for each finding and each risk, then the counts; of very many the first ones."""
    for finding in report.findings[:_LISTED]:
        yield _finding(finding)
    more = len(report.findings) - _LISTED
    if more > 0:
        yield f"and {more:,} more: --json FINDINGS.json lists them all."
    known = sum(one.on_register for one in report.findings)
    kinds = Counter(one.kind.replace("_", " ") for one in report.findings if not one.on_register)
    named = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
    yield f"On the register: {known:,}"
    yield f"Not on the register, to be decided by you: {sum(kinds.values()):,}" + (
        f" ({named})" if named else ""
    )
    yield "Clean: yes" if report.clean else "Clean: no"


def applied_in_words(done: Applied) -> Iterator[str]:
    """How many places were replaced, and what else was taken out."""
    yield f"Places replaced: {done.replaced:,}"
    for what in done.removed:
        yield f"Taken out: {what}"


def unread_in_words(report: Report) -> Iterator[str]:
    """A sentence for each part that nobody could read."""
    for one in report.unread[:_LISTED]:
        yield f"{report.file}, {one.part}, was not read: {one.why}"
    more = len(report.unread) - _LISTED
    if more > 0:
        yield f"{report.file} has {more:,} more parts that were not read: --json lists them all."


def _finding(one: Finding) -> str:
    where = f"{one.where.part}, paragraph {one.where.paragraph}"
    kind = one.kind.replace("_", " ")
    if not one.on_register:
        return f"{where}: {one.text} ({kind}, not on the register)"
    return f"{where}: {one.text} ({kind}) → {one.pseudonym or 'removed'}"
