"""The day on which a thing ends, begins or is to be, where two agencies name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.days import days_in
from illuminate.engines.chronology.findings.reading.features import Features

_CLAUSE = re.compile(r"[.;\n]|, (?:and|but) ")
_REACH = 48  # letters before a day in which the thing is named
_FIELDS = {"ends": "expiry date", "days": "date"}
_BEFORE = re.compile(r"\b(?:since|letter of|dated|from our|born|dob)\b[^.;]{0,12}$")


@cache
def _things() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (kind, name, re.compile(rf"\b(?:{'|'.join(known)})\b"))
        for kind in _FIELDS
        for name, known in words_of("coming")[kind].items()
    )


def coming_differ(
    features: Sequence[Features], group: Sequence[int], texts: Mapping[int, str]
) -> list[tuple[str, list[tuple[int, str]]]]:
    """Give the days that two agencies name for one thing, if no two of them are the same."""
    told: dict[tuple[str, str], dict[int, dict[int, str]]] = defaultdict(dict)
    for place in group:
        for key, day, quote in _named(texts[place], features[place]):
            told[key].setdefault(place, {})[day] = quote
    rows: dict[str, dict[int, str]] = defaultdict(dict)
    for (kind, _), days in told.items():
        for place, own in days.items():
            if any(
                features[place].agency != features[other].agency and _apart(own, days[other])
                for other in days
            ):
                rows[_FIELDS[kind]].setdefault(place, next(iter(own.values())))
    return [(field, sorted(each.items())) for field, each in rows.items()]


def _named(words: str, one: Features) -> Iterator[tuple[tuple[str, str], int, str]]:
    """Each day that a text names for a thing: of the things before it the nearest."""
    for day in days_in(words, one.start):
        if not day.exact or day.day == one.start:
            continue
        ahead = _CLAUSE.split(words[max(0, day.start - _REACH) : day.start])[-1]
        if _BEFORE.search(ahead):
            continue
        found = [
            (match.end(), len(match.group(0)), kind, name)
            for kind, name, pattern in _things()
            for match in pattern.finditer(ahead)
        ]
        if found:
            _, _, kind, name = max(found)
            yield (kind, name), day.day, f"{ahead[max(found)[0] - max(found)[1] :]}{day.words}"


def _apart(one: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether no day of the one is a day of the other; a year that is not written is nobody's word."""
    return not {_of_the_year(day) for day in one} & {_of_the_year(day) for day in other}


def _of_the_year(day: int) -> tuple[int, int]:
    named = date.fromordinal(day)
    return named.month, named.day
