"""Who works for which agency, learnt from its own file: "Nel Asante, key worker" is the advocacy service's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from illuminate.engines.chronology.findings.lexicon import roles, words_of
from illuminate.engines.chronology.model import Entry

_READ = 600  # entries of an agency in which its staff are looked for
_CLEARER = 3  # times as often in its own file as in that of the next agency
_NAME = r"([A-Z][A-Za-zÀ-ÿ'’-]{2,}(?: [A-Z][A-Za-zÀ-ÿ'’-]{2,})?)"
_WHOLE = re.compile(r"\b[A-Z][a-zÀ-ÿ'’-]{1,} [A-Z][A-Za-zÀ-ÿ'’-]{2,}\b")


@cache
def _titles() -> Mapping[str, frozenset[str]]:
    """Each title with the kinds of agency whose staff have it."""
    return {title: frozenset(kinds) for title, kinds in words_of("sendings")["titles"].items()}


@cache
def _titled() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, _titles()), key=len, reverse=True))
    return re.compile(rf"\b((?i:{known}))\.? {_NAME}")


def colleagues(
    entries: Iterable[Entry], number: Mapping[str, int], role: Sequence[str], people: frozenset[str]
) -> list[tuple[str, int]]:
    """Give (words, agency): a title with a name, and whole names, that belong to one agency's staff alone."""
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    read: Counter[int] = Counter()
    for entry in entries:
        index = number[entry.agency]
        read[index] += 1
        if read[index] > _READ:
            continue
        for words in {*_by_practitioner(entry.practitioner), *_by_title(entry.event, role[index])}:
            seen[words][index] += 1
    rows = ((words, _clear(counts)) for words, counts in sorted(seen.items()))
    return [(words, index) for words, index in rows if index >= 0 and people.isdisjoint(words.split())]


@cache
def _offices() -> frozenset[str]:
    """Words of the names of offices and places, which are nobody's name ("Public Protection", "Tern House")."""
    known = {
        word for row in roles().values() for rows in row.values() for one in rows for word in one.split()
    }
    return frozenset(known) | frozenset(words_of("sendings")["small"]["roads"])


def _by_practitioner(text: str) -> list[str]:
    names = (name.lower() for name in _WHOLE.findall(text)) if text else ()
    return [name for name in names if _offices().isdisjoint(name.split())]


def _by_title(text: str, role: str) -> list[str]:
    """Names with a title that the staff of such an agency have."""
    found: list[str] = []
    for title, name in _titled().findall(text):
        if role in _titles().get(title.lower(), ()):
            first, _, last = name.lower().partition(" ")
            found += [f"{title.lower()} {first}", f"{title.lower()} {last or first}"]
            found += [name.lower()] if last else []
    return found


def _clear(counts: Counter[int]) -> int:
    ranked = counts.most_common(2)
    if len(ranked) > 1 and ranked[0][1] < _CLEARER * ranked[1][1]:
        return -1
    return ranked[0][0]
