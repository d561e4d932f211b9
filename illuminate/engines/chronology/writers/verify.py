"""The last look: is anything on the register in the bytes that were written?

The file is opened again as a stranger would, by the anonymiser's own readers for Word and Excel. What an empty
chronology says as well (headings, page numbers) is ours and is passed over, or nobody called Page could be
in a case.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import get_args

from illuminate.engines.anonymise import FileRefused
from illuminate.engines.anonymise.match import Matcher
from illuminate.engines.anonymise.places import NAME_LIKE
from illuminate.engines.anonymise.readers import read
from illuminate.engines.chronology.writers import tables
from illuminate.engines.chronology.writers.columns import COLUMNS, UNREAD
from illuminate.engines.chronology.writers.combined import Combined
from illuminate.engines.chronology.writers.document import APPENDICES, LABELS
from illuminate.engines.chronology.writers.whole import writer_for
from illuminate.engines.dates import Precision

_WHOLE = ("month", "season", "year")
_DAY = r"(?:\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d)"
# The first and last day of a month or a year: they bound it, and tell no date of anybody's.
_BOUNDS = re.compile(
    rf"\t{_DAY}\t{_DAY}(?=\t(?:[^\t]*\t)?(?:{'|'.join(_WHOLE)})\t)|^(?:From|To): {_DAY}$", re.MULTILINE
)
# Labels in the Word table, and how a row is named.
_LABELS = re.compile(rf"^(?:{'|'.join(LABELS)}): |, row \d+(?=\)?$)", re.MULTILINE)
_FIXED = frozenset(
    {column.heading for column in COLUMNS}
    | {UNREAD, *tables.FINDINGS, *tables.NOT_READ, *tables.SOURCES, *tables.DECISIONS}
    | {words for pair in tables.KINDS.values() for words in pair}
    | {words for one in APPENDICES for words in (one.about, one.title)}
    | {*tables.KINDS, *get_args(Precision)}
)
_KEYS = frozenset(
    {
        "entries",
        "findings",
        "refused",
        "details",
        "decided",
        "id",
        "agency",
        "source",
        "file",
        "part",
        "row",
        "original",
        "date",
        "time",
        "text",
        "when",
        "start",
        "end",
        "precision",
        "uncertain",
        "subjects",
        "event",
        "response",
        "comment",
        "kind",
        "confidence",
        "why",
        "field",
        "expected_agency",
        "extra",
        "origin",
        "practitioner",
        "hidden",
        "part_of_day",
        "turned",
        "words",
    }
)


class NamesLeft(Exception):
    """Something on the register is still in the bytes. The message is a plain sentence without the name."""


def verify(data: bytes, name: str, matcher: Matcher) -> None:
    """Raise NamesLeft when the register finds anything in a file that was just written."""
    for part, text in _texts(data, name):
        if text not in _FIXED and (found := matcher.find(text, is_name_like=part in NAME_LIKE)):
            kinds = ", ".join(sorted({one.entry.kind for one in found if one.entry}))
            raise NamesLeft(
                f"{name} was not written: something on the register ({kinds}) was still in its {part}. "
                "Report this with the kind of file, not with the names."
            )


def verify_name(name: str, matcher: Matcher) -> None:
    """Raise NamesLeft when the name that a file is to have says something on the register."""
    if matcher.find(name, is_name_like=True):
        raise NamesLeft("The name of the file to write holds something on the register: choose another name.")


def _texts(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Each text of the file with the part that it is in."""
    ending = PurePath(name).suffix.casefold()
    if ending == ".json":
        yield from (("text", text) for text in _strings(json.loads(data), fixed_keys=True))
    elif ending == ".csv":
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        yield from (("row", cell) for row in rows for cell in _bare("\t".join(row)))
    else:
        yield from _office(data, f"export{ending}")


def _strings(value: object, *, fixed_keys: bool) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one, fixed_keys=fixed_keys)
    elif isinstance(value, dict):
        bounds = ("start", "end") if value.get("precision") in _WHOLE else ()
        for key, one in value.items():
            if not (fixed_keys and key in _KEYS):
                yield key
            if key not in bounds:
                yield from _strings(one, fixed_keys=key != "extra")


def _office(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    try:
        reading = read(data, name)
    except FileRefused as error:
        raise NamesLeft(f"The file could not be looked through after writing: {error}") from error
    if reading.unread:
        raise NamesLeft(f"The file could not be looked through after writing: {reading.unread[0].why}")
    ours = _ours(name)
    for part in reading.parts.values():
        for paragraph in part.paragraphs:
            if (part.name, paragraph) not in ours:
                yield from ((part.name, text) for text in _bare(paragraph))


def _ours(name: str) -> set[tuple[str, str]]:
    """What a chronology with nothing in it says."""
    empty = io.BytesIO()
    writer_for(PurePath(name))(empty, Combined(()))
    parts = read(empty.getvalue(), name).parts.values()
    return {(part.name, paragraph) for part in parts for paragraph in part.paragraphs}


def _bare(paragraph: str) -> list[str]:
    """A paragraph or the cells of a row, without the bounds of whole months and years."""
    return [_LABELS.sub("\n", cell) for cell in _BOUNDS.sub("\t\t", paragraph).split("\t")]
