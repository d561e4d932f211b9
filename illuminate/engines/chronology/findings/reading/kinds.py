"""Which kind of agency each one is, and how the others name it: by its place, and by its staff."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from illuminate.engines.chronology.findings.lexicon import roles
from illuminate.engines.chronology.findings.text import Phrases, plain, tokenise
from illuminate.engines.chronology.model import Entry

UNKNOWN = "charity"
_READ = 400  # entries of an agency that are read to learn its kind
_SHARE = 0.06  # of them that must show the signs of a kind
_CLEARER = 1.5  # times as many as those of the next kind
_STAFF = re.compile(r"\b(Dr|Sr|Sgt|DC|PC|DS|DI|PS|Nurse|Sister|Mr|Mrs|Ms|Miss)\.? ([A-Z][A-Za-zÀ-ÿ'-]{2,})")
_COMMON_PLACES = frozenset({"north", "south", "east", "west", "upper", "lower", "great", "royal", "british"})


def role_of(name: str) -> str:
    """Tell the kind of an agency from its name: "Northshire Police" is "police"; UNKNOWN if nothing tells it."""
    words = plain(name)
    for role, row in roles().items():
        if any(_begins_a_word(plain(known), words) for known in row["name"]):
            return role
    return UNKNOWN


def _begins_a_word(known: str, words: str) -> bool:
    at = words.find(known)
    while at > 0 and words[at - 1].isalnum():
        at = words.find(known, at + 1)
    return at >= 0


def roles_in(names: Sequence[str], entries: Iterable[Entry], spelt: Mapping[str, str]) -> list[str]:
    """Give the kind of each agency: by its name, or else by the words of its daily work.

    ``spelt``: the full names of those that are named by initials.
    """
    known = [role_of(spelt.get(name, name)) for name in names]
    open_names = {name for name, role in zip(names, known, strict=True) if role == UNKNOWN}
    if not open_names:
        return known
    seen: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.agency in open_names and len(seen[entry.agency]) < _READ:
            seen[entry.agency].append(entry)
    phrases = Phrases()
    for role, row in roles().items():
        phrases.add(role, row.get("signs", []))
    return [
        _by_work(seen[name], phrases) if role == UNKNOWN else role
        for name, role in zip(names, known, strict=True)
    ]


def _by_work(entries: Sequence[Entry], phrases: Phrases) -> str:
    counts: Counter[str] = Counter()
    for entry in entries:
        told = tokenise(f"{entry.practitioner}. {entry.kind}. {entry.event}", entry.response)
        counts.update({label for _, _, label in phrases.find(told.stems)})
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:2]
    if not ranked or ranked[0][1] < max(3, _SHARE * len(entries)):
        return UNKNOWN
    if len(ranked) > 1 and ranked[0][1] < _CLEARER * ranked[1][1]:
        return UNKNOWN
    return ranked[0][0]


def places(names: Sequence[str], known: Sequence[str]) -> list[tuple[str, int]]:
    """A police force goes by its county alone ("told by Northshire"); others of that county by two words."""
    words = [plain(name).split() for name in names]
    first = [one[0] if role == "police" else "" for one, role in zip(words, known, strict=True)]
    rows = [
        (word, index)
        for index, word in enumerate(first)
        if len(word) >= 5 and first.count(word) == 1 and word not in _COMMON_PLACES
    ]
    two = [" ".join(one[:2]) for one in words]
    taken = {word for word, _ in rows}
    rows += [
        (both, index)
        for index, both in enumerate(two)
        if words[index][0] in taken and " " in both and two.count(both) == 1
    ]
    return rows


def staff(entries: Iterable[Entry], numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    """Names of staff with their title, where they belong to one agency and to none of the subjects."""
    owners: dict[tuple[str, str], set[int]] = defaultdict(set)
    counts: Counter[tuple[str, str]] = Counter()
    people: set[str] = set()
    for entry in entries:
        for title, surname in _STAFF.findall(entry.practitioner):
            owners[title, surname].add(numbers[entry.agency])
            counts[title, surname] += 1
        for subject in entry.subjects:
            people.update(subject.lower().split())
    return [
        (f"{title} {surname}", min(of))
        for (title, surname), of in sorted(owners.items())
        if len(of) == 1 and surname.lower() not in people
    ]


def initials(entries: Iterable[Entry]) -> frozenset[str]:
    """Initials of the subjects ("DC" for Dawn Carter), which are not an officer's rank then."""
    return frozenset(
        "".join(word[0] for word in name.split()).lower()
        for name in {subject for entry in entries for subject in entry.subjects}
        if name.split()
    )
