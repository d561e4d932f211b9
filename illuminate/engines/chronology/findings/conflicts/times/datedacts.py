"""The day of one act as two accounts put it into words: "discharged on 22 October" and "discharged 15/12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.conflicts.injuries.anatomy import any_of
from illuminate.engines.chronology.findings.conflicts.times.moments import aside
from illuminate.engines.chronology.findings.lexicon import words_of
from illuminate.engines.chronology.findings.reading.features import Features
from illuminate.engines.chronology.findings.text import plain

_SENTENCE = re.compile(r"[.;!?\n]+(?=\s|$)|\n")
_REACH = 48  # letters between an act and its day
_FURTHEST = 62  # days; what lies further apart is another time
_PLANNED = re.compile(r"\b(?:to be|will be|due|planned|expected|estimated|possible|not)\b[^,;]{0,20}$")


@cache
def _acts() -> Mapping[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{any_of(known)})\b")
        for name, known in words_of("occasions")["dated"].items()
    }


def dated_acts(one: Features) -> dict[str, set[int]]:
    """Give for each act the days (ordinals) that the words give it; "today" is the entry's own."""
    found: dict[str, set[int]] = {}
    for text in (one.event, one.outcome):
        words = plain(text)
        for sentence in _SENTENCE.split(words):
            for name, at in _told(sentence):
                for day in _days(sentence, at, one, words):
                    found.setdefault(name, set()).add(day)
    return found


def _told(sentence: str) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in _acts().items():
        for match in pattern.finditer(sentence):
            if not _PLANNED.search(sentence[: match.start()]):
                yield name, match


def _days(sentence: str, act: re.Match[str], one: Features, words: str) -> Iterator[int]:
    """The nearest day that is named behind the act or right before it, with no other act between."""
    behind = sentence[act.end() : act.end() + _REACH]
    other = min(
        (m.start() for pattern in _acts().values() for m in pattern.finditer(behind)), default=len(behind)
    )
    behind = behind[:other]
    for spoken in one.spoken:
        if spoken.exact and spoken.words.lower() in behind and not aside(words, spoken.words):
            yield spoken.day
            return
    if re.search(r"\btoday\b", behind):
        yield one.start


def dated_apart(features: Sequence[Features], group: Sequence[int]) -> set[int]:
    """Positions of the entries of a group that give one act two days."""
    told = {place: dated_acts(features[place]) for place in group}
    rows: set[int] = set()
    for number, place in enumerate(group):
        for other in group[number + 1 :]:
            if features[place].agency == features[other].agency:
                continue
            for act in told[place].keys() & told[other].keys():
                mine, theirs = told[place][act], told[other][act]
                if len(mine) == len(theirs) == 1 and 0 < abs(min(mine) - min(theirs)) <= _FURTHEST:
                    rows |= {place, other}
    return rows
