"""What stands where in one file, and its reading: tables, paragraphs, years and agencies brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from illuminate.engines.chronology.bands import Band, band_in_name, band_in_title, band_of_sheet
from illuminate.engines.chronology.blocks import chronologies_in
from illuminate.engines.chronology.columns import Columns, gathered
from illuminate.engines.chronology.dating import Dating
from illuminate.engines.chronology.fuller import whole_name
from illuminate.engines.chronology.lists import ListReader
from illuminate.engines.chronology.mapping import check_headings
from illuminate.engines.chronology.model import Decision, Reading, Source, UnreadableFile
from illuminate.engines.chronology.paragraphs import has_list, lines_of
from illuminate.engines.chronology.rows import SectionReader, read_section
from illuminate.engines.chronology.sections import Section
from illuminate.engines.chronology.tables import (
    Contents,
    Paragraph,
    Row,
    Table,
    filled_of,
    words_of,
)
from illuminate.engines.chronology.whose import Whose, agencies_of_parts, agencies_within
from illuminate.engines.chronology.yearly import years_of

_CENTURY = re.compile(r"^the year \d\d was read as (\d{4})$")
_SERIAL = "was read as Excel's day number"


class Plan:
    """What stands where in a file, before its rows are read."""

    def __init__(self, contents: Contents, file: str, columns: Columns) -> None:
        self.contents, self.file, self.columns = contents, file, columns
        self._look(amounts=False)
        if not self.found and not self.listed:
            self._look(amounts=True)
        check_headings(columns, [section.headings for section in self._all()], file)
        if not self.found and not self.listed:
            raise UnreadableFile(
                f"{file} has no table with headings such as Date and Event, and no list of dated paragraphs: "
                "put each contact on a row of one table, with a heading over each column."
            )

    def _look(self, *, amounts: bool) -> None:
        """Find the chronologies in tables and among paragraphs; tables of amounts only where there is nothing else."""
        self.notes: list[str] = list(self.contents.decided)
        self.found = self._sections(amounts=amounts)
        self.paragraphs = [block for block in self.contents.blocks if isinstance(block, Paragraph)]
        self.dating = Dating(years_of(self.contents, self._all()))
        self.named = (band_in_name(PurePath(self.file).stem) if not self.dating.years else None) or Band()
        self.dating.band = replace(self.named)
        self.lines = lines_of(self.paragraphs, self.dating)
        self.listed = has_list(self.lines, bool(self.found))

    def _all(self) -> list[Section]:
        return [section for sections in self.found.values() for section in sections]

    def _sections(self, *, amounts: bool) -> dict[str, list[Section]]:
        """The chronologies of each table. What a nested table says that is none goes back into its cell."""
        found: dict[str, list[Section]] = {}
        before: Section | None = None
        tables = self.contents.tables
        by_part = {table.part: table for table in tables}
        for table in reversed([one for one in tables if one.inside]):
            if not chronologies_in(by_part[table.part], self.columns.of(table.part), None).sections:
                _fold(by_part, table)
        for table in (by_part[table.part] for table in tables if table.part in by_part):
            one = chronologies_in(table, self.columns.of(table.part), before, amounts=amounts)
            self.notes.extend(f"{table.part or 'the table'}: {words}" for words in one.said)
            if one.sections:
                found[table.part] = one.sections
                before = one.sections[-1]
                self._note(table, one.sections)
            elif not one.said and any(words_of(cell) for row in table.rows for cell in row.cells):
                self.notes.append(
                    f"{table.part or 'the table'} has no headings of a chronology and was left out"
                )
        return found

    def _note(self, table: Table, sections: Sequence[Section]) -> None:
        """Say what was chosen for a table."""
        name = table.part or "the table"
        if table.hidden:
            self.notes.append(f"the sheet {name} is hidden; its rows were read")
        if table.hidden_columns:
            self.notes.append(f"{name} has hidden columns; they were read")
        for section in sections:
            self.notes.extend(f"{name}: {note}" for note in section.notes)
            self.notes.append(f"{name}: {_columns_in_words(section)}")

    def reading(self) -> Reading:
        """Read all rows and paragraphs, and put together what was found."""
        headed, agency, found_in = self._agency()
        bands = self._bands()
        named = (
            {} if self.columns.agency else agencies_within(self.contents.blocks, self.found, sender=agency)
        )
        of_parts = {} if self.columns.agency else agencies_of_parts(self.contents.blocks, self.found, named)
        tables: list[SectionReader] = []
        for part, sections in self.found.items():
            for section in sections:
                whose = Whose(section.agency or of_parts.get(part, agency), named)
                tables.append(
                    read_section(section, file=self.file, whose=whose, dating=self.dating, band=bands[part])
                )
        lists: list[ListReader] = []
        if self.listed:
            self.dating.band = replace(self.named)
            lists.append(ListReader(self.lines, file=self.file, agency=agency, dating=self.dating))
            lists[0].read()
            self.notes.append("dated paragraphs were read as a list, each a row of its own")
        whole = [*self.notes, f"the agency, {agency}, comes from {found_in}"]
        return self._together(headed, agency, [*tables, *lists], [Decision(words) for words in whole])

    def _together(
        self,
        found: Columns,
        agency: str,
        readers: Sequence[SectionReader | ListReader],
        whole: list[Decision],
    ) -> Reading:
        entries = tuple(entry for reader in readers for entry in reader.entries)
        named = {entry.agency for entry in entries}
        return Reading(
            file=self.file,
            agency=named.pop() if len(named) == 1 else agency,
            entries=entries,
            refused=tuple(refused for reader in readers for refused in reader.refused),
            decided=tuple(_folded(whole, [one for reader in readers for one in reader.decided])),
            columns=found,
        )

    def _agency(self) -> tuple[Columns, str, str]:
        """The columns as they were understood, and whose chronology it is."""
        parts = [(part, _meant(section)) for part, sections in self.found.items() for section in sections]
        if self.columns.agency:
            agency, found_in = self.columns.agency, "the mapping that was given"
        else:
            names = [part for part in self.found if part and not re.fullmatch(r"table \d+", part)]
            agency, found_in = whole_name(self.contents, self._outside(), names, self.file)
        return gathered(parts, self.columns.agency), agency, found_in

    def _outside(self) -> list[list[str]]:
        """Every line that is no row of a chronology, in order: paragraphs, covers, what stands above headings."""
        found: list[list[str]] = []
        dated = [line.paragraph.number for line in self.lines if line.kind in ("dated", "alone")]
        first = dated[0] if self.listed and dated else None
        for block in self.contents.blocks:
            if isinstance(block, Paragraph):
                if block.text and (first is None or block.number < first):
                    found.append([block.text])
            else:
                sections = self.found.get(block.part)
                rows = _above(sections[0]) if sections else block.rows[:60]
                found += [cells for row in rows if (cells := _uncovered(row))]
        return found

    def _bands(self) -> dict[str, Band]:
        """The year or month that each table stands under: from its own name, or the heading above it."""
        lines = iter(self.lines)
        bands: dict[str, Band] = {}
        band = self.named
        for block in self.contents.blocks:
            if isinstance(block, Paragraph):
                line = next(lines)
                band = line.band.within(band) if line.band is not None else band
            else:
                bands[block.part] = band_of_sheet(block.part) or self._band_above(block) or band
        return bands

    def _band_above(self, table: Table) -> Band | None:
        """A sheet's title may name its year: "Contacts in 2015"."""
        sections = self.found.get(table.part)
        rows = _above(sections[0]) if sections else ()
        for row in reversed(rows):
            filled = list(dict.fromkeys(filled_of(row).values()))
            if len(filled) == 1 and len(filled[0]) <= 60 and (band := band_in_title(filled[0])):
                return band
        return None


def _uncovered(row: Row) -> list[str]:
    return [words for column, words in filled_of(row).items() if column not in row.covered]


def _above(section: Section) -> Sequence[Row]:
    """The rows above the first headings."""
    return section.table.rows[: max(section.headings.first, 0)]


def _meant(section: Section) -> dict[str, str]:
    """Heading and field of each column; of two with the same heading, the field that one of them has."""
    found: dict[str, str] = {}
    for column in _shown(section):
        name = section.headings.name(column)
        found[name] = found.get(name) or section.headings.fields.get(column, "")
    return found


def _shown(section: Section) -> list[int]:
    """The columns to show a person: those with a heading or a meaning."""
    return sorted({*section.headings.names, *section.headings.fields})


def _columns_in_words(section: Section) -> str:
    headings = section.headings
    read = [f"{headings.name(column)} as {meant}" for column, meant in sorted(headings.fields.items())]
    left = [headings.name(column) for column in _shown(section) if column not in headings.fields]
    return "read " + ", ".join(read) + (f"; left as they are: {', '.join(left)}" if left else "")


def _fold(by_part: dict[str, Table], nested: Table) -> None:
    """Put the words of a nested table that is no chronology into the cell that it stands in."""
    assert nested.inside is not None
    part, number, column = nested.inside
    outer = by_part[part]
    words = "\n".join(" | ".join(filled_of(row).values()) for row in nested.rows if filled_of(row))
    rows = list(outer.rows)
    for place, row in enumerate(rows):
        if row.number == number and column < len(row.cells):
            cells = list(row.cells)
            cells[column] = "\n".join(text for text in (words_of(cells[column]), words) if text)
            rows[place] = replace(row, cells=cells)
    by_part[part] = replace(outer, rows=rows)
    del by_part[nested.part]


def _folded(whole: list[Decision], rows: list[Decision]) -> list[Decision]:
    """Choices of the same kind on many rows, said once."""
    centuries = sorted({int(match[1]) for one in rows if (match := _CENTURY.match(one.words))})
    serials = [one for one in rows if one.words.endswith(_SERIAL)]
    if centuries:
        whole.append(Decision(f"years of two figures were read as {centuries[0]} to {centuries[-1]}"))
    if serials:
        first: Source | None = serials[0].source
        whole.append(
            Decision(
                f"numbers in the date column were read as Excel's day numbers ({len(serials)} rows)", first
            )
        )
    return whole + [one for one in rows if not _CENTURY.match(one.words) and not one.words.endswith(_SERIAL)]
