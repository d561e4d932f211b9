"""How an agency fills its rows: columns, ways of writing dates and times, ditto marks, papers without a date."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from benchmarks.chronologies.bank import bank
from benchmarks.chronologies.book import Cell, Line
from benchmarks.chronologies.dating import EPOCH, Written
from benchmarks.chronologies.habits import Habit
from benchmarks.chronologies.story import Story, Telling
from benchmarks.chronologies.vague import before

FORMS = {
    ".docx": ["flat", "flat", "flat", "months", "bands", "list", "list", "days"],
    ".xlsx": ["flat", "flat", "flat", "years"],
    ".ods": ["flat", "flat", "years"],
    ".xls": ["flat"],
    ".csv": ["flat"],
}
ENDINGS = [".docx"] * 8 + [".xlsx"] * 5 + [".csv"] * 3 + [".ods"] * 2 + [".xls"] * 2


class Setter:
    """Sets one agency's tellings out."""

    def __init__(self, story: Story, kind: str, ending: str, rng: random.Random) -> None:
        self.story, self.kind, self.ending, self.rng = story, kind, ending, rng
        self.agency = story.cast.agencies[kind]
        self.tellings = [telling for telling in story.tellings if telling.agency == kind]
        odd = any(telling.until or telling.extra.get("slip") for telling in self.tellings)
        self.form = "flat" if odd else rng.choice(FORMS[ending])
        if self.form == "days" and len(self.tellings) > 60:
            self.form = "bands"
        modes = {
            "months": "day",
            "bands": "no_year",
            "years": rng.choice(["no_year", "full"]),
            "list": rng.choice(["no_year", "full"]),
        }
        self.habit = Habit(rng, modes.get(self.form, "full"))
        self.native = ending in (".xlsx", ".ods", ".xls") and self.habit.mode == "full" and rng.random() < 0.5
        self.serial = (
            not self.native
            and self.form == "flat"
            and ending in (".ods", ".csv", ".xls")
            and rng.random() < 0.15
        )
        self.time_in = "column" if self.form == "days" else rng.choice(["column", "column", "cell", "none"])
        if self.form == "list" and self.time_in == "column":
            self.time_in = "cell"
        if self.serial and self.time_in == "cell":
            self.time_in = "column"
        self.habit.trailing = self.time_in != "cell"
        self.ditto = (
            rng.choice(["", "", "mark", "merged"]) if self.form == "flat" and ending != ".csv" else ""
        )
        self.columns = self._columns()
        self.headings: list[str] = []  # drawn from the bank unless given

    def _columns(self) -> list[str]:
        rng = self.rng
        columns = ["date"] if self.form != "days" else []
        if self.time_in == "column":
            columns.append("time")
        rest = [
            name
            for name, share in (("source", 0.4), ("subjects", 0.5), ("kind", 0.15))
            if rng.random() < share
        ]
        rng.shuffle(rest)
        columns += [*rest, "event"]
        columns += [
            name
            for name, share in (("response", 0.75), ("practitioner", 0.5), ("comment", 0.4))
            if rng.random() < share
        ]
        if self.form == "flat" and rng.random() < 0.25:
            columns.insert(0, "reference")
        return columns

    # one row

    def line(self, telling: Telling) -> Line:
        rng = self.rng
        written = self._dated(telling)
        line = Line("row", [], telling, written)
        exact = written.precision == "day" and not written.extra.get("days")
        if (
            telling.clock
            and exact
            and not telling.until
            and (telling.keep_time or (self.time_in != "none" and rng.random() < 0.75))
        ):
            self._time(line, telling.clock, telling.keep_time)
        line.event, line.response = telling.text, telling.response
        line.staff = rng.choice(self.agency.staff)
        line.comment = rng.choice(bank("headings")["comments"]) if rng.random() < 0.12 else ""
        if "response" not in self.columns and line.response:
            line.event, line.response = f"{line.event} {line.response}", ""
        line.cells = self._cells(line)
        return line

    def _dated(self, telling: Telling) -> Written:
        if telling.until:
            words = self.habit.span(telling.day, telling.until)
            return Written(
                words, telling.until, telling.day, "range", kind="turned", extra={"score_when": False}
            )
        day = telling.day
        if telling.extra.get("slip"):
            day = date(day.year - 1, day.month, min(day.day, 28))
            return Written(
                self.habit.write(day, exact=True).words, day, day, extra={"likely": telling.day.isoformat()}
            )
        if self.native and self.rng.random() < 0.9 and (telling.keep or self.rng.random() > self.habit.vague):
            return Written(day.isoformat(), day, day, native=day, kind="native")
        if self.serial and self.rng.random() < 0.9:
            return Written(str((day - EPOCH).days), day, day, kind="serial")
        if self.form == "days":
            return Written("", day, day, kind="split")
        exact = telling.keep or "order" in telling.extra
        return self.habit.write(day, exact=exact)

    def _time(self, line: Line, clock: time, must: bool) -> None:
        assert line.written
        roll = self.rng.random()
        if roll < 0.04 and not must:
            line.clock = self.rng.choice(["am", "pm", "morning", "evening"])
            line.clock = "am" if clock.hour < 12 and line.clock in ("pm", "evening") else line.clock
            line.clock = "pm" if clock.hour >= 12 and line.clock in ("am", "morning") else line.clock
            return
        line.clock, line.minute = self.habit.clock(clock), clock
        if roll > 0.95 and not must:
            line.clock = self.rng.choice(["approx {}", "c. {}", "about {}"]).format(line.clock)
            line.written.uncertain = True
            line.written.kind = "doubtful"

    def _cells(self, line: Line) -> list[Cell]:
        assert line.telling and line.written
        values: dict[str, Cell] = {
            "date": line.written.native or line.written.words,
            "time": line.clock,
            "event": line.event,
            "response": line.response,
            "comment": line.comment,
            "practitioner": line.staff,
            "reference": "",
            "source": self.rng.choice(bank("headings")["systems"]),
            "kind": self.rng.choice(bank("headings")["kinds"]),
            "subjects": self.rng.choice([", ", " and ", "; "]).join(line.telling.about),
        }
        if line.clock and "time" not in self.columns:
            if line.written.native and line.minute and not line.clock[0].isalpha():
                values["date"] = datetime.combine(line.written.native, line.minute)
            else:
                line.written.native = None
                line.written.words = f"{line.written.words.strip()} {line.clock}"
                values["date"] = line.written.words
        return [values[column] for column in self.columns]

    # repeated dates, and rows that can't be dated

    def repeat_dates(self, lines: list[Line]) -> None:
        """Ditto marks and merged cells where two rows running tell of one day."""
        if not self.ditto:
            return
        column = self.columns.index("date")
        for above, line in pairwise(lines):
            one, two = above.written, line.written
            if (
                not (one and two)
                or one.start != two.start
                or one.end != two.end
                or one.precision != "day"
                or two.precision != "day"
            ):
                continue
            if (
                self.time_in == "cell"
                or one.uncertain
                or two.uncertain
                or (above.clock and "time" not in self.columns)
            ):
                continue
            if two.extra or (line.clock and "time" not in self.columns):
                continue
            two.words = (
                self.rng.choice(['"', "〃", "ditto", "as above", "same day"]) if self.ditto == "mark" else ""
            )
            two.native, two.kind, two.extra = None, "ditto", {"ditto": True}
            line.cells[column] = two.words

    def with_strays(self, lines: list[Line]) -> list[Line]:
        rng, words = self.rng, bank("routine")["leftover"]
        lines = list(lines)
        for kind, share in (("undated", 0.3), ("unreadable", 0.18), ("impossible", 0.18), ("before", 0.15)):
            if rng.random() > share or len(lines) < 10:
                continue
            day = self.story.cast.first
            telling = Telling(self.kind, day, self.story.key("only"), "")
            voice = self.story.voices[self.kind]
            telling.text = voice.tell(rng.choice(words["say"]), day)
            written = Written("", None, None, "unknown", kind=kind)
            if kind == "undated":
                written.words = rng.choice(words["marks"])
            elif kind == "unreadable":
                written.words, telling.text = rng.choice(words["garbage"])
            elif kind == "impossible":
                year = rng.randint(self.story.cast.first.year, self.story.cast.last.year)
                odd = year if year % 4 else year - 1
                written.words = rng.choice(words["impossible"]).format(y=year, odd=odd)
            else:
                written = before(day - timedelta(days=rng.randint(400, 2500)), rng)
                telling.text = voice.tell(
                    rng.choice(bank("routine")[self.kind]["say"]).partition("|")[0], day
                )
            line = Line(
                "row", [], telling, written, event=telling.text, unread="" if kind == "before" else kind
            )
            line.cells = self._cells(line)
            at = 0 if kind == "before" else rng.randint(3, len(lines))
            while at < len(lines) and (other := lines[at].written) and other.extra.get("ditto"):
                at += 1
            lines.insert(at, line)
        return lines
