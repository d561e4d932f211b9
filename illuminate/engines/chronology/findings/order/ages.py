"""Ages told of a person on several days, and the entry whose age can't hold beside the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.model import Entry
from illuminate.engines.dates import When, in_words

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
_NAMED_BIRTH = re.compile(
    rf"\b(?P<name>{_CAPITAL})(?: {_CAPITAL})?,? ?\(?(?:dob|DOB|born|b\.) ?:?(?: on)? ?"
    r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d\d)\b"
)
_OLD = re.compile(rf"\b({_YEARS})[ -]year[ -]old ([A-ZÀ-Þ][\w'’-]{{1,20}})")
_ANY = re.compile(rf"\(|\baged |year|, (?:{_YEARS})[,:;]|\bwho(?:'s| is) ")
_TITLES = frozenset(
    {"Mr", "Mrs", "Ms", "Miss", "Dr", "Child", "Year", "Ward", "Band", "Section", "Room", "Week", "Step"}
)
_AGE = (
    rf"(?<![\d/.:£-])(?:aged?:? |is |was |he'?s |she'?s |who'?s |now |turned |"
    rf"\(|, |: ?|y/?o |told \w+ (?:that )?(?:he|she) is |age of )(\d{{1,2}}|{_WORDED})(?![\d/:%]|\.\d|"
    rf"(?: ?(?:months?|weeks?|days?|/40|/7|/12|/52|am|pm|hours?|minutes?|[kmc]g|"
    rf"ml|visits?|others?|children|times|calls|of)\b))"
)
_TOLD = re.compile(_AGE, re.I)
_INITIALS = re.compile(r"(?!GP|ED|AE|HV|SW|MW|OD|TC|DV|CP|MH|PC|DC|DS|NH)([A-Z]{2})\b")
_AGED_PATIENT = re.compile(r"\b(?:pt|patient)?,? ?aged (\d{1,2})\b(?! (?:months?|weeks?|days?))", re.I)
_SEXED = re.compile(r"\b(?:(\d{1,2}) ?[MF]|[MF] ?(\d{1,2}))\b(?!/)")
_MONTHS_OLD = re.compile(r"\b(\d{1,2})[ -]?(?:months?|mths?|/12)(?:[ -]olds?)?\b", re.I)
_YEARS_OLD = re.compile(rf"\b({_YEARS})[ -](?:years?|yrs?)[ -]old\b", re.I)
_BORN = re.compile(
    r"\b(?:dob|born(?: on| in)?|date of birth)[:,]?\s*(?:(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-])?"
    r"(?P<year>(?:19|"
    r"20)\d\d|(?<=[./-])\d\d)\b",
    re.I,
)
_BORN_WORDS = re.compile(
    r"\b(?:dob|born(?: on| in)?|date of birth)[:,]?\s*(?:\d{1,2}(?:st|"
    r"nd|rd|th)? )?(?:[A-Za-z]{3,9},? )(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_CLASS = re.compile(
    r"\b(?:in |joined |started |is in )?(reception|nursery(?= class)|(?:year |yr ?|y)(\d{1,2}))\b", re.I
)
_CLOSE = 60  # letters between a person's age and the birth or the class that it is told with
_HINT = re.compile(r"\b(?:d\.?o\.?b|born|date of birth|reception|nursery|year \d|yr ?\d|y\d)", re.I)
_DOTTED = re.compile(r"\bd\.o\.b\.?", re.I)
_SENTENCES = re.compile(r"[.;!?]+(?=\s|$)(?!\s*(?:dob|date of birth|born))|\n", re.I)
_KIN = re.compile(
    r"\b(?:child\w*|sons?|daughters?|brothers?|sisters?|siblings?|mother|mum|father|dad|partner|baby|twins?|wife|husband|"
    r"girlfriend|boyfriend|grand\w+|nephew|niece|cousin|friend|kids?|two|three)\b",
    re.I,
)  # whose age it is, if another's
_KIN_OF = re.compile(
    r"\b(?:mother|mum|father|dad|parents?|sister|brother|carer|partner) (?:of|to)\b[^.;]{0,30}$", re.I
)
_AGE_WORD = 12  # letters before a number of months in which "aged" or "now" stands
_MONTHS_OUT = 2  # months, and the part of the time lived, by which an age in months may be out
_PART = 0.2
_OUT = 2  # years by which an age must be wrong to be doubted
_ENOUGH = 2  # other ages that must agree among themselves before one is doubted


def wrong_ages(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find entries whose own words rule the age out: beside a date of birth, or beside a school year."""
    found: list[tuple[Entry, str]] = []
    for entry in entries:
        text = _DOTTED.sub("dob", f"{entry.event}. {entry.response}")
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
        born = {
            int(match["year"])
            for entry in told
            for match in _BORN.finditer(_DOTTED.sub("dob", entry.event))
            if match["day"]
        }
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
        if _KIN_OF.search(words[: born.start()]):
            continue
        ages = list(_told_beside(words, born))
        if ages and not any(0 <= day.year - year - age <= 1 for age, _ in ages):
            return f"the age {ages[0][1]} with a birth in {year}"
        if why := _by_months(words, born, year, day):
            return why
    return ""


def _by_months(words: str, born: re.Match[str], year: int, day: date) -> str:
    """An age in months that the day and the month of the birth rule out."""
    month = born.groupdict().get("month") or ""
    for told in _MONTHS_OLD.finditer(words, born.end()) if month else ():
        before = words[max(0, told.start() - _AGE_WORD) : told.start()]
        if not ("age" in before or "now" in before or "old" in told[0]):
            continue
        lived = (day.year - year) * 12 + day.month - int(month)
        out = abs(lived - int(told[1])) > max(_MONTHS_OUT, lived * _PART)
        if out and told.start() - born.end() <= _CLOSE:
            return f"the age {told[0]} with a birth in {born['month']}/{year}"
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
    for match in [*_TOLD.finditer(words), *_YEARS_OLD.finditer(words), *_SEXED.finditer(words)]:
        near = min(abs(match.start() - anchor.end()), abs(anchor.start() - match.end()))
        apart = match.end() <= anchor.start() or match.start() >= anchor.end() - 1
        between = words[min(match.end(), anchor.end()) : max(match.start(), anchor.start())]
        if near <= _CLOSE and apart and not _KIN.search(between):
            told = match[1] or match[2]
            yield _number(told), told


def _number(told: str) -> int:
    return int(told) if told.isdigit() else int(words_of("lengths")["numbers"][told.lower()])


def misfits(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Find entries whose age of a person fits no birthday that the other ages, or a birth told of them, allow."""
    told: dict[str, list[tuple[Entry, int, int, int]]] = defaultdict(list)
    born: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        for name, day in _births(entry):
            born[name].append(day)
        if entry.when.precision not in ("day", "minute") or entry.when.start is None:
            continue
        for name, age in _ages(entry):
            day = entry.when.start.toordinal()
            first, last = day - round((age + 1) * 365.25) + 1, day - round(age * 365.25)
            told[name].append((entry, age, first - 2, last + 2))
    found: list[tuple[Entry, str]] = []
    for name in sorted(told):
        found += _odd_ones(name, told[name], born[name])
    return found


def _births(entry: Entry) -> set[tuple[str, int]]:
    """Each person named beside a date of birth, and its day."""
    if not _HINT.search(entry.event):
        return set()
    known, rows = " ".join(entry.subjects).casefold(), set()
    for match in _NAMED_BIRTH.finditer(_DOTTED.sub("dob", entry.event)):
        year = int(match["year"]) if len(match["year"]) == 4 else 1900 + int(match["year"])
        year += 100 if entry.when.start and year + 100 <= entry.when.start.year else 0
        try:
            day = date(year, int(match["month"]), int(match["day"])).toordinal()
        except ValueError:
            continue
        if match["name"] not in _TITLES and (not known or match["name"].casefold() in known):
            rows.add((match["name"].casefold(), day))
    return rows


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


def _odd_ones(
    name: str, rows: Sequence[tuple[Entry, int, int, int]], born: Sequence[int]
) -> list[tuple[Entry, str]]:
    if len(set(born)) == 1:
        told = in_words(When(date.fromordinal(born[0]), date.fromordinal(born[0]), "day"))
        why = f"the age {{}}, but a birth on {told} is recorded."
        return [
            (row[0], f"{row[0].agency} gives {name.capitalize()} {why.format(row[1])}")
            for row in rows
            if not row[2] <= born[0] <= row[3]
        ]
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
