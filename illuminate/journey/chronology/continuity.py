"""Which finding of a new comparison is which of those on record. Pure: it reads what is given.

The same question about the same entries is the same finding. A group that has gained or lost entries is the finding
with which it shares the most, at least half: what was settled stays on it, and it is said that it has changed.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from illuminate.engines.chronology.findings import Finding as Found

MOSTLY = 0.5


@dataclass(frozen=True)
class OnRecord:
    """A finding as it is kept: what tells it apart, and the entries that it is about."""

    pk: UUID
    key: str
    sort: tuple[str, str, str]
    entries: frozenset[UUID]


@dataclass(frozen=True)
class Same:
    """A finding of the new comparison, the one on record that it is, and whether its entries have become others."""

    found: Found
    before: UUID | None
    changed: bool = False


def sort_of(found: Found) -> tuple[str, str, str]:
    """What has to be the same for two findings to ask the same."""
    return (found.kind, found.field, found.expected_agency or found.agency)


def key_of(found: Found) -> str:
    """The question, in a few characters."""
    told = "\n".join([*sort_of(found), *sorted(found.entries)])
    return hashlib.sha256(told.encode()).hexdigest()


def known_again(record: Iterable[OnRecord], found: Sequence[Found]) -> list[Same]:
    """For each new finding, each once, the one on record that it is."""
    left = {one.key: one for one in record}
    once = {key_of(one): one for one in found}
    same = [Same(one, left.pop(key).pk) for key, one in once.items() if key in left]
    taken = {one.before for one in same}
    known = {key_of(one.found) for one in same}
    unknown = [one for key, one in once.items() if key not in known]
    by_entry: dict[UUID, list[OnRecord]] = {}
    for old in left.values():
        for entry in old.entries:
            by_entry.setdefault(entry, []).append(old)
    for one in unknown:
        old_one = _nearest(one, by_entry, taken)
        taken.add(old_one)
        same.append(Same(one, old_one, changed=old_one is not None))
    return same


def _nearest(found: Found, by_entry: dict[UUID, list[OnRecord]], taken: set[UUID | None]) -> UUID | None:
    wanted, best, most = {UUID(one) for one in found.entries}, None, 0.0
    beside = {old.pk: old for entry in wanted for old in by_entry.get(entry, [])}
    for old in beside.values():
        shared = len(wanted & old.entries) / len(wanted | old.entries)
        if old.sort == sort_of(found) and old.pk not in taken and shared >= MOSTLY and shared > most:
            best, most = old.pk, shared
    return best
