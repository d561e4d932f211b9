"""A combined chronology as .docx: one landscape table, then findings, rows not read and where it comes from.

Nothing is hidden in the file: what merging it again needs stands in its tables, where a person sees it.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from illuminate.engines.chronology.model import Entry
from illuminate.engines.chronology.writers import tables
from illuminate.engines.chronology.writers.columns import COLUMNS, read_shown, shown_date
from illuminate.engines.chronology.writers.combined import Combined
from illuminate.engines.chronology.writers.escapes import to_lines
from illuminate.engines.chronology.writers.tints import tints
from illuminate.engines.chronology.writers.word_xml import NAMESPACE, paragraph, table

TITLE = "Combined chronology"
HEADINGS = ("Id", "Date", "Agency", "Subjects", "Event", "Response", "Comment", "Other columns", "Source")
_WIDTHS = (850, 1450, 1450, 1250, 3450, 2100, 1400, 1750, 1950)
_PARTS = Path(__file__).parent / "parts"
_MEMBERS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/header1.xml": "header1.xml",
    "word/footer1.xml": "footer1.xml",
}
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1000" w:right="560" w:bottom="900" w:left="560" w:header="450" w:footer="400" w:gutter="0"/>'
    "</w:sectPr>"
)
BESIDE = ("Kind of contact", "Record", "Practitioner")
_FROM = ("File", "Part", "Row")
_BEHIND = ("Date as written", "Time as written", "Text as written", "Hidden in the file")
_EXACT = ("From", "To", "Time", "Precision", "Uncertain", "End before start")
OTHER = "Other: "
LABELS = (*BESIDE, *_FROM, *_BEHIND, *_EXACT)


@dataclass(frozen=True)
class Appendix:
    """A table behind the chronology, what is said before it, and what is said when there is nothing in it."""

    title: str
    about: str
    none: str
    headings: Sequence[str]
    widths: Sequence[int]


APPENDICES = (
    Appendix(
        "Findings",
        "Each is a question for the panel, not a fault.",
        "Nothing was found that does not fit.",
        tables.FINDINGS[:5],
        (900, 1900, 2900, 4800, 5200),
    ),
    Appendix(
        "Rows that were not read",
        "These rows are data, and could not be entries. Ask the agency.",
        "Every row was read.",
        tables.NOT_READ,
        (2600, 1700, 900, 3500, 7000),
    ),
    Appendix(
        "Where the entries come from",
        "Rows with entries and rows not read are together the rows of the file.",
        "No file was read.",
        tables.SOURCES,
        (4200, 2900, 4600, 1300, 1300, 1400),
    ),
    Appendix(
        "What was decided in reading",
        "Check these choices: they say how the files were understood.",
        "Nothing had to be decided.",
        tables.DECISIONS,
        (3500, 2300, 900, 9000),
    ),
)
_WORDS = {column.heading: column.words for column in COLUMNS}


def write_docx(target: str | IO[bytes], combined: Combined) -> None:
    """Write the document. The same chronology gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, part in _MEMBERS.items():
            archive.writestr(_member(member), (_PARTS / part).read_text(encoding="utf-8"))
        with archive.open(_member("word/document.xml"), "w", force_zip64=True) as stream:
            for piece in _document(combined):
                stream.write(piece.encode("utf-8"))


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _document(combined: Combined) -> Iterator[str]:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{relations}"><w:body>'
    colours = tints(combined.agencies)
    yield paragraph(TITLE, "Title")
    yield from _legend(combined, colours)
    yield paragraph("Chronology", "Heading1")
    numbers = tables.numbers(combined)
    rows = ((_cells(entry, numbers), colours[entry.agency]) for entry in combined.entries)
    yield from table(HEADINGS, _WIDTHS, rows, title=TITLE, tinted=("Date", "Agency"))
    yield from _appendices(combined)
    yield f"{paragraph('')}{_SECTION}</w:body></w:document>"


def _legend(combined: Combined, colours: Mapping[str, str]) -> Iterator[str]:
    counts = Counter(entry.agency for entry in combined.entries)
    yield paragraph("Agencies", "Heading1")
    for agency in combined.agencies:
        yield paragraph(f"{agency}: {_many(counts[agency], 'entry', 'entries')}", tint=colours[agency])
    yield paragraph("The colour of an agency is behind its name and its dates in the table.")


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _cells(entry: Entry, numbers: Mapping[str, str]) -> Sequence[str]:
    named = numbers.get(entry.id)
    return (
        f"{entry.id}\nFinding {named}" if named else entry.id,
        shown_date(entry),
        *(_WORDS[heading](entry) for heading in HEADINGS[2:7]),
        to_lines(_beside(entry)),
        to_lines(_behind(entry)),
    )


def _beside(entry: Entry) -> dict[str, str]:
    """The columns that have no place of their own; one named as a label here is told apart."""
    told = {heading: words for heading in BESIDE if (words := _WORDS[heading](entry))}
    extra = {
        f"{OTHER}{name}" if name in BESIDE or name.startswith(OTHER) else name: words
        for name, words in entry.extra.items()
    }
    return {**told, **extra}


def _behind(entry: Entry) -> dict[str, str]:
    """Where the entry stands in its file, and its date as written; the exact reading where words can't say it."""
    source = entry.source
    told = dict(zip(_FROM, (source.file, source.part, str(source.row)), strict=True))
    headings = _BEHIND if read_shown(shown_date(entry)) == entry.when else (*_BEHIND, *_EXACT)
    told |= {heading: _WORDS[heading](entry) for heading in headings}
    return {heading: words for heading, words in told.items() if words}


def _appendices(combined: Combined) -> Iterator[str]:
    rows = (
        [row[:5] for row in tables.findings(combined)],
        list(tables.not_read(combined)),
        list(tables.sources(combined)),
        list(tables.decisions(combined)),
    )
    for appendix, listed in zip(APPENDICES, rows, strict=True):
        yield paragraph(appendix.title, "Heading1")
        yield paragraph(appendix.about if listed else appendix.none)
        if listed:
            told = ((row, "") for row in listed)
            yield from table(appendix.headings, appendix.widths, told, title=appendix.title)
