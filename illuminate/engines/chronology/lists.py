"""Chronologies that are no table: a list of dated paragraphs, or dates with paragraphs under them.

A paragraph is a row. One that begins with a date is an entry; one that is only a date stands over the
paragraphs below it, each an entry of that day. A paragraph without a date belongs to the entry above it when
it is set in deeper, or labelled ("Action: ..."), or where the whole list is written so; else it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from illuminate.engines.chronology.dating import Dating, could_be_dated, is_no_date
from illuminate.engines.chronology.labelled import Told, is_signed, label_of, labelled, take_names, told_by
from illuminate.engines.chronology.lines import is_broken_text, is_note
from illuminate.engines.chronology.making import by_days, by_lines, people
from illuminate.engines.chronology.model import Decision, Entry, Original, Refused, Source
from illuminate.engines.chronology.paragraphs import Line
from illuminate.engines.chronology.tables import BODY, Paragraph
from illuminate.engines.dates import ClockTime, Refusal, When, at_time, read_time, spoken_first

_LEAD = re.compile(r"^(.{3,60}?)(?:\s+[–—-]\s+|:\s|\t)")
_TIME_FIRST = re.compile(
    r"^\(?(\d{1,2}[:.]\d{2}\s*(?:am|pm)?|\d{4}\s*hrs?|\d{1,2}\s*(?:am|pm))\)?\s*(?:hrs)?\s*[–—:,\-\s]\s*(?=\S)",
    re.I,
)


@dataclass(slots=True)
class _Open:
    """An entry that later paragraphs may still add to."""

    paragraph: Paragraph
    when: When
    date: str
    told: Told
    own_day: bool
    notes: list[str] = field(default_factory=list)


class ListReader:
    """Walks down the paragraphs of a document, or the lines of a text, that make a chronology."""

    def __init__(self, lines: Sequence[Line], *, file: str, agency: str, dating: Dating) -> None:
        self.file, self.agency, self.dating = file, agency, dating
        self.entries: list[Entry] = []
        self.refused: list[Refused] = []
        self.decided: list[Decision] = []
        self.unread: list[Paragraph] = []
        self._lines = lines
        self._open: _Open | None = None
        self._day: Line | None = None
        dated = [line for line in lines if line.kind == "dated"]
        self._listed = sum(line.paragraph.level is not None for line in dated) * 2 > len(dated)
        self._levels = [line.paragraph.level for line in dated if line.paragraph.level is not None]
        self._level = min(self._levels, default=0)
        self._signed = sum(is_signed(line.rest) for line in dated) * 10 >= len(dated) * 3 and len(dated) >= 3
        self._runs_on = self._habit(dated)
        alone = sum(line.kind == "alone" and not line.paragraph.heading for line in lines)
        self._own_line = self._runs_on and len(dated) > alone

    def _habit(self, dated: Sequence[Line]) -> bool:
        """Whether entries are written in several plain paragraphs each."""
        places = [place for place, line in enumerate(self._lines) if line.kind == "dated"]
        between = self._lines[places[0] : places[-1]] if places else []
        loose = sum(line.kind == "words" and line.paragraph.level is None for line in between)
        return loose * 10 >= len(dated) * 4

    def read(self) -> None:
        """Read section after section; one without any date is prose."""
        for section in _parted(self._lines):
            self._section(section)
        self._close()

    def _section(self, lines: Sequence[Line]) -> None:
        places = [place for place, line in enumerate(lines) if line.kind in ("dated", "alone")]
        under_band = lines[0].kind == "band"
        unknown = lines[0].kind == "heading" and is_no_date(lines[0].paragraph.text)
        last = places[-1] if places else -1
        for place, line in enumerate(lines):
            if line.kind in ("band", "heading"):
                self._close()
                self._day = None
                if line.band is not None:
                    self.dating.band = line.band.within(self.dating.band)
                else:
                    self.unread.append(line.paragraph)
            elif line.kind == "dated" and (line.marked or not self._listed):
                self._dated(line)
            elif line.kind == "alone":
                self._alone(line, lines[place + 1 :])
            elif line.kind == "undated" or (unknown and line.paragraph.level is not None):
                self._close()
                self._refuse(line.paragraph, "no date")
            elif line.kind != "blank":
                first = not places or place < places[0]
                self._undated(line, before=first and not under_band, after=place > last and bool(places))

    def _dated(self, line: Line) -> None:
        self._close()
        self._day = None
        if line.when is not None:
            self._begin(line.paragraph, line.when, line.date, line.rest, own_day=True)

    def _alone(self, line: Line, after: Sequence[Line]) -> None:
        """A date by itself: over the paragraphs below it, or, with none, a row that says nothing."""
        self._close()
        self._day = None
        following = next((one for one in after if one.kind != "blank"), None)
        follows = following is not None and following.kind in ("words", "label")
        if follows and self._own_line and not line.paragraph.heading and line.when is not None:
            # Elsewhere in the document the words of an entry begin beside its date: here they begin below it.
            self._begin(line.paragraph, line.when, line.date, "", own_day=True)
        elif follows:
            self._day = line
        elif line.paragraph.level is not None:
            self._refuse(line.paragraph, "there is a date and nothing else")

    def _undated(self, line: Line, *, before: bool, after: bool) -> None:
        paragraph = line.paragraph
        label = labelled(paragraph.text)
        if self._open is not None and label and self._add_label(label):
            return
        if self._day is not None and self._day.when is not None:
            self._under_day(line, label)
        elif self._open is not None and self._belongs(paragraph, after):
            self._open.told.add("event", paragraph.text)
            self._open.notes.append("the paragraphs below it were read as part of it")
        elif (
            is_note(paragraph.text)
            or before
            or (self._listed and paragraph.level is None)
            or (after and not self._listed)
        ):
            self._leave(paragraph)
        else:
            self._close()
            self._refuse(paragraph, self._why(paragraph))

    def _leave(self, paragraph: Paragraph) -> None:
        self.unread.append(paragraph)
        if self.entries or self._open:
            self._decide(paragraph, f"taken for a note, not for an entry: {paragraph.text[:80]}")

    def _why(self, paragraph: Paragraph) -> str:
        """Why a list's paragraph has no date: there is none, or there is one that can't be read."""
        lead = _LEAD.match(paragraph.text)
        if is_broken_text(paragraph.text):
            return f"its words can't be read: {paragraph.text[:60]}"
        if lead and could_be_dated(lead[1]):
            found = self.dating.read(lead[1])
            if isinstance(found, Refusal):
                return found.why
        return "no date"

    def _belongs(self, paragraph: Paragraph, after: bool) -> bool:
        """Whether a paragraph without a date goes on with the entry above."""
        above = self._open.paragraph if self._open else paragraph
        if paragraph.level is not None:
            return above.level is None or paragraph.level > above.level
        if above.level is not None:
            return not is_note(paragraph.text) and not after
        return self._runs_on and not is_note(paragraph.text)

    def _under_day(self, line: Line, label: tuple[str, str] | None) -> None:
        """A paragraph below a date that stands alone is an entry of that day; labels make up one."""
        day, paragraph = self._day, line.paragraph
        if day is None or day.when is None:
            return
        self._close()
        when, text = day.when, paragraph.text
        if label and label[0] == "time":
            clock = read_time(label[1])
            if isinstance(clock, ClockTime):
                self._day = replace(day, when=at_time(when, clock))
            return
        clocked = _TIME_FIRST.match(text)
        read_clock = read_time(clocked[1]) if clocked else None
        if clocked and isinstance(read_clock, ClockTime):
            when, text = at_time(when, read_clock), text[clocked.end() :]
        elif (spoken := spoken_first(text)) and isinstance(said := read_time(spoken[0]), ClockTime):
            when, text = at_time(when, said), spoken[1]
        self._begin(paragraph, when, day.date, text, own_day=False)

    def _add_label(self, label: tuple[str, str]) -> bool:
        meant, words = label
        is_open = self._open
        if is_open is None or meant in ("date", "time"):
            return False
        if meant == "event" and is_open.told.text("event") and self._day is not None:
            return False
        is_open.told.add(meant, words)
        return True

    def _begin(self, paragraph: Paragraph, when: When, date: str, text: str, *, own_day: bool) -> None:
        told = told_by(text) if not (found := labelled(text)) else Told()
        if found:
            told.add(label_of(text.split(":", 1)[0]) or "event", found[1])
        if self._signed:
            take_names(told)
        self._open = _Open(paragraph, when, date, told, own_day)

    def _close(self) -> None:
        """Finish the entry that is open."""
        one, self._open = self._open, None
        if one is None:
            return
        entry = self._entry(one)
        told = [words for words in (entry.event, entry.response, entry.comment) if words]
        if not told or all(map(is_broken_text, told)):
            why = "its words can't be read" if told else "there is a date and nothing else"
            self._refuse(one.paragraph, why)
            return
        made = by_days(entry, self.dating) or by_lines(entry, self.dating)
        self.entries.extend(made.entries if made else [entry])
        notes = [*one.when.decided, *one.notes, *(made.decided if made else ())]
        for note in dict.fromkeys(notes):
            self._decide(one.paragraph, note)

    def _entry(self, one: _Open) -> Entry:
        event = one.told.text("event")
        return Entry(
            agency=one.told.text("agency") or self.agency,
            source=Source(self.file, BODY, one.paragraph.number),
            original=Original(one.date, one.when.part_of_day or "", event),
            when=one.when,
            subjects=people(one.told.text("subjects")),
            event=event,
            response=one.told.text("response"),
            comment=one.told.text("comment"),
            kind=one.told.text("kind"),
            origin=one.told.text("source"),
            practitioner=one.told.text("practitioner"),
            hidden=one.paragraph.hidden,
        )

    def _decide(self, paragraph: Paragraph, words: str) -> None:
        self.decided.append(Decision(words, Source(self.file, BODY, paragraph.number)))

    def _refuse(self, paragraph: Paragraph, why: str) -> None:
        self.refused.append(Refused(Source(self.file, BODY, paragraph.number), why, paragraph.text))


def _parted(lines: Sequence[Line]) -> list[list[Line]]:
    """Sections: each begins with a heading or a band."""
    found: list[list[Line]] = [[]]
    for line in lines:
        if line.kind in ("band", "heading") and found[-1]:
            found.append([])
        found[-1].append(line)
    return [section for section in found if section]
