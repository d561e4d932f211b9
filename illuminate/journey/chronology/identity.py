"""Which entry of a newer version of a file is which of an older one. Pure: it reads what is given.

An entry is the same while its date's words and its text are; or while it stands in the same row, or under the same
date, with nearly the same text. So what was settled and marked follows it when a file is sent again with changes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

Key = Callable[["Told"], Hashable]
NEARLY = 0.75
COMPARED_AT_MOST = 40
"""How many entries of one day are compared with each other, one by one."""


@dataclass(frozen=True)
class Told:
    """What an entry says, and where: enough to know it again."""

    part: str
    row: int
    date: str
    time: str
    text: str

    @property
    def words(self) -> Hashable:
        return (folded(self.date), folded(self.time), folded(self.text))

    @property
    def place(self) -> Hashable:
        return (self.part, self.row)


def folded(text: str) -> str:
    """Spaces, case and punctuation are not what an entry says."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True)
class Changes:
    """How many entries a newer version has that are new, changed or the same, and how many of the older it lacks."""

    new: int
    changed: int
    same: int
    gone: int


def changes(before: Mapping[UUID, Told], new: Sequence[tuple[UUID | None, Told]]) -> Changes:
    """What a newer version says beside the one before it. An entry that only stands elsewhere is as before."""
    known = [(before[identity], told) for identity, told in new if identity and identity in before]
    same = sum(old.words == told.words for old, told in known)
    return Changes(len(new) - len(known), len(known) - same, same, len(before) - len(known))


def carried(old: Sequence[tuple[UUID, Told]], new: Sequence[Told]) -> list[UUID | None]:
    """For each new entry the identity of the old one that it is, each given once; None for one that is new."""
    found: list[UUID | None] = [None] * len(new)
    left = dict(old)
    # The same words, first in the same place, then anywhere; then nearly the same words in the same row, or that day.
    _same(left, new, found, lambda told: (told.words, told.place))
    _same(left, new, found, lambda told: told.words)
    _nearly(left, new, found, lambda told: told.place)
    _nearly(left, new, found, lambda told: folded(told.date))
    return found


def _same(left: dict[UUID, Told], new: Sequence[Told], found: list[UUID | None], key: Key) -> None:
    waiting: dict[Hashable, list[UUID]] = defaultdict(list)
    for identity, told in reversed(left.items()):
        waiting[key(told)].append(identity)
    for number, told in enumerate(new):
        same = waiting.get(key(told)) if found[number] is None else None
        if same:
            found[number] = identity = same.pop()
            del left[identity]


def _nearly(left: dict[UUID, Told], new: Sequence[Told], found: list[UUID | None], key: Key) -> None:
    waiting: dict[Hashable, list[UUID]] = defaultdict(list)
    for identity, told in left.items():
        waiting[key(told)].append(identity)
    for number, told in enumerate(new):
        if found[number] is not None:
            continue
        beside = [one for one in waiting.get(key(told), ())[:COMPARED_AT_MOST] if one in left]
        best = _best(told, ((one, left[one]) for one in beside))
        if best is not None:
            found[number] = best
            del left[best]


def _best(told: Told, others: Iterable[tuple[UUID, Told]]) -> UUID | None:
    best, most = None, NEARLY
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(folded(told.text).split())
    for identity, other in others:
        matcher.set_seq1(folded(other.text).split())
        if matcher.quick_ratio() >= most and (ratio := matcher.ratio()) >= most:
            best, most = identity, ratio
    return best
