"""What a block of rows under headings holds: contacts, or amounts, readings and shifts that tell of none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.guessing import Column, describe
from illuminate.engines.chronology.headings import TOLD, meaning, plain
from illuminate.engines.chronology.lines import is_mark_of_something
from illuminate.engines.chronology.naming import is_name_like
from illuminate.engines.chronology.tables import Row, filled_of, width_of
from illuminate.engines.chronology.wordlists import languages_of

NOTHING_TOLD = "no column of theirs tells what happened"
OF_MONEY = "they hold amounts or readings, and no contacts"
OF_STAFF = "they say who was on duty, and no contacts"

FEWEST_TOLD = 5  # words from which a cell tells something, whatever the words are
PROSE = 18  # mean letters from which a column tells something
_BESIDE = ("practitioner", "reference", "time", "date_end", "subjects")
_UNIT = (
    r"(?:%|cr|dr|p|kg|g|mg|mcg|ml|l|kwh|units?|miles?|km|m3?|mmol(?:/(?:mol|l))?|"
    r"hrs?|hours?|mins?|bpm|mmhg|lbs?|cm|°?c)"
)
_NUMBER = re.compile(
    rf"[-+–(]{{0,2}}\s*[£€$]?\s*[-+–]?\d[\d,. ]*(?:/\d[\d.]*)?\)?\s*{_UNIT}?(?:\s+(?:cr|dr))?", re.I
)
_BY = re.compile(r"\b(?:by|signed|initials|gan)$")
_MONEY = re.compile(r"[£€$]")
_PARTED = re.compile(r"\s*[,/&+;\n]\s*|\s+and\s+")
_WEEK = re.compile(r"(?:week|wk)?\.?\s*\d{1,2}", re.I)
_NUMBERED = re.compile(r"\S*\d\S*")
_INITIALS = re.compile(r"[A-Z]{1,3}\d?")
_MATTERS = re.compile(r"[^\W\d_]{3,}|\b[A-Z]{2}\b", re.I)
_LETTERS = re.compile(r"[^\W\d_]{2}")


@cache
def words_for(kind: str) -> frozenset[str]:
    """The words of a kind in synonyms.toml, of every language."""
    return frozenset(
        word for language in languages_of("synonyms") for word in language.get(kind, {}).get("words", ())
    )


@cache
def _any_of(kind: str) -> re.Pattern[str]:
    ordered = sorted(words_for(kind), key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, ordered))})(?![\w])", re.I)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The words of one column that is neither days nor figures nor somebody's name."""

    named: bool
    words: Sequence[str]
    marked: bool


class Held:
    """A block of rows under its headings. ``date`` is the column of their days, None where they have none."""

    def __init__(self, names: Mapping[int, str], date: int | None, rows: Sequence[Row]) -> None:
        self._names, self._date = names, date
        filled = [(row, words) for row in rows if len(words := filled_of(row)) > 1]
        self._rows = [words for _, words in filled]
        sample = [row for row, _ in filled]
        self._columns: list[Column] = describe(sample, width_of(sample))
        self._figures: list[int] = []
        self._times: list[int] = []
        self._told: list[_Cells] = []
        self._sort()

    def why(self, given: Mapping[str, str]) -> str:
        """Why the block is no chronology; empty when it may be one."""
        if self._is_told() or any(self._names.get(place, "") in given for place in self._figures):
            return ""
        if self._date is None:
            return self._why_undated(given)
        if not self._is_dated(self._date):
            return ""
        if not any(column.words for column in self._told):
            counted = self._figures or self._times
            return NOTHING_TOLD if counted and not self._is_named_over_marks() else ""
        if self._is_of_staff(given, shifts=1):
            return OF_STAFF
        return OF_MONEY if self._is_ledger() else ""

    def of_days_across(self) -> str:
        """Why rows below days in a row of their own are no chronology; empty when they may be one."""
        told = [column for column in self._told if column.words]
        labels = {meaning(words) for column in told for words in column.words}
        if self._is_told() or labels & {*TOLD, "date"} or not self._rows:
            return ""
        return OF_STAFF if all(_are_people(column.words) for column in told) else ""

    def _why_undated(self, given: Mapping[str, str]) -> str:
        """Rows without any day: an account by instalments, or who works on which weekday."""
        words = [words for column in self._told for words in column.words]
        if any(map(_any_of("brief").search, words)) or any(column.named for column in self._told):
            return ""
        if any(_any_of("amount").search(plain(self._names.get(place, ""))) for place in self._figures):
            return OF_MONEY
        return OF_STAFF if self._is_of_staff(given, shifts=2) else ""

    def _is_dated(self, date: int) -> bool:
        """Whether days, months or weeks stand where the headings say so: "Week 3" of a rent account too."""
        if date >= len(self._columns):
            return False
        cells = [row[date] for row in self._rows if date in row]
        weeks = plain(self._names.get(date, "")) in words_for("week") and all(map(_WEEK.fullmatch, cells))
        return weeks or self._columns[date].dates >= 0.6

    def _sort(self) -> None:
        """Part the columns into those of times, of figures and of words."""
        for place, column in enumerate(self._columns):
            if place == self._date or not column.filled or column.dates >= 0.6:
                continue
            filled = [
                words for row in self._rows if is_mark_of_something(words := row.get(place, "")) and words
            ]
            if sum(bool(_NUMBER.fullmatch(words)) for words in filled) * 5 >= len(filled) * 4:
                self._figures.append(place)
            elif column.times >= 0.6:
                self._times.append(place)
            elif not self._is_beside(place):
                worded = [words for words in filled if _LETTERS.search(words)]
                named = meaning(self._names.get(place, "")) in TOLD
                self._told.append(_Cells(named, worded, marked=bool(filled)))

    def _is_beside(self, place: int) -> bool:
        """Whether a column says briefly who, or under which number."""
        name = self._names.get(place, "")
        beside = meaning(name) in _BESIDE or bool(_BY.search(plain(name)))
        return beside and self._columns[place].length < PROSE

    def _is_told(self) -> bool:
        """Whether some cells tell something: words enough, and said but once."""
        counted = Counter(
            " ".join(_NUMBERED.sub("", words).split()) for column in self._told for words in column.words
        )
        telling = sum(many == 1 and len(words.split()) >= FEWEST_TOLD for words, many in counted.items())
        return telling >= 2 or telling * 5 >= max(len(self._rows), 1)

    def _is_named_over_marks(self) -> bool:
        """Whether a heading such as "Event" stands over letters or figures, no amounts: codes may tell something."""
        codes = set(self._figures) - set(self._amounts())
        over = any(meaning(self._names.get(place, "")) in TOLD for place in codes)
        return over or any(column.named and column.marked for column in self._told)

    def _is_ledger(self) -> bool:
        """Whether amounts stand beside words of accounts, or beside next to none.

        Where a heading promises events beside one column of amounts alone, all words must be those of accounts.
        """
        amounts = len(self._amounts())
        words = [words for column in self._told for words in column.words]
        known = sum(map(_is_of_accounts, words))
        promised = [words for column in self._told if column.named for words in column.words]
        if amounts == 1 and promised:
            return all(map(_is_of_accounts, promised))
        few = len(words) * 4 <= len(self._rows) and not any(map(_any_of("brief").search, words))
        return amounts > 0 and (known * 3 >= len(words) * 2 or few)

    def _amounts(self) -> list[int]:
        """The columns of money and readings, by their headings or by the sign in their cells."""
        return [place for place in self._figures if self._is_amount(place)]

    def _is_amount(self, place: int) -> bool:
        if _any_of("amount").search(plain(self._names.get(place, ""))):
            return True
        cells = [row[place] for row in self._rows if place in row]
        return sum(bool(_MONEY.search(words)) for words in cells) * 2 >= len(cells)

    def _is_of_staff(self, given: Mapping[str, str], *, shifts: int) -> bool:
        """Whether so many headings are shifts, and the cells below them people or nobody."""
        found = [name for name in self._names.values() if _is_shift(name)]
        if len(found) < shifts or any(column.named and column.words for column in self._told):
            return False
        people = all(_are_people(column.words) for column in self._told)
        return people and not any(name in given for name in found)


def _is_shift(heading: str) -> bool:
    return plain(heading) in words_for("shift") or bool(_any_of("rota").search(plain(heading)))


def _is_of_accounts(words: str) -> bool:
    """Whether half of the words that matter are those of accounts and meters: "Payment at office"."""
    left = _any_of("ledger").sub("", words)
    rest = len(_MATTERS.findall(left))
    return left != words and rest <= len(_MATTERS.findall(words)) - rest


def _are_people(cells: Sequence[str]) -> bool:
    """Whether nearly all cells hold names, and none holds a word such as "Visit"."""
    pieces = [piece for one in cells for piece in _PARTED.split(one) if piece]
    told = any(map(_any_of("brief").search, cells))
    return not told and sum(map(_is_person, pieces)) * 5 >= len(pieces) * 4


def _is_person(piece: str) -> bool:
    """Whether words are a name, initials, a shift or a day off."""
    known = plain(piece) in words_for("shift") or bool(_INITIALS.fullmatch(piece))
    return known or (len(piece.split()) <= 3 and is_name_like(piece))
