"""The forms that chronologies come in: one table, sections by month, bands by year or day, a sheet a year, a list."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import time

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.book import Book, Line, Part
from benchmarks.chronologies.dating import DAYS, MONTHS
from benchmarks.chronologies.layout import Setter
from benchmarks.chronologies.story import Story


def lay_out(story: Story, kind: str, ending: str, rng: random.Random) -> Book:
    """One agency's chronology, ready to be written."""
    return set_out(Setter(story, kind, ending, rng))


def set_out(setter: Setter) -> Book:
    """The whole file of a setter."""
    ordered = sorted(setter.tellings, key=lambda told: (told.day, told.clock or time(12)))
    lines = [setter.line(telling) for telling in ordered]
    if setter.form == "flat":
        setter.repeat_dates(lines)
        lines = setter.with_strays(lines)
    name = setter.agency.name
    title = setter.rng.choice(bank("headings")["titles"]).format(agency=name)
    slug = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    stem = setter.rng.choice([slug, f"{slug}_chronology", f"{slug}_v{setter.rng.randint(1, 4)}"])
    book = Book(stem + setter.ending, name, setter.form, setter.ending, setter.columns, [])
    _FORMS[setter.form](setter, book, lines, title)
    return book


def _headings(setter: Setter) -> list[str]:
    words = bank("headings")
    if setter.headings:
        return setter.headings
    named = []
    for column in setter.columns:
        key = "date_time" if column == "date" and setter.time_in == "cell" else column
        options = [one for one in words[key] if one not in named]
        named.append(setter.rng.choice(options))
    return named


def _header(setter: Setter) -> list[Line]:
    rows: list[Line] = []
    if setter.form == "flat" and setter.rng.random() < 0.2 and len(setter.columns) > 3:
        words = bank("headings")
        groups = []
        for column in setter.columns:
            which = (
                "groups_when"
                if column in ("date", "time")
                else "groups_did"
                if column in ("response", "comment")
                else "groups_what"
            )
            groups.append(words[which][setter.story.keys % 3])
        rows.append(Line("header", [one if one not in groups[:n] else "" for n, one in enumerate(groups)]))
    return [*rows, Line("header", list(_headings(setter)))]


def _set_flat(setter: Setter, book: Book, lines: list[Line], title: str) -> None:
    rng = setter.rng
    if "reference" in setter.columns:
        for number, line in enumerate(lines, start=1):
            line.cells[0] = str(number)
    part = Part(
        "table 1"
        if setter.ending == ".docx"
        else ""
        if setter.ending == ".csv"
        else rng.choice(
            [
                "Chronology",
                "Sheet1",
                "Contacts",
                name if len(name := setter.agency.name) < 32 and ":" not in name else "Contacts",
                "Export",
            ]
        )
    )
    book.parts = [part]
    if setter.ending == ".docx":
        book.preface = [title, *rng.sample(bank("headings")["introductions"], rng.randint(0, 2))]
    else:
        part.lines += [Line("title", [title])] if rng.random() < 0.8 else []
        part.lines += [
            Line("title", [_fill(setter, one)])
            for one in rng.sample(bank("headings")["preamble"], rng.randint(0, 2))
        ]
        if part.lines and setter.ending != ".csv" and rng.random() < 0.5:
            part.lines.append(Line("blank", []))
    header = _header(setter)
    part.lines += header
    if setter.ending == ".docx" and len(lines) > 30:
        _tables(setter, book, lines, header)
    else:
        part.lines += lines
    if setter.ending in (".xlsx", ".xls") and rng.random() < 0.3:
        cell = rng.choice(bank("headings")["totals"]).format(count=len(lines))
        part.lines.append(Line("total", [cell]))
    book.options = {
        "ditto": setter.ditto,
        "hidden": rng.random() < 0.3,
        "cover": setter.ending in (".xlsx", ".ods") and rng.random() < 0.3,
    }


def _fill(setter: Setter, words: str) -> str:
    return words.format(
        first=f"{setter.story.cast.first:%d/%m/%Y}", last=f"{setter.story.cast.last:%d/%m/%Y}"
    )


def _tables(setter: Setter, book: Book, lines: list[Line], header: list[Line]) -> None:
    """A long Word table: repeated headings inside, or going on in further tables."""
    rng, part = setter.rng, book.parts[0]
    way = rng.choice(["one", "repeated", "tables", "bare tables"])
    step = rng.randint(14, 26)
    for at in range(0, len(lines), step):
        chunk = lines[at : at + step]
        if at and way == "repeated":
            part.lines.append(Line("header", list(header[-1].cells)))
        if at and way.endswith("tables") and not (chunk[0].written and chunk[0].written.extra.get("ditto")):
            part = Part(f"table {len(book.parts) + 1}")
            book.parts.append(part)
            if way == "tables":
                part.lines.append(Line("header", list(header[-1].cells)))
        part.lines += chunk


def _set_bands(setter: Setter, book: Book, lines: list[Line], title: str) -> None:
    part = Part("table 1")
    book.parts, book.preface = [part], [title]
    part.lines += _header(setter)
    form = setter.rng.choice(["{}", "Year: {}", "{} contacts"])
    year = 0
    for line in lines:
        assert line.written and line.written.start
        if line.written.start.year != year:
            year = line.written.start.year
            part.lines.append(Line("band", [form.format(year)]))
        part.lines.append(line)


def _set_days(setter: Setter, book: Book, lines: list[Line], title: str) -> None:
    part = Part("table 1")
    book.parts, book.preface = [part], [title]
    part.lines += _header(setter)
    day = None
    for line in lines:
        assert line.written and line.written.start
        if line.written.start != day:
            day = line.written.start
            part.lines.append(
                Line("band", [f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"])
            )
        part.lines.append(line)


def _set_months(setter: Setter, book: Book, lines: list[Line], title: str) -> None:
    book.preface = [title]
    header = _header(setter)
    every = setter.rng.random() < 0.6
    key = None
    for line in lines:
        assert line.written and line.written.start
        month = line.written.start.replace(day=1)
        if month != key:
            key = month
            name = f"{MONTHS[month.month - 1]} {month.year}"
            book.parts.append(Part(f"table {len(book.parts) + 1}", heading=name))
            if every or len(book.parts) == 1:
                book.parts[-1].lines += [Line("header", list(one.cells)) for one in header]
        book.parts[-1].lines.append(line)


def _set_years(setter: Setter, book: Book, lines: list[Line], title: str) -> None:
    header = _header(setter)
    titled = setter.rng.random() < 0.6
    part = Part("")
    for line in lines:
        assert line.written
        day = line.written.start or line.written.end
        assert day
        if str(day.year) != part.name:
            known = [one for one in book.parts if one.name == str(day.year)]
            part = known[0] if known else Part(str(day.year))
            if not known:
                book.parts.append(part)
                part.lines += [Line("title", [f"{title} ({day.year})"])] if titled else []
                part.lines += [Line("header", list(one.cells)) for one in header]
        part.lines.append(line)


def _set_list(setter: Setter, book: Book, lines: list[Line], title: str) -> None:
    part = Part("body")
    part.lines.append(Line("title", [title]))
    part.lines.append(Line("title", [setter.rng.choice(bank("headings")["introductions"])]))
    year = 0
    banded = setter.habit.mode == "no_year" or setter.rng.random() < 0.5
    for line in lines:
        assert line.written
        day = line.written.start or line.written.end
        assert day
        if banded and day.year != year:
            year = day.year
            part.lines.append(Line("band", [str(year)]))
        tail = f" {line.response}" if line.response else ""
        line.event, line.response = f"{line.event}{tail}", ""
        line.cells = [line.written.words, line.event]
        part.lines.append(line)
    book.parts = [part]
    book.options = {"separator": setter.rng.choice([" - ", ": ", " – ", "\t", ". "])}


_FORMS: dict[str, Callable[[Setter, Book, list[Line], str], None]] = {
    "flat": _set_flat,
    "bands": _set_bands,
    "days": _set_days,
    "months": _set_months,
    "years": _set_years,
    "list": _set_list,
}
