"""The columns of a combined chronology in a sheet or a csv, and an entry out of them again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import get_args

from illuminate.engines.chronology.model import Entry, Original, Refused, Source
from illuminate.engines.chronology.writers.escapes import as_it_was, from_lines, to_lines
from illuminate.engines.dates import Precision, When, in_words, read

_OWN = re.compile(r" \(“.*”\)$", re.DOTALL)
_PRECISIONS = frozenset(get_args(Precision))
_DASHES = re.compile("–+")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
UNREAD = "Not read because"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in characters, and its words for an entry.

    ``optional`` columns are left out when no entry has anything in them.
    """

    heading: str
    width: int
    words: Callable[[Entry], str]
    optional: bool = False


def _yes(value: bool) -> str:
    return "yes" if value else ""


def shown_date(entry: Entry) -> str:
    """The date in words; where they were not exact, with the file's own words behind it."""
    words, own = in_words(entry.when), " ".join(entry.original.date.split())
    vague = entry.when.uncertain or entry.when.precision not in ("minute", "day", "month", "year")
    return f"{words} (“{own}”)" if vague and own and own != words else words


def read_shown(words: str) -> When | None:
    """The date of ``shown_date`` again, as far as its words say it."""
    found = read(_OWN.sub("", words))
    return found if isinstance(found, When) else None


def _time(entry: Entry) -> str:
    clock = entry.when.time
    if clock is None:
        return entry.when.part_of_day or ""
    return clock.strftime("%H:%M") if not (clock.second or clock.microsecond) else clock.isoformat()


def _text(entry: Entry) -> str:
    """The words as written when they differ from the event; none at all is a dash."""
    text = entry.original.text
    if text == entry.event:
        return ""
    return f"{text}–" if not text or _DASHES.fullmatch(text) else text


COLUMNS = (
    Column("Date", 22, shown_date),
    Column("From", 16, lambda one: one.when.start.isoformat() if one.when.start else ""),
    Column("To", 16, lambda one: one.when.end.isoformat() if one.when.end else ""),
    Column("Time", 8, _time),
    Column("Precision", 10, lambda one: one.when.precision),
    Column("Uncertain", 10, lambda one: _yes(one.when.uncertain)),
    Column("Agency", 22, lambda one: one.agency),
    Column("Subjects", 18, lambda one: "\n".join(one.subjects)),
    Column("Event", 60, lambda one: one.event),
    Column("Response", 40, lambda one: one.response),
    Column("Comment", 30, lambda one: one.comment),
    Column("Kind of contact", 16, lambda one: one.kind, optional=True),
    Column("Record", 16, lambda one: one.origin, optional=True),
    Column("Practitioner", 18, lambda one: one.practitioner, optional=True),
    Column("Other columns", 30, lambda one: to_lines(one.extra), optional=True),
    Column("Findings", 10, lambda one: ""),
    Column("Date as written", 18, lambda one: one.original.date),
    Column("Time as written", 10, lambda one: one.original.time, optional=True),
    Column("Text as written", 40, _text, optional=True),
    Column("End before start", 10, lambda one: _yes(one.when.turned), optional=True),
    Column("Source file", 24, lambda one: one.source.file),
    Column("Part", 14, lambda one: one.source.part),
    Column("Row", 7, lambda one: str(one.source.row)),
    Column("Hidden in the file", 10, lambda one: _yes(one.hidden), optional=True),
    Column("Id", 10, lambda one: one.id),
)
NEEDED = frozenset(column.heading for column in COLUMNS if not column.optional)


def columns_for(entries: tuple[Entry, ...]) -> list[Column]:
    """The columns that these entries need."""
    return [one for one in COLUMNS if not one.optional or any(one.words(entry) for entry in entries)]


def entry_of(cells: Mapping[str, str], here: Source) -> Entry | Refused:
    """Read one row of an export. ``here`` is where it stands, for a row that a person has added.

    What a person has changed in the row counts; a row whose date no longer makes sense is refused.
    """
    source = _source(cells, here)
    if why := cells.get(UNREAD):
        return Refused(source, why, cells["Event"])
    when = _when(cells)
    if isinstance(when, str):
        return Refused(source, when, " | ".join(text for text in cells.values() if text))
    written = cells.get("Text as written", "")
    text = written or cells["Event"]
    return Entry(
        agency=cells["Agency"],
        source=source,
        original=Original(
            cells["Date as written"],
            cells.get("Time as written", ""),
            text[:-1] if written and _DASHES.fullmatch(written) else text,
        ),
        when=when,
        subjects=tuple(name for name in cells["Subjects"].split("\n") if name),
        event=cells["Event"],
        response=cells["Response"],
        comment=cells["Comment"],
        kind=cells.get("Kind of contact", ""),
        origin=cells.get("Record", ""),
        practitioner=cells.get("Practitioner", ""),
        extra=from_lines(cells.get("Other columns", "")),
        hidden=bool(cells.get("Hidden in the file")),
    )


def _source(cells: Mapping[str, str], here: Source) -> Source:
    row = cells["Row"].removesuffix(".0")
    if not cells["Source file"] or not is_row(row):
        return here
    return Source(cells["Source file"], cells["Part"], int(row))


def _when(cells: Mapping[str, str]) -> When | str:
    """The date as understood; on a row without one (added by a person), what the words say."""
    precision = cells["Precision"]
    if precision not in _PRECISIONS:
        found = read(_OWN.sub("", cells["Date"]) or cells["Date as written"])
        return found if isinstance(found, When) else found.why
    try:
        clock = read_clock(cells["Time"]) if precision == "minute" else None
        return When(
            read_day(cells["From"]),
            read_day(cells["To"]),
            precision,  # type: ignore[arg-type]  # asked three lines above
            clock,
            bool(cells["Uncertain"]),
            cells["Time"] or None if clock is None else None,
            bool(cells.get("End before start")),
        )
    except ValueError:
        told = " ".join(cells[heading] for heading in ("From", "To", "Time") if cells[heading])
        return f"the date as understood makes no sense: {told}, {precision}"


def is_row(words: str) -> bool:
    """Whether the words are a row's number."""
    return words.isdecimal() and len(words) < 10


def read_day(words: str) -> date | None:
    """A day in a cell: ISO as it was written, or as Excel shows it after saving the file again."""
    if not words:
        return None
    iso = _ISO.match(words)
    if iso:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    found = read(words)
    if isinstance(found, When) and found.precision in ("day", "minute"):
        return found.start
    raise ValueError(words)


def read_clock(words: str) -> time:
    """A time of day as it was written: "09:30"."""
    return time.fromisoformat(words.zfill(5) if len(words) < 5 else words)


def plain_cell(value: object) -> str:
    """A cell of a sheet as the words that were put into it."""
    if isinstance(value, str):
        return as_it_was(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
