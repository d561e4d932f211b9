"""A file before it is written: parts, lines and cells, the same for every kind of file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from benchmarks.chronologies.dating import Written
from benchmarks.chronologies.story import Telling

Cell = str | date | datetime | time


@dataclass
class Line:
    """One row of a table or sheet, one paragraph of a list. ``kind`` is row, title, header, band, total or blank."""

    kind: str
    cells: list[Cell]
    telling: Telling | None = None
    written: Written | None = None
    clock: str = ""
    event: str = ""
    response: str = ""
    minute: time | None = None
    unread: str = ""  # undated, unreadable or impossible
    comment: str = ""
    staff: str = ""


@dataclass
class Part:
    name: str
    lines: list[Line] = field(default_factory=list)
    heading: str = ""  # a paragraph before a table


@dataclass
class Book:
    """One agency's file before it is written."""

    file: str
    agency: str
    form: str
    ending: str
    columns: list[str]
    parts: list[Part]
    preface: list[str] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
