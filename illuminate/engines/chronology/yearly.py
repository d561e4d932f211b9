"""The years that a file's own dates name: they choose the century of "16", and whether "March 18" may be a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from illuminate.engines.chronology.bands import tells_of_birth
from illuminate.engines.chronology.sections import Section
from illuminate.engines.chronology.tables import Contents, Table
from illuminate.engines.dates import year_of

# A line of a cover may speak of anything, an Act of 1952; only lately is it likely to say when the file is of.
_LATELY = 40
_LOOK_IN = 60
_DATED = re.compile(r"\W*(?:[^\W\d_]{3,9}\W+)?\d")


def years_of(contents: Contents, sections: Sequence[Section]) -> tuple[int, ...]:
    """Every year of four figures in date cells, sheets' names and paragraphs that begin with a date.

    Where none of them names one, those of the other lines. Births never count, nor what is yet to come: "2031" behind
    a day is a time as likely. A review looks at years just past, so where all of them lie far back this year is added.
    """
    today = date.today().year
    own = _in_cells(sections)
    other: set[int] = set()
    for block in contents.blocks:
        text = block.part if isinstance(block, Table) else block.text[:_LOOK_IN]
        dated = isinstance(block, Table) or bool(_DATED.match(text))
        year = year_of(text) if dated or not tells_of_birth(text) else None
        if year is not None:
            (own if dated else other).add(year)
    own = {year for year in own if year <= today}
    if own and max(own) < today - _LATELY:
        own.add(today)
    return tuple(sorted(own or {year for year in other if today - _LATELY <= year <= today}))


def _in_cells(sections: Sequence[Section]) -> set[int]:
    """The years in the date cells of every chronology."""
    return {
        year
        for section in sections
        for column in section.headings.columns("date")[:1]
        for row in section.rows
        if column < len(row.cells) and (year := year_of(row.cells[column]))
    }
