"""The pseudonymised copy: check, put pseudonyms where names stood, and look at the copy as an attacker would."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from . import readers
from .check import NAMES, Checker
from .errors import FileRefused
from .match import Matcher
from .places import NAME_LIKE, WHOLE, Part, Reading, Unread, Where
from .register import Register
from .replacing import Replacement, Written
from .report import Finding, Report
from .verify import verify
from .wording import Fitted, Spot, as_name, fitted
from .writers import writer_for

_PIECES = frozenset({"tracked insertion", "tracked deletion", "hidden text"})
_TURNS = 3  # a pseudonym beside what is left can make another name
_SHOWN = re.compile(r"(?:page|picture) \d+$")
_GAP = re.compile(r"[ \u00a0\n]{1,2}(?P<opened>[(\"'\u201c\u2018]?)")
_CLOSED = re.compile(r"[)\"'\u201d\u2019](?![^\W\d_])")
_FULL = 0.8  # a line that ended before this share of the usual width was ended on purpose
_MOVED = re.compile(r"['\u2019]s(?![^\W\d_])")


@dataclass(frozen=True)
class Applied:
    """A copy with nothing of the register in it. `report` is of the copy: proposals, risks, unread parts.

    `removed` says in words what was taken out beside the names; `replaced` counts places. `asked`: places of the
    original in which the likelier of several people was taken, and a person must say whether rightly.
    """

    data: bytes
    report: Report
    removed: tuple[str, ...]
    replaced: int
    asked: tuple[Finding, ...] = ()


class StillThere(ValueError):
    """Something on the register is still in the copy, which therefore must not be kept; `report` says what."""

    def __init__(self, report: Report) -> None:
        parts = ", ".join(dict.fromkeys(one.where.part for one in report.findings if one.on_register))
        super().__init__(
            f"Something on the register would still stand in the copy ({parts}). No copy was made."
        )
        self.report = report


def apply(
    data: bytes, name: str, register: Register, out: str | None = None, *, published: Iterable[str] = ()
) -> Applied:
    """Replace everything on the register, and prove on the bytes that it is gone. `out`: the copy's name.

    `published`: names that the review prints openly; of "David Holloway", if it is one, Holloway stays.

    Raises FileRefused for a file that can't be worked on or looked through, CannotReplace for a place that the writer
    can't reach, StillThere when anything is left; then no copy may be kept.
    """
    out = suggested_name(name, register) if out is None else out
    published = tuple(published)
    checker = Checker(register, published)
    reading = readers.read(data, name)
    if any(one.part == WHOLE for one in reading.unread):
        raise FileRefused(f"{name} is damaged: save it afresh from its program, or ask for another copy.")
    known = checker.known(reading)
    copy, last, replaced = _copied(data, (name, out), reading, known, checker, _names(register))
    report = _both(checker.report(last, out), verify(copy.data, out, register, published=published))
    report = replace(report, unread=(*report.unread, *_lost(reading, report)))
    for one in report.unread:
        if one.part == NAMES:
            raise FileRefused(f"{name} was not looked through: {one.why}. No copy was made.")
    if any(one.on_register for one in report.findings):
        raise StillThere(report)
    return Applied(copy.data, report, copy.removed, replaced, tuple(one for one in known if one.asks))


def _copied(
    data: bytes,
    named: tuple[str, str],
    reading: Reading,
    known: Sequence[Finding],
    checker: Checker,
    names: Collection[str],
) -> tuple[Written, Reading, int]:
    """Replace until nothing that is known is left; the copy, what is read in it, and how many places were replaced."""
    name, out = named
    write = writer_for(name)
    removed: dict[str, None] = {}
    replaced = 0
    for _ in range(_TURNS):
        wanted = list(replacements(reading, known, names))
        written = write(data, name, wanted)
        data, replaced = written.data, replaced + len(wanted)
        removed.update(dict.fromkeys(written.removed))
        reading = readers.read(data, out)
        known = checker.known(reading)
        if not known:
            break
    return Written(data, tuple(removed)), reading, replaced


def _names(register: Register) -> set[str]:
    """The pseudonyms that are names."""
    return {one.pseudonym for one in register.entries if one.kind == "person" and one.pseudonym.istitle()}


def _lost(reading: Reading, report: Report) -> Iterator[Unread]:
    """Scans that the copy no longer has: somebody must say whether that is right."""
    said = {one.part for one in report.unread}
    for one in reading.unread:
        if _SHOWN.match(one.part) and one.part not in said:
            yield Unread(one.part, f"{one.why} It is not in the copy.")


def suggested_name(name: str, register: Register) -> str:
    """The file's name with pseudonyms in it."""
    path = PurePath(name)
    stem = path.stem
    for match in reversed(Matcher(register).find(stem, is_name_like=True)):
        if match.entry is not None:
            glue = "_" if "_" in stem else "-" if "-" in stem else " "
            new = as_name(match.entry.pseudonym, match.entry.kind, glue)
            stem = stem[: match.start] + new + stem[match.end :]
    return f"{stem}{path.suffix}"


def _both(checked: Report, verified: Report) -> Report:
    """What check and verify say of the same bytes, each thing once."""
    known = {(one.text, one.where.part) for one in checked.findings if one.on_register}
    more = [one for one in verified.findings if (one.text, one.where.part) not in known]
    parts = {one.part for one in checked.unread}
    unread = [one for one in verified.unread if one.part not in parts]
    said = {(one.text, one.where.part) for one in checked.standing}
    standing = [one for one in verified.standing if (one.text, one.where.part) not in said]
    return replace(
        checked,
        findings=(*checked.findings, *more),
        unread=(*checked.unread, *unread),
        standing=(*checked.standing, *standing),
    )


def replacements(
    reading: Reading, findings: Sequence[Finding], names: Collection[str] = ()
) -> Iterator[Replacement]:
    """What goes and what comes, for every finding on the register that stands in the file itself.

    `names`: the pseudonyms of people; one that stands beside a first name already is a part of the same mention.
    """
    beside = re.compile(rf"[ \u00a0](?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
    by_part: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.on_register and finding.where.part != "file name":
            by_part[finding.where.part].append(finding)
    for part, found in by_part.items():
        whole = [_with_pseudonym(reading.parts[part], one, beside) for one in found]
        yield from _apart(_in_part(reading.parts[part], _joined(reading.parts[part], whole)))


def _with_pseudonym(part: Part, one: Finding, beside: re.Pattern[str] | None) -> Finding:
    """A first name with the pseudonym behind it that stands for its surname."""
    line = part.paragraphs[one.where.paragraph - 1]
    found = beside.match(line, one.where.end) if beside and one.pseudonym and _is_word(one) else None
    if found is None:
        return one
    where = replace(one.where, end=found.end())
    return replace(one, text=line[where.start : where.end], where=where)


def _joined(part: Part, found: list[Finding]) -> Iterator[Finding]:
    """Neighbouring findings of one mention as one: "Margaret 'Maggie' Holloway", "PC 4471 Oyelaran"."""
    last: Finding | None = None
    is_several = False
    for finding in sorted(found, key=lambda one: (one.where.paragraph, one.where.start)):
        if last is not None and (end := _end_of_both(part, last, finding)):
            where = replace(last.where, end=end)
            text = part.paragraphs[where.paragraph - 1][where.start : where.end]
            last, is_several = replace(last, text=text, where=where), True
            continue
        if last is not None:
            yield from _listed(last) if is_several else [last]
        last, is_several = finding, False
    if last is not None:
        yield from _listed(last) if is_several else [last]


def _listed(whole: Finding) -> Iterator[Finding]:
    """Forms of one name in a row with commas between are a list of it."""
    at = whole.where.start
    for piece in re.split(r"(, ?)", whole.text):
        end = at + len(piece)
        if piece.strip(", "):
            yield replace(whole, text=piece, where=replace(whole.where, start=at, end=end))
        at = end


def _end_of_both(part: Part, one: Finding, other: Finding) -> int:
    """Where two findings of one mention end as one; 0 when they don't belong together."""
    if one.where.paragraph != other.where.paragraph or one.goes_on or other.goes_on or not one.pseudonym:
        return 0
    line = part.paragraphs[one.where.paragraph - 1]
    gap = _GAP.fullmatch(line, one.where.end, other.where.start)
    if gap is None or one.kind != other.kind:
        return 0
    if one.pseudonym != other.pseudonym:
        # A first name and a surname that several bear: the first name says who it is.
        return other.where.end if gap[0].isspace() and _is_word(one) and _is_word(other) else 0
    closed = _CLOSED.match(line, other.where.end) if gap["opened"] else None
    if gap["opened"] and closed is None:
        return 0
    return closed.end() if closed else other.where.end


def _is_word(one: Finding) -> bool:
    return one.kind == "person" and one.rule != "initials" and len(one.text.split()) == 1


def _in_part(part: Part, found: Iterator[Finding]) -> Iterator[Replacement]:
    last: Replacement | None = None
    for finding in found:
        if finding.goes_on and last is not None:
            rest, owed = _rest(part, finding)
            last = replace(last, new=last.new + owed)
        else:
            rest = _first(part, finding)
        if last is not None:
            yield from _by_cell(last)
        last = rest
    if last is not None:
        yield from _by_cell(last)


def _rest(part: Part, finding: Finding) -> tuple[Replacement, str]:
    """The end of a name on the next line goes with its possessive, which is owed to the pseudonym."""
    line, where = part.paragraphs[finding.where.paragraph - 1], finding.where
    owed = _MOVED.match(line, where.end)
    end = owed.end() if owed else where.end
    end += line[end : end + 1] == " " and not line[: where.start].strip()
    return Replacement(replace(where, end=end), line[where.start : end], ""), owed[0] if owed else ""


def _first(part: Part, finding: Finding) -> Replacement:
    where = finding.where
    line = part.paragraphs[where.paragraph - 1]
    lead = _lead(part, where.paragraph)
    pseudonym = finding.pseudonym or ""
    if part.name in NAME_LIKE or part.is_machine:
        fit = Fitted(as_name(pseudonym, finding.kind, "_"))
    else:
        spot = Spot(lead + line[: where.start], finding.text, line[where.end :], finding.kind, finding.rule)
        fit = fitted(spot, pseudonym)
    start, end = max(0, where.start - fit.left), where.end + fit.right
    return Replacement(Where(where.part, where.paragraph, start, end), line[start:end], fit.new)


def _lead(part: Part, paragraph: int) -> str:
    """In a text whose paragraphs are lines, a sentence may have begun on the line before; of a piece of a
    paragraph it is not known where it began.
    """
    if part.name in _PIECES or part.name.endswith(" hidden"):
        return "and "
    if not part.is_wrapped or paragraph < 2:
        return ""
    before, line = part.paragraphs[paragraph - 2], part.paragraphs[paragraph - 1]
    width = max(map(len, part.paragraphs[max(0, paragraph - 4) : paragraph + 2]))
    had_room = len(before) + 1 + len(line.split(" ", 1)[0]) < _FULL * width
    return "" if had_room else f"{before}\n"


def _by_cell(one: Replacement) -> Iterator[Replacement]:
    """A name over two cells of a row: the pseudonym in the first, nothing in the others."""
    at, new = one.where.start, one.new
    for piece in one.text.split("\t"):
        if piece:
            yield Replacement(replace(one.where, start=at, end=at + len(piece)), piece, new)
            new = ""
        at += len(piece) + 1


def _apart(wanted: Iterator[Replacement]) -> Iterator[Replacement]:
    """A title in front may be a finding itself: what was taken already is not taken twice."""
    paragraph, taken = 0, 0
    for one in wanted:
        where = one.where
        if where.paragraph == paragraph and where.start < taken:
            cut = min(taken, where.end) - where.start
            one = replace(one, where=replace(where, start=where.start + cut), text=one.text[cut:])
        paragraph, taken = where.paragraph, max(where.end, taken if where.paragraph == paragraph else 0)
        yield one
