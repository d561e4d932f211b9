"""Ages told of a person on several days, and the entry whose age can't hold beside the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import in_words

_CAPITAL = r"[A-ZÀ-Þ][\w'’-]{1,20}"
_WORDED = "|".join(
    sorted((word for word in words_of("lengths")["numbers"] if len(word) > 2), key=len, reverse=True)
)
_YEARS = rf"\d{{1,2}}|{_WORDED}"
_AGED = re.compile(
    rf"\b({_CAPITAL})(?: {_CAPITAL})?,?\s*"
    rf"(?:\((?:aged? )?({_YEARS})\)|,? ?(?:who(?:'s| is) |is |now )?aged ({_YEARS})\b(?! month| week| day)|"
    rf",? (?:is |was |now |who(?:'s| is) )?({_YEARS}) years? old\b|, ({_YEARS})(?=[,:;])|"
    rf",? who(?:'s| is) ({_YEARS})(?= and\b|[,.;]))"
)
_OLD = re.compile(rf"\b({_YEARS})[ -]year[ -]old ([A-ZÀ-Þ][\w'’-]{{1,20}})")
_ANY = re.compile(rf"\(|\baged |year|, (?:{_YEARS})[,:;]|\bwho(?:'s| is) ")
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "Child", "Year", "Ward", "Band", "Section", "Room", "Week", "Step"}
)
_AGE = (
    rf"(?<![\d/.:£-])(?:aged?:? |is |was |he'?s |she'?s |who'?s |now |turned |"
    rf"\(|, |: ?|y/?o |told \w+ (?:that )?(?:he|she) is |age of )(\d{{1,2}}|{_WORDED})(?![\d/.:%]|"
    rf"(?: ?(?:months?|weeks?|days?|/40|/7|/12|/52|am|pm|hours?|minutes?|[kmc]g|"
    rf"ml|visits?|others?|children|times|calls|of)\b))"
)
_TOLD = re.compile(_AGE, re.I)
_INITIALS = re.compile(r"(?!GP|ED|AE|HV|SW|MW|OD|TC|DV|CP|MH|PC|DC|DS|NH)([A-Z]{2})\b")
_AGED_PATIENT = re.compile(r"\b(?:pt|patient)?,? ?aged (\d{1,2})\b(?! (?:months?|weeks?|days?))", re.I)
_YEARS_OLD = re.compile(rf"\b({_YEARS})[ -](?:years?|yrs?)[ -]old\b", re.I)
_BORN = re.compile(
    r"\b(?:dob|d\.o\.b\.?|born(?: on| in)?|date of birth)[:,]?\s*(?:(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-])?"
    r"(?P<year>(?:19|"
    r"20)\d\d|(?<=[./-])\d\d)\b",
    re.I,
)
_BORN_WORDS = re.compile(
    r"\b(?:dob|d\.o\.b\.?|born(?: on| in)?|date of birth)[:,]?\s*(?:\d{1,2}(?:st|"
    r"nd|rd|th)? )?(?:[A-Za-z]{3,9},? )(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_CLASS = re.compile(
    r"\b(?:in |joined |started |is in )?(reception|nursery(?= class)|(?:year |yr ?|y)(\d{1,2}))\b", re.I
)
_CLOSE = 60  # letters between a person's age and the birth or the class that it is told with
_HINT = re.compile(r"\b(?:dob|d\.o\.b|born|date of birth|reception|nursery|year \d|yr ?\d|y\d)", re.I)
_SENTENCES = re.compile(r"[.;!?]+(?=\s|$)(?!\s*(?:dob|d\.o\.b|date of birth|born))|\n", re.I)
_KIN = re.compile(
    r"\b(?:child\w*|sons?|daughters?|brothers?|sisters?|siblings?|mother|mum|father|dad|partner|baby|twins?|wife|husband|"
    r"girlfriend|boyfriend|grand\w+|nephew|niece|cousin|friend|kids?|two|three)\b",
    re.I,
)  # whose age it is, if another's
_OUT = 2  # years by which an age must be wrong to be doubted
_ENOUGH = 2  # other ages that must agree among themselves before one is doubted


def wrong_ages(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find entries whose own words rule the age out: beside a date of birth, or beside a school year."""
    found: list[tuple[Entry, str]] = []
    for entry in entries:
        text = f"{entry.event}. {entry.response}"
        if entry.when.start is None or not _HINT.search(text):
            continue
        for sentence in _SENTENCES.split(text):
            why = _by_birth(sentence, entry.when.start) or _by_class(sentence)
            if why:
                found.append((entry, f"{entry.agency} gives {why}."))
                break
    return found


def unlike_births(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find entries whose age of a patient, known by initials, does not fit the birth that the same agency gives."""
    rows: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        initials = _INITIALS.match(entry.event)
        if initials and entry.when.start:
            rows[entry.agency, initials[1]].append(entry)
    found: list[tuple[Entry, str]] = []
    for (agency, patient), told in sorted(rows.items()):
        born = {int(match["year"]) for entry in told for match in _BORN.finditer(entry.event) if match["day"]}
        if len(born) != 1 or (year := born.pop()) < 1900:
            continue
        for entry in told:
            age = _AGED_PATIENT.search(entry.event)
            if age and entry.when.start and not 0 <= entry.when.start.year - year - int(age[1]) <= 1:
                why = f"{agency} gives {patient} the age {age[1]}, but a birth in {year} elsewhere."
                found.append((entry, why))
    return found


def _by_birth(words: str, day: date) -> str:
    for born in [*_BORN.finditer(words), *_BORN_WORDS.finditer(words)]:
        year = int(born["year"])
        year += (1900 if year > day.year % 100 else 2000) if year < 100 else 0
        for age, told in _told_beside(words, born):
            if (
                not 0 <= day.year - year - age <= 1
                and min(abs(day.year - year - age), abs(day.year - year - 1 - age)) >= _OUT - 1
            ):
                return f"the age {told} with a birth in {year}"
    return ""


def _by_class(words: str) -> str:
    for taught in _CLASS.finditer(words):
        year = int(taught[2]) if taught[2] else None
        first = words_of("order")["school"].get(taught[1].lower(), 4) if year is None else year + 4
        for age, told in _told_beside(words, taught):
            if not first - _OUT < age < first + 1 + _OUT and (year is None or year <= 13) and age < 19:
                return f"the age {told} with {taught[1]}"
    return ""


def _told_beside(words: str, anchor: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The ages told near a birth or a class."""
    for match in [*_TOLD.finditer(words), *_YEARS_OLD.finditer(words)]:
        near = min(abs(match.start() - anchor.end()), abs(anchor.start() - match.end()))
        apart = match.end() <= anchor.start() or match.start() >= anchor.end() - 1
        between = words[min(match.end(), anchor.end()) : max(match.start(), anchor.start())]
        if near <= _CLOSE and apart and not _KIN.search(between):
            yield _number(match[1]), match[1]


def _number(told: str) -> int:
    return int(told) if told.isdigit() else int(words_of("lengths")["numbers"][told.lower()])


def misfits(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find entries whose age of a person fits no birthday that the other ages allow."""
    told: dict[str, list[tuple[Entry, int, int, int]]] = defaultdict(list)
    for entry in entries:
        if entry.when.precision not in ("day", "minute") or entry.when.start is None:
            continue
        for name, age in _ages(entry):
            day = entry.when.start.toordinal()
            first, last = day - round((age + 1) * 365.25) + 1, day - round(age * 365.25)
            told[name].append((entry, age, first - 2, last + 2))
    found: list[tuple[Entry, str]] = []
    for name in sorted(told):
        found += _odd_ones(name, told[name])
    return found


def _ages(entry: Entry) -> set[tuple[str, int]]:
    text = f"{entry.event} {entry.response}"
    if not _ANY.search(text):
        return set()
    known = " ".join(entry.subjects).casefold()
    rows = {(m[1], _number(next(told for told in m.groups()[1:] if told))) for m in _AGED.finditer(text)} | {
        (m[2], _number(m[1])) for m in _OLD.finditer(text)
    }
    return {
        (name.casefold(), age)
        for name, age in rows
        if name not in _TITLES and (not known or name.casefold() in known)
    }


def _odd_ones(name: str, rows: Sequence[tuple[Entry, int, int, int]]) -> list[tuple[Entry, str]]:
    edges = sorted([(first, 0) for _, _, first, _ in rows] + [(last, 1) for _, _, _, last in rows])
    depth = deepest = 0
    at = edges[0][0]
    for day, leaves in edges:
        depth += -1 if leaves else 1
        if depth > deepest:
            deepest, at = depth, day
    best = [row for row in rows if row[2] <= at <= row[3]]
    odd = [row for row in rows if not row[2] <= at <= row[3]]
    if not odd or len(best) < _ENOUGH or len(odd) * 2 > len(best):
        return []
    other = best[0]
    first = f"{other[0].agency} {other[1]} on {in_words(other[0].when)}"
    return [
        (row[0], f"{row[0].agency} gives {name.capitalize()} the age {row[1]}, but {first}.") for row in odd
    ]
