"""How a chronology's dates, counts and choices are said."""

from datetime import date
from typing import Any

from illuminate.foundation.design.days import long_day
from illuminate.journey.chronology.models import ChronologyFile, Entry

MEANINGS = [
    ("date", "Date"), ("date_end", "Last day"), ("day", "Day alone"), ("month", "Month alone"), ("year", "Year alone"),
    ("time", "Time"), ("agency", "Agency"), ("source", "Source record"), ("subjects", "People"),
    ("kind", "Kind of contact"), ("event", "What happened"), ("response", "Response"), ("comment", "Comment"),
    ("practitioner", "Practitioner"), ("account", "What the agency in the heading says happened"),
]  # fmt: skip
"""What the engine can take a heading for, in words."""


def day_words(entry: Entry) -> str:
    """The date as it is shown: the day when the words name one, else the words of the file themselves."""
    said = " ".join(entry.original_date.split()) or "No date"
    if entry.is_exact and entry.starts_on:
        said = long_day(entry.starts_on)
    clock = _clock(entry)
    return f"{said}, {clock}" if clock and not _holds(said, clock) else said


def _clock(entry: Entry) -> str:
    return f"{entry.time:%H:%M}" if entry.time else " ".join(entry.original_time.split())


def _holds(said: str, clock: str) -> bool:
    """Whether the words of a date end with the time already: "22.5.16 am"."""
    return f" {said.casefold()}".endswith(f" {clock.casefold()}")


def understood(entry: Entry) -> str:
    """What the words of a date were understood to mean; nothing is invented."""
    first, last = entry.starts_on, entry.ends_on
    if first and last:
        span = long_day(first) if first == last else f"{long_day(first)} to {long_day(last)}"
        span = f"{span}, {entry.time:%H:%M}" if entry.time else span
    else:
        span = _open(first, last)
    return f"{span}, in doubt" if entry.uncertain else span


def _open(first: date | None, last: date | None) -> str:
    if first:
        return f"{long_day(first)} or later"
    return f"{long_day(last)} or earlier" if last else "no date"


def is_own_words(entry: Entry) -> bool:
    """Whether the list shows the file's own words, so that what they were taken for is worth saying."""
    return not entry.is_exact


def counts(file: ChronologyFile) -> str:
    """How the rows of a file add up."""
    if not file.rows_refused:
        return f"{_rows(file.rows_read)} read, none left over.{_more(file)}"
    said = f"{_rows(file.rows_read)} read, {file.rows_refused:,} listed below that could not be read."
    return said + _more(file)


def _more(file: ChronologyFile) -> str:
    if file.entry_count == file.rows_entered:
        return ""
    return f" Some rows tell of several days: {file.rows_entered:,} rows gave {file.entry_count:,} entries."


def changes(file: ChronologyFile) -> str:
    """What a version says beside the one before it; nothing for a first one."""
    since: dict[str, int] = file.summary.get("since", {})
    if not since:
        return ""
    said = ("new", "changed", "same", "gone")
    told = dict(zip(said, ("new", "changed", "as before", "no longer there"), strict=True))
    parts = [f"{since[name]:,} {told[name]}" for name in said if since[name] or name == "same"]
    return f"Entries beside version {since['version']}: {', '.join(parts)}."


def missing(file: ChronologyFile) -> str:
    """That entries of the version before are not in this one: it may be a part of the whole."""
    gone = file.summary.get("since", {}).get("gone", 0)
    if not gone:
        return ""
    one = "1 entry of the version before is" if gone == 1 else f"{gone:,} entries of the version before are"
    return (
        f"{one} not in this file, so no longer in the combined list. If this file is one part of several, send one "
        "file with all of them."
    )


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"


def decided(file: ChronologyFile) -> list[tuple[str, str]]:
    """What reading a file decided: whose it is, which tables, which columns."""
    told: dict[str, Any] = file.summary
    parts = [f"{part or 'The table'}: {_rows(number)}" for part, number in told.get("parts", [])]
    return [
        ("Agency, as the file names it", told.get("agency", "")),
        ("Tables", "; ".join(parts)),
        ("Columns understood", ", ".join(told.get("columns", []))),
        ("Other columns, kept as they are", ", ".join(told.get("kept", [])) or "None"),
    ]


def meanings(file: ChronologyFile) -> list[tuple[str, str]]:
    """Each heading of a file with what it was taken for."""
    said = dict(MEANINGS)
    headings: dict[str, str] = dict(file.summary.get("headings", []))
    return [(heading, said.get(meant, "Kept as it is")) for heading, meant in headings.items()]


def other_agency(file: ChronologyFile) -> str:
    """The agency that the file names inside, when it is not the one that was asked: it may be the wrong file."""
    if any(one["words"].endswith("the file's name") for one in file.summary.get("decided", [])):
        return ""
    named: str = file.summary.get("agency", "")
    folded, known = named.casefold().strip(), file.organisation.name.casefold()
    return "" if not folded or folded in known or known in folded else named


def choices(file: ChronologyFile) -> list[str]:
    """Every choice that reading needed, with its place in the file."""
    return [_choice(one) for one in file.summary.get("decided", [])]


def _choice(one: dict[str, Any]) -> str:
    said = one["words"][:1].upper() + one["words"][1:]
    if one.get("row") is None:
        return f"{said}."
    part = f"{one['part']}, " if one["part"] else ""
    return f"{said} ({part}row {one['row']})."


def state(file: ChronologyFile) -> str:
    """Where a version stands, in words."""
    if not file.is_current:
        return "Replaced by a newer version"
    return "Released to the panel" if file.is_released else "Not released to the panel yet"
