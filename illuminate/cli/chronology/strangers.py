"""A chronology of another case among the files: its people are nobody's here. A warning, never a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from illuminate.engines.chronology import Reading

if TYPE_CHECKING:
    from illuminate.engines.anonymise.match import Matcher

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2_000
# What a person is called in place of a name: it is shared by every case.
_ROLES = frozenset(
    [
        "victim",
        "perpetrator",
        "alleged",
        "suspect",
        "mother",
        "father",
        "mum",
        "dad",
        "child",
        "children",
        "son",
        "daughter",
        "brother",
        "sister",
        "baby",
        "parent",
        "parents",
        "partner",
        "ex",
        "wife",
        "husband",
        "family",
        "sibling",
        "grandmother",
        "grandfather",
        "aunt",
        "uncle",
        "all",
        "both",
        "none",
        "other",
        "subject",
        "adult",
        "patient",
        "client",
        "tenant",
        "pupil",
        "the",
        "and",
        "of",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "unknown",
    ]
)


def strangers(readings: Sequence[Reading], matcher: Matcher | None = None) -> list[str]:
    """A sentence for each file whose people are on no register and in no other file."""
    if matcher is not None:
        return [
            f"Nobody named in {reading.file} is on the register: is it a chronology of this review?"
            for reading in readings
            if _names(reading) and not any(matcher.find(text) for text in _texts(reading))
        ]
    names = {reading.file: _names(reading) for reading in readings}
    told: list[str] = []
    for reading in readings:
        others = [one for one in readings if one is not reading and names[one.file]]
        if names[reading.file] and others and not _known(names[reading.file], others):
            told.append(
                f"Nobody named in {reading.file} is named in another file: is it a chronology of this review?"
            )
    return told


def _names(reading: Reading) -> set[str]:
    """The words of the subjects' names, and the initials that they make, in lower case."""
    found: set[str] = set()
    for subject in {subject for entry in reading.entries for subject in entry.subjects}:
        words = [word.casefold() for word in _WORD.findall(subject)]
        named = [word for word in words if word not in _ROLES]
        found |= {word for word in named if len(word) > 1}
        if len(named) > 1:
            found |= {named[0][0] + named[-1][0], named[-1][0] + named[0][0]}
    return found


def _known(names: set[str], others: Iterable[Reading]) -> bool:
    """Whether a name is among the others' subjects, or else anywhere in what they tell."""
    others = list(others)
    if any(names & _names(one) for one in others):
        return True
    long = {name for name in names if len(name) > 2}
    return any(
        not long.isdisjoint(word.casefold() for word in _WORD.findall(text))
        for one in others
        for text in _texts(one)
    )


def _texts(reading: Reading) -> Iterable[str]:
    for entry in reading.entries[:_LOOKED_AT]:
        yield from entry.subjects
        yield f"{entry.event}\n{entry.response}\n{entry.comment}"
