"""What was found in a file, in words for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from illuminate.engines.anonymise import Applied, Finding, Report, Where

_LISTED = 200
_EXAMPLES = 3


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
    yield from _standing(report)
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


def asked_in_words(file: str, asked: Sequence[Finding]) -> Iterator[str]:
    """One sentence for all places in which a name may be one of several people's."""
    if not asked:
        return
    doubts = [(one, one.asks.removeprefix("This ").removesuffix(".")) for one in asked[:_EXAMPLES]]
    first = dict.fromkeys(f"“{one.text}” {doubt} ({_place(one.where)})" for one, doubt in doubts)
    places = "1 place" if len(asked) == 1 else f"{len(asked):,} places"
    more = ", and others" if len(asked) > _EXAMPLES else ""
    yield f"{file} has {places} in which a person must decide who is meant: {'; '.join(first)}{more}."


def _standing(report: Report) -> Iterator[str]:
    """Names that hold a word of the register and stay, each with its reason and its first place."""
    by_name = Counter((one.text, one.why) for one in report.standing)
    first = {(one.text, one.why): one for one in reversed(report.standing)}
    for (text, why), number in sorted(by_name.items())[:_LISTED]:
        more = f" and {number - 1:,} more" if number > 1 else ""
        yield f"Left standing: {' '.join(text.split())}, {why} ({_place(first[text, why].where)}{more})"


def _place(where: Where) -> str:
    return f"{where.part}, paragraph {where.paragraph}"


def _finding(one: Finding) -> str:
    where = _place(one.where)
    kind = one.kind.replace("_", " ")
    if not one.on_register:
        return f"{where}: {one.text} ({kind}, not on the register)"
    return f"{where}: {one.text} ({kind}) → {one.pseudonym or 'removed'}"
