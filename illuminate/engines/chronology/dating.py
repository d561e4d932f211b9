"""Dates as they stand in a file: a cell leans on the heading above it, and on what the whole file says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, time

from illuminate.engines.chronology.bands import Band
from illuminate.engines.dates import (
    ClockTime,
    Context,
    Hints,
    Refusal,
    When,
    at_time,
    context_of,
    read,
    read_in,
    read_time,
    split_days,
    take_date,
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_FEAST = r"(?:easter|christmas|xmas|boxing day|new year|hallowe.?en|bonfire night|bank holiday|half[ -]term)"
_NAMED = re.compile(rf"\b{_MONTH}\b|\b{_FEAST}", re.I)
_STEMS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("ion", "chwe", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tach", "rhag"),
    *("easter", "christ", "xmas", "boxing", "new year", "hallow", "bonfire", "holiday", "term"),
)
_A_FIGURE = re.compile(r"\d")
_POINTING = re.compile(
    r"\b(?:month|same|next|following|later|previous|day|week|first|last|early|late|mid|middle|end|start)\b",
    re.I,
)
_BIRTH = re.compile(r"\b(?:born|birth|d\.?o\.?b)\b", re.I)
_KEPT, _SOON = 20_000, 31
_LONGEST_CELL, _MOST_WORDS = 120, 12
_CLOCK_BEHIND = re.compile(r"[^\d:]{1,24}?(\d{1,2}[:.]\d\d)\s*(?:hrs?|h)?\W*", re.I)
_ORDINAL = re.compile(r"(?:on\s+)?(?:the\s+)?(\d{1,2}(?:st|nd|rd|th))\b,?\s+(?=\S)", re.I)


def is_no_date(words: str) -> bool:
    """Whether words say that the date is not known: "undated", "n/k"."""
    found = read(words)
    return isinstance(found, Refusal) and found.kind == "no_date" and any(map(str.isalpha, words))


def could_be_dated(text: str) -> bool:
    """Whether words hold a figure, a month or a feast: without, no date stands in them."""
    if _A_FIGURE.search(text):
        return True
    low = text.casefold()
    return any(stem in low for stem in _STEMS) and bool(_NAMED.search(text))


@dataclass(slots=True)
class Dating:
    """Reads the dates of one file. ``years`` are those seen in it; ``band`` and ``above`` change on the way down."""

    years: tuple[int, ...] = ()
    band: Band = field(default_factory=Band)
    above: When | None = None
    _context: Context | None = None
    _read: dict[object, When | Refusal] = field(default_factory=dict)

    def read(self, value: object, year: int | None = None, month: int | None = None) -> When | Refusal:
        """Read a cell, first by itself, then with the year and month above it; ``decided`` says if they helped."""
        when = self._alone(value)
        if isinstance(when, Refusal) and isinstance(value, str) and "\n" in value.strip():
            value = _in_one_line(value)
            when = self._alone(value)
        if isinstance(when, When):
            if self.band.year and when.start and when.start.year > self._latest():
                # A year to come, under a heading with the year, is rather a time: "12/11 2031".
                helped = self._with(value, self.band)
                when = helped if isinstance(helped, When) else when
            self._passed(when)
            return when
        band = Band(year, month) if year or month else self.band
        if when.kind == "no_date" or (band.year is None and self.above is None):
            return when
        helped = self._with(value, band)
        if isinstance(helped, Refusal) and band.year is None:
            helped = self._soon_after(value) or when
        return helped if isinstance(helped, When) else when

    def take(self, text: str) -> tuple[When, str, str] | None:
        """Take the date at the very start of a text: the date, its words, and the rest."""
        if not could_be_dated(text[:80]) and not (
            (self.band.month or self.above) and _POINTING.search(text[:60])
        ):
            return None
        taken = take_date(text, century_hint=self.years)
        band = self.band
        if taken is None and (band.year is not None or self._near() is not None):
            hints = self._hints(band, band.year)
            taken = take_date(text, **hints)
            if taken and band.second:
                when = self._with(taken[1], band)
                taken = (when, taken[1], taken[2]) if isinstance(when, When) else None
        if taken is None and band.month and (ordinal := _ORDINAL.match(text)):
            when = self._with(ordinal[1], band)
            taken = (when, ordinal[1], text[ordinal.end() :].strip()) if isinstance(when, When) else None
        if taken is None:
            return None
        self._passed(taken[0])
        return taken

    def within(self, words: str) -> When | None:
        """The one day that a date cell names among other words: at its start, or further on in a few words."""
        taken = self.take(words)
        if taken and len(taken[2]) >= 2:
            return _with_clock(taken[0], taken[2])
        if len(words) > _LONGEST_CELL or _BIRTH.search(words):
            return None
        for place in [found.end() for found in re.finditer(r"\s+", words)][:_MOST_WORDS]:
            rest = words[place:]
            if rest[0].isdigit():
                whole = self._alone(rest)
                after = self.take(rest)
                when = whole if isinstance(whole, When) else after[0] if after else None
                return when if when is not None and when.precision in ("day", "minute") else None
        return None

    def days(self, words: str) -> list[tuple[str, When]]:
        """The separate days that a date cell lists; empty when it names one, or a span."""
        listed, hints = _in_one_line(words), self._hints(self.band, self.band.year)
        if isinstance(self._alone(listed), When):
            hints["near"] = None  # it needs no row above, and then the same words are read once
        return split_days(listed, **hints)

    def _alone(self, value: object) -> When | Refusal:
        found = self._read.get(value) if type(value) is str else None
        if found is None:
            if self._context is None:
                self._context = context_of(self.years)
            found = read_in(value, self._context)
            if type(value) is str and len(self._read) < _KEPT:
                self._read[value] = found
        return found

    def _with(self, value: object, band: Band) -> When | Refusal:
        """Read with the band's year; a band of two years needs the month first, and so any year to find it."""
        year = band.year
        if band.second is not None:
            trial = read(value, century_hint=self.years, year_hint=2000)
            year = band.year_for(trial.start.month) if isinstance(trial, When) and trial.start else year
        when = read(value, **self._hints(band, year))
        if isinstance(when, Refusal) or year is None or (when.start and when.start.year != year):
            return when
        if band.doubtful:
            note = f"the year {year} comes from the file's name"
            return replace(when, uncertain=True, decided=(*when.decided, note))
        note = f"the year {year} comes from the heading above or the sheet's name"
        return when if band.month else replace(when, decided=(*when.decided, note))

    def _soon_after(self, value: object) -> When | None:
        """A day that names no year, on the day of the row above or within the month after it; it stays in doubt."""
        near = self._near()
        for year in (near.year, near.year + 1) if near else ():
            when = self._with(value, Band(year))
            start = when.start if isinstance(when, When) and when.precision in ("day", "minute") else None
            if isinstance(when, When) and start and near and 0 <= (start - near).days <= _SOON:
                note = f"the year {start.year} comes from the row above"
                return replace(when, uncertain=True, decided=(*when.decided[:-1], note))
        return None

    def _latest(self) -> int:
        return max([date.today().year, *self.years])

    def _near(self) -> date | None:
        """The day of the row above, for words that point at it."""
        above = self.above
        return above.start if above is not None and above.precision in ("day", "minute") else None

    def _hints(self, band: Band, year: int | None) -> Hints:
        month = (year, band.month) if year and band.month else None
        return {"century_hint": self.years, "year_hint": year, "month_hint": month, "near": self._near()}

    def _passed(self, when: When) -> None:
        """In a band of two years, a date with its own year says whether the first has ended."""
        if self.band.second is not None and when.start:
            self.band.passed = self.band.passed or when.start.year == self.band.second


def _in_one_line(words: str) -> str:
    """Dates on lines of their own, as a list."""
    return ", ".join(line.strip(" ,;") for line in words.split("\n") if line.strip(" ,;"))


def _with_clock(when: When, rest: str) -> When:
    """A day with the one time that its cell ends in, whatever the time is called: "12/05/19, arr. 22:40"."""
    found = _CLOCK_BEHIND.fullmatch(rest)
    clock = read_time(found[1]) if found and when.precision == "day" else None
    return at_time(when, clock) if isinstance(clock, ClockTime) else when


def day_alone(when: When) -> When:
    """The day of an entry above, for a ditto mark or a row with only a time."""
    day = replace(when, precision="day", time=None) if when.precision == "minute" else when
    return replace(day, part_of_day=None, decided=())


def is_midnight(value: object) -> bool:
    """Whether a cell that should hold a date holds only a time of day."""
    return isinstance(value, time) or (isinstance(value, float) and 0 < value < 1)
