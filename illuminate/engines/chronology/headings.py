"""What an agency's headings mean, whatever it calls its columns. The words are in synonyms.toml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from illuminate.engines.chronology.tables import Row, words_of
from illuminate.engines.chronology.wordlists import languages_of

LONGEST = 80
_LONGEST_EXPLAINED = 400
_MOST_WORDS = 10
# The fields whose column says what happened, and those that make a row of headings one of a chronology.
TOLD = ("event", "response", "comment")
_OTHER = (*TOLD, "subjects", "source", "kind", "practitioner", "agency", "time", "date_end")
_FIGURE = re.compile(r"[0-9]")
_JOINED = re.compile(r"([a-z0-9])([A-Z])")
_LEAD = re.compile(r"[(\[\n:;?]|\s[-–—]\s")
_HINT = re.compile(
    r"^\W*(?:(?:dd?|mm?|yy(?:yy)?|hh|ss)(?:\W+|$)){2,}\W*$|^\W*24\W*(?:hr|hour)s?\b.{0,10}$|^\W*dd?mmyy(?:yy)?\W*$|"
    r"^\(.*\b(?:dd|mm|yy|yyyy|24|e\.?g|if|who|what|include|including|please|y/n|yes/no|state|specify|use)\b.*\)$",
    re.I,
)


_UNKNOWN = re.compile(
    r"(?:date\s+)?(?:unknown|undated|not known|n/?k|no date.*|not recorded|unclear|none|not stated|missing|illegible)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Headings:
    """Which column means what. ``first`` and ``last`` are the places in the table's rows that they fill."""

    fields: Mapping[int, str]
    names: Mapping[int, str]
    first: int
    last: int

    def columns(self, field: str) -> list[int]:
        """The columns that mean a field, from left to right."""
        return [column for column, meant in sorted(self.fields.items()) if meant == field]

    def name(self, column: int) -> str:
        """A column's heading, or what to call it without one."""
        return self.names.get(column) or f"column {column + 1}"


@dataclass(frozen=True, slots=True)
class _Words:
    """The synonyms of every language, ready to look up."""

    exact: Mapping[str, str]
    either: Mapping[str, tuple[str, str]]
    holds: Sequence[tuple[str, re.Pattern[str], re.Pattern[str] | None]]
    late: re.Pattern[str]
    other: re.Pattern[str]
    short: Mapping[str, str]


@cache
def _words() -> _Words:
    exact: dict[str, str] = {}
    either: dict[str, tuple[str, str]] = {}
    holds: list[tuple[str, re.Pattern[str], re.Pattern[str] | None]] = []
    late: list[str] = []
    other: list[str] = []
    short: dict[str, str] = {}
    for data in languages_of("synonyms"):
        for field, synonyms in data["exact"].items():
            exact |= {words: field for words in synonyms if words not in exact}
        either |= {words: (first, second) for words, (first, second) in data.get("either", {}).items()}
        for field, held in data["holds"].items():
            never = data["never"].get(field)
            holds.append((field, _any_of(held), _any_of(never) if never else None))
        late += data["late"]["words"]
        other += data["other"]["words"]
        short |= data.get("short", {})
    return _Words(exact, either, holds, _any_of(late), _any_of(other), short)


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})\b")


def plain(heading: str) -> str:
    """A heading without case, accents, punctuation and brackets: "Author's Comment(s):" is "author s comments"."""
    joined = heading.casefold().replace("(s)", "s").replace("(es)", "es")
    if not joined.isascii():
        joined = unicodedata.normalize("NFKD", joined)
        joined = "".join(letter for letter in joined if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9# ]+", " ", joined).split())


def says_again(heading: str, words: str) -> bool:
    """Whether words are those of a plain heading; words with a figure are taken apart only where it has one."""
    return bool(_FIGURE.search(heading) or not _FIGURE.search(words)) and heading == plain(words)


@lru_cache(maxsize=4096)
def meaning(heading: str) -> str | None:
    """The field that a heading means; "either:NAME" if that hangs on its neighbours; None if unknown.

    A long heading that explains itself is looked up by its first words: "Event (what happened, and who ...)".
    """
    if len(heading) > _LONGEST_EXPLAINED:
        return None
    lead = _LEAD.split(heading.strip(), maxsplit=1)[0]
    for text in (heading, lead) if 2 <= len(lead) < len(heading.strip()) else (heading,):
        if len(text) <= LONGEST and (found := _meaning(in_full(text)) or _meaning(plain(text))):
            return found
    return None


def in_full(heading: str) -> str:
    """A system's or a hurried hand's heading in whole words: "CONTACT_DT" and "ContactDt" are "contact date"."""
    parted = _JOINED.sub(r"\1 \2", heading) if " " not in heading.strip() else heading
    return " ".join(_words().short.get(word, word) for word in plain(parted).split())


def exact_meaning(words: str) -> str | None:
    """The field of a heading that is known word for word, for labels in the middle of prose."""
    known = _words()
    found = plain(words)
    return _field(f"either:{found}") if found in known.either else known.exact.get(found)


def _meaning(words: str) -> str | None:
    known = _words()
    if not words:
        return None
    if words in known.either:
        return f"either:{words}"
    if words in known.exact:
        return known.exact[words]
    if len(words.split()) > _MOST_WORDS:
        return None
    for field, held, never in known.holds:
        if held.search(words) and not (never and never.search(words)):
            return field
    return None


@lru_cache(maxsize=4096)
def is_late(heading: str) -> bool:
    """Whether a heading names a day on which something was written down, not on which it happened."""
    words = plain(heading)
    return bool(re.search(r"\b(?:date|time|on|when|dyddiad)\b", words) and _words().late.search(words))


@lru_cache(maxsize=4096)
def is_reference(heading: str) -> bool:
    """Whether a heading is over numbers of records."""
    return meaning(heading) == "reference"


@lru_cache(maxsize=4096)
def is_elsewhere(heading: str) -> bool:
    """Whether a heading belongs to a table of people, versions or actions, and not to a chronology."""
    return len(heading) <= LONGEST and bool(_words().other.search(plain(heading)))


def in_row(row: Row, given: Mapping[str, str]) -> dict[int, str]:
    """The meaning of each cell of a row, were it headings. ``given`` is what a person said of some."""
    found: dict[int, str] = {}
    for column, cell in enumerate(row.cells):
        if type(cell) is str and (words := words_of(cell)):
            if given and words in given:
                found[column] = given[words]
            elif meant := meaning(words):
                found[column] = meant
    return found


def could_be(row: Row, given: Mapping[str, str]) -> bool:
    """Whether a row reads as the headings of a chronology: short words, a date, half of them known."""
    found = in_row(row, given)
    if not ({"date", "month", "year", "either:day", "either:days"} & set(found.values())):
        return False
    cells = {
        column: words
        for column, cell in enumerate(row.cells)
        if column not in row.covered and (words := words_of(cell))
    }
    if len(cells) < 2 or any(len(words) > _LONGEST_EXPLAINED for words in cells.values()):
        return False
    if any(_is_told(words) for words in cells.values()):
        return False
    told = any(_field(meant) in _OTHER for column, meant in found.items() if column in cells)
    if not told and not given:
        return False
    known = sum(column in found for column in cells)
    if any(words in given for words in cells.values()):
        return True
    wrong = any(is_elsewhere(words) for words in cells.values())
    return known * 2 >= len(cells) and not (wrong and not _has_event(found))


def _is_told(words: str) -> bool:
    """Whether a cell says that a date is not known, or is a sentence that tells something: no heading does."""
    lead = words[: words.find("(")] if "(" in words else words
    return _UNKNOWN.fullmatch(words.strip(" .()")) is not None or (
        lead.rstrip().endswith(".") and len(lead.split()) > 4
    )


def _has_event(found: Mapping[int, str]) -> bool:
    return any(_field(meant) == "event" for meant in found.values())


def _field(meant: str) -> str:
    return _words().either[meant.removeprefix("either:")][0] if meant.startswith("either:") else meant


def of_rows(rows: Sequence[Row], first: int, last: int, given: Mapping[str, str]) -> Headings:
    """The headings in one row, or in two rows under each other, of which the lower one is the finer."""
    names: dict[int, str] = {}
    for row in rows:
        lower = {column: words_of(cell) for column, cell in enumerate(row.cells) if words_of(cell)}
        names |= {
            column: words for column, words in lower.items() if column not in names or not is_hint(words)
        }
    return Headings(settle(names, given), names, first, last)


def is_hint(words: str) -> bool:
    """Whether a cell below a heading only says how to fill it in: "(dd/mm/yy)", "24hr"."""
    return bool(_HINT.match(words))


def settle(names: Mapping[int, str], given: Mapping[str, str]) -> dict[int, str]:
    """The field of each column that has one, with one date for a row; a person's word comes before all."""
    found: dict[int, str] = {}
    for column, name in sorted(names.items()):
        meant = given[name] if name in given else meaning(name)
        if meant:
            found[column] = meant
    either = {column: meant for column, meant in found.items() if meant.startswith("either:")}
    for column, meant in either.items():
        first, second = _words().either[meant.removeprefix("either:")]
        if first == "date" and "month" in found.values():
            found[column] = "day"
        else:
            taken = first in (*found.values(),) or (first == "date" and "date_end" in found.values())
            found[column] = second if taken else first
    found = {column: meant for column, meant in found.items() if meant and meant != "reference"}
    return _one_date(found, names, given)


def _one_date(found: dict[int, str], names: Mapping[int, str], given: Mapping[str, str]) -> dict[int, str]:
    """Of several columns called a date the best one is kept; parts of a date count only where it needs them."""
    dates = [column for column, meant in sorted(found.items()) if meant == "date"]
    said = [column for column in dates if names[column] in given]
    exact = [column for column in dates if plain(names[column]) in _words().exact]
    early = [column for column in dates if not is_late(names[column])]
    keep = (said or exact or early or dates)[:1]
    whole = bool(keep) and "month" not in found.values()
    kept: dict[int, str] = {}
    for column, meant in found.items():
        dropped = (meant == "date" and column not in keep) or (meant == "day" and whole)
        if not dropped:
            kept[column] = meant
    return kept
