"""Everything on one sheet or in one table: chronologies below and beside each other, and what is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from illuminate.engines.chronology.abreast import cut_out, letters_of, runs_of
from illuminate.engines.chronology.agency import named_alone, named_by_label
from illuminate.engines.chronology.amounts import without_amounts
from illuminate.engines.chronology.headings import is_late, plain
from illuminate.engines.chronology.sections import Section, sections_of
from illuminate.engines.chronology.tables import Table, filled_of
from illuminate.engines.dates import When, read

_LOOK_IN = 200
_SOON = 60  # days from what happened to what was done about it, where one row tells both


@dataclass(frozen=True, slots=True)
class Found:
    """The chronologies of a table, and in words what was left out of it or read apart."""

    sections: list[Section] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def chronologies_in(
    table: Table, given: Mapping[str, str], before: Section | None, *, amounts: bool = False
) -> Found:
    """Every chronology in a table. ``amounts``: what holds amounts or shifts is read too, for there is nothing else.

    ``before`` is the last chronology of the table before, whose headings one without any may go on with.
    """
    spans = _spans(table, given)
    if len(spans) < 2:
        kept, said = (table, []) if amounts else without_amounts(table, given)
        return Found(sections_of(kept, given, before), said)
    found = Found()
    for span in spans:
        block = cut_out(table, *span)
        kept, said = (block, []) if amounts else without_amounts(block, given)
        sections = sections_of(kept, given, None)
        found.said.extend(f"columns {letters_of(*span)}: {words}" for words in said)
        found.sections.extend(replace(section, agency=_agency_above(section)) for section in sections)
        if sections:
            found.said.append(f"columns {letters_of(*span)} were read as a chronology of their own")
    return found if len({section.agency for section in found.sections}) > 1 else _of_one_agency(found)


def _of_one_agency(found: Found) -> Found:
    return replace(found, sections=[replace(section, agency="") for section in found.sections])


def _agency_above(section: Section) -> str:
    """The agency that a row of one cell above a block's headings names."""
    for row in reversed(section.table.rows[: max(section.headings.first, 0)]):
        words = list(filled_of(row).values())
        if name := named_by_label(words) if words else None:
            return name
        if len(words) == 1 and (name := named_alone(words[0])):
            return name
    return ""


def _spans(table: Table, given: Mapping[str, str]) -> list[tuple[int, int]]:
    """The blocks of columns, from the left. What can't stand alone belongs to the block at its left."""
    runs = runs_of(table)
    top = replace(table, rows=table.rows[:_LOOK_IN])
    spans = runs[:1]
    for run in runs[1:]:
        one, other = cut_out(top, *spans[-1]), cut_out(top, *run)
        if _are_two(one, other, given):
            spans.append(run)
        else:
            spans[-1] = (spans[-1][0], run[1])
    return spans


def _are_two(one: Table, other: Table, given: Mapping[str, str]) -> bool:
    """Whether two blocks of columns each stand alone, and are not the two halves of one chronology's rows."""
    if _is_of_amounts(other, given):
        return _is_of_amounts(one, given) or _own(one, given) is not None
    right = _own(other, given)
    if right is None:
        return False
    left = _own(one, given)
    return _is_of_amounts(one, given) if left is None else not _are_halves(left, right)


def _is_of_amounts(block: Table, given: Mapping[str, str]) -> bool:
    kept, said = without_amounts(block, given)
    return bool(said) and all(len(filled_of(row)) < 2 for row in kept.rows)


def _own(block: Table, given: Mapping[str, str]) -> Section | None:
    """The first chronology of a block, where headings of its own name the day and what happened is told."""
    for section in sections_of(block, given, None):
        dates = section.headings.columns("date")
        named = bool(dates) and dates[0] in section.headings.names
        told = {"event", "response"} & set(section.headings.fields.values())
        if named and told and not is_late(section.headings.name(dates[0])):
            return section
    return None


def _are_halves(left: Section, right: Section) -> bool:
    """Whether the right block tells what followed: other headings, and days soon after those at their left."""
    names, others = (set(map(plain, one.headings.names.values())) for one in (left, right))
    if len(names & others) > 1 or left.headings.first != right.headings.first:
        return False
    days, later = _days(left), _days(right)
    lags = [later[row] - days[row] for row in later if row in days]
    return bool(lags) and set(later) <= set(days) and min(lags) >= 0 and median(lags) <= _SOON


def _days(section: Section) -> dict[int, int]:
    """The day of each row that has one, as a number, by the row's own."""
    column: int = section.headings.columns("date")[0]
    cells: Sequence[tuple[int, object]] = [
        (row.number, row.cells[column]) for row in section.rows if column < len(row.cells)
    ]
    found = ((number, read(cell, year_hint=2000)) for number, cell in cells)
    return {number: when.start.toordinal() for number, when in found if isinstance(when, When) and when.start}
