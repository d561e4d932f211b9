"""Files that hold several agencies' contacts, each under its name: over tables, on sheets, in rows across a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from illuminate.engines.chronology.agency import named_alone, named_by_label
from illuminate.engines.chronology.naming import holds
from illuminate.engines.chronology.tables import Paragraph, Table, words_of

_LONGEST = 100
_NEAR_TOP = 8  # rows of a sheet in which it says whose it is


@dataclass(slots=True)
class Whose:
    """Whose rows are read: one agency's, and that of each row across the table that is the name of another."""

    agency: str
    named: Mapping[str, str] = field(default_factory=dict)


def agencies_within(
    blocks: Sequence[Table | Paragraph], parts: Iterable[str], *, sender: str
) -> Mapping[str, str]:
    """The agency that each heading, sheet or row across a table names, by its words; empty where one sent it all.

    Two must be named at least, and half of those beside ``sender`` be bodies of their own ("Police", "Surgery") and
    not teams, for one agency's file may well be grouped by its departments.
    """
    known = set(parts)
    words = {*_rows_alone(blocks, known), *_over_tables(blocks, known).values(), *known}
    found = {text: name for text in words if (name := named_alone(text))}
    names = set(found.values())
    others = names - {sender}
    bodies = sum(holds("body", name) for name in others)
    return found if len(names) >= 2 and bodies * 2 >= len(others) else {}


def agencies_of_parts(
    blocks: Sequence[Table | Paragraph], parts: Iterable[str], named: Mapping[str, str]
) -> dict[str, str]:
    """The agency that a table's own name, the heading above it, or a label on each sheet gives."""
    known = set(parts)
    over = _over_tables(blocks, known)
    found = _by_labels(blocks, known)
    for part in known:
        if part in named or over.get(part) in named:
            found[part] = named.get(part) or named[over[part]]
    return found


def _by_labels(blocks: Sequence[Table | Paragraph], parts: set[str]) -> dict[str, str]:
    """What each sheet's first rows say ("Agency: Tidewell Homes"), where they say different things."""
    found = {}
    for block in blocks:
        if isinstance(block, Table) and block.part in parts:
            lines = ([words_of(cell) for cell in row.cells] for row in block.rows[:_NEAR_TOP] if row.cells)
            name = next((name for line in lines if (name := named_by_label(line))), None)
            if name:
                found[block.part] = name
    return found if len(set(found.values())) > 1 else {}


def _rows_alone(blocks: Sequence[Table | Paragraph], parts: set[str]) -> Iterable[str]:
    """Rows of one filled cell, at the left."""
    for block in blocks:
        if isinstance(block, Table) and block.part in parts:
            yield from (words_of(row.cells[0]) for row in block.rows if _may_name(row.cells))


def _may_name(cells: Sequence[object]) -> bool:
    """Whether a row holds a few words at the left and nothing else."""
    first = cells[0] if cells else None
    return isinstance(first, str) and 0 < len(first) <= _LONGEST and first[-1] != "." and not any(cells[1:])


def _over_tables(blocks: Sequence[Table | Paragraph], parts: set[str]) -> dict[str, str]:
    """For each table the last line above it that is an agency's name and nothing else."""
    found: dict[str, str] = {}
    above = ""
    for block in blocks:
        if isinstance(block, Table):
            if above and block.part in parts:
                found[block.part] = above
        elif block.text and len(block.text) <= _LONGEST and block.level is None and named_alone(block.text):
            above = block.text
    return found
