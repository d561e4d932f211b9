"""Whose task it was to tell somebody, as each account gives it: two agencies that name different ones both may wait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from illuminate.engines.chronology.findings.conflicts.people.cast import Cast, may_be_one
from illuminate.engines.chronology.findings.conflicts.people.presence import filled
from illuminate.engines.chronology.findings.lexicon import words_of

_AGENCY = re.compile(r"⟨w(\d+)⟩")
_NOT_THEM = re.compile(r"\b(?:not|nor|never|without|if|unless|whether) (?:the |for )?$")
_ALSO = re.compile(r"(?:,| and|,? &) (?:the )?$")


@dataclass(frozen=True, slots=True)
class Task:
    """That an agency of a kind was to tell a person of a kind ("" for a pronoun)."""

    doer: str
    told: str
    quote: str


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    words = words_of("awareness")
    return tuple(re.compile(filled(one, words["slots"])) for one in words["tasks"]["frames"])


def tasks_in(told: Cast) -> list[Task]:
    """Give who was to tell whom; ``told`` has "we" marked as the writer's own kind of agency."""
    if "⟨w" not in told.words:
        return []
    return [
        task for frame in _frames() for match in frame.finditer(told.words) if (task := _task(match, told))
    ]


def _task(match: re.Match[str], told: Cast) -> Task | None:
    ahead = told.words[max(0, match.start() - 16) : match.start()]
    if _NOT_THEM.search(ahead) or _ALSO.search(ahead):
        return None
    whom = re.search(r"\d+", match["whom"])
    return Task(
        told.people[int(match["who"])].kind,
        told.people[int(whom[0])].kind if whom else "",
        told.quote(match.start(), match.end()),
    )


def tasks_differ(one: Sequence[Task], other: Sequence[Task]) -> tuple[str, str] | None:
    """Give the words of both if each leaves the telling of one person to an agency that the other does not name."""
    return next(_clashes(one, other), None)


def _clashes(one: Sequence[Task], other: Sequence[Task]) -> Iterator[tuple[str, str]]:
    for mine in one:
        for theirs in other:
            if not _one_person(mine.told, theirs.told):
                continue
            if not any(may_be_one(mine.doer, task.doer) for task in other) and not any(
                may_be_one(theirs.doer, task.doer) for task in one
            ):
                yield mine.quote, theirs.quote


def _one_person(kind: str, other: str) -> bool:
    return "" in (kind, other) or "self" in (kind, other) or may_be_one(kind, other)
