"""Check a file against the register: what identifies someone, where it stands, and what nobody could read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from . import readers
from .detect import Hit, patterns
from .match import Match, Matcher
from .places import NAME_LIKE, Part, Reading, Unread, Where
from .register import Register


@dataclass(frozen=True)
class Finding:
    """One thing that identifies someone. `pseudonym` is None off the register, empty for "remove".

    `goes_on`: the rest of what began at the end of the line before.
    """

    text: str
    kind: str
    on_register: bool
    pseudonym: str | None
    where: Where
    rule: str
    confidence: float
    goes_on: bool = False

    def to_json(self) -> dict[str, Any]:
        """In the form of commands.md."""
        return {
            "text": self.text,
            "kind": self.kind,
            "on_register": self.on_register,
            "pseudonym": self.pseudonym,
            "where": dict(vars(self.where)),
            "rule": self.rule,
            "confidence": self.confidence,
        }


@dataclass(frozen=True)
class Report:
    """What a check found. It carries real names: keep it with the register, not with the document."""

    file: str
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]

    @property
    def clean(self) -> bool:
        """True only when nothing was found and everything was read."""
        return not self.findings and not self.unread

    @property
    def is_damaged(self) -> bool:
        """Whether the file as a whole could not be read to its end."""
        return any(one.part == "whole file" for one in self.unread)

    def to_json(self) -> dict[str, Any]:
        """In the form of commands.md. `risk` stays empty until rare combinations are looked for."""
        return {
            "file": self.file,
            "findings": [finding.to_json() for finding in self.findings],
            "risk": [],
            "unread": [{"where": {"part": one.part}, "why": one.why} for one in self.unread],
            "clean": self.clean,
        }


def check(data: bytes, name: str, register: Register) -> Report:
    """Read every part of a file and find what identifies someone. Changes nothing.

    Raises FileRefused for a file that must not or can't be opened (UnsafeFile, UnsupportedFile). A file or
    part that is damaged or not text is in `unread`, so the report isn't clean.
    """
    return check_reading(readers.read(data, name), name, register)


def check_reading(reading: Reading, name: str, register: Register) -> Report:
    """The same, of a file that has been read already."""
    matcher = Matcher(register)
    found = [finding for part in reading.parts.values() for finding in check_part(part, matcher)]
    return Report(name, tuple(_once(found, reading.parts)), tuple(reading.unread))


def check_part(part: Part, matcher: Matcher) -> Iterator[Finding]:
    """The findings in one part, in reading order."""
    if part.is_wrapped:
        yield from _across_lines(part, matcher)
        return
    for number, text in enumerate(part.paragraphs, 1):
        for found in _find(text, part, matcher):
            yield _finding(found, text, Where(part.name, number, found.start, found.end))


def _find(text: str, part: Part, matcher: Matcher) -> list[Match | Hit]:
    """Matches of the register and hits of a pattern; where they compete the wider one stays."""
    matches = matcher.find(text, is_name_like=part.name in NAME_LIKE)
    hits = [] if part.is_machine else patterns(text)
    kept: list[Match | Hit] = []
    rivals: list[Match | Hit] = [*matches, *hits]
    for one in sorted(rivals, key=lambda f: (f.start - f.end, isinstance(f, Hit), -f.confidence)):
        inside = next((other for other in kept if one.start < other.end and other.start < one.end), None)
        if inside is None:
            kept.append(one)
        elif isinstance(one, Match) and isinstance(inside, Hit):
            # An e-mail address with a name in it: the whole address goes, and it is known whose it is.
            kept[kept.index(inside)] = Match(
                min(one.start, inside.start),
                max(one.end, inside.end),
                one.entry,
                inside.kind,
                inside.confidence,
            )
    return sorted(kept, key=lambda found: found.start)


def _finding(found: Match | Hit, text: str, where: Where) -> Finding:
    words = text[found.start : found.end]
    if isinstance(found, Hit):
        return Finding(words, found.kind, False, None, where, "pattern", found.confidence)
    if found.entry is None:
        raise ValueError("A pseudonym left standing is no finding.")
    kind, pseudonym = str(found.entry.kind), found.entry.pseudonym
    return Finding(words, kind, True, pseudonym, where, found.rule, found.confidence)


def _across_lines(part: Part, matcher: Matcher) -> Iterator[Finding]:
    """Lines are read as one text. A name over a line end is a finding on each; the second is removed."""
    text = "\n".join(part.paragraphs)
    starts = [0]
    for line in part.paragraphs:
        starts.append(starts[-1] + len(line) + 1)
    number = 0
    for found in _find(text, part, matcher):
        while starts[number + 1] <= found.start:
            number += 1
        at, is_first = number, True
        while at < len(part.paragraphs) and starts[at] < found.end:
            yield from _piece(found, part, at, starts[at], is_first)
            at, is_first = at + 1, False


def _piece(found: Match | Hit, part: Part, at: int, offset: int, is_first: bool) -> Iterator[Finding]:
    line = part.paragraphs[at]
    start, end = max(0, found.start - offset), min(len(line), found.end - offset)
    if start >= end:
        return
    whole = _finding(found, " " * found.end, Where(part.name, at + 1, start, end))
    pseudonym = whole.pseudonym if is_first or whole.pseudonym is None else ""
    yield Finding(
        line[start:end], whole.kind, whole.on_register, pseudonym, whole.where, whole.rule, whole.confidence,
        goes_on=not is_first,
    )  # fmt: skip


def _once(found: list[Finding], parts: dict[str, Part]) -> Iterable[Finding]:
    """Leave out what another part reports more exactly: an insertion's words stand in the body too."""
    exact = {(f.text, f.on_register) for f in found if not parts[f.where.part].elsewhere}
    for finding in found:
        where = finding.where
        spans = parts[where.part].elsewhere.get(where.paragraph - 1, [])
        inside = any(start <= where.start and where.end <= end for start, end in spans)
        if not (inside and (finding.text, finding.on_register) in exact):
            yield finding
