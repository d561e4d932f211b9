"""Several entries at once: lines as people type them or copy them from a spreadsheet, checked before they are kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from illuminate.engines.anonymise.variants import tokens_of
from illuminate.journey.people import blockers
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.reviews.blockers import Blocker

MOST = 300
LONGEST_REAL, LONGEST = 300, 120
_EQUALS = re.compile(r"\s+=+>?\s+|\s*=\s*$")


@dataclass(frozen=True)
class Line:
    """One of the entries that are put on the register together, from line `number`. `aliases` are separated by |."""

    real: str
    pseudonym: str = ""
    role: str = ""
    aliases: str = ""
    number: int = 1

    def as_entry(self, kind: str) -> RegisterEntry:
        """The entry that it would be, not kept."""
        return RegisterEntry(kind=kind, real=self.real, aliases=self.aliases, pseudonym=self.pseudonym)


def lines_of(text: str) -> list[Line]:
    """The lines that say something. Columns stand between tabs; else a pseudonym may follow after "="."""
    return [_line(line, number) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def _line(line: str, number: int) -> Line:
    if "\t" in line.strip():
        real, pseudonym, role, aliases = (*(cell.strip() for cell in line.split("\t")), "", "", "")[:4]
        return Line(real, pseudonym, role, "|".join(re.split(r"\s*[|;]\s*", aliases)), number)
    real, pseudonym = (*_EQUALS.split(line.strip(), maxsplit=1), "")[:2]
    return Line(real.strip(), pseudonym.strip(), number=number)


def faults(
    register: Sequence[RegisterEntry], kind: str, lines: Sequence[Line], stage: str
) -> list[tuple[Line, Blocker]]:
    """Why lines can't be added: against the register, and against each other."""
    would_be = [line.as_entry(kind) for line in lines]
    found: list[tuple[Line, Blocker]] = []
    first: dict[tuple[str, ...], Line] = {}
    for at, line in enumerate(lines):
        same = first.setdefault(tokens_of(line.real), line)
        if same is not line and tokens_of(line.real):
            found.append((line, Blocker(f"The same stands in line {same.number}. Keep one of them.")))
            continue
        everybody = [*register, *would_be]
        wrong = [
            *_too_long(line),
            *blockers.to_add_entry(register, kind, line.real),
            *blockers.to_agree_pseudonym(everybody, would_be[at], line.pseudonym.strip(), stage),
        ]
        found += [(line, blocker) for blocker in wrong]
    return found


def problems(register: Sequence[RegisterEntry], kind: str, lines: Sequence[Line], stage: str) -> list[str]:
    """What is wrong, one sentence a fault, each with the number of its line."""
    if len(lines) > MOST:
        return [f"These are {len(lines)} lines. Add up to {MOST} at once, or bring in a register file."]
    return [f"Line {line.number}: {fault.text}" for line, fault in faults(register, kind, lines, stage)]


def _too_long(line: Line) -> list[Blocker]:
    """What would not fit its column."""
    if len(line.real) > LONGEST_REAL:
        return [Blocker(f"The real form is too long. Write {LONGEST_REAL} characters or fewer.")]
    if max(len(line.pseudonym), len(line.role)) > LONGEST:
        return [Blocker(f"Write {LONGEST} characters or fewer for a pseudonym or a role.")]
    return []
