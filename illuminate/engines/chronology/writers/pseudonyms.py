"""Names out, pseudonyms in: every text of a reading, and then the bytes that were written.

Readings are pseudonymised before they are merged, so findings and their sentences are made from clean
entries, and merging the pseudonymised export again gives the same.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from illuminate.engines.anonymise.match import Match, Matcher
from illuminate.engines.anonymise.register import Register
from illuminate.engines.anonymise.variants import parse_date
from illuminate.engines.chronology.model import Decision, Entry, Original, Reading, Refused, Source
from illuminate.engines.dates import Precision, When, in_words, read

if TYPE_CHECKING:
    from illuminate.engines.chronology.findings import Finding

_NEUTRAL = {
    "person": "[name removed]",
    "organisation": "[organisation removed]",
    "place": "[place removed]",
    "date": "[date removed]",
    "identifier": "[number removed]",
}
_ARTICLE = re.compile(r"(?:^|[^\w])(?:the|an?)\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.?!:\n]\s*)$")
_UNKNOWN = When(None, None, "unknown")
_TURNS = 4
_CACHED = 50_000


class Pseudonyms:
    """Replaces what is on a register. Built once, then asked about any number of readings."""

    def __init__(self, register: Register) -> None:
        self.matcher = Matcher(register)
        self._days = _days(register)
        self.words = lru_cache(maxsize=_CACHED)(self._words)
        self.name = lru_cache(maxsize=_CACHED)(self._name)

    def reading(self, reading: Reading) -> Reading:
        """The same reading, with no name in it that is on the register."""
        return Reading(
            file=self.name(reading.file),
            agency=self.words(reading.agency),
            entries=tuple(self.entry(entry) for entry in reading.entries),
            refused=tuple(
                Refused(self.source(one.source), self.words(one.why), self.words(one.text))
                for one in reading.refused
            ),
            decided=tuple(
                Decision(self.words(one.words), self.source(one.source) if one.source else None)
                for one in reading.decided
            ),
        )

    def entry(self, entry: Entry) -> Entry:
        """Every text of an entry, and its day where the register replaces that day."""
        original = entry.original
        words = self.words
        return replace(
            entry,
            agency=words(entry.agency),
            source=self.source(entry.source),
            original=Original(words(original.date), words(original.time), words(original.text)),
            when=self.when(entry.when),
            subjects=tuple(dict.fromkeys(words(one) for one in entry.subjects)),
            event=words(entry.event),
            response=words(entry.response),
            comment=words(entry.comment),
            kind=words(entry.kind),
            origin=words(entry.origin),
            practitioner=words(entry.practitioner),
            extra=self._extra(entry.extra),
        )

    def source(self, source: Source) -> Source:
        """The row, with names out of the file's and the sheet's name."""
        return Source(self.name(source.file), self.name(source.part), source.row)

    def when(self, when: When) -> When:
        """A day on the register becomes the time that its pseudonym names: 3 November 2019 may become November.

        The first that says nothing on the register: the date itself, its pseudonym, its whole months, whole years.
        """
        said = self._days.get(when.start) if when.precision in ("minute", "day") else None
        choices = (when, said and replace(said, uncertain=when.uncertain), _months(when), _years(when))
        return next((one for one in choices if one and self._is_clean(one)), _UNKNOWN)

    def finding(self, finding: Finding) -> Finding:
        """A finding whose sentence and days say nothing on the register."""
        first = finding.start and self.when(When(finding.start, finding.start, "day")).start
        last = finding.end and self.when(When(finding.end, finding.end, "day")).end
        why, agency = self.words(finding.why), self.words(finding.agency)
        expected = self.words(finding.expected_agency)
        return replace(finding, why=why, agency=agency, expected_agency=expected, start=first, end=last)

    def _is_clean(self, when: When) -> bool:
        """A month that begins on a day of the register does not tell it; a range that does is told by its words."""
        is_whole = when.precision in ("month", "season", "year")
        told = not is_whole and (when.start in self._days or when.end in self._days)
        return not told and not self.matcher.find(in_words(when))

    def _extra(self, extra: Mapping[str, str]) -> dict[str, str]:
        told: dict[str, str] = {}
        for heading, text in extra.items():
            clean = self.words(heading)
            told[clean] = f"{told[clean]}\n{self.words(text)}" if clean in told else self.words(text)
        return told

    def _words(self, text: str) -> str:
        return self._replaced(text, is_name_like=False)

    def _name(self, text: str) -> str:
        return self._replaced(text, is_name_like=True)

    def _replaced(self, text: str, *, is_name_like: bool) -> str:
        """A text without the register's names; a pseudonym beside what is left can make another, so look again."""
        for _ in range(_TURNS):
            found = self.matcher.find(text, is_name_like=is_name_like)
            if not found:
                break
            for match in reversed(found):
                text = text[: match.start] + _instead(match, text) + text[match.end :]
        return text


def _days(register: Register) -> dict[date | None, When]:
    """Each day on the register, and what its pseudonym says; a removed one says nothing."""
    found: dict[date | None, When] = {}
    for entry in register.entries:
        if entry.kind == "date" and (day := parse_date(entry.real)):
            said = read(entry.pseudonym)
            found[day] = said if isinstance(said, When) else _UNKNOWN
    return found


def _instead(match: Match, text: str) -> str:
    """The pseudonym as it fits there: no second "the", and a capital at the start of a sentence."""
    if match.entry is None:
        return text[match.start : match.end]
    words = match.entry.pseudonym or _NEUTRAL[match.entry.kind]
    before = text[: match.start]
    article = re.match(r"(?:the|an?) ", words)
    if article and _ARTICLE.search(before[-12:]):
        return words[article.end() :]
    if _SENTENCE.search(before[-6:]) and text[match.start : match.start + 1].isupper():
        return words[:1].upper() + words[1:]
    return words


def _months(when: When) -> When | None:
    """The same, from the first to the last day of its months."""
    start = when.start and when.start.replace(day=1)
    end = when.end and when.end.replace(day=monthrange(when.end.year, when.end.month)[1])
    one = start is not None and end is not None and (start.year, start.month) == (end.year, end.month)
    return _wider(when, start, end, "month" if one else "range")


def _years(when: When) -> When | None:
    """The same, from the first to the last day of its years."""
    start = when.start and when.start.replace(month=1, day=1)
    end = when.end and when.end.replace(month=12, day=31)
    one = start is not None and end is not None and start.year == end.year
    return _wider(when, start, end, "year" if one else "range")


def _wider(when: When, start: date | None, end: date | None, closed: Precision) -> When | None:
    if when.precision == "unknown":
        return None
    return When(start, end, closed if start and end else when.precision, uncertain=when.uncertain)
